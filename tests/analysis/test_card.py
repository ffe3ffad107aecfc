"""The card names the very files that are shipped."""

import re
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

MODELS = Path(str(files("tidings.analysis") / "models"))
ROW = re.compile(r"\| (\S+) \| (\d+) \| ([0-9a-f]{64}) \|")


def test_the_card_has_each_files_size_and_digest():
    rows = ROW.findall((MODELS / "card.md").read_text("utf-8"))
    here = sorted(p for p in MODELS.iterdir() if p.name not in {"card.md", "encoder.onnx"})
    assert rows == [(p.name, str(p.stat().st_size), sha256(p.read_bytes()).hexdigest()) for p in here]
    sizes = {p.name: p.stat().st_size for p in here}
    assert sizes["encoder.int8.onnx"] <= 25_000_000
    assert sizes["acts.int8.onnx"] <= 4_200_000
    assert sizes["meaning.int8.onnx"] <= 12_000_000
