"""The states that a text names, how often and where; and the state of the place where it was written."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from tidings.grammar.chains.office_keys import office_key
from tidings.grammar.names.gazetteer import entry
from tidings.lexicon import rows
from tidings.model import Analysis, Mention

__all__ = ["Landscape", "landscape", "state_of_place", "states_of"]

OWN = frozenset({"state_body", "seat"})
OPENING = 700  # code points in which a text names the state that it is about
OPENS = 4  # times that a state named in the opening counts


@dataclass(frozen=True, slots=True)
class Landscape:
    """The states that a text names, how often and where: (head, state) in text order."""

    counts: Mapping[str, int]
    places: tuple[tuple[int, str], ...]
    opening: frozenset[str]  # those named where the text begins
    named: int  # how often a state is named at all
    bodies: Mapping[str, int]  # how often each one's bodies, seats and offices are named by names of their own
    written: str | None  # the state where the report was written

    @property
    def silent(self) -> bool:
        """Whether it names the state where it was written nowhere: home goes without saying."""
        return self.written is not None and self.written not in self.counts

    def near(self, analysis: Analysis, mention: Mention, own: frozenset[int]) -> tuple[str, int] | None:
        """The state named last before a mention, in its sentence (2) or the one before (1)."""
        sentence = analysis.tokens[mention.head].sentence
        for head, state in reversed(self.places):
            if head < mention.head and head not in own:
                token = analysis.tokens[head]
                if sentence - token.sentence > 1 or token.dep == "conj":
                    return None  # of "Togo and Ghana" either may be meant
                return state, 2 - (sentence - token.sentence)
        return None


def state_of_place(place: str | None) -> str | None:
    """The state of a dateline's place, None where the tables do not know it."""
    for name in (place, place.rpartition(", ")[2]) if place else ():
        known = entry(" ".join(word.capitalize() for word in name.split()))
        if known is not None and known.country is not None:
            return known.country
    return None


def landscape(analysis: Analysis, mentions: Sequence[Mention], dateline: str | None) -> Landscape:
    """The states by all that is of one: its names, its officials and bodies, its cities."""
    places: list[tuple[int, str]] = []
    counts: Counter[str] = Counter()
    bodies: Counter[str] = Counter()
    named = 0
    for mention in mentions:
        if mention.form == "pronoun":
            continue
        known = entry(mention.name) if mention.form == "name" else None
        place = known if mention.kind == "place" else None
        state = mention.country or (place.country if place is not None else None)
        if known is not None and known.country is not None and known.sort in OWN:
            bodies[known.country] += 1
        if state is not None:
            named += 1
            counts[state] += OPENS if analysis.tokens[mention.head].start < OPENING else 1
            if mention.kind != "person":
                places.append((mention.head, state))
        elif mention.role is not None and len(only := states_of(mention.role)) == 1:
            named += 1
            counts[only[0]] += 1
            bodies[only[0]] += 1
    places.sort()
    opening = frozenset(state for head, state in places if analysis.tokens[head].start < OPENING)
    written = state_of_place(dateline)
    return Landscape(counts, tuple(places), opening, named, bodies, written)


@lru_cache(maxsize=16384)
def states_of(role: str) -> tuple[str, ...]:
    """The states whose offices alone go by the words of a role; a Representative by title sits in a Congress."""
    key = office_key(role)
    plain = " ".join(role.lower().split()) if key is None or key.base != "congressman" else key.base
    return next((tuple(cell.split()) for phrase, cell in rows("office_states.tsv") if plain.endswith(phrase)), ())
