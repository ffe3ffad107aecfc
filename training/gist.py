"""Makes src/tidings/analysis/models/gist.npz: from the encoder's states to what a report is about.

    python -m training.gist --gold ../shared/gold --write

A report's stretches of 1,000 code points are read twice: by the encoder that is shipped, unit by unit, and by
all-MiniLM-L6-v2, the first 160 word pieces as one. A linear map is learnt (least squares, RIDGE on its weights) from the
mean of the encoder's last states to MiniLM's vector less the mean of all, and laid on the first AXES of its spread.
Texts: PolNeAR train and TempEval-3's TBAQ; none that `evals` parts into stories.
"""

import argparse
import re
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from tidings.analysis.encoder import encoder, inner, run_all
from tidings.grammar.unit_spans import unit_spans
from tidings.model import Block, Document
from training import batches, run
from training.model import Encoder

AXES = 64
RIDGE = 1.0  # of .01 to 1 the best on a fifth of the articles
STRETCH = 1_000
PIECES = 160
OUT = Path(__file__).parents[1] / "src/tidings/analysis/models/gist.npz"

Floats = NDArray[np.float32]
Stretch = tuple[str, ...]  # texts of units


def main() -> None:
    """Print how near the map comes on articles left out, and write that of all if wanted."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--gold", type=Path, required=True, help="folder of the gold sets")
    parser.add_argument("--write", action="store_true", help="write the map into the package")
    args = parser.parse_args()
    torch.set_num_threads(1)
    told = [(name, stretch) for name, text in texts(args.gold) for stretch in stretches(text)]
    stretched = [stretch for _, stretch in told]
    states, wanted = mean_states(stretched), meanings(stretched)
    wanted = unit(wanted - wanted.mean(0))
    aside = np.array([blake2b(name.encode(), digest_size=2).digest()[0] % 5 == 0 for name, _ in told])
    mean, axes = learnt(states[~aside], wanted[~aside])
    print(f"cosine on articles left out: {(unit((states[aside] - mean) @ axes) * wanted[aside]).sum(1).mean():.3f}")
    if args.write:
        mean, axes = learnt(states, wanted)
        axes = axes @ np.linalg.svd((states - mean) @ axes, full_matrices=False)[2][:AXES].T
        np.savez_compressed(OUT, axes=np.concatenate((axes, (mean @ axes)[None])).astype(np.float16))


def texts(gold: Path) -> Iterator[tuple[str, str]]:
    """Name and text of each article."""
    for file in sorted((gold / "quotes-polnear/train/text").glob("*.txt")):
        yield file.stem, file.read_text("utf-8")
    for file in sorted((gold / "times-tempeval3").rglob("*.tml")):
        found = re.search(r"<TEXT>(.*)</TEXT>", file.read_text("utf-8"), re.DOTALL)
        if found:
            plain = re.sub(r"<[^>]+>", "", found[1]).replace("&amp;", "&").strip()
            yield file.stem, re.sub(r"(?<!\n)\n(?!\n)", " ", plain)


def stretches(text: str) -> Iterator[Stretch]:
    """An article's units in stretches; a short rest is left out."""
    blocks = tuple(Block(m.start(), m.end(), "paragraph") for m in re.finditer(r"[^\n]+", text))
    some: list[str] = []
    for span in unit_spans(Document("", "", "", text, blocks)):
        some.append(text[span.start : span.end])
        if sum(map(len, some)) >= STRETCH:
            yield tuple(some)
            some = []
    if sum(map(len, some)) >= STRETCH / 5:
        yield tuple(some)


def mean_states(told: Sequence[Stretch]) -> Floats:
    """The mean of the shipped encoder's last states over each stretch."""
    net, found = encoder(), []
    for stretch in told:
        found.append(np.concatenate([inner(ran.states) for ran in run_all(net, stretch)]).mean(0))
    return np.stack(found)


def meanings(told: Sequence[Stretch]) -> Floats:
    """MiniLM's vector of each stretch."""
    folder = run.upstream()
    cut = batches.tokenizer_from(folder / "tokenizer.json")
    net, found = Encoder.pretrained(folder / "model.safetensors").eval(), []
    with torch.no_grad():
        for stretch in told:
            ids = cut.encode("\n".join(stretch)).ids
            row = torch.tensor([ids if len(ids) <= PIECES else [*ids[: PIECES - 1], ids[-1]]])
            found.append(net(row, torch.zeros_like(row)).mean(1)[0].numpy())
    return unit(np.stack(found))


def learnt(states: Floats, wanted: Floats) -> tuple[Floats, Floats]:
    """The mean state, and the map from what a state has beside it."""
    mean = states.mean(0)
    own = (states - mean).astype(np.float64)
    axes = np.linalg.solve(own.T @ own + RIDGE * np.eye(own.shape[1]), own.T @ wanted)
    return mean, axes.astype(np.float32)


def unit(rows: Floats) -> Floats:
    """Rows made of length 1."""
    found: Floats = rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
    return found


if __name__ == "__main__":
    main()
