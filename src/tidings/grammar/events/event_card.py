"""What of one telling decides which event it tells."""

from dataclasses import dataclass, field

from tidings.model import EventMention, Reading, Status

__all__ = ["TO_COME", "EventCard", "leads"]

HEAD = 700  # characters: headline and lead
TO_COME = frozenset({"requested", "announced", "conditional", "rumoured"})


@dataclass(frozen=True, slots=True)
class EventCard:
    """What of one telling decides which event it tells."""

    id: str
    document: str
    type: str
    mode: str | None
    status: Status
    actors: frozenset[str]  # entities, or chains where none is known
    recipients: frozenset[str]
    persons: frozenset[str]  # those of them that are persons
    states: frozenset[str]  # that they act for
    first: str | None  # days between which it lies by its own words
    last: str | None
    reported: str | None  # day of the document
    words: frozenset[str]  # stems of trigger, topic and clause, without the parties' names
    refers: str | None  # the earlier telling it points back to
    dealing: str | None
    occasion: str | None
    month_day: str | None = None  # "02-15", where the year may be open
    put_off: bool = False  # called off for another day
    off_its_day: bool = False  # done on another day than it was set for
    leads: bool = False  # stands at the head of its document
    doing: frozenset[str] = frozenset()  # states that the actors are or act for
    suffering: frozenset[str] = frozenset()  # states that the recipients are or act for
    clause: str = ""  # its words
    about: str = ""
    unnamed: frozenset[str] = frozenset()  # stems of parties that nobody names: "three engineers"
    numbers: frozenset[str] = frozenset()
    place: str | None = None  # entity of the place, or its words
    said: frozenset[str] = frozenset()  # statements in which it is told
    act: str = ""  # the word that tells it
    of_type: int = 1  # tellings of its type in its document
    nth: int = 0  # of these, in the order of the text
    quoted: bool = False  # whether somebody is quoted as telling it
    scenes: frozenset[str] = frozenset()  # words of names after "in", "on", "near" in its clause, for assaults
    told_of: frozenset[str] = frozenset()  # all words with a capital in its document, where it has scenes
    moved: frozenset[str] = frozenset()  # tellings of another day that it was put off from, or to
    placed: tuple[str, str] | None = None  # days that the text around makes likely, where its own words give none
    placed_weight: float = 0.0  # how likely
    parties: frozenset[str] = field(init=False)  # actors and recipients
    dated: bool = field(init=False)  # whether its day is bounded on both sides

    def __post_init__(self) -> None:
        object.__setattr__(self, "parties", self.actors | self.recipients)
        object.__setattr__(self, "dated", self.first is not None and self.last is not None)

    @property
    def likely(self) -> tuple[str, str, float] | None:
        """The days on which it took place, by its own words or else likely, with how sure they are."""
        if self.first is not None and self.last is not None:
            return self.first, self.last, 1.0
        return None if self.placed is None else (*self.placed, self.placed_weight)


def leads(reading: Reading, event: EventMention) -> bool:
    """Whether a telling stands at the head of its document."""
    return event.trigger.start < max(HEAD, len(reading.document.text) // 5)
