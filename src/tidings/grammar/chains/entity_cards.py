"""What of a chain is compared across documents, and the keys by which chains meet."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from tidings.grammar.chains.every_state import of_every_state
from tidings.grammar.chains.office_keys import OfficeKey, office_key
from tidings.grammar.chains.people_chains import without_particles
from tidings.grammar.chains.retold_bodies import content, tells
from tidings.grammar.names.gazetteer import entry
from tidings.grammar.names.ministries import ministry_kind
from tidings.grammar.names.name_signs import body_kind
from tidings.model import Chain, EntityKind, Mention, Reading
from tidings.text.heard_names import echo, echoes
from tidings.text.names import acronym, consonants, name_words, skeleton

__all__ = ["BARE", "EntityCard", "cards_of", "keys_of"]


# Bodies that a state has one of, so that state and noun name it: "the Kenyan parliament".
STATE_BODIES = frozenset(["parliament", "army", "military", "navy", "police", "forces", "embassy", "cabinet"])
# Those that are written with capitals or without, in one word or two: "the Kenyan Coast Guard", "the Kenyan coastguard".
FORCES = frozenset(["army", "navy", "coastguard", "airforce", "borderguard", "armedforces", "parliament"])
BARE = "a ministry"  # of a state, whichever it is: "the Kenyan ministry"
POSSESSIVE = re.compile(r"['’]s?(?=\s)")


@dataclass(frozen=True, slots=True)
class EntityCard:
    """A chain as the other documents need to see it."""

    chain: str
    document: str
    kind: EntityKind
    name: str
    names: tuple[str, ...]  # the spellings in its document
    named: bool
    exact: tuple[str, ...] = ()  # chains that share one of these are one thing
    country: str | None = None
    weighed: bool = False  # whether the state is only the likeliest
    offices: tuple[OfficeKey, ...] = ()
    gender: str | None = None
    company: frozenset[str] = frozenset()  # the surnames of others in its document, as they sound

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the name, as names are compared."""
        return words_of(self.name)

    @property
    def may_be_person(self) -> bool:
        """Whether it is a person, or a name without a word that tells otherwise: a document may have its kind wrong."""
        if self.kind == "person":
            return True
        if not self.named or self.kind == "country" or self.name.isupper() or entry(self.name) is not None:
            return False
        return not any(body_kind(word) for word in self.words)


@lru_cache(maxsize=1 << 16)
def words_of(name: str) -> tuple[str, ...]:
    """The words of a name, particles left out; asked for at every pair that a name is part of."""
    return without_particles(name_words(name))


def cards_of(reading: Reading) -> Iterator[EntityCard]:
    """A card for each chain that could be met again: named, a state's, a ministry's, or an office's holder."""
    surnames = {
        chain.id: echo(name_words(chain.name)[-1])
        for chain in reading.chains
        if chain.kind == "person" and chain.named and name_words(chain.name)
    }
    everybody = frozenset(surnames.values())
    for chain in reading.chains:
        mentions = [reading.mentions[m] for m in chain.mentions]
        offices = tuple(
            dict.fromkeys(
                k for role in chain.roles if (k := office_key(role)) is not None and (chain.named or not k.plural)
            )
        )
        yield EntityCard(
            chain.id,
            reading.document.id,
            chain.kind,
            chain.name,
            tuple(sorted({m.name for m in mentions if m.form == "name"})),
            chain.named,
            tuple(exact_keys(chain)),
            chain.country,
            chain.weighed,
            offices if chain.named or not any(m.plural for m in mentions) else (),
            gender_of(chain, mentions),
            everybody - {surnames.get(chain.id, "")},
        )


def gender_of(chain: Chain, mentions: Sequence[Mention]) -> str | None:
    """The gender that names and roles show; of who has no name that of "he" or "she" too."""
    shown = (m.gender for m in mentions if m.gender is not None and (m.form != "pronoun" or not chain.named))
    return next(shown, None)


def exact_keys(chain: Chain) -> Iterator[str]:
    """Keys that only one thing has: a state's code, a body's usual name, a ministry and its state."""
    if chain.kind == "country":
        if chain.country is not None:
            yield f"country:{chain.country}"
        return
    known = entry(chain.name) if chain.named else None
    if known is not None and known.body is not None and known.kind == "shared":
        yield f"body:{known.body}:{chain.country or 'of a state'}"
    elif known is not None and known.body is not None:
        yield f"body:{known.body}:{known.country or ''}"
    if chain.kind == "organization" and chain.country is not None and "".join(own_words(chain.name)) in FORCES:
        yield f"force:{chain.country}:{''.join(own_words(chain.name))}"
    ministry = ministry_kind(chain.name) if chain.kind == "organization" else None
    if ministry is not None:
        yield f"ministry:{ministry}:{chain.country or '?'}"
    elif chain.kind == "organization" and not chain.named and chain.country is not None:
        words = own_words(chain.name)
        if words == ["ministry"]:
            yield f"{BARE}:{chain.country}?"
        if len(words) > 1 or chain.name.split()[-1] in STATE_BODIES:
            yield f"described {' '.join(words)}:{chain.country}"
    elif chain.kind == "organization" and not chain.named and of_every_state(chain.name):
        words = own_words(chain.name)
        if len(words) > 1:  # "the central bank", whose state goes without saying; not "the police"
            yield f"described {' '.join(words)}:?"
    elif chain.named and known is None and (chain.kind == "organization" or is_bodys(chain)):
        yield f"name:{' '.join(bare_words(chain.name))}"
    elif chain.kind in {"place", "vessel"} and chain.named:
        yield f"{chain.kind}:{' '.join(site_words(known.name if known else chain.name))}"


def is_bodys(chain: Chain) -> bool:
    """Whether a name ends like a body's, whatever its text took it for: "Tram Bell Office"."""
    words = chain.name.split()
    return chain.kind != "country" and len(words) > 1 and body_kind(words[-1]) == "organization"


def site_words(name: str) -> tuple[str, ...]:
    """A place's words; what a number tells apart goes by one of two: "Hill 412", "height 412"."""
    words = name_words(name)
    return ("hill", *words[1:]) if words[-1].isdigit() and words[0] == "height" else words


def own_words(name: str) -> list[str]:
    """A body's words without its state's."""
    return [
        w
        for w in name_words(POSSESSIVE.sub("", name))
        if w not in {"s", "the"} and not {entry(w.capitalize()), entry(w.upper())} - {None}
    ]


def bare_words(name: str) -> list[str]:
    """A body's words without the article and the nation before them."""
    words = [w for w in name_words(POSSESSIVE.sub("", name)) if w != "the"]
    while len(words) > 2 and (known := entry(words[0].capitalize()) or entry(words[0].upper())) is not None:
        if known.sort not in {"demonym", "country"}:
            break
        words = words[1:]
    return words


def keys_of(card: EntityCard) -> Iterator[str]:
    """What two chains must share to be compared."""
    yield from card.exact
    for key in card.exact:
        if key.startswith("described ") or (key.startswith(("ministry:", "body:")) and key.count(":") > 1):
            yield key.rsplit(":", 1)[0]
        if key.startswith("ministry:") and card.country is not None:
            yield f"{BARE}:{card.country}?"
    if card.may_be_person and card.named:
        for word in {w for name in card.names for w in name_words(name)}:
            if len(word) > 2 or len(card.words) == 1:
                yield f"person:{consonants(word)}"
        if len(card.words) > 1:
            yield from sorted({f"heard:{way}" for word in card.words for way in echoes(word) if len(way) > 2})
            for office in card.offices:
                if office.sort == "chief":
                    yield from sorted({f"{office.base}:{way}" for word in card.words for way in echoes(word)})
    if card.named and 1 < len(card.words) < 4 and card.kind != "person":
        yield f"person:{consonants(''.join(card.words))}"
    if card.country is not None and card.kind == "person":
        for office in card.offices:
            if office.sort == "chief" and not office.former:
                yield f"office:{card.country}:{office.base}:{office.field or ''}"
    if card.kind == "organization" and not card.named and len(card.words) > 1 and not of_every_state(card.name):
        yield from sorted({f"stem:{word}" for word in content(card.name) if tells(word)})  # "the joint board"
    if card.kind == "organization" and card.named:
        if len(card.words) > 1:
            yield f"joined:{''.join(card.words)}"
            yield f"words:{' '.join(sorted(card.words))}"
            yield from (f"stem:{word}" for word in content(card.name) if tells(word))
        if card.words:
            yield f"begins:{skeleton(card.words[0])}"
        yield f"acronym:{card.name.upper() if ' ' not in card.name else acronym(card.name)}"
