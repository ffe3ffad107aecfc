"""A document with what act 1 found in it."""

from dataclasses import dataclass
from typing import Literal

from tidings.model.analysis import Analysis
from tidings.model.document import Document
from tidings.model.span import Span

__all__ = [
    "Candidate",
    "Chain",
    "Day",
    "EntityKind",
    "EventMention",
    "Mention",
    "MentionForm",
    "Offset",
    "Participant",
    "Placed",
    "Quote",
    "QuoteKind",
    "Reading",
    "Status",
    "Time",
    "TimeType",
    "TimeUnit",
]

EntityKind = Literal["person", "organization", "country", "place", "vessel", "unknown"]
MentionForm = Literal["name", "nominal", "demonym", "pronoun"]
QuoteKind = Literal["direct", "indirect", "mixed"]
TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
TimeUnit = Literal[
    "day", "week", "month", "quarter", "year", "decade", "century", "hour", "minute", "second", "weekend"
]
Status = Literal["requested", "conditional", "announced", "held", "ongoing", "cancelled", "denied", "rumoured"]


@dataclass(frozen=True, slots=True)
class Candidate:
    """One possible answer where a text does not decide; weights of one question sum to at most 1."""

    chain: int  # index into Reading.chains
    weight: float


@dataclass(frozen=True, slots=True)
class Mention:
    """A name, role, demonym or pronoun in the text."""

    span: Span
    form: MentionForm
    kind: EntityKind
    name: str  # the words without article, title, possessive: "Smith" for "Mr. Smith's"
    role: str | None = None  # office or description beside a name, or the role itself: "foreign minister"
    country: str | None = None  # ISO 3166 alpha-3 that the words themselves name: "the French minister" -> FRA
    body: str | None = None  # the organisation that the words name: "spokesman of the Foo Ministry"
    plural: bool = False
    gender: Literal["m", "f"] | None = None
    head: int = 0  # index of the head token in the analysis
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Chain:
    """The mentions of one thing within a document."""

    id: str  # "<document>/c/<start of first mention>"
    kind: EntityKind
    name: str  # its fullest name in this document, or its role where it has none
    named: bool
    mentions: tuple[int, ...]  # indexes into Reading.mentions, in text order
    roles: tuple[str, ...] = ()
    country: str | None = None  # ISO alpha-3 it acts for by what this text says of it
    body: str | None = None  # the organisation it acts for by what this text says of it
    weighed: bool = False  # whether `country` is only the likeliest of the states that the text names
    confidence: float = 1.0
    origin: str = ""
    states: tuple[tuple[str, float], ...] = ()  # where no word tells `country`: how likely each state is, "" for none


@dataclass(frozen=True, slots=True)
class Offset:
    """A date said relative to another: kept so, and worked out when that other date is known.

    The base is the document's date, or the time `Time.anchored_on` where that is set.
    `unit` + `amount` shift it; `weekday`, `month` or `part` then pick a place in it.
    """

    unit: TimeUnit
    amount: int
    weekday: int | None = None  # ISO, 1 = Monday
    month: int | None = None
    day: int | None = None
    part: str | None = None  # TIMEX3 suffix: MO AF EV NI WI SP SU FA Q1 … or a clock time T14:30
    tense: Literal["past", "future"] | None = None  # which of the two nearest, for a bare weekday, month or day


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression (TIMEX3). `value` is None until what it hangs on is known; `offset` then says how to get it."""

    span: Span
    type: TimeType
    value: str | None
    mod: str | None = None
    offset: Offset | None = None
    anchored_on: int | None = None  # index into Reading.times
    reasons: tuple[str, ...] = ()
    origin: str = ""
    look: Literal["past", "future"] | None = None  # which way the verb over it looks, where it says


@dataclass(frozen=True, slots=True)
class Quote:
    """A source–cue–content triple (PolNeAR). `content` is the whole reported clause, `parts` what stands in quote marks."""

    id: str  # "<document>/q/<start of content>"
    kind: QuoteKind
    content: tuple[Span, ...]  # more than one where the cue stands inside; without quote marks
    parts: tuple[Span, ...] = ()  # within the content, without their marks; () for indirect, == content for direct
    cue: Span | None = None
    source: Span | None = None
    addressee: Span | None = None
    relayed_by: Span | None = None
    speaker: int | None = None  # index into Reading.chains
    candidates: tuple[Candidate, ...] = ()  # where the speaker is open
    addressee_chain: int | None = None
    relayed_by_chain: int | None = None
    said_on: int | None = None  # index into Reading.times
    channel: str | None = None  # press conference, call, statement, interview, social media …
    negated: bool = False  # "did not say that", "denied that"
    confidence: float = 1.0
    origin: str = ""
    thought: bool = False  # held, not uttered: "believes that", "expects"


@dataclass(frozen=True, slots=True)
class Participant:
    """A party to an event: its words, and the chain they belong to where that is known."""

    span: Span
    chain: int | None = None


@dataclass(frozen=True, slots=True, order=True)
class Day:
    """A day as a text shows it: that of a time, or so many days before the report."""

    time: int | None  # index into Reading.times
    back: int | None = None


@dataclass(frozen=True, slots=True)
class Placed:
    """The days between which an act most likely took place, where no time of its own clause says it."""

    first: Day
    last: Day
    weight: float  # 0..1, over all days and none
    why: str


@dataclass(frozen=True, slots=True)
class EventMention:
    """One telling of an event: PLOVER type and mode as if it took place, and beside it where it stands."""

    id: str  # "<document>/e/<start of trigger>"
    type: str  # PLOVER 2.0
    mode: str | None
    status: Status
    trigger: Span
    clause: Span  # the clause that tells it: the evidence
    actors: tuple[Participant, ...] = ()
    recipients: tuple[Participant, ...] = ()
    time: int | None = None  # index into Reading.times
    place: Span | None = None
    about: Span | None = None  # a short noun phrase: what is asked, offered, agreed, refused
    quote: int | None = None  # index into Reading.quotes: told by that quote's speaker, else the outlet's own voice
    dealing: str | None = (
        None  # offer, counter_offer, demand, condition, refusal, warning, agreement, accusation, denial
    )
    confidence: float = 1.0
    trust: float = 1.0  # 0..1: the share of such tellings that a reader finds right
    origin: str = ""
    refers: int | None = None  # index into Reading.events: the earlier telling it points back to ("the talks")
    placed: Placed | None = None  # where `time` is None: the days that the text around it makes likely
    occasion: int | None = None  # index into Reading.events: the meeting or call in which it was said or done


@dataclass(frozen=True, slots=True)
class Reading:
    """What act 1 found in one document; each field has one writer, the read stage of its name."""

    document: Document
    analysis: Analysis | None = None
    sentences: tuple[Span, ...] = ()
    mentions: tuple[Mention, ...] = ()
    chains: tuple[Chain, ...] = ()
    unresolved: tuple[tuple[int, tuple[Candidate, ...]], ...] = ()  # mention index, what it may be
    times: tuple[Time, ...] = ()
    quotes: tuple[Quote, ...] = ()
    events: tuple[EventMention, ...] = ()
    gist: tuple[int, ...] = ()  # what its opening is about: a direction, of length 127; none where nothing told it
