"""What a stage and a round are: pure functions with names, needs and gifts.

No I/O, clock, environment, logging or global state in either; both pickle. There is
no registry: `stages.READ`, `stages.LINK` and `stages.TELL` are plain tuples.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar, Generic, TypeVar

from tidings.errors import PlanError
from tidings.model import Bound, GroupKind, Link, Linked, Reading

__all__ = ["Pairs", "Round", "Stage", "check_plan"]

In = TypeVar("In")
Out = TypeVar("Out")
Card = TypeVar("Card")


@dataclass(frozen=True)
class Stage(Generic[In, Out]):
    """One step of READ or TELL: takes a batch, yields one record for each, in order.

    Settings are fields. `needs` and `gives` name fields of the record that it reads
    and the ones it alone writes.
    """

    name: ClassVar[str]  # "read/quotes"
    version: ClassVar[int] = 1  # raised when the same input may give other output
    needs: ClassVar[tuple[str, ...]] = ()
    gives: ClassVar[tuple[str, ...]] = ()

    @property
    def origin(self) -> str:
        """What made a record: "read/quotes@1"."""
        return f"{self.name}@{self.version}"

    def run(self, batch: Sequence[In]) -> Iterator[Out]:
        """Yield the batch's records with what this stage gives, in the batch's order."""
        raise NotImplementedError(f"{type(self).__name__} must say how it runs")


@dataclass(frozen=True)
class Round(Generic[Card]):
    """One round of LINK: makes cards of a reading, says which may be one thing, and compares those.

    Cards that share a key form a group (capped by the runner, the overflow said);
    `compare` sees a group, sorted, and yields what it found between its members.
    """

    name: ClassVar[str]  # "link/entities"
    version: ClassVar[int] = 1
    kind: ClassVar[GroupKind]  # what its links group
    least: ClassVar[float] = 0.5  # weight that joins: of a `same` link, or the mean between two groups
    average: ClassVar[bool] = False  # join groups by the mean weight between them, not by their heaviest link
    cap: ClassVar[int | None] = None  # cards compared at once, where it is another number than the runner's

    @property
    def origin(self) -> str:
        """What made a record: "link/entities@1"."""
        return f"{self.name}@{self.version}"

    def cards(self, reading: Reading, linked: Linked) -> Iterable[Card]:
        """The light records of one reading that this round compares."""
        raise NotImplementedError(f"{type(self).__name__} must say what it compares")

    def member(self, card: Card) -> str:
        """The id that links and groups know this card by."""
        raise NotImplementedError(f"{type(self).__name__} must name its cards")

    def keys(self, card: Card) -> Iterable[str]:
        """What cards must share to be compared at all."""
        raise NotImplementedError(f"{type(self).__name__} must say what may meet")

    def compare(self, group: Sequence[Card]) -> Iterator[Link | Bound]:
        """Links (or bounds) between the cards of one group; never depends on their order."""
        raise NotImplementedError(f"{type(self).__name__} must compare")


@dataclass(frozen=True)
class Pairs(Round[Card]):
    """A round whose verdict on two cards hangs on these two alone, so that cards that share many keys are compared once."""

    def compare(self, group: Sequence[Card]) -> Iterator[Link | Bound]:
        """What holds between each two of a group."""
        cards = sorted(group, key=self.member)
        for n, card in enumerate(cards, 1):
            yield from self.beside(card, cards[n:])

    def beside(self, card: Card, others: Sequence[Card]) -> Iterator[Link | Bound]:
        """What holds between a card and each of others; a round that can do part of it for all at once does so here."""
        for other in others:
            yield from self.between(card, other)

    def between(self, a: Card, b: Card) -> Iterator[Link | Bound]:
        """Links (or bounds) between two cards, of which `a` has the smaller id."""
        raise NotImplementedError(f"{type(self).__name__} must compare two cards")


def check_plan(stages: Sequence[Stage[In, Out]], given: Iterable[str] = ()) -> None:
    """Check that each stage's needs are given by one before it, and that no field has two writers.

    Raises PlanError naming the stage and the field.
    """
    have: dict[str, str] = dict.fromkeys(given, "the input")
    for stage in stages:
        for need in stage.needs:
            if need not in have:
                raise PlanError(f"{stage.name} needs {need!r}, which no stage before it gives; put that stage first")
        for gift in stage.gives:
            if gift in have:
                raise PlanError(
                    f"{stage.name} gives {gift!r}, which {have[gift]} already gives; a field has one writer"
                )
            have[gift] = stage.name
