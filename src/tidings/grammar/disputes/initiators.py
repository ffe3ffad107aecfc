"""Who asked for a meeting, talks or a truce: one state by one report, the other by another."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from tidings.grammar.disputes.claims import Claim, Dispute
from tidings.grammar.disputes.scene import NAME as CAPITAL
from tidings.grammar.disputes.scene import Passage, Scene
from tidings.lexicon import rows
from tidings.model import Span

__all__ = ["initiators", "states_in"]

MEETING = r"(?:meeting|talks|negotiations|consultations|summit|dialogue)"
TRUCE = r"(?:ceasefire|truce|armistice)"
MATTER = rf"(?:{MEETING}|{TRUCE})"
FILL = r"(?:\s[\w’'-]{1,16}){0,4}?"
NAME = r"(?P<name>[A-Z][a-z]{2,20}(?:\s[A-Z][a-z]{2,20})?)"
SIDE = rf"(?:the\s)?{NAME}(?:['’]s?)?(?:\s(?:side|party|delegation|government|authorities))?"
ASKED = re.compile(
    rf"\b{SIDE}(?:\s(?:on|had|has|also|first|that|who)(?:\s[A-Z][a-z]{{5,8}})?){{0,3}}\s(?:asked|requested|proposed|suggested|sought|initiated){FILL}\s(?:for\s)?(?:[\w’'-]{{1,16}}\s){{0,2}}?(?P<what>{MATTER})\b"
)
IDEA = re.compile(
    rf"\b(?:idea|initiative|request|proposal)(?:\s(?:of|for|to\shold)\s(?:the\s|a\s|these\s)?(?:[\w’'-]{{1,16}}\s){{0,2}}?(?P<what>{MATTER}))?\s(?:belongs|belonged|came|comes|had\scome|originated|was|is)\s(?:to|from|with)\s{SIDE}"
)
OWN = re.compile(
    rf"\b(?:[Ii]t|[Tt]his|(?P<what>{MATTER}))\s(?:was|were|is|had\sbeen)\s(?:held\s)?(?:at\s)?(?:(?:the\s)?{NAME}['’]s?\s(?:idea|initiative|request)|(?:the\s)?(?:idea|initiative|request)\sof\s(?:the\s)?(?P<of>[A-Z][a-z]{{2,20}}))\b"
)
HELD_AT = re.compile(
    rf"\b(?P<what>{MATTER})\b[^.;“”]{{0,60}}?\sat\s(?:the\s(?:request|initiative)\sof\s(?:the\s)?{NAME}|(?P<of>[A-Z][a-z]{{2,20}})['’]s?\s(?:request|initiative))\b"
)
CUE = re.compile("asked|requested|proposed|suggested|sought|initiated|idea|initiative|request|proposal")  # one in each
NOT = re.compile(r"\b(?:not|never|no|denie[sd]|deny|if|would|could)\b|n[’']t\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Initiated:
    """One account of who asked: the matter, the state, and whether the words settle whose idea it was."""

    matter: str
    state: str
    name: str
    claim: Claim
    settles: bool


def initiators(scene: Scene) -> Iterator[Dispute]:
    """Accounts of one kind of talks that name two states as those who asked; one at least speaks of the idea itself."""
    told = list(accounts(scene))
    for matter in sorted({t.matter for t in told}):
        mine = [t for t in told if t.matter == matter]
        for one, two in combinations(sorted({t.state for t in mine}), 2):
            left, right = ([t for t in mine if t.state == s] for s in (one, two))
            apart = any(scene.independent(a.claim.document, b.claim.document) for a in left for b in right)
            if apart and any(t.settles for t in (*left, *right)):
                sides = tuple((side[0].name, tuple(sorted({t.claim for t in side}))) for side in (left, right))
                yield Dispute("attribution", f"who asked for the {matter}", sides, ("one idea, two authors",), 0.6)


def accounts(scene: Scene) -> Iterator[Initiated]:
    """Every account of who asked, in the order of the scene; "it was their idea" takes its matter from what stands before."""
    before: Passage | None = None
    for passage in scene.passages:
        prior = before.text if before and before.document == passage.document else ""
        patterns = ((ASKED, False), (IDEA, True), (OWN, True), (HELD_AT, True)) if CUE.search(passage.text) else ()
        for pattern, settles in patterns:
            for match in pattern.finditer(passage.text[:1_200]):
                found = match.groupdict()
                name = found.get("of") or found.get("name") or ""
                what = found.get("what") or last_matter(prior + " " + passage.text[: match.start()])
                state = states().get(name) or states().get(name.split()[-1])
                if what and state and not NOT.search(passage.text, max(0, match.start() - 30), match.end()):
                    span = Span(passage.span.start + match.start(), passage.span.start + match.end())
                    matter = "truce" if re.fullmatch(TRUCE, what) else "talks"
                    yield Initiated(matter, state, name, Claim(passage.document, span), settles)
        before = passage


def last_matter(text: str) -> str:
    """The last meeting or truce that a text names."""
    return next((m[0] for m in reversed(list(re.finditer(rf"\b{MATTER}\b", text[-600:])))), "")


def states_in(text: str) -> frozenset[str]:
    """The states that words name, or whose people or seat of government."""
    named = (w.removesuffix("’s").removesuffix("'s") for w in CAPITAL.findall(text))
    return frozenset(code for w in named if (code := states().get(w)) is not None)


@cache
def states() -> dict[str, str]:
    """The state of each name of a country, of its people, and of its seat of government."""
    return {
        name.strip(): code
        for table in ("capitals.tsv", "demonyms.tsv", "countries.tsv")
        for code, *cells in rows(table)
        for cell in cells
        for name in cell.split(";")
        if name.strip()
    }
