"""A newcomer follows docs/library.md from top to bottom, as it stands."""

import re
import shutil
from pathlib import Path

ROOT = Path(__file__).parent.parent


def test_the_page_runs_as_it_stands(tmp_path, monkeypatch, capsys):
    blocks = re.findall(r"```python\n(.*?)```", (ROOT / "docs" / "library.md").read_text("utf-8"), re.DOTALL)
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    scope: dict[str, object] = {}
    for number, block in enumerate(blocks, 1):
        exec(compile(block, f"docs/library.md, block {number}", "exec"), scope)
        assert capsys.readouterr().out, f"block {number} prints nothing"
