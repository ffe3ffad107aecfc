"""Learn `difference_evidence.tsv`: what each sign says of two slots of two reports being of one thing.

    python -m training.difference_evidence --gold ../shared/gold [--write]

From the cases of evals/difference_cases.jsonl that may be looked at, by four authors. A candidate whose two sentences
hold the passages that differ is one; one that touches neither passage, or stands in a case that only tempts, is none.
Neither, with less weight, is any between the openings of BASIL's three reports of one occasion: real reports hardly ever
differ there in what is told so, and their text is unlike that of the cases.
Signs of clauses and reports have one weight for all kinds, those of a kind its own; logistic regression with a ridge, and
what speaks for one thing may not count against it, nor the other way round. The figures are of each author left out.
"""

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from evals.basil import articles
from evals.differences import Case, cases, touches
from tidings.engine.acts import Options, read_articles
from tidings.engine.plan import default_plan
from tidings.grammar.disputes.briefs import briefs
from tidings.grammar.disputes.scene import Scene, scene_of
from tidings.grammar.disputes.slots import Candidate
from tidings.grammar.disputes.weighed import SHOWN, candidates, sign_names
from tidings.model import Given, Raw, Reading, Telling
from tidings.run import linking
from tidings.text.ids import content_id

TABLE = Path(__file__).parents[1] / "src/tidings/lexicon/difference_evidence.tsv"
HEAD = """# What each sign adds to the log odds that two slots of two reports are of one thing; a kind's own signs stand behind its name.
# Learnt by training/difference_evidence.py on {count} cases of four authors, and the openings of BASIL's reports.
# Not one by one to be changed: they hold together.
# sign, log odds
"""
RIDGE, OF_KIND = 1.0, 0.05  # on a sign, and on what a kind itself adds
SLIGHT = 0.02  # log odds that are not kept
ROUNDS = 4_000
COMMON = ["sentences alike", "clauses alike", "sentences near", "clauses near", "nearest both ways", "nearest one way", "far down", "names in both", "names of both", "stranger", "strangers", "stranger around", "one day", "two days", "both lead", "one leads", "one framed", "both framed", "names shared", "share of names", "reports of one day", "reports of two days", "titles near", "days between"]  # fmt: skip
FOR = frozenset(["sentences alike", "clauses alike", "alike", "emphatic", "exists", "own deed", "spoken", "title rejects", "rejects", "titles apart", "names met", "lead", "sentences near", "clauses near", "nearest both ways", "nearest one way", "names in both", "names of both", "one day", "both lead", "names shared", "share of names", "reports of one day", "titles near", "one noun", "both persons", "no rival", "best of rivals", "one act", "large", "lasting", "money", "age", "both to come", "dated", "one dated", "one preposition", "two countries", "near", "nearest of name", "named", "both known", "two states", "matter near", "specific names", "rare words"])  # fmt: skip
AGAINST = frozenset(["second", "one voice", "far down", "stranger", "strangers", "stranger around", "two days", "one framed", "reports of two days", "days between", "ratio", "far apart", "very far", "one person", "other nouns", "no noun", "other spans", "other acts", "rivals", "small", "other shares", "measure", "news day", "both news days", "moved", "not on", "week off", "rough", "negated", "hour", "region", "body", "other time", "only near", "one placed framed", "both placed framed", "from or to", "far", "commas", "carried", "crowd", "state", "of payment", "speech", "nothing in common", "year by the way"])  # fmt: skip
OWN = frozenset(
    ["sentences alike", "clauses alike", "sentences near", "clauses near", "names in both", "nearest both ways"]
)  # common signs that a kind may weigh otherwise
REAL = 0.3  # weight of a candidate between real reports
WORDS, LEAST = 120, 95  # of an opening at most; once it has so many, no further paragraph is taken
BARS = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8)

Matrix = NDArray[np.float64]


@dataclass(frozen=True)
class Row:
    """A candidate of a case, and whether it is the difference; the kind of a pair of real reports is none."""

    case: Case
    candidate: Candidate
    right: bool

    @property
    def author(self) -> str:
        """Who wrote the case, by the first letter of its name."""
        return self.case.id[0]


def openings(gold: Path) -> list[Case]:
    """The openings of BASIL's reports, an occasion a case; their names say in which of two parts they are left out."""
    told: dict[str, list[Raw]] = {}
    for article in articles(gold):
        taken, count = [], 0
        for paragraph in article.paragraphs:
            taken.append(paragraph)
            count += len(paragraph.split())
            if count >= LEAST:
                break
        text = "\n\n".join(taken)
        if len(text.split()) > WORDS:
            cut = " ".join(text.split()[:WORDS])
            text = cut[: cut.rfind(". ") + 1] or cut
        name = f"{article.uuid}/{article.outlet}"
        given = Given(title=article.title, published=article.day, outlet=article.outlet)
        raw = Raw(name, "record", text, content_id(name, text), "utf-8", given)
        told.setdefault(article.story, []).append(raw)
    return [
        Case(f"{'xy'[n % 2]}{story}", "dev", None, "real", tuple(raws), ("", ""))
        for n, (story, raws) in enumerate(sorted(told.items()))
    ]


def scenes(some: Sequence[Case]) -> Iterator[tuple[Case, Scene]]:
    """Each case read, linked and told up to its differences."""
    plan = default_plan()
    read: dict[str, Reading] = {}
    for outcome in read_articles(plan, [a for case in some for a in case.articles], Options()):
        read |= {r.document.path: r for r in outcome.done}
    before = [stage.name for stage in plan.tell].index("tell/differences")
    for case in some:
        readings = tuple(read[a.path] for a in case.articles)
        telling = Telling(readings, linking.link(plan.link, readings))
        for stage in plan.tell[:before]:
            telling = next(iter(stage.run([telling])))
        yield case, scene_of(telling)


def rows(some: Sequence[Case]) -> Iterator[Row]:
    """The candidates of all cases, those left out that touch a passage but are not sure to be right or wrong."""
    for case, scene in scenes(some):
        for c in (c for found in candidates(scene, briefs(scene)) for c in found):
            texts = [scene.readings[at.document].document.text[at.span.start : at.span.end] for _, at in c.sides]
            hits = [[touches(text, passage) for passage in case.passages] for text in texts]
            right = case.kind is not None and ((hits[0][0] and hits[1][1]) or (hits[0][1] and hits[1][0]))
            unsure = case.kind is not None and (
                (right and c.kind != case.kind) or (not right and c.kind == case.kind and any(map(any, hits)))
            )
            if not unsure:
                yield Row(case, c, right)


def signs_of(candidate: Candidate) -> Iterator[tuple[str, float]]:
    """The signs that get a weight: common ones for all kinds, others for their own."""
    for name, value in sign_names(candidate):
        own = name.split(": ")[-1]
        if name == candidate.kind or (name in COMMON) or (": " in name and (own not in COMMON or own in OWN)):
            yield name, value


def learn(some: Sequence[Row]) -> dict[str, float]:
    """The weights that some rows give; a case's candidates that are right share one."""
    names = sorted({name for row in some for name, _ in signs_of(row.candidate)})
    index = {name: n for n, name in enumerate(names)}
    x: Matrix = np.zeros((len(some), len(names)))
    for r, row in enumerate(some):
        for name, value in signs_of(row.candidate):
            x[r, index[name]] = value
    y = np.array([float(row.right) for row in some])
    count = Counter(row.case.id for row in some if row.right)
    w = np.array([1 / count[row.case.id] if row.right else REAL if row.author in "xy" else 1.0 for row in some])
    own = [name.split(": ")[-1] for name in names]
    low = np.array([0.0 if name in FOR else -np.inf for name in own])
    high = np.array([0.0 if name in AGAINST else np.inf for name in own])
    ridge = np.array([RIDGE if name in COMMON or ": " in name else OF_KIND for name in names])
    return dict(zip(names, descend(x, y, w, (low, high), ridge), strict=True))


def descend(x: Matrix, y: Matrix, w: Matrix, bounds: tuple[Matrix, Matrix], ridge: Matrix) -> list[float]:
    """Projected gradient descent with momentum."""
    step = 1 / (0.25 * float(np.linalg.norm(x * np.sqrt(w)[:, None], 2)) ** 2 + float(ridge.max()))
    b = ahead = np.zeros(x.shape[1])
    t = 1.0
    for _ in range(ROUNDS):
        p = 1 / (1 + np.exp(-np.clip(x @ ahead, -30, 30)))
        new = np.clip(ahead - step * (x.T @ (w * (p - y)) + ridge * ahead), *bounds)
        after = (1 + np.sqrt(1 + 4 * t * t)) / 2
        ahead, b, t = new + (t - 1) / after * (new - b), new, after
    return [float(v) for v in b]


def chance(table: dict[str, float], candidate: Candidate) -> float:
    """How likely a candidate is by a table."""
    odds = sum(table.get(name, 0.0) * value for name, value in signs_of(candidate))
    return float(1 / (1 + np.exp(-odds)))


def left_out(some: Sequence[Row], all_cases: Sequence[Case]) -> None:
    """Print how each author's cases come out with weights of the others'."""
    authors = sorted({row.author for row in some})
    sure = {}
    for author in authors:
        table = learn([row for row in some if row.author != author])
        sure |= {id(row): chance(table, row.candidate) for row in some if row.author == author}
    for bar in BARS:
        line, told = [], [0, 0]
        for author in authors:
            mine = [row for row in some if row.author == author and sure[id(row)] >= bar]
            right = {row.case.id for row in mine if row.right}
            false = {row.case.id for row in mine if row.case.kind is None}
            real = sum(case.kind is not None for case in all_cases if case.id[0] == author)
            if real:
                told = [told[0] + len(right), told[1] + len(false)]
                line.append(f"{author}: {len(right)} of {real} right, {len(false)} false")
            else:
                line.append(f"{author}: {len(mine)} told of real reports")
        real = sum(case.kind is not None for case in all_cases)
        print(bar, "; ".join(line), f"; precision {told[0] / max(1, sum(told)):.2f}, recall {told[0] / real:.2f}")
    kinds = sorted({row.candidate.kind for row in some})
    for kind in kinds:
        mine = [row for row in some if row.candidate.kind == kind and sure[id(row)] >= SHOWN]
        print(
            kind,
            len({r.case.id for r in mine if r.right}),
            "right,",
            len({r.case.id for r in mine if r.case.kind is None and r.author not in "xy"}),
            "false,",
            sum(r.author in "xy" for r in mine),
            "told of real reports",
        )
    for row in sorted(some, key=lambda r: -sure[id(r)]):
        if not row.right and sure[id(row)] >= BARS[1]:
            print(
                f"  {sure[id(row)]:.2f} {row.case.id} {row.case.kind} {row.candidate.kind}: {row.candidate.sides[0][0][:50]} / {row.candidate.sides[1][0][:50]}"
            )


def main() -> None:
    """Print the figures, and write the table if wanted."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--write", action="store_true")
    wanted = parser.parse_args()
    some = [case for case in cases() if case.half == "dev"]
    found = list(rows([*some, *openings(wanted.gold)]))
    left_out(found, some)
    if wanted.write:
        table = learn(found)
        lines = [f"{name}\t{value:.2f}" for name, value in sorted(table.items()) if abs(value) >= SLIGHT]
        TABLE.write_text(HEAD.format(count=len(some)) + "\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
