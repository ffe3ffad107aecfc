"""The exported files as the library runs them: one unit a call, one thread."""

import json
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from training.batches import Acted, Happened, regions
from training.decode import Floats, Joining, spans, viterbi
from training.gold import Article, Part
from training.units import Unit, units


@dataclass(frozen=True)
class Reading:
    """What one call gives for one unit, [CLS] and [SEP] included."""

    labels: Floats
    status: Floats
    states: Floats


class Exported:
    """An ONNX file and the small heads beside it."""

    def __init__(self, folder: Path, name: str = "encoder.int8.onnx") -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        path = str(folder / name)
        self.session = onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
        with np.load(folder / "heads.npz") as heads:
            self.heads = {key: heads[key].astype(np.float32) for key in heads.files}
        settings = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
        self.attention_heads = int(settings["attention_heads"])
        self.tokenizer: Tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))

    def read(self, unit: Unit) -> Reading:
        feed = {"ids": np.array(unit.ids), "shapes": np.array(unit.shapes)}
        return Reading(*self.session.run(["labels", "status", "states"], feed))

    def path(self, unit: Unit) -> list[int]:
        return viterbi(self.read(unit).labels[1:-1], self.heads["transitions"])

    def roots(self, states: Floats, source: Sequence[int], target: Sequence[int]) -> Floats:
        """Scores of the roots for a pair of spans, given as word pieces."""
        weights = {k[6:]: v for k, v in self.heads.items() if k.startswith("roots.")}
        pooled = [
            states[list(span)].mean(0) if span else weights["none"][number]
            for number, span in enumerate((source, target))
        ]

        def linear(name: str, x: Floats) -> Floats:
            result: Floats = x @ weights[f"{name}.weight"].T + weights[f"{name}.bias"]
            return result

        where = regions(len(states), tuple(source), tuple(target))
        heads = self.attention_heads
        query = linear("ask", np.concatenate((*pooled, pooled[0] * pooled[1]))).reshape(heads, 1, -1)
        key = linear("key", states) + weights["region_key.weight"][where]
        value = linear("value", states) + weights["region_value.weight"][where]
        key, value = (x.reshape(len(states), heads, -1).transpose(1, 0, 2) for x in (key, value))
        scores = (query * key).sum(2) / np.sqrt(key.shape[2])
        attention = np.exp(scores - scores.max(1, keepdims=True))
        attention /= attention.sum(1, keepdims=True)
        read = (attention[..., None] * value).sum(1).reshape(-1)
        mixed = np.tanh(linear("mix", np.concatenate((read, states.mean(0), *pooled))))
        spread = np.sqrt(mixed.var() + 1e-5)
        normed = (mixed - mixed.mean()) / spread * weights["norm.weight"] + weights["norm.bias"]
        return linear("classes", normed)


def parts(exported: Exported, articles: Sequence[Article]) -> list[tuple[Article, list[Part]]]:
    """Each article with what the exported model finds in it."""
    found = []
    for article in articles:
        cut = list(units(article.text, exported.tokenizer))
        paths = [exported.path(one) for one in cut]
        offsets = [one.offsets[1:-1] for one in cut]
        found.append((article, spans(article.text, offsets, paths, Joining())))
    return found


def statuses(exported: Exported, sentences: Sequence[Happened]) -> tuple[list[float], list[float]]:
    """Gold and found values of all triggers."""
    gold, found = [], []
    for sentence in sentences:
        values = exported.read(sentence.unit).status
        for pieces, value in sentence.triggers:
            gold.append(value)
            found.append(float(values[list(pieces)].mean()))
    return gold, found


def roots(exported: Exported, pairs: Sequence[Acted]) -> NDArray[np.float32]:
    """Scores of all roots for each pair."""
    rows = [exported.roots(exported.read(p.unit).states, p.source, p.target) for p in pairs]
    return np.stack(rows)


def agreement(exact: Exported, small: Exported, found: Sequence[Unit]) -> dict[str, float]:
    """How often both give a word piece the same label, and the speed of the small one."""
    total = same = best = 0
    shifts = []
    for one in found:
        a, b = exact.read(one), small.read(one)
        table = exact.heads["transitions"]
        paths = [np.array(viterbi(r.labels[1:-1], table)) for r in (a, b)]
        total += len(paths[0])
        same += int((paths[0] == paths[1]).sum())
        best += int((a.labels[1:-1].argmax(1) == b.labels[1:-1].argmax(1)).sum())
        shifts.append(np.abs(a.status - b.status).mean())
    begun = time.process_time()
    for one in found:
        small.read(one)
    seconds = time.process_time() - begun
    return {
        "decoded": round(same / total, 4),
        "argmax": round(best / total, 4),
        "status_shift": round(float(np.mean(shifts)), 4),
        "pieces_per_core_second": round(total / seconds),
    }
