"""What two short reports of one occasion call one person: an office and its deputy's, a witness and a suspect."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from tidings.grammar.disputes.briefs import Brief
from tidings.grammar.disputes.claims import Claim, Dispute
from tidings.grammar.disputes.scene import Passage, Scene
from tidings.lexicon import rows

__all__ = ["brief_roles"]

OFFICES = r"(?:minister|secretary|president|governor|mayor|director|chief|commissioner|ambassador|prosecutor|chairman|chairwoman|chair|commander|speaker|head|leader|premier)"
DEPUTY = r"(?:deputy|vice|under|assistant|junior|parliamentary)"
# "Deputy Energy Minister", "energy minister", "under-secretary for housing", "vice-president".
OFFICE = re.compile(
    rf"\b(?P<deputy>(?:first\s)?{DEPUTY}[\s-]|state\s(?=secretary\b))?(?P<field>(?:(?!{DEPUTY})[A-Z]?[a-z]+[\s-]){{0,2}}?)(?P<office>{OFFICES})(?:\s(?:of|for)\s(?:the\s)?(?P<of>[A-Za-z]+))?(?![\w’'-])",
    re.IGNORECASE,
)
PAST = re.compile(r"\b(?:former|ex|late|acting|interim|outgoing|incoming|then|future|new|next|designate|elect|candidate|successor|predecessor|appointed|replac\w+|succe\w+|promoted)\b", re.IGNORECASE)  # fmt: skip
UNSURE = re.compile(r"\b(?:not|never|no longer|if|whether|denie[sd]|former|ex|like|as if|his|her|their|whose)\b[^,;]{0,30}\Z", re.IGNORECASE)  # fmt: skip
OPENING = 40  # code points from "The" or "called her" to what somebody is
CALLED = re.compile(r"\b(?:called|described|presented|identified|named|portrayed)\s(?:him|her)\b")
PRONOUN = re.compile(r"(?:He|She)\s")
BACK = re.compile(r"(?:\A|(?<=[“\"]))(?:The|He|She|A|An)\b")


@dataclass(frozen=True, slots=True)
class Called:
    """One standing or office of a person, with the sentence that gives it."""

    matter: str
    standing: str
    words: str
    claim: Claim


def brief_roles(scene: Scene, pairs: Sequence[tuple[Brief, Brief]]) -> Iterator[Dispute]:
    """Persons whom two short reports name and to whom they give standings that exclude each other."""
    briefs = {b.document: b for pair in pairs for b in pair}
    called = {document: by_person(b) for document, b in briefs.items()}
    for a, b in pairs:
        for name in sorted(called[a.document].keys() & called[b.document].keys()):
            ours, theirs = called[a.document][name], called[b.document][name]
            for matter in sorted({c.matter for c in ours} & {c.matter for c in theirs}):
                one, two = ([c for c in side if c.matter == matter] for side in (ours, theirs))
                standings = [{c.standing for c in side} for side in (one, two)]
                if (
                    [len(s) for s in standings] == [1, 1]
                    and standings[0] != standings[1]
                    and not scene_moved(scene, a, b, matter)
                ):
                    sides = tuple((side[0].words, tuple(sorted({c.claim for c in side}))) for side in (one, two))
                    yield Dispute(
                        "role",
                        f"what {name.title()} is",
                        sides,
                        ("two short reports call one person by standings that exclude each other",),
                        0.6,
                    )


def scene_moved(scene: Scene, a: Brief, b: Brief, matter: str) -> bool:
    """Whether one report is a day older, so that a suspect may have been convicted since."""
    return matter == "law" and (
        scene.overtaken({a.document}, {b.document}) or scene.overtaken({b.document}, {a.document})
    )


def by_person(brief: Brief) -> dict[str, list[Called]]:
    """What a short report calls each person, by the last word of the name."""
    found: dict[str, list[Called]] = {}
    known = people(brief)
    last: str | None = None
    for passage in dict.fromkeys(c.passage for c in brief.clauses):
        here = [n for n in known if spot(passage.text, n) >= 0]
        if last and (
            PRONOUN.match(passage.text) or (not here and (BACK.match(passage.text) or CALLED.search(passage.text)))
        ):
            who, named = last, False
        elif len(here) == 1:
            who, named = here[0], True
        else:
            last = None if here else last
            continue
        found.setdefault(who.lower(), []).extend(standings(passage, who, here=named))
        last = who
    return found


def people(brief: Brief) -> tuple[str, ...]:
    """The last names of the persons that a short report names in full."""
    named = (m.name.split() for m in brief.reading.mentions if m.form == "name" and m.kind != "country")
    return tuple(sorted({words[-1] for words in named if len(words) > 1}))


def spot(text: str, name: str) -> int:
    """Where a sentence names somebody, by the last name or its first half: "Sandoval" for "Sandoval-Prieto"; -1 for nowhere."""
    parts = {name, name.split("-")[0]} if len(name.split("-")[0]) > 3 else {name}
    found = (re.search(rf"(?<![\w-]){re.escape(part)}(?![\w])", text) for part in sorted(parts))
    return min((m.start() for m in found if m), default=-1)


def standings(passage: Passage, name: str, *, here: bool) -> Iterator[Called]:
    """The standings and offices that a sentence gives the one person in it."""
    text, claim = passage.text, Claim(passage.document, passage.span)
    at = spot(text, name)
    for pattern, matter, standing in patterns():
        match = pattern.search(text)
        if (
            match
            and not UNSURE.search(CALLED.sub("called", text[: match.start()]))
            and beside(text, match, at, here=here)
        ):
            yield Called(matter, standing, match[0], claim)
    for match in OFFICE.finditer(text):
        near = beside(text, match, at, here=here, office=True)
        if near and not PAST.search(text[max(0, match.start() - 16) : match.end() + 24]):
            field = (
                (match["of"] or match["field"].split()[-1] if match["of"] or match["field"].strip() else "")
                .lower()
                .strip("- ")
            )
            if field and field not in (
                "the",
                "a",
                "an",
                "its",
                "his",
                "her",
                "their",
                "prime",
                "of",
                "as",
                "police",
                "fire",
                "party",
                "army",
                "state",
                "first",
            ):
                yield Called(f"office {field}", "deputy" if match["deputy"] else "head", match[0], claim)


def beside(text: str, match: re.Match[str], at: int, *, here: bool, office: bool = False) -> bool:
    """Whether words are of the person: right before the name, in apposition or predicate behind it, or of "the …" that opens the sentence."""
    if not here:
        called = CALLED.search(text)
        return match.start() < OPENING or (
            called is not None and called.end() <= match.start() <= called.end() + OPENING
        )
    if at < 0:
        return False
    if match.end() <= at:
        between = text[match.end() : at]
        return (
            len(between) <= 30
            and "," not in between[:-2]
            and (
                not office
                or re.fullmatch(r",?\s(?:[A-ZÀ-Þ][\w’'-]*\s|[a-z]{2,3}\s)*(?:[A-ZÀ-Þ][\w’'-]*-)?", between) is not None
            )
        )
    between = text[at:][: match.start() - at]
    return (
        re.match(
            r"[\w’'-]+,?\s(?:aged \d+,\s)?(?:(?:who|he|she)\s)?(?:(?:is|was|has|had|been|in the case|solely|merely|only|also|described|called|as|on|still|now|not yet|himself|herself|a|an|the|its|her|him|local|chief|prime|main)\b[\s,]{0,2}){0,8}(?:[\w’'-]+\s){0,6}\Z",
            between,
        )
        is not None
    )


@cache
def patterns() -> tuple[tuple[re.Pattern[str], str, str], ...]:
    """Each standing with one pattern for its words."""
    return tuple(
        (
            re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, words), key=len, reverse=True))})\b", re.IGNORECASE),
            matter,
            standing,
        )
        for matter, standing, *words in rows("standings.tsv")
    )
