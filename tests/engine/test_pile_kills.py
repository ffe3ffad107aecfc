"""`run` killed at any moment, some piles several times over: nothing is lost or doubled."""

import subprocess
import sys
from pathlib import Path

import pile_kills
import pytest

pytest.importorskip("pyarrow", reason="pyarrow is not installed: pip install 'tidings[tables]'")


@pytest.mark.slow
def test_twelve_kills_lose_and_double_nothing(tmp_path):
    run = subprocess.run(
        [sys.executable, pile_kills.__file__, str(tmp_path), "12"],
        cwd=Path(pile_kills.__file__).parent,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert run.stderr == ""
    assert run.stdout == "12 killed at work\n"
