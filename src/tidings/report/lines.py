"""Events and dealings as lines: where each stands, who to whom, when, and the words it stands on."""

from dataclasses import dataclass

from tidings.model import Account, Anchor, Date, Dealing, Event
from tidings.report.naming import when
from tidings.report.words import Texts, Words, best, standing_evidence, standing_word

__all__ = ["Line", "Maker", "chains"]

ORDER = ("agreement", "offer", "counter_offer", "refusal", "demand", "condition", "warning", "denial", "accusation")


@dataclass(frozen=True, slots=True)
class Line:
    """One dealing or event."""

    id: str
    state: str
    kind: str
    who: str
    to: str
    about: str
    when: str
    witnesses: int
    evidence: tuple[Anchor, ...]
    words: Words | None
    confidence: float
    answers: str | None = None
    history: tuple[tuple[str, str, str], ...] = ()  # status, day, the sources' short names
    why: tuple[str, ...] = ()
    origin: str = ""
    new: bool = False
    denied_by: str = ""
    said_by: str = ""  # on whose word alone it rests

    @property
    def doubt(self) -> str:
        """On whose word alone it rests and who denies it, in words; "" where an outlet vouches and nobody denies."""
        told = (("by the word of", self.said_by), ("denied by", self.denied_by))
        return "; ".join(f"{how} {who}" for how, who in told if who)


@dataclass(frozen=True, slots=True)
class Maker:
    """Makes lines out of an account's records."""

    names: dict[str, str]
    short: dict[str, str]
    texts: Texts
    new: frozenset[str]

    def words(self, evidence: tuple[Anchor, ...]) -> Words | None:
        """The words that bear a line out."""
        return self.texts.around(best(evidence)) if evidence else None

    def dealing(self, dealing: Dealing) -> Line:
        """A dealing's line."""
        return Line(
            dealing.id,
            dealing.state,
            dealing.kind.replace("_", "-"),
            self.listed(dealing.from_all) or self.names.get(dealing.from_ or "", "not stated"),
            self.listed(dealing.to_all) or self.names.get(dealing.to or "", ""),
            dealing.about,
            when(Date(dealing.date, dealing.date, "day", dealing.date_inferred)),
            dealing.witnesses,
            dealing.evidence,
            self.words(dealing.evidence),
            dealing.confidence,
            answers=dealing.answers,
            why=dealing.why,
            origin=dealing.origin,
            new=dealing.id in self.new,
        )

    def event(self, event: Event) -> Line:
        """An event's line, with the history of its status."""
        return Line(
            event.id,
            standing_word(event.status, event.evidence),
            event.type.lower() + (f", {event.mode}" if event.mode else ""),
            self.listed(event.actors) or "not stated",
            self.listed(event.recipients),
            event.summary,
            when(event.date),
            event.witnesses,
            event.evidence,
            self.words(standing_evidence(event)),
            event.confidence,
            history=self.history(event),
            why=event.why,
            origin=event.origin,
            new=event.id in self.new,
            denied_by=self.listed(event.denied_by),
            said_by=self.listed(event.attributed_to),
        )

    def listed(self, ids: tuple[str, ...]) -> str:
        """Entities by name."""
        return ", ".join(self.names.get(i, i) for i in ids)

    def history(self, event: Event) -> tuple[tuple[str, str, str], ...]:
        """Status by day, in order; reports of one day and status share an entry."""
        steps: dict[tuple[str, str], list[str]] = {}
        for p in sorted(event.history, key=lambda p: (p.as_of or "9999", p.document)):
            steps.setdefault((p.status, p.as_of or "undated"), []).append(self.short.get(p.document, p.document))
        return tuple((status, day, ", ".join(sources)) for (status, day), sources in steps.items())


def chains(account: Account, maker: Maker) -> tuple[tuple[tuple[int, Line], ...], ...]:
    """Dealings with their answers below them, as (depth, line); the best told chains first."""
    ordered = sorted(account.dealings, key=rank)
    known = {d.id for d in ordered}
    below: dict[str | None, list[Dealing]] = {}
    for d in ordered:
        below.setdefault(d.answers if d.answers in known and d.answers != d.id else None, []).append(d)
    seen: set[str] = set()
    found = []
    for root in (*below.get(None, ()), *ordered):  # dealings that answer each other in a ring have no root of their own
        chain: list[tuple[int, Line]] = []
        pending = [(0, root)]
        while pending:
            depth, d = pending.pop()
            if d.id not in seen:
                seen.add(d.id)
                chain.append((depth, maker.dealing(d)))
                pending += [(depth + 1, answer) for answer in reversed(below.get(d.id, []))]
        if chain:
            found.append(tuple(chain))
    return tuple(sorted(found, key=lambda c: (len(c) == 1, -max(line.witnesses for _, line in c))))


def rank(dealing: Dealing) -> tuple[int, int, str, str]:
    """Best told first, then by kind and day."""
    place = ORDER.index(dealing.kind) if dealing.kind in ORDER else len(ORDER)
    return (-dealing.witnesses, place, dealing.date or "9999", dealing.id)
