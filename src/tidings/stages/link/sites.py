"""link/sites: which places and ships of different documents are one though two languages write them otherwise."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import ClassVar

from tidings.grammar.chains.site_match import SiteCard, match_sites, site_cards, site_keys
from tidings.model import Bound, GroupKind, Link, Linked, Reading
from tidings.stage import Round

__all__ = ["Sites"]


@dataclass(frozen=True)
class Sites(Round[SiteCard]):
    """Join places and ships by the sound of their names, in reports that tell of the same scene."""

    name: ClassVar[str] = "link/sites"
    version: ClassVar[int] = 3
    kind: ClassVar[GroupKind] = "entity"

    def cards(self, reading: Reading, linked: Linked) -> Iterable[SiteCard]:
        """One card a name that may be a place's or a ship's."""
        return site_cards(reading)

    def member(self, card: SiteCard) -> str:
        """Its chain."""
        return card.chain

    def keys(self, card: SiteCard) -> Iterable[str]:
        """Consonants of the name."""
        return site_keys(card)

    def compare(self, group: Sequence[SiteCard]) -> Iterator[Link | Bound]:
        """Links between the chains of one group."""
        for a, b in combinations(sorted(group, key=lambda card: card.chain), 2):
            found = match_sites(a, b)
            if found is not None:
                yield Link("entity", a.chain, b.chain, found[0], found[1], found[2], self.origin)
