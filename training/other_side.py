"""Learn `other_side.tsv`: to whom a dealing goes where nothing states it.

    python -m training.other_side --gold ../shared/gold STORY… [--write]

A dealing that is told and names nobody to whom it goes is a case: the sides named around it, and nobody. In a story (a folder
with docs/ and gold.json) it touches the evidence of a gold dealing that has its giver; in a pile of real reports
(evals/labels/reports.md, the open part) it holds the word of a labelled dealing or event that has its giver. Where whom the
reader names is not among the sides, nobody is right. It prints how often the likeliest side is right, stories and piles left
out in twelve parts.
"""

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from evals.reports import readings, rows
from tidings.engine import open_case
from tidings.grammar.events.other_side import NOBODY, signs
from tidings.grammar.events.story import Member
from tidings.grammar.events.story_sides import StorySides
from tidings.model import Dealing, Reading, Telling
from tidings.run.linking import link
from tidings.stages import LINK, TELL
from tidings.stages.tell.dealings import Dealings, members_of, told_as
from training.choice import Vector, chances, fit, table
from training.event_evidence import touches

TABLE = Path(__file__).parents[1] / "src/tidings/lexicon/other_side.tsv"
HEAD = """# What each sign adds for a side as the one to whom a dealing goes where nothing states it, or for nobody; the chances are a softmax.
# Learnt by training/other_side.py on {count}. Not one by one to be changed: they hold together.
# sign, weight
"""
BARS = (0.3, 0.4, 0.5, 0.6, 0.7)
PARTS = 12
SLIGHT = 0.005  # weights that are not kept


@dataclass(frozen=True, slots=True)
class Case:
    """One dealing: the signs of each side and of nobody, and which are right."""

    source: str  # the story or pile
    pile: bool
    options: dict[str, dict[str, float]]
    right: frozenset[str]


def unstated(found: Sequence[Reading]) -> Iterator[tuple[Dealing, str, StorySides, list[Member]]]:
    """The dealings of these readings that name nobody to whom they go, with who gives them."""
    telling = Telling(tuple(found), link(LINK, found))
    for stage in TELL:
        (telling,) = stage.run([telling])
        if stage.name == Dealings.name:
            break
    sides, members = StorySides.of(telling.entities, telling.events), members_of(telling)
    for dealing in telling.dealings:
        guessed = any(why.startswith("to whom") for why in dealing.why)
        if dealing.from_ is not None and (dealing.to is None or guessed):
            yield dealing, dealing.from_, sides, told_as(dealing.kind, members[dealing.event or ""])


def case_of(source: str, options: dict[str, dict[str, float]], right: frozenset[str], *, pile: bool = False) -> Case:
    """A case, with nobody where whom a reader names is no option."""
    return Case(source, pile, options, right & options.keys() or frozenset({NOBODY}))


def of_story(path: Path) -> Iterator[Case]:
    """The cases of a story."""
    with open_case(":memory:") as case:
        case.add([str(path / "docs")])
        found = tuple(case.readings())
    gold = json.loads((path / "gold.json").read_text("utf-8"))
    names = {
        e["name"]: {a.lower() for a in (*e["aliases"], e["name"], e["acts_for"] or e["name"])} for e in gold["entities"]
    }
    files = {reading.document.id: Path(reading.document.path).name for reading in found}
    for dealing, giver, sides, own in unstated(found):
        known = {
            s: {n.lower() for e in held for n in (*e.aliases, e.name)} | {s.lower()} for s, held in sides.held.items()
        }
        about = [g for g in gold["dealings"] if told_in(dealing, files, g)]
        about = sorted(about, key=lambda g: g["kind"] != dealing.kind)[:1]
        if not about or known[sides.side[giver]].isdisjoint(names.get(about[0]["from"], {about[0]["from"].lower()})):
            continue
        to = about[0]["to"]
        right = frozenset(s for s in known if to and not known[s].isdisjoint(names.get(to, {to.lower()})))
        options = {s: dict(held) for s, held in signs(sides, dealing.kind, giver, own).items()}
        yield case_of(path.name, options, right)


def told_in(dealing: Dealing, files: dict[str, str], gold: dict[str, Any]) -> bool:
    """Whether a dealing stands on the words of a gold one."""
    pairs = ((a, e) for a in dealing.evidence for e in gold["evidence"])
    return any(files[a.document] == e["file"] and touches(a.exact, e["text"]) for a, e in pairs)


def of_pile(gold: Path, row: dict[str, Any]) -> Iterator[Case]:
    """The cases of a pile."""
    found = tuple(readings(gold, row["pile"], row["docs"]).values())
    letter = {r.document.id: Path(r.document.path).stem for r in found}
    labels = [(g["at"], g["from"], g["to"], g["kind"]) for g in row.get("dealings") or ()]
    labels += [([e["at"]], e["actors"], e["recipients"], None) for e in row["events"]]
    for dealing, giver, sides, own in unstated(found):

        def who(party: int, sides: StorySides = sides) -> frozenset[str]:
            places = {(d, a) for d, a, _ in row["parties"][party]["at"]}
            of = row["parties"][party]["acts_for"]
            held = {
                s
                for e in sides.entities
                for s in [sides.side[e.id]]
                for m in e.mentions
                if (letter[m.document], m.start) in places
            }
            return frozenset(held | ({of} if of else set()))

        mine = [
            (givers, to)
            for at, givers, to, kind in labels
            if kind in {None, dealing.kind} and any(holds(m, letter[m.document], place) for m in own for place in at)
        ]
        mine = [(givers, to) for givers, to in mine if any(sides.side[giver] in who(p) for p in givers)]
        if mine:
            right = frozenset(side for _, to in mine for p in to for side in who(p))
            options = {s: dict(held) for s, held in signs(sides, dealing.kind, giver, own).items()}
            yield case_of(row["pile"], options, right, pile=True)


def holds(member: Member, letter: str, place: Sequence[Any]) -> bool:
    """Whether the word that tells a dealing is a labelled one."""
    document, start, end = place
    return document == letter and member.mention.trigger.start < end and start < member.mention.trigger.end


def main() -> None:
    """Fit, tell how well, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("stories", type=Path, nargs="+")
    parser.add_argument("--piles", type=int, default=80, help="how many of the open piles, of the first")
    parser.add_argument("--write", action="store_true", help="write the table of the package")
    options = parser.parse_args()
    found = [case for path in options.stories for case in of_story(path)]
    piles = list(rows(test=False))[: options.piles]
    found += [case for row in piles for case in of_pile(options.gold, row)]
    names = sorted({name for case in found for held in case.options.values() for name in held})
    print(f"{len(found)} dealings, {sum(NOBODY not in case.right for case in found)} of them to somebody")
    for pile in (False, True):
        for bar in BARS:
            print("piles" if pile else "stories", f"from {bar}:", *told(names, found, bar, pile=pile))
    if options.write:
        weights = zip(names, learnt(names, found).tolist(), strict=True)
        lines = [f"{name}\t{weight:.2f}" for name, weight in weights if abs(weight) >= SLIGHT]
        count = f"{len(found)} dealings of {len(options.stories)} stories and {len(piles)} piles of real reports"
        TABLE.write_text(HEAD.format(count=count) + "\n".join(lines) + "\n", "utf-8")


def learnt(names: list[str], found: list[Case]) -> Vector:
    """The weights that these cases give."""
    tables = [table(names, list(case.options.values())) for case in found]
    right = [np.array([side in case.right for side in case.options]) for case in found]
    return fit([(x, y, 1.0) for x, y in zip(tables, right, strict=True)], len(names))


def told(names: list[str], found: list[Case], bar: float, *, pile: bool) -> tuple[str, ...]:
    """What holds of the sides that are likely enough, each part by what the others teach."""
    sources = sorted({case.source for case in found})
    part = {source: n % PARTS for n, source in enumerate(sources)}
    right = wrong = nobody = 0
    for n in range(PARTS):
        weights = learnt(names, [case for case in found if part[case.source] != n])
        for case in (c for c in found if part[c.source] == n and c.pile == pile):
            share = dict(zip(case.options, chances(table(names, list(case.options.values())) @ weights), strict=True))
            best = max((s for s in share if s != NOBODY), key=lambda s: share[s], default=NOBODY)
            if best == NOBODY or share[best] < bar:
                continue
            right += best in case.right
            nobody += NOBODY in case.right
            wrong += best not in case.right and NOBODY not in case.right
    return f"{right} right,", f"{wrong} wrong,", f"{nobody} to nobody"


if __name__ == "__main__":
    main()
