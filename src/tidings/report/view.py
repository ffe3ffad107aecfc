"""What a reader sees of an account, arranged: names for ids, best sentences, what comes first. No markup here."""

from dataclasses import dataclass

from tidings.model import Account, Anchor, Difference, Entity, Event, TimelineEntry
from tidings.report.alone import Apart, apart
from tidings.report.drawing import Drawing, drawing
from tidings.report.lines import Line, Maker, chains
from tidings.report.matrix import Matrix, matrix
from tidings.report.naming import date_span, matters, short_names, side_name, story_title
from tidings.report.revisions import Revision, revisions
from tidings.report.speakers import Camp, camps
from tidings.report.standing import News, news, standing
from tidings.report.standing_signs import chance
from tidings.report.undecided import OpenGroup, undecided
from tidings.report.words import Texts, best, standing_evidence
from tidings.text.bracketed import is_told_by

__all__ = ["Party", "View", "view"]

LEADING = 3  # differences on the first screen
# Chance of being all right, below which a line of the timeline is shown further down where its day has a likelier one: of
# 875 lines of 35 stories with gold the 174 below it were all right for .21, the others for .48.
LIKELY = 0.3

TimelineRow = tuple[TimelineEntry, str, Anchor]
"""A line of the timeline with its address and the words shown."""


@dataclass(frozen=True, slots=True)
class Party:
    """A row of the table of people and bodies."""

    entity: Entity
    spellings: tuple[str, ...]  # besides its name
    offices: tuple[str, ...]
    side: str
    reports: int  # that name it


@dataclass(frozen=True, slots=True)
class View:
    """The account arranged for reading."""

    account: Account
    title: str
    span: str
    matters: str  # the separate matters of a pile that holds several
    origins: int
    short: dict[str, str]  # document id -> a short name for a source
    names: dict[str, str]
    texts: Texts
    stands: tuple[Line, ...]
    news: News | None
    chains: tuple[tuple[tuple[int, Line], ...], ...]
    events: tuple[Line, ...]
    timeline: tuple[TimelineRow, ...]
    timeline_further: tuple[TimelineRow, ...]  # lines less likely right, of days that have others
    disputed: tuple[Difference, ...]
    wordings: tuple[Difference, ...]
    leading: tuple[Difference, ...]  # those of the first screen
    camps: tuple[Camp, ...]
    parties: tuple[Party, ...]
    open: tuple[OpenGroup, ...]
    drawing: Drawing | None
    matrix: Matrix | None
    apart: tuple[Apart, ...]
    revised: tuple[Revision, ...]
    new: frozenset[str]
    doubts: dict[str, str]  # event to whose word alone it rests on and who denies it

    @property
    def guesses(self) -> bool:
        """Whether a line of the timeline bears a day that no words state."""
        return any(t.inferred for t, _, _ in (*self.timeline, *self.timeline_further))

    @property
    def answered(self) -> dict[str, list[Line]]:
        """The dealings that answer each dealing."""
        found: dict[str, list[Line]] = {}
        for line in self.ledger:
            if line.answers:
                found.setdefault(line.answers, []).append(line)
        return found

    @property
    def ledger(self) -> tuple[Line, ...]:
        """Every dealing, answers after what they answer."""
        return tuple(line for chain in self.chains for _, line in chain)


def view(account: Account) -> View:
    """Arrange an account."""
    names = {e.id: e.name for e in account.entities}
    short = short_names(account.documents)
    texts = Texts(account.documents)
    new = frozenset(account.new)
    maker = Maker(names, short, texts, new)
    differences = sorted(account.differences, key=weight)
    events = tuple(maker.event(e) for e in sorted(account.events, key=event_rank))
    first, further = timeline(account)
    return View(
        account=account,
        title=story_title(account),
        span=date_span(account),
        matters=matters(account),
        origins=len(account.documents) - sum(len(c.documents) - 1 for c in account.copies),
        short=short,
        names=names,
        texts=texts,
        stands=standing(account, maker),
        news=news(account, maker),
        chains=chains(account, maker),
        events=events,
        timeline=first,
        timeline_further=further,
        disputed=tuple(d for d in differences if d.kind != "wording"),
        wordings=tuple(d for d in differences if d.kind == "wording"),
        leading=leading(differences),
        camps=camps(account, names),
        parties=parties(account),
        open=undecided(account, short),
        drawing=drawing(account, names),
        matrix=matrix(account),
        apart=apart(account),
        revised=revisions(account),
        new=new,
        doubts={line.id: line.doubt for line in events if line.doubt},
    )


def event_rank(event: Event) -> tuple[int, int, str, str]:
    """Most witnesses first, then those with most reports of where they stand."""
    return (-event.witnesses, -len(event.history), event.date.from_ or "9999", event.id)


def timeline(account: Account) -> tuple[tuple[TimelineRow, ...], tuple[TimelineRow, ...]]:
    """The lines of the timeline, and apart from them those less likely right; with the address of an event's line ("" where it has one already)."""
    events = {e.id: e for e in account.events}
    likely = {e.id: chance(e) for e in account.events}
    best_of_day: dict[str, float] = {}
    for t in account.timeline:
        best_of_day[t.date] = max(best_of_day.get(t.date, 0.0), likely.get(t.event, 0.0))
    found: dict[str, TimelineEntry] = {}
    rows: tuple[list[TimelineRow], list[TimelineRow]] = ([], [])
    for t in account.timeline:
        address = f"t-{t.event}" if found.setdefault(t.event, t) is t else ""
        now = set(standing_evidence(events[t.event])) if t.event in events else set()
        told = tuple(a for a in t.evidence if is_told_by(t.text, a.exact)) or t.evidence
        further = likely.get(t.event, 0.0) < min(LIKELY, best_of_day[t.date])
        rows[further].append((t, address, best(tuple(a for a in told if a in now) or told)))
    return tuple(rows[0]), tuple(rows[1])


def weight(difference: Difference) -> tuple[float, int]:
    """The surest first, then those told by most witnesses: a doubtful denial is not made sure by many who tell the other side."""
    return (-difference.confidence, -sum(s.witnesses for s in difference.sides))


def leading(differences: list[Difference]) -> tuple[Difference, ...]:
    """One of each kind, facts before wordings, then more of the facts."""
    first = {d.kind: d for d in reversed(differences)}
    rest = [d for d in differences if first[d.kind] is not d]
    ordered = sorted((*(d for d in differences if first[d.kind] is d), *rest), key=lambda d: d.kind == "wording")
    return tuple(ordered[:LEADING])


def parties(account: Account) -> tuple[Party, ...]:
    """People and bodies, those in most reports first."""
    rows = [
        Party(
            e,
            tuple(a for a in e.aliases if a != e.name),
            offices(e),
            side_name(e.acts_for) if e.kind != "country" else "",
            len({a.document for a in e.mentions}),
        )
        for e in account.entities
    ]
    return tuple(sorted(rows, key=lambda p: (-p.reports, -len(p.entity.mentions), p.entity.name, p.entity.id)))


def offices(entity: Entity) -> tuple[str, ...]:
    """Its offices and roles, without those that another one says more fully."""
    every = tuple(dict.fromkeys((*((entity.role,) if entity.role else ()), *entity.roles)))
    folded = [e.casefold() for e in every]
    return tuple(
        e
        for i, e in enumerate(every)
        if not any(folded[i] in other and (folded[i] != other or j < i) for j, other in enumerate(folded) if j != i)
    )
