import itertools
import os
import random
import signal
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from tidings.model import Bound, Document, GroupKind, Link, Linked, Reading
from tidings.run.linking import How, link
from tidings.runners import Local
from tidings.stage import Pairs, Round


@dataclass(frozen=True)
class FirstLetter(Round[tuple[str, str]]):
    """Texts with the same first word are one."""

    name: ClassVar[str] = "link/first"
    kind: ClassVar[GroupKind] = "copy"

    def cards(self, reading: Reading, linked: Linked) -> Iterable[tuple[str, str]]:
        yield reading.document.id, reading.document.text

    def member(self, card: tuple[str, str]) -> str:
        return card[0]

    def keys(self, card: tuple[str, str]) -> Iterable[str]:
        return card[1].split()

    def compare(self, group: Sequence[tuple[str, str]]) -> Iterator[Link | Bound]:
        for a, b in itertools.pairwise(group):
            yield Link("copy", a[0], b[0], "same", 0.9, "a word")
        yield Bound(group[0][0], "not_before", "2020-01-01", "a word", ((group[0][0], 0, 1),))


@dataclass(frozen=True)
class AfterCopies(FirstLetter):
    """Sees the groups of the round before."""

    name: ClassVar[str] = "link/after"
    kind: ClassVar[GroupKind] = "story"

    def keys(self, card: tuple[str, str]) -> Iterable[str]:
        return ("all",)

    def cards(self, reading: Reading, linked: Linked) -> Iterable[tuple[str, str]]:
        yield reading.document.id, linked.group_of("copy")[reading.document.id]

    def compare(self, group: Sequence[tuple[str, str]]) -> Iterator[Link | Bound]:
        for a in group:
            if a[0] != a[1]:
                yield Link("story", a[1], a[0], "same", 1.0, "same copy group")


def reading(name, text):
    return Reading(Document(name, f"{name}.txt", "0", text, ()))


PILE = [reading("1", "red ball"), reading("2", "red house"), reading("3", "green house"), reading("4", "blue sea")]


def test_rounds_see_the_groups_before_them():
    linked = link((FirstLetter(), AfterCopies()), PILE)
    assert [g.members for g in linked.of("copy")] == [("1", "2", "3"), ("4",)]
    assert [g.members for g in linked.of("story")] == [("1", "2", "3"), ("4",)]
    assert {k.origin for k in linked.links} == {"link/first@1", "link/after@1"}
    assert linked.bounds[0].origin == "link/first@1"


def test_order_of_readings_means_nothing():
    shuffled = PILE[:]
    random.Random(4).shuffle(shuffled)
    assert link((FirstLetter(), AfterCopies()), shuffled) == link((FirstLetter(), AfterCopies()), PILE)


def test_an_overfull_key_is_said_and_still_holds_together():
    many = [reading(f"{n:03}", "same words" if n < 30 else "same") for n in range(50)]
    linked = link((FirstLetter(),), many, how=How(cap=10))
    assert linked.overflow == (
        "link/first: up to 50 documents share one of 2 keys; each was compared with the 5 to 10 next to it, "
        "not with all, so that one thing may stand as several; tell fewer documents together to compare them all",
    )
    assert len(linked.of("copy")) == 1


def test_decided_links_outweigh_the_rounds():
    by_hand = Link("copy", "1", "2", "not_same", 1.0, "decided by me: two texts", "decision@1")
    linked = link((FirstLetter(),), PILE, (by_hand,))
    assert [g.members for g in linked.of("copy")] == [("1",), ("2", "3"), ("4",)]


@dataclass(frozen=True)
class Deadly(FirstLetter):
    """Kills the process that compares blue things."""

    name: ClassVar[str] = "link/deadly"

    def compare(self, group: Sequence[tuple[str, str]]) -> Iterator[Link | Bound]:
        if any("blue" in text for _, text in group):
            os.kill(os.getpid(), signal.SIGKILL)
        return super().compare(group)


def test_worker_processes_find_the_same(monkeypatch):
    monkeypatch.setattr("tidings.run.linking.TOGETHER", 1)
    assert link((FirstLetter(), AfterCopies()), PILE, how=How(Local(2))) == link((FirstLetter(), AfterCopies()), PILE)
    linked = link((Deadly(),), PILE, how=How(Local(2)))
    assert [g.members for g in linked.of("copy")] == [("1", "2", "3"), ("4",)]
    assert linked.overflow == (
        "link/deadly: comparisons left out: 1, the first at 4: its worker process ended with signal 9",
    )


def test_nothing_links_to_nothing():
    assert link((FirstLetter(), AfterCopies()), ()) == Linked()


@dataclass(frozen=True)
class Fragile(FirstLetter):
    """Cannot make cards of green things, cannot compare blue ones."""

    name: ClassVar[str] = "link/fragile"

    def cards(self, reading: Reading, linked: Linked) -> Iterable[tuple[str, str]]:
        if "green" in reading.document.text:
            raise KeyError("green")
        return super().cards(reading, linked)

    def compare(self, group: Sequence[tuple[str, str]]) -> Iterator[Link | Bound]:
        if any("blue" in text for _, text in group):
            raise ValueError("blue")
        return super().compare(group)


def test_what_fails_is_left_out_in_words_and_the_rest_is_linked():
    linked = link((Fragile(),), PILE)
    assert linked.overflow == (
        "link/fragile: 3.txt left out: KeyError: 'green'",
        "link/fragile: comparisons left out: 1, the first at 4: ValueError: blue",
    )
    assert [g.members for g in linked.of("copy")] == [("1", "2"), ("4",)]


@dataclass(frozen=True)
class Alike(Pairs[tuple[str, str]]):
    """Texts that share a word are one, of two with "bad" in them it cannot tell."""

    name: ClassVar[str] = "link/alike"
    kind: ClassVar[GroupKind] = "copy"
    compared: ClassVar[list[tuple[str, str]]] = []

    cards, member, keys = FirstLetter.cards, FirstLetter.member, FirstLetter.keys

    def between(self, a: tuple[str, str], b: tuple[str, str]) -> Iterator[Link | Bound]:
        self.compared.append((a[0], b[0]))
        if "bad" in a[1] and "bad" in b[1]:
            raise ValueError("bad")
        yield Link("copy", a[0], b[0], "same", 0.9, "a word")


def test_two_cards_that_share_many_keys_are_compared_once():
    Alike.compared.clear()
    texts = ("one two", "one two three", "two three", "four", "bad one", "bad two")
    linked = link((Alike(),), [reading(str(n), text) for n, text in enumerate(texts)])
    met = [("0", "1"), ("0", "2"), ("0", "4"), ("0", "5"), ("1", "2"), ("1", "4"), ("1", "5"), ("2", "5"), ("4", "5")]
    assert sorted(Alike.compared) == met
    assert {(k.a, k.b) for k in linked.links} == {*met[:-1]}
    assert linked.overflow == ("link/alike: comparisons left out: 1, the first at 4: ValueError: bad",)


def test_a_round_of_pairs_says_of_a_group_what_it_says_of_each_two():
    group = [("2", "x"), ("1", "x"), ("3", "x")]
    assert [(k.a, k.b) for k in Alike().compare(group)] == [("1", "2"), ("1", "3"), ("2", "3")]


@dataclass(frozen=True)
class WholePile(FirstLetter):
    """Must see all of a key's cards at once."""

    cap: ClassVar[int | None] = 100


def test_a_round_may_compare_more_than_the_runner_does():
    many = [reading(f"{n:03}", "same") for n in range(50)]
    assert link((WholePile(),), many, how=How(cap=10)).overflow == ()
