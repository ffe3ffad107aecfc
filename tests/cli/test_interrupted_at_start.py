"""An interrupt while the command is still being loaded ends it quietly."""

import ast
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

import tidings

# Sends the interrupt itself when the module is first sought, so that nothing hangs on the machine's pace.
STARTED = """
import os, runpy, signal, sys
_, awaited, heeding = sys.argv
class Sought:
    def find_spec(self, name, path=None, target=None):
        if name == awaited:
            os.kill(os.getpid(), signal.SIGINT)
signal.signal(signal.SIGINT, getattr(signal, heeding))
sys.meta_path.insert(0, Sought())
sys.argv[1:] = ["--version"]
runpy.run_module("tidings", run_name="__main__")
"""


def started(module: str, heeding: str) -> subprocess.CompletedProcess:
    command = [sys.executable, "-c", STARTED, module, heeding]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("module", ["tidings.cli", "click", "tidings.engine", "numpy", "spacy"])
def test_interrupted_while_loading(module):
    ended = started(module, "default_int_handler")
    assert (ended.returncode, ended.stdout, ended.stderr) == (130, "", "")


def test_one_told_to_ignore_interrupts_goes_on():
    ended = started("tidings.engine", "SIG_IGN")
    assert (ended.returncode, ended.stderr) == (0, "")


def test_the_package_alone_loads_nothing():
    listed = "import sys, tidings; print(*sorted(m for m in sys.modules if m.startswith('tidings')))"
    ran = subprocess.run([sys.executable, "-c", listed], capture_output=True, text=True, check=True)
    assert ran.stdout.split() == ["tidings"]


def test_names_asked_for_are_the_ones_written_for_type_checkers():
    tree = ast.parse(Path(tidings.__file__).read_text("utf-8"))
    written = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.level == 0]
    homes = {alias.name: node.module for node in written if node.module.startswith("tidings.") for alias in node.names}
    assert sorted(homes) == tidings.__all__
    for name, home in homes.items():
        assert getattr(tidings, name) is getattr(import_module(home), name)


def test_a_name_that_is_not_there():
    with pytest.raises(AttributeError, match="no attribute 'retell'"):
        tidings.retell  # noqa: B018
    assert set(tidings.__all__) < set(dir(tidings))
