"""Whom a surname or an initial leaves open: a short name that fits two people of a pile is neither's by the name alone."""

from collections.abc import Callable, Sequence

from tidings.grammar.chains.clusters import Clusters
from tidings.grammar.chains.entity_cards import EntityCard
from tidings.grammar.chains.entity_match import Verdict, held_by_one, same_office, states_differ
from tidings.grammar.chains.office_keys import agree
from tidings.text.names import is_initial

__all__ = ["Allowed", "bars", "open_names"]

Allowed = dict[int, frozenset[int]]  # a short name that several bear, to what it may be joined to nevertheless
MANY, TIMES = 4, 4  # documents that name one bearer, and times as many as name all others: then it is the one


def open_names(
    cards: Sequence[EntityCard], documents: Sequence[int], verdict: Callable[[int, int], Verdict | None]
) -> Allowed:
    """The short names among `cards` that two people bear; `documents` counts where each card's look is found.

    Such a name is the person's who holds its office, else the one whom nearly all documents mean.
    """
    full = [n for n, card in enumerate(cards) if card.kind == "person" and card.named and not is_short(card)]
    bearing = {
        n: [f for f in full if same(verdict(n, f))] for n, card in enumerate(cards) if card.named and is_short(card)
    }
    shared = sorted({f for bearers in bearing.values() if len(bearers) > 1 for f in bearers})
    people = Clusters(len(cards))
    for at, a in enumerate(shared):
        for b in shared[at + 1 :]:
            if same(verdict(a, b)) or (same_office(cards[a], cards[b]) and held_by_one(cards[a], cards[b])):
                people.join(a, b)
    found: Allowed = {}
    for n, bearers in sorted(bearing.items()):
        persons: dict[int, list[int]] = {}
        for f in bearers:
            persons.setdefault(people.find(f), []).append(f)
        if len(persons) > 1:
            found[n] = chosen(n, list(persons.values()), cards, documents)
    return found


def chosen(
    n: int, persons: Sequence[Sequence[int]], cards: Sequence[EntityCard], documents: Sequence[int]
) -> frozenset[int]:
    """The looks of the one bearer that more than the name speaks for; none where nothing does."""
    told = [p for p in persons if any(holds(cards[f], cards[n]) for f in p)]
    if told:
        return frozenset(told[0]) if len(told) == 1 else frozenset()
    counts = [sum(documents[f] for f in p) for p in persons]
    most = max(range(len(persons)), key=lambda k: counts[k])
    clear = counts[most] >= MANY and counts[most] >= TIMES * (sum(counts) - counts[most])
    return frozenset(persons[most]) if clear else frozenset()


def holds(card: EntityCard, short: EntityCard) -> bool:
    """Whether a person is told of in an office of a short name's, and in no other state."""
    return not states_differ(card, short) and any(agree(x, y) for x in card.offices for y in short.offices)


def bars(allowed: Allowed, one: int, two: int, cards: Sequence[EntityCard]) -> bool:
    """Whether two looks must not be joined because one is a name that several people bear."""
    for short, other in ((one, two), (two, one)):
        if short in allowed and other not in allowed[short] and not same_office(cards[short], cards[other]):
            return True
    return False


def is_short(card: EntityCard) -> bool:
    """Whether a name is a lone word or begins with an initial."""
    return bool(card.words) and (len(card.words) == 1 or is_initial(card.words[0]))


def same(verdict: Verdict | None) -> bool:
    """Whether a verdict joins."""
    return verdict is not None and verdict[0] == "same"
