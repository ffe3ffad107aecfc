"""Learn `told_again.tsv`: by which signs a sentence tells an event of which no act is read in its report.

    python -m training.told_again --gold ../shared/gold STORY… [--write]

An event as one report tells it, whose words are labelled (a pile of real reports, evals/labels/reports.md, the open part) or
touch the evidence of one gold event (a story, a folder with docs/ and gold.json), is laid beside every sentence of each other
report in which it is not joined to anything. A sentence is right where it holds a labelled word, or the evidence, of that
event. The figures are of the likeliest sentence of each event and report, stories left out in seven parts.
"""

import argparse
import json
from collections.abc import Callable, Iterator, Sequence
from hashlib import blake2b
from pathlib import Path

import numpy as np

from evals.reports import Labelled, labelled, readings
from tidings.engine import open_case
from tidings.grammar.events.told_again import Place, chance, signs
from tidings.model import EventMention, Reading, Telling
from tidings.run.linking import link
from tidings.stages import LINK, TELL
from tidings.stages.tell.retold import Heard, Retold
from training.event_evidence import labels_of, tokens, touches

TABLE = Path(__file__).parents[1] / "src/tidings/lexicon/told_again.tsv"
HEAD = """# What each sign adds to the log odds that a sentence tells an event of which no act is read in its report.
# Learnt by training/told_again.py on {count}.
# Not one by one to be changed: they hold together.
# sign, log odds
"""
RIDGE = 1.0
OF_PILES = 0.1  # weight of a sentence of a pile, of which readers seldom labelled all
PARTS = 7
FREE = frozenset({"always", "said", "met", "nobody named"})
AGAINST = frozenset({"other figures", "other days", "days between reports"})
BARS = (0.8, 0.7, 0.65, 0.6, 0.5, 0.4)

Row = tuple[str, str, str, dict[str, float], bool]  # pile or story, event, report, signs, whether it is right
Right = Callable[[EventMention, Reading, Place], bool | None]


def rows_of(name: str, found: Sequence[Reading], right: Right) -> Iterator[Row]:
    """Each telling of a pile or story beside each sentence that may tell its event again."""
    telling = Telling(tuple(found), link(LINK, found))
    for stage in TELL:
        if stage.name == "tell/retold":
            break
        (telling,) = stage.run([telling])
    heard, group_of = Heard.of(telling), telling.linked.group_of("event")
    told_in: dict[str, set[str]] = {}
    for reading in found:
        for event in reading.events:
            told_in.setdefault(group_of.get(event.id, event.id), set()).add(reading.document.id)
    places = {reading.document.id: heard.places(reading) for reading in found}
    for reading in found:
        for event in reading.events:
            group = group_of.get(event.id, event.id)
            if event.trust < Retold.trusted or right(event, reading, places[reading.document.id][0]) is None:
                continue
            known = heard.telling(reading, event)
            for other in found:
                if other.document.id in told_in[group]:
                    continue
                for place in places[other.document.id]:
                    seen = signs(known, place)
                    if may_tell(seen):
                        yield name, group, other.document.id, seen, bool(right(event, other, place))


def may_tell(seen: dict[str, float]) -> bool:
    """Whether anything speaks for a sentence."""
    bars = {"near": 0.3, "like act": 0.6, "a party": 0.0, "rare words": 0.3}
    return any(seen.get(sign, 0.0) > bar for sign, bar in bars.items())


def story(path: Path) -> list[Row]:
    """The rows of a story."""
    with open_case(":memory:") as case:
        case.add([str(path / "docs")])
        found = case.readings()
    gold = json.loads((path / "gold.json").read_text("utf-8"))["events"]

    def gold_of(event: EventMention, reading: Reading) -> str | None:
        clause = reading.document.text[event.clause.start : event.clause.end]
        file = Path(reading.document.path).name
        mine = [g for g in gold if any(e["file"] == file and touches(clause, e["text"]) for e in g["evidence"])]
        mine = [g for g in mine if event.type in (g["type"], *(g.get("type_also") or []))]
        return str(mine[0]["id"]) if len(mine) == 1 else None

    event_of = {e.id: gold_of(e, reading) for reading in found for e in reading.events}
    texts = {g["id"]: g["evidence"] for g in gold}

    def right(event: EventMention, reading: Reading, place: Place) -> bool | None:
        id_, file = event_of[event.id], Path(reading.document.path).name
        return None if id_ is None else any(e["file"] == file and holds(place.text, e["text"]) for e in texts[id_])

    return list(rows_of(path.name, found, right))


def holds(sentence: str, evidence: str) -> bool:
    """Whether a sentence holds the words of a piece of evidence, or lies in it."""
    one, other = tokens(sentence), tokens(evidence)
    least = min(one.total(), other.total())
    return least > 1 and (one & other).total() >= 0.7 * least


def pile(told: Labelled, found: dict[str, Reading]) -> list[Row]:
    """The rows of a pile of labelled reports."""
    letter = {reading.document.id: d for d, reading in found.items()}
    event_of = {id_: event for d, reading in found.items() for id_, event in labels_of(told, d, reading)}

    def right(event: EventMention, reading: Reading, place: Place) -> bool | None:
        if event.id not in event_of:
            return None
        mine = (t for t in told.tellings if t.event == event_of[event.id] and t.document == letter[reading.document.id])
        return any(place.span.start <= t.trigger.start < place.span.end for t in mine)

    return list(rows_of(told.name, list(found.values()), right))


def fitted(rows: Sequence[Row], names: Sequence[str], stories: frozenset[str]) -> dict[str, float]:
    """The log odds of each sign, by Newton's method within the signs that it may have."""
    at = {name: n for n, name in enumerate(names)}
    x = np.zeros((len(rows), len(names)))
    for n, (_, _, _, seen, _) in enumerate(rows):
        x[n, at["always"]] = 1.0
        for name, value in seen.items():
            x[n, at[name]] = value
    y = np.array([float(row[4]) for row in rows])
    weight = np.array([1.0 if row[0] in stories else OF_PILES for row in rows])
    low = np.array([-np.inf if name in FREE | AGAINST else 0.0 for name in names])
    high = np.array([0.0 if name in AGAINST else np.inf for name in names])
    odds = np.array([-4.0 if name == "always" else 0.0 for name in names])
    for _ in range(30):
        p = 1 / (1 + np.exp(-x @ odds))
        slope = x.T @ (weight * (p - y)) + RIDGE * odds
        curve = (x * (weight * p * (1 - p))[:, None]).T @ x + RIDGE * np.eye(len(names))
        moving = ~(((odds <= low) & (slope > 0)) | ((odds >= high) & (slope < 0)))
        step = np.zeros(len(names))
        step[moving] = -np.linalg.solve(curve[np.ix_(moving, moving)], slope[moving])
        odds = np.clip(odds + step * min(1.0, 2.0 / max(1e-9, float(np.abs(step).max()))), low, high)
    return dict(zip(names, odds.tolist(), strict=True))


def report(title: str, rows: Sequence[Row], odds: Sequence[float]) -> None:
    """How many of the likeliest sentences are right, from each chance on."""
    best: dict[tuple[str, ...], tuple[float, bool]] = {}
    for (name, event, document, _, right), z in zip(rows, odds, strict=True):
        key = (name, event, document)
        best[key] = max(best.get(key, (-99.0, False)), (z, right))
    told = [(chance(z), right) for z, right in best.values()]
    print(title, *(f"{bar}: {sum(r for c, r in told if c >= bar)}/{sum(c >= bar for c, _ in told)}" for bar in BARS))


def main() -> None:
    """Learn from stories and piles."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("stories", nargs="*", type=Path)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--piles", type=int, default=60, help="how many of the open piles are learnt from")
    parser.add_argument("--write", action="store_true", help="write the table of the package")
    options = parser.parse_args()
    told = [row for path in options.stories for row in story(path)]
    piles = sorted(labelled(test=False), key=lambda one: blake2b(one.name.encode()).digest())[: options.piles]
    real = [row for one in piles for row in pile(one, readings(options.gold, one.name, one.documents))]
    learn(told, real, f"{len(options.stories)} stories and {len(piles)} piles of real reports", write=options.write)


def learn(told: Sequence[Row], real: Sequence[Row], count: str, *, write: bool) -> None:
    """Say how well the signs do on stories left out, and write the table of all."""
    stories = sorted({row[0] for row in told}, key=lambda name: blake2b(name.encode()).digest())
    names = ["always", *sorted({name for row in (*told, *real) for name in row[3]})]
    odds: dict[int, float] = {}
    for part in range(PARTS):
        out = frozenset(stories[part::PARTS])
        table = fitted([row for row in (*told, *real) if row[0] not in out], names, frozenset(stories))
        odds.update((n, weighed(table, row)) for n, row in enumerate(told) if row[0] in out)
    report("stories left out", told, [odds[n] for n in range(len(told))])
    table = fitted([*told, *real], names, frozenset(stories))
    report("piles, learnt", real, [weighed(table, row) for row in real])
    if write:
        rest = sorted((n for n in table if n != "always" and abs(table[n]) >= 0.02), key=lambda n: (-table[n], n))
        lines = [f"{name}\t{table[name]:.2f}" for name in ("always", *rest)]
        TABLE.write_text(HEAD.format(count=count) + "\n".join(lines) + "\n", "utf-8")


def weighed(table: dict[str, float], row: Row) -> float:
    """The log odds of a row."""
    return table["always"] + sum(table[name] * value for name, value in row[3].items())


if __name__ == "__main__":
    main()
