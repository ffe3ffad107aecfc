"""Learn `acts.npz` and `acts.int8.onnx`: which tokens tell an act of which PLOVER type, from the encoder's states.

    python -m training.acts --gold ../shared/gold [--write]

A first look at every token that may tell an act: a small network (one hidden layer beside a direct path) over its state and
signs of its word. A closer look where the first sees any chance: the encoder's last two layers, learnt anew (`training/closer.py`, with torch).
Learnt on the labelled reports of evals/labels/reports.md that are neither of its test part nor share an article with
that of the judged events. The figures are of piles left out in three parts. What is worth a closer look while learning is
said by first looks that know nothing of the pile.
"""

import argparse
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from evals.judged_events import test_documents
from evals.reports import Labelled, labelled, readings
from tidings.analysis.acts import (
    CLOSER,
    FIRST,
    TELLING_POS,
    WORTH,
    Looked,
    both_looks,
    chance_of_any,
    first_odds,
    signs,
    with_acts,
)
from tidings.analysis.encoder import INT8, encoder, inner, run
from tidings.grammar.events.plover import STANDINGS, TYPES
from tidings.grammar.unit_spans import unit_spans
from tidings.model import Reading
from training import closer

MODELS = Path(__file__).parents[1] / "src/tidings/analysis/models"
WIDTH, EPOCHS, BATCH = 256, 10, 512
RATE, DECAY = 1.5e-3, 0.05
DROPPED, HIDDEN_DROPPED = 0.3, 0.5
OF_SIGNS = 2.0  # what a sign weighs beside a state's spread
# Tags and relations that stand at a hundred or more of the tokens learnt from.
FORMS = (
    *("NN", "NNP", "NNS", "NNPS", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "JJ", "MD"),
    *("ROOT", "acl", "advcl", "amod", "appos", "attr", "aux", "auxpass", "ccomp", "compound", "conj", "dobj", "nmod"),
    *("nsubj", "nsubjpass", "npadvmod", "pcomp", "pobj", "poss", "relcl", "xcomp", "acomp", "dep", "oprd"),
)
PARTS = 3
SEED = 0

Floats = NDArray[np.float32]
Matrix = NDArray[np.float64]
Weights = dict[str, Floats]
Odds = dict[tuple[str, str], Floats]
Seen = dict[tuple[str, str], Looked]


@dataclass(frozen=True)
class Report:
    """A labelled report: its reading, the tokens that may tell an act, their states, what they tell (0 nothing) and how it stands."""

    pile: str
    letter: str
    reading: Reading
    tokens: tuple[int, ...]
    states: Floats
    signs: Floats
    told: NDArray[np.int64]
    standing: NDArray[np.int64]
    below: tuple[NDArray[np.float16], ...]  # of each unit, the states below the last layers
    places: tuple[tuple[int, int, int], ...]  # of each token its unit, first piece and end; unit -1 where it has none


def learnt_from(gold: Path) -> tuple[Labelled, ...]:
    """The piles that weights are learnt on."""
    kept_aside = test_documents()
    return tuple(pile for pile in labelled(test=False) if not kept_aside & set(pile.documents.values()))


def reports(gold: Path, piles: Iterable[Labelled]) -> list[Report]:
    """Every report of some piles."""
    found = []
    for pile in piles:
        for letter, reading in readings(gold, pile.name, pile.documents).items():
            assert reading.analysis is not None
            tokens = tuple(t.i for t in reading.analysis.tokens if t.pos in TELLING_POS)
            told = np.zeros(len(reading.analysis.tokens), np.int64)
            standing = told - 1
            for one in pile.tellings:
                hit = [t.i for t in reading.analysis.tokens if t.start < one.trigger.end and one.trigger.start < t.end]
                if one.document == letter and hit:
                    told[hit[0]] = 1 + TYPES.index(one.type)
                    standing[hit[0]] = STANDINGS.index(one.status)
            seen = signs(reading.analysis.tokens, reading.analysis.scores, tokens, FORMS)
            states, places, below = encoded(reading)
            asked = list(tokens)
            found.append(
                Report(
                    pile.name,
                    letter,
                    reading,
                    tokens,
                    states[asked].astype(np.float32),
                    seen,
                    told[asked],
                    standing[asked],
                    below,
                    tuple(places[i] for i in asked),
                )
            )
    return found


def states_of(reading: Reading) -> Matrix:
    """The encoder's state of each token: the mean over its word pieces."""
    return encoded(reading)[0]


def encoded(reading: Reading) -> tuple[Matrix, list[tuple[int, int, int]], tuple[NDArray[np.float16], ...]]:
    """The state of each token, where its pieces stand (unit, first, end), and the states below the last layers, unit by unit."""
    assert reading.analysis is not None
    tokens, net = reading.analysis.tokens, encoder()
    found, places, below = np.zeros((len(tokens), 384)), [(-1, 0, 0)] * len(tokens), []
    for number, span in enumerate(unit_spans(reading.document)):
        ran = run(net, reading.document.text[span.start : span.end])
        states = inner(ran.states)
        below.append(ran.below.astype(np.float16))
        for token in (t for t in tokens if span.start <= t.start < span.end):
            pieces = [
                n for n, (a, b) in enumerate(ran.offsets) if a + span.start < token.end and token.start < b + span.start
            ]
            if pieces:
                found[token.i] = states[pieces].mean(0)
                places[token.i] = number, pieces[0], pieces[-1] + 1
    return found, places, tuple(below)


def worth_it(report: Report, odds: Floats) -> tuple[list[list[int]], list[closer.Unit]]:
    """Unit by unit the tokens that are worth a closer look, and what is seen of them there."""
    rows: dict[int, list[int]] = {}
    for n in np.flatnonzero(chance_of_any(odds) >= WORTH).tolist():
        if report.places[n][0] >= 0:
            rows.setdefault(report.places[n][0], []).append(n)
    units = [
        closer.Unit(
            report.below[number],
            tuple((a + 1, b + 1) for _, a, b in (report.places[n] for n in row)),
            report.signs[row],
            report.told[row],
            report.standing[row],
        )
        for number, row in rows.items()
    ]
    return list(rows.values()), units


def fitted(rows: Sequence[Report]) -> Weights:
    """The network, by Adam with decoupled decay; the same rows give the same weights."""
    states, seen = (np.concatenate(part) for part in zip(*((r.states, r.signs) for r in rows), strict=True))
    x, y = np.concatenate((states, seen), 1), np.concatenate([r.told for r in rows])
    spread = np.where(np.arange(x.shape[1]) < states.shape[1], states.std(), 1 / OF_SIGNS).astype(np.float32)
    mean = x.mean(0)
    x = (x - mean) / spread
    rng = np.random.default_rng(SEED)
    wide, classes = x.shape[1], len(TYPES) + 1
    w: Weights = {
        "in": rng.normal(0, wide**-0.5, (wide, WIDTH)).astype(np.float32),
        "in.bias": np.zeros(WIDTH, np.float32),
        "out": rng.normal(0, WIDTH**-0.5, (WIDTH, classes)).astype(np.float32),
        "skip": np.zeros((wide, classes), np.float32),
        "bias": np.zeros(classes, np.float32),
    }
    first, second = ({name: np.zeros_like(value) for name, value in w.items()} for _ in range(2))
    steps, total = 0, EPOCHS * -(-len(y) // BATCH)
    for _ in range(EPOCHS):
        order = rng.permutation(len(y))
        for start in range(0, len(y), BATCH):
            at = order[start : start + BATCH]
            steps += 1
            slopes = gradients(w, x[at], y[at], rng)
            rate = RATE * min(1.0, steps / (0.3 * total)) * min(1.0, (total - steps + 1) / (0.7 * total))
            for name, slope in slopes.items():
                first[name] = 0.9 * first[name] + 0.1 * slope
                second[name] = 0.999 * second[name] + 0.001 * slope * slope
                step = (first[name] / (1 - 0.9**steps)) / (np.sqrt(second[name] / (1 - 0.999**steps)) + 1e-8)
                w[name] = (w[name] - rate * (step + DECAY * w[name])).astype(np.float32)
    for name in ("in", "skip"):
        bias = "in.bias" if name == "in" else "bias"
        w[name] = (w[name] / spread[:, None]).astype(np.float32)
        w[bias] = (w[bias] - mean @ w[name]).astype(np.float32)
    return w


def gradients(w: Weights, x: Floats, y: NDArray[np.int64], rng: np.random.Generator) -> Weights:
    """Slopes of the mean cross entropy, with dropout at the states and the hidden layer."""
    x = x * (rng.random(x.shape, np.float32) > DROPPED) / np.float32(1 - DROPPED)
    hidden = np.maximum(x @ w["in"] + w["in.bias"], 0)
    kept = (rng.random(hidden.shape, np.float32) > HIDDEN_DROPPED) / np.float32(1 - HIDDEN_DROPPED)
    logits = (hidden * kept) @ w["out"] + x @ w["skip"] + w["bias"]
    p = np.exp(logits - logits.max(1, keepdims=True))
    p /= p.sum(1, keepdims=True)
    p[np.arange(len(y)), y] -= 1
    p /= len(y)
    back = (p @ w["out"].T) * kept * (hidden > 0)
    return {
        "in": x.T @ back,
        "in.bias": back.sum(0),
        "out": (hidden * kept).T @ p,
        "skip": x.T @ p,
        "bias": p.sum(0),
    }


def parts(rows: Sequence[Report]) -> list[tuple[list[Report], list[Report]]]:
    """What is learnt from and what is left out, in turn; a pile stays whole."""
    names = sorted({r.pile for r in rows}, key=lambda name: blake2b(name.encode()).digest())
    out = [set(names[k::PARTS]) for k in range(PARTS)]
    return [([r for r in rows if r.pile not in o], [r for r in rows if r.pile in o]) for o in out]


def first_left_out(rows: Sequence[Report]) -> Odds:
    """For each report the log odds of each of its telling tokens at the first look, by weights that know nothing of its pile."""
    found: Odds = {}
    for known, unknown in parts(rows):
        weights = fitted(known)
        found |= {(r.pile, r.letter): first_odds(weights, r.states, r.signs) for r in unknown}
    return found


def looked(rows: Iterable[Report], first: Odds) -> closer.Closer:
    """The closer look, learnt on what the first one finds worth it."""
    units = [unit for r in rows for unit in worth_it(r, first[r.pile, r.letter])[1]]
    return closer.fitted(units, len(TYPES) + 1, MODELS / INT8)


def left_out(rows: Sequence[Report], first: Odds | None = None) -> Seen:
    """The same by both looks, with the standings."""
    first = first_left_out(rows) if first is None else first
    found: Seen = {}
    for known, unknown in parts(rows):
        model = looked(known, first)
        found |= {(r.pile, r.letter): seen_closer(model, r, first[r.pile, r.letter]) for r in unknown}
    return found


def seen_closer(model: closer.Closer, report: Report, first: Floats) -> Looked:
    """What both looks see at a report's tokens."""
    found = Looked(first.copy(), np.zeros((len(first), len(STANDINGS)), np.float32))
    rows, units = worth_it(report, first)
    for row, seen in zip(rows, closer.seen_of(model, units), strict=True):
        found.odds[row] = both_looks(first[row], seen.odds)
        found.standing[row] = seen.standing
    return found


def with_seen(report: Report, seen: Looked) -> Reading:
    """A report's reading, with this seen at its tokens in place of what the package's weights see."""
    analysis = report.reading.analysis
    assert analysis is not None
    bare = [replace(score, acts=(), standing=()) for score in analysis.scores]
    return replace(report.reading, analysis=replace(analysis, scores=with_acts(bare, report.tokens, seen)))


def scores(rows: Sequence[Report], odds: Odds) -> str:
    """Tellings found at several thresholds of the chance that a token tells any act."""
    lines = []
    for least in (0.2, 0.3, 0.4, 0.5, 0.7):
        right = typed = given = wanted = 0
        for r in rows:
            o = odds[r.pile, r.letter]
            said = chance_of_any(o) >= least
            given, wanted = given + int(said.sum()), wanted + int((r.told > 0).sum())
            right += int((said & (r.told > 0)).sum())
            typed += int((said & (o.argmax(1) + 1 == r.told)).sum())
        p, q = right / max(1, given), right / wanted
        lines.append(
            f"from {least}: {given} given, P {p:.3f} R {q:.3f}; of the type P {typed / max(1, given):.3f} R {typed / wanted:.3f}"
        )
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--write", action="store_true", help="write the weights of the package")
    options = parser.parse_args()
    rows = reports(options.gold, learnt_from(options.gold))
    print(
        f"{len({r.pile for r in rows})} piles, {sum(len(r.tokens) for r in rows)} tokens, {sum(int((r.told > 0).sum()) for r in rows)} tell"
    )
    first = first_left_out(rows)
    print("first look\n" + scores(rows, first))
    print("both looks\n" + scores(rows, {key: seen.odds for key, seen in left_out(rows, first).items()}))
    if options.write:
        weights = {k: v.astype(np.float16) for k, v in fitted(rows).items()}
        np.savez_compressed(MODELS / FIRST, allow_pickle=False, forms=np.array(FORMS), **weights)
        units = [unit for r in rows[:20] for unit in worth_it(r, first[r.pile, r.letter])[1]]
        closer.write(looked(rows, first), units, MODELS / CLOSER)


if __name__ == "__main__":
    main()
