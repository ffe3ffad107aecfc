"""link/entities: which chains of different documents are one person, body, state or place."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from functools import lru_cache
from itertools import combinations
from operator import attrgetter
from typing import ClassVar

from tidings.grammar.chains.entity_cards import BARE, EntityCard, cards_of, keys_of
from tidings.grammar.chains.entity_match import SHARED_COMPANY, Verdict, match_bodies, match_people, states_differ
from tidings.grammar.chains.namesakes import bars, open_names
from tidings.grammar.chains.short_bodies import one_long_form
from tidings.grammar.chains.site_match import SITES
from tidings.model import Bound, GroupKind, Link, Linked, Reading
from tidings.stage import Round
from tidings.text.name_pairs import same_given

__all__ = ["Entities"]


UNTOLD = frozenset({"?", "of a state"})  # in place of a state's code


@dataclass(frozen=True)
class Entities(Round[EntityCard]):
    """Join chains by code, ministry, spelling, office; keep apart namesakes that any text keeps apart.

    A speaker without a name is never joined to one of another document, except the holder of
    an office that one person alone holds in these documents.
    """

    name: ClassVar[str] = "link/entities"
    version: ClassVar[int] = 16
    kind: ClassVar[GroupKind] = "entity"
    by_office: float = 0.6
    by_ministry: float = 0.6
    by_words: float = 0.6

    def cards(self, reading: Reading, linked: Linked) -> Iterable[EntityCard]:
        """One card a chain."""
        return cards_of(reading)

    def member(self, card: EntityCard) -> str:
        """Its chain."""
        return card.chain

    def keys(self, card: EntityCard) -> Iterable[str]:
        """Codes and bodies, consonants of a name's words, offices, acronyms."""
        return sorted(set(keys_of(card)))

    def compare(self, group: Sequence[EntityCard]) -> Iterator[Link | Bound]:
        """Links between the chains of one group."""
        cards = sorted(group, key=lambda card: card.chain)
        shared = set(cards[0].exact).intersection(*(card.exact for card in cards)) if cards else set()
        if any(not key.endswith("?") for key in shared):
            yield from (between(cards[0], b, ("same", 0.95, "one code or body")) for b in cards[1:])
            return
        yield from self.alike(cards)
        yield from self.holders(cards)
        yield from self.ministries(cards)
        yield from self.bare_ministries(cards)
        yield from self.shortened(cards)

    def alike(self, cards: Sequence[EntityCard]) -> Iterator[Link]:
        """Links by names, offices and states. Of cards that look the same each is tied to the first, not each to all."""
        verdicts = Verdicts()
        looks = [verdicts.look_of(card) for card in cards]
        heads = heads_of(cards, looks)
        times = Counter(looks)
        shared = open_names(verdicts.seen, [times[n] for n in range(len(verdicts.seen))], verdicts.apart)
        for (a, one), (b, two) in combinations(zip(cards, looks, strict=True), 2):
            if one == two and a is not heads[one, b.document == heads[one, False].document]:
                continue
            found = verdicts.of(a, b, one, two)
            if found is None or (found[0] == "same" and a.document == b.document):
                continue
            if found[0] == "not_same" or not bars(shared, one, two, verdicts.seen):
                yield between(a, b, found)

    def holders(self, cards: Sequence[EntityCard]) -> Iterator[Link]:
        """An office named without its holder, joined to the one person who holds it in these documents."""
        for card in cards:
            if card.named or card.kind != "person" or card.country is None:
                continue
            for office in card.offices:
                if office.sort != "chief" or office.former or (office.base == "minister" and office.field is None):
                    continue
                held = [
                    other
                    for other in cards
                    if other.named and other.country == card.country and other.document != card.document
                    if card.gender is None or other.gender in {None, card.gender}
                    if any(o.base == office.base and o.field == office.field and not o.former for o in other.offices)
                ]
                if held and all(same_given(held[0].name, other.name) is not False for other in held):
                    yield between(card, held[0], ("same", self.by_office, "holder of the office"))

    def ministries(self, cards: Sequence[EntityCard]) -> Iterator[Link]:
        """A ministry or central bank whose state its text leaves out, joined where all the others are one state's."""
        for card in cards:
            for key in card.exact:
                kind, state = key.rsplit(":", 1)
                if state not in UNTOLD:
                    continue
                known = [o for o in cards if any(is_of(e, kind) for e in o.exact)]
                if known and len({o.country for o in known}) == 1:
                    yield between(card, known[0], ("same", self.by_ministry, "the one ministry of its kind here"))

    def bare_ministries(self, cards: Sequence[EntityCard]) -> Iterator[Link]:
        """ "The Kenyan ministry", joined to the one ministry of that state that other reports tell of."""
        for card in cards:
            if not any(key.startswith(f"{BARE}:") for key in card.exact):
                continue
            known = [o for o in cards if o.country == card.country and any(k.startswith("ministry:") for k in o.exact)]
            kinds = {key for o in known for key in o.exact if key.startswith("ministry:")}
            if len(kinds) == 1 and known[0].document != card.document:
                yield between(card, known[0], ("same", self.by_ministry, "the one ministry of its state here"))

    def shortened(self, cards: Sequence[EntityCard]) -> Iterator[Link]:
        """A body's short name, joined to the one body of these documents whose longer name has its words."""
        bodies = [card for card in cards if card.kind == "organization"]
        full = {card.name: card for card in reversed(bodies) if card.named and " " in card.name}
        longer = {
            name: one_long_form(name, full) for name in sorted({card.name for card in bodies if " " in card.name})
        }
        for card in bodies:
            name = longer.get(card.name)
            if name is None or states_differ(card, full[name]):
                continue
            own = [other for other in bodies if other.name == name and other.document != card.document]
            if own:
                yield between(card, own[0], ("same", self.by_words, "the one body here with these words in its name"))


def is_of(key: str, kind: str) -> bool:
    """Whether a key is that of some state's ministry or body of this kind."""
    own, state = key.rsplit(":", 1)
    return own == kind and bool(state) and state not in UNTOLD


def heads_of(cards: Sequence[EntityCard], looks: Sequence[int]) -> dict[tuple[int, bool], EntityCard]:
    """For each look its first card (False), and the first of another document than that (True)."""
    heads: dict[tuple[int, bool], EntityCard] = {}
    for card, look in zip(cards, looks, strict=True):
        first = heads.setdefault((look, False), card)
        heads.setdefault((look, True), card)
        if heads[look, True].document == first.document:
            heads[look, True] = card
    return heads


class Verdicts:
    """What holds between two cards, worked out once for all pairs that look alike: a name is told by many documents.

    Beside their looks it counts whether two cards are of one document, and whether enough others are named beside both.
    """

    def __init__(self) -> None:
        self._looks: dict[tuple[object, ...], int] = {}
        self.seen: list[EntityCard] = []  # of each look a card that has it
        self._known: dict[tuple[int, int, bool, bool], Verdict | None] = {}

    def look_of(self, card: EntityCard) -> int:
        """A number for all that looks as this card does."""
        number = self._looks.setdefault(LOOK(card), len(self._looks))
        if number == len(self.seen):
            self.seen.append(replace(card, chain="", document="", names=(), company=frozenset()))
        return number

    def of(self, a: EntityCard, b: EntityCard, one: int, two: int) -> Verdict | None:
        """The verdict on two cards with these looks."""
        key = (one, two, a.document == b.document, len(a.company & b.company) >= SHARED_COMPANY)
        if key not in self._known:
            self._known[key] = judged(self.seen[one], self.seen[two], *key[2:])
        return self._known[key]

    def apart(self, one: int, two: int) -> Verdict | None:
        """The verdict on two looks in different documents, by themselves."""
        key = (one, two, False, False)
        if key not in self._known:
            self._known[key] = judged(self.seen[one], self.seen[two], together=False, beside=False)
        return self._known[key]


@lru_cache(maxsize=1 << 15)
def judged(a: EntityCard, b: EntityCard, together: bool, beside: bool) -> Verdict | None:  # noqa: FBT001
    """The verdict on two looks, which have no document and no company, of one document or two, named beside the same people or not."""
    if beside:
        a, b = replace(a, company=BESIDE), replace(b, company=BESIDE)
    return verdict_on(a, b if together else replace(b, document="another"))


OWN = ("chain", "document", "names", "company")  # what of a card is no part of its look
LOOK = attrgetter(*(field.name for field in fields(EntityCard) if field.name not in OWN))
BESIDE = frozenset(str(n) for n in range(SHARED_COMPANY))


def verdict_on(a: EntityCard, b: EntityCard) -> Verdict | None:
    """What two cards say of each other, as people or as bodies; what sets people apart sets no places apart."""
    found = match_people(a, b) if a.may_be_person and b.may_be_person else match_bodies(a, b)
    sites = a.kind in SITES and b.kind in SITES
    return None if sites and found is not None and found[0] == "not_same" else found


def between(a: EntityCard, b: EntityCard, verdict: Verdict) -> Link:
    """The link between two chains, the smaller id first."""
    relation, weight, why = verdict
    first, second = (a.chain, b.chain) if a.chain < b.chain else (b.chain, a.chain)
    return Link("entity", first, second, relation, round(weight, 3), why, ORIGIN)


ORIGIN = Entities().origin
