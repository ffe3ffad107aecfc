"""The whole command gives the same bytes whatever the hash seed, the workers, the memo and the way in."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

STORY = Path(__file__).parent.parent / "examples" / "ceasefire-talks" / "docs"


def told(tmp_path, seed, *options):
    out = tmp_path / "account.json"
    command = [sys.executable, "-m", "tidings", "tell", *options, "--quiet", "--json", str(out)]
    subprocess.run(command, env={**os.environ, "PYTHONHASHSEED": seed}, check=True)
    return out.read_bytes()


@pytest.fixture(scope="module")
def expected(tmp_path_factory):
    return told(tmp_path_factory.mktemp("expected"), "1", str(STORY))


def test_another_hash_seed_and_a_case_filled_in_another_order(tmp_path, expected):
    case = str(tmp_path / "x.case")
    files = sorted(map(str, STORY.iterdir()), reverse=True)
    command = [sys.executable, "-m", "tidings", "add", *files[:3], "--case", case, "--quiet"]
    subprocess.run(command, env={**os.environ, "PYTHONHASHSEED": "2"}, check=True)
    assert told(tmp_path, "3", *files, "--case", case) == expected
