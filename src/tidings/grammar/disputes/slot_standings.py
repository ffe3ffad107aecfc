"""What two reports call one person, body or state: an office and its deputy's, a witness and a suspect, state-owned and private."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tidings.grammar.disputes.briefs import Brief, states
from tidings.grammar.disputes.claims import Claim
from tidings.grammar.disputes.scene import Passage, Scene
from tidings.grammar.disputes.slots import Candidate, Pair, clause_at, common, flags, sentences, tokens, word_patterns
from tidings.text.terms import stem

__all__ = ["called", "standing_slots"]

PAST = re.compile(r"\b(?:former|ex|late|acting|interim|outgoing|incoming|then|future|new|next|designate|elect|candidate|successor|predecessor|appointed|replac\w+|succe\w+|promoted)\b", re.IGNORECASE)  # fmt: skip
NOT_OWN = re.compile(r"\b(?:not|never|no longer|nor|neither|if|whether|former|ex|his|her|their|whose|two|three|several|other|against|by|with|from|told|to)\b[^,;]{0,18}\Z", re.IGNORECASE)  # fmt: skip
DEPUTY = re.compile(r"\b(?:deputy|vice|under|assistant)[\s-](?:\w+\s){0,2}\Z", re.IGNORECASE)
BACK = re.compile(r"[“\"]?(?:The|He|She|It|This|As|A|An)\b")
PERSONAL = frozenset(["staff", "crew", "calling", "law", "arms", "tenure"])  # matters of persons
POSTS = frozenset(["staff", "crew", "calling"])  # told right beside a name
CALLING = "calling"
OTHERS_CALLING = re.compile(r"\s(?:for|to|by|with|from|of)\b")  # "a lawyer for X"
# A calling without a name beside it is of who was named in the sentence before: "The nurse was let go", "He is a baker".
AGAIN = re.compile(r"(?:\A|\b)(?:the|this)\s(?:[a-z-]+\s){0,2}\Z|\A(?:He|She)\s(?:is|was|works?|worked)(?:\sas)?\san?\s(?:[a-z-]+\s){0,2}\Z", re.IGNORECASE)  # fmt: skip
BEFORE = re.compile(r"(?:\s(?:of|for)\s(?:the\s)?(?:[\w’'-]+\s?){1,4})?,?\s?(?:[A-ZÀ-Þ][\w’'-]*\s?){0,3}")
BEHIND = re.compile(
    r"[\w’'-]*,?\s(?:who\s)?(?:(?:is|was|has been|had been)\s)?(?:(?:a|an|the|its|their|his|her)\s)?(?:[\w’'-]+\s){0,3}"
)
OTHERS_POST = re.compile(r"\s[A-ZÀ-Þ]|[’']s\b")  # "X, President Fenn's adviser"
OFFICE = "staff"  # the matter of offices, which "former" takes away
ENDS = frozenset(["convicted", "cleared"])  # what nobody is before being a suspect
LATER = 2  # days after which a witness may have become a suspect
NEAR, FAR = 30, 80  # code points
CROWD = COMMAS = 4
CLOSEST = 2  # tellings of one standing in a report


@dataclass(frozen=True, slots=True)
class Called:
    """A standing that a sentence gives somebody, and how surely."""

    standing: str
    words: str
    passage: Passage
    at: int  # in the document
    away: int  # code points from the name
    carried: bool  # the name stands in a sentence before
    others: int  # names beside this in the sentence
    commas: int  # between the words and the name

    @property
    def claim(self) -> Claim:
        """The sentence."""
        return Claim(self.passage.document, self.passage.span)


Standings = dict[tuple[str, str], list[Called]]  # by who and matter


def standing_slots(pair: Pair, ours: Standings, theirs: Standings) -> Iterator[Candidate]:
    """Pairs of standings of one matter that exclude each other, of somebody whom both reports name."""
    for who, matter in sorted(ours.keys() & theirs.keys()):
        one, two = ours[who, matter], theirs[who, matter]
        if {c.standing for c in one} & {c.standing for c in two}:
            continue
        met = [(x, y) for x in closest(one) for y in closest(two) if not (matter == "law" and moved_on(pair, x, y))]
        least = min((x.away + y.away for x, y in met), default=0)
        for x, y in met:
            clauses = clause_at(pair.a, x.at), clause_at(pair.b, y.at)
            if clauses[0] is None or clauses[1] is None:
                continue
            both = (x, y)
            signs = common(pair, clauses[0], clauses[1]) | flags(
                near=all(c.away < NEAR for c in both),
                carried=any(c.carried for c in both),
                state=who.startswith("="),
                nearest_of_name=x.away + y.away == least,
                of_law=matter == "law",
                of_post=matter == OFFICE,
            )
            signs["far"] = min(1.0, max(c.away for c in both) / FAR)
            signs["commas"] = min(COMMAS, x.commas + y.commas) / COMMAS
            signs["crowd"] = min(CROWD, x.others + y.others) / CROWD
            sides = ((x.words, x.claim), (y.words, y.claim))
            about = f"what {who.lstrip('=-').title()} is"
            yield Candidate(
                "role", about, sides, (matter, who), signs, "two reports give standings that exclude each other"
            )


def closest(found: list[Called]) -> list[Called]:
    """The tellings that stand nearest to the name."""
    return sorted(found, key=lambda c: (c.away, c.at))[:CLOSEST]


def moved_on(pair: Pair, x: Called, y: Called) -> bool:
    """Whether the later report may tell of a later state: a suspect since charged, convicted or cleared."""
    apart = pair.scene.days_apart(pair.a.document, pair.b.document)
    if not apart:
        return False
    published = pair.scene.published
    later = (x if published[pair.a.document] > published[pair.b.document] else y).standing
    return later in ENDS or apart > LATER


def called(scene: Scene, report: Brief) -> Standings:
    """What a report calls each person, body and state, by matter."""
    del scene
    found: Standings = {}
    subjects = subjects_of(report)
    before: list[tuple[str, int]] = []
    for passage in sentences(report):
        here = [(who, at) for who, name in subjects.items() if (at := spot(report, passage, who, name)) >= 0]
        follows = not here and bool(before)
        carried = follows and BACK.match(passage.text) is not None
        one = follows and len([who for who in subjects if who[0] not in "=-"]) == 1
        told = [(who, -1) for who, _ in before] if carried or one else here
        for matter, standing, match in standings_in(passage.text) if told else ():
            for who, at in told:
                if matter in PERSONAL and who[0] in "=-":
                    continue
                if at < 0 and not (AGAIN.search(passage.text, 0, match.start()) if matter == CALLING else carried):
                    continue
                between = passage.text[min(match.end(), at) : max(at, match.start())] if at >= 0 else ""
                if matter in POSTS and at >= 0 and not (BEFORE if match.start() < at else BEHIND).fullmatch(between):
                    continue
                if matter in POSTS and at >= 0 and match.start() > at and OTHERS_POST.match(passage.text, match.end()):
                    continue
                if matter == CALLING and OTHERS_CALLING.match(between):
                    continue
                away = len(between) if at >= 0 else match.start()
                start = passage.span.start + match.start()
                mine = Called(
                    standing, match[0], passage, start, away, carried, len(told) - 1, len(re.findall("[,;]", between))
                )
                found.setdefault((who, matter), []).append(mine)
        before = here or (before if carried else [])
    return found


def subjects_of(report: Brief) -> dict[str, str]:
    """Those whom a report names: persons and bodies by the stem of their last word, after "-" where it is the only one; states by their codes, after "="."""
    found: dict[str, str] = {}
    text = report.reading.document.text
    for mention in report.reading.mentions:
        words = mention.name.split()
        if mention.kind == "country" or mention.form == "demonym":
            if code := state_of(text[mention.span.start : mention.span.end]):
                found.setdefault(f"={code}", "")
        elif mention.form == "name" and mention.kind != "place" and (len(words) > 1 or mention.kind != "person"):
            found.setdefault("-" * (len(words) == 1) + stem(words[-1].lower()), words[-1])
    return found


def state_of(name: str) -> str | None:
    """The state that a name or a word for a people is of."""
    return states().get(stem(re.sub(r"[’']s?$|^[Tt]he ", "", name).lower()))


def spot(report: Brief, passage: Passage, who: str, name: str) -> int:
    """Where a sentence names somebody, by the last name or its first half: "Sandoval" for "Sandoval-Prieto"; -1 for nowhere."""
    text = report.reading.document.text
    if who.startswith("="):
        inside = (m.span for m in report.reading.mentions if passage.span.start <= m.span.start < passage.span.end)
        return next((s.start - passage.span.start for s in inside if state_of(text[s.start : s.end]) == who[1:]), -1)
    parts = {name, name.split("-")[0]} if len(name.split("-")[0]) > 3 else {name}
    found = (re.search(rf"(?<![\w-]){re.escape(part)}(?![\w])", passage.text) for part in sorted(parts))
    return min((m.start() for m in found if m), default=-1)


def standings_in(text: str) -> Iterator[tuple[str, str, re.Match[str]]]:
    """The standings that a sentence gives, with their matter; those that are denied, past or another's left out."""
    here = tokens(text)
    for pattern, matter, standing, first in word_patterns("standings.tsv"):
        if not first & here:
            continue
        for match in pattern.finditer(text):
            if NOT_OWN.search(text[: match.start()]):
                continue
            if matter == OFFICE and PAST.search(text[max(0, match.start() - 16) : match.end() + 12]):
                continue
            deputy = standing == "head" and DEPUTY.search(text[: match.start()])
            yield matter, "deputy" if deputy else standing, match
