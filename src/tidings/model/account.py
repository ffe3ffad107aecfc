"""The account of a story: the records of `tidings.account/1`, by the names they have in the file.

A trailing underscore (`from_`) is dropped in JSON.
"""

from dataclasses import dataclass

from tidings.model.span import Anchor

__all__ = [
    "WHOLE_STORY",
    "Account",
    "Change",
    "Copies",
    "Date",
    "Dealing",
    "Difference",
    "DocumentRecord",
    "Entity",
    "Event",
    "Generator",
    "QuoteRecord",
    "SetAside",
    "Side",
    "Statement",
    "StatusPoint",
    "StoryRecord",
    "TimeRecord",
    "TimelineEntry",
]


@dataclass(frozen=True, slots=True)
class Generator:
    """What made the account: same generator and same documents, same bytes."""

    name: str
    version: str
    model: str
    cpu: str


@dataclass(frozen=True, slots=True)
class Change:
    """A sentence that a later version of a report rewords, removes (no `after`) or adds (no `before`)."""

    kind: str  # reworded removed added
    before: Anchor | None
    after: Anchor | None


@dataclass(frozen=True, slots=True)
class DocumentRecord:
    """A document as the account tells it."""

    id: str
    path: str
    url: str | None
    title: str | None
    text: str
    published: str | None  # YYYY-MM-DD
    published_between: tuple[str | None, str | None] | None
    published_basis: str  # stated | inferred | unknown
    outlet: str | None
    author: str | None
    credited_to: tuple[str, ...]
    language: str | None
    digest: str
    encoding: str = "utf-8"
    kind: str = "text"
    line: int | None = None
    published_why: tuple[str, ...] = ()
    modified: str | None = None  # the day of its last change, where it states one
    revises: str | None = None  # the document of the same address that this one is a later version of
    revises_basis: str | None = None  # stated (by its dates) | order (in one file) | unknown (which came first)
    changes: tuple[Change, ...] = ()  # against the version it revises
    cuts: tuple[tuple[str, str], ...] = ()  # reason, text
    blocks: tuple[tuple[int, int, str], ...] = ()

    @property
    def reported(self) -> str | None:
        """The day its words are from: a later version's are from its last change."""
        if self.modified and self.revises_basis == "stated":
            return max(self.modified, self.published or "")
        return self.published


@dataclass(frozen=True, slots=True)
class Copies:
    """Documents that count as one witness, and why."""

    documents: tuple[str, ...]
    kind: str  # copy | shared_origin
    because: str
    evidence: tuple[Anchor, ...]


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, organization, country, place or vessel behind chains of many documents."""

    id: str
    name: str
    kind: str
    aliases: tuple[str, ...]  # every spelling met, the name too
    acts_for: str | None  # ISO 3166 alpha-3, or an organisation's name
    role: str | None
    mentions: tuple[Anchor, ...]
    roles: tuple[str, ...] = ()
    confidence: float = 1.0
    origin: str = ""


@dataclass(frozen=True, slots=True)
class QuoteRecord:
    """A reported clause (indirect) or the words in quote marks (direct, `within` the clause they stand in)."""

    id: str
    kind: str  # direct | indirect
    within: str | None
    text: str
    speaker: str | None
    speaker_text: str | None
    speaker_candidates: tuple[tuple[str, float], ...]
    cue: str | None
    addressee: str | None
    relayed_by: str | None
    said_on: str | None
    confidence: float
    anchor: Anchor
    channel: str | None = None
    negated: bool = False
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """One proposition by one speaker on one occasion, through all quotes that render it."""

    id: str
    speaker: str | None
    quotes: tuple[str, ...]
    relation: dict[str, str]  # quote id -> rendering | paraphrase | excerpt
    witnesses: int
    why: tuple[str, ...] = ()
    altered: tuple[str, ...] = ()  # in words: a number, a negation, a name that a rendering changes


@dataclass(frozen=True, slots=True)
class TimeRecord:
    """A time expression with its TIMEX3 value as far as it is known."""

    value: str
    anchor: Anchor
    type: str = "DATE"
    mod: str | None = None
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Date:
    """When, with its grain: both ends None where the day is not known."""

    from_: str | None = None
    to: str | None = None
    grain: str = "unknown"  # day week month quarter year decade interval unknown
    inferred: bool = False  # no words state it: the text around the act makes it likely


@dataclass(frozen=True, slots=True)
class StatusPoint:
    """One report of where an event stood."""

    status: str
    as_of: str | None
    document: str


@dataclass(frozen=True, slots=True)
class Event:
    """Who did what to whom, when; and where it stands by the latest independent report."""

    id: str
    type: str
    mode: str | None
    plover: str | None  # the usual projection; None for negated events that PLOVER leaves out
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    date: Date
    status: str
    history: tuple[StatusPoint, ...]
    denied_by: tuple[str, ...]
    summary: str
    witnesses: int
    confidence: float
    evidence: tuple[Anchor, ...]
    realises: tuple[str, ...] = ()
    attributed_to: tuple[str, ...] = ()  # entities whose word alone it rests on; () in an outlet's own voice
    why: tuple[str, ...] = ()
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Dealing:
    """What is asked, offered, agreed or refused between parties, and where it stands."""

    id: str
    event: str | None
    kind: str
    from_: str | None
    to: str | None
    about: str
    date: str | None
    state: str  # open accepted rejected signed kept breached withdrawn lapsed
    answers: str | None
    evidence: tuple[Anchor, ...]
    witnesses: int = 1
    confidence: float = 1.0
    why: tuple[str, ...] = ()
    origin: str = ""
    from_all: tuple[str, ...] = ()  # all who deal together, where `from_` is not alone
    to_all: tuple[str, ...] = ()  # all whom it goes to, where `to` is not alone
    date_inferred: bool = False  # no words state the day


@dataclass(frozen=True, slots=True)
class Side:
    """What one side of a difference says."""

    says: str
    witnesses: int
    evidence: tuple[Anchor, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """Accounts that cannot both be right, or that word one thing differently."""

    id: str
    kind: str  # number date place role denial attribution wording
    about: str
    sides: tuple[Side, ...]
    why: tuple[str, ...] = ()
    confidence: float = 1.0
    origin: str = ""


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One line of the timeline: a day and the clause that tells what happened."""

    date: str
    grain: str
    text: str
    event: str
    witnesses: int
    evidence: tuple[Anchor, ...]
    status: str = "held"
    to: str | None = None  # the last day, where it lies between some days
    inferred: bool = False  # no words state the day


@dataclass(frozen=True, slots=True)
class StoryRecord:
    """Documents about one unfolding matter."""

    id: str
    name: str
    documents: tuple[str, ...]
    why: tuple[str, ...] = ()


WHOLE_STORY = "(story)"


@dataclass(frozen=True, slots=True)
class SetAside:
    """An input that was not read, or a part of the story's linking or telling left out: at which stage, and why."""

    path: str
    stage: str
    reason: str

    @property
    def of_story(self) -> bool:
        """Whether it is of no single input."""
        return self.path == WHOLE_STORY


@dataclass(frozen=True, slots=True)
class Account:
    """The sourced account of a story. It depends on the set of documents, never on their order or batches."""

    schema: str
    generator: Generator
    documents: tuple[DocumentRecord, ...]
    copies: tuple[Copies, ...]
    entities: tuple[Entity, ...]
    quotes: tuple[QuoteRecord, ...]
    statements: tuple[Statement, ...]
    times: tuple[TimeRecord, ...]
    events: tuple[Event, ...]
    dealings: tuple[Dealing, ...]
    differences: tuple[Difference, ...]
    timeline: tuple[TimelineEntry, ...]
    stories: tuple[StoryRecord, ...] = ()
    set_aside: tuple[SetAside, ...] = ()
    stale_decisions: tuple[str, ...] = ()
    as_of: str | None = None
    since: str | None = None
    new: tuple[str, ...] = ()  # ids of what is new since that day
