import subprocess
import sys
from pathlib import Path

import kills
import pytest


@pytest.mark.skipif(sys.platform == "win32", reason="there is no fork to kill")
def test_thirty_kills_lose_and_double_nothing(tmp_path):
    run = subprocess.run(
        [sys.executable, kills.__file__, str(tmp_path), "30"],
        cwd=Path(kills.__file__).parent,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    assert run.stdout == "30 killed at work\n"
