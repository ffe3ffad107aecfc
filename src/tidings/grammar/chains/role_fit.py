"""How well a role's words fit what a text says of a chain, what the tables call it and what its name shows."""

from functools import cache, lru_cache

from tidings.grammar.chains.known import Known
from tidings.grammar.chains.office_keys import OfficeKey, agree, office_key
from tidings.grammar.names.gazetteer import entry
from tidings.grammar.names.name_signs import body_kind
from tidings.grammar.names.roles import singular
from tidings.lexicon import rows
from tidings.model import Mention
from tidings.text.meaning import likeness
from tidings.text.names import name_words

__all__ = ["body_evidence", "is_other_body", "is_told_so", "person_evidence", "signs_of_bodies", "word_evidence"]

LABOUR = frozenset({"union", "federation", "guild", "syndicate", "confederation", "association"})
POLITICS = frozenset({"bloc", "party", "front", "movement", "coalition", "congress", "opposition", "alliance"})
PLACES = {"country": frozenset({"country", "nation"}), "capital": frozenset({"capital", "city"})}


def is_other_body(noun: str, mention: Mention, known: Known) -> bool:
    """Whether a role is of another body than the one named: of another state, or people who work beside a party's name.

    "The Cypriot union" is neither the union of which the text has told no state, nor the "Left Bloc".
    """
    state = mention.country
    if state is not None and state not in known.states and (known.states or noun in LABOUR):
        return True
    return noun in LABOUR and not known.words.isdisjoint(POLITICS) and known.words.isdisjoint(LABOUR)


def is_told_so(known: Known, noun: str, key: OfficeKey | None) -> bool:
    """Whether a chain is told of by a role's noun or office anywhere in the text."""
    by_noun = any(noun in told for told in (known.said, known.nouns, known.again, known.words))
    return by_noun or (key is not None and any(agree(key, office) for office in known.offices))


def person_evidence(known: Known, mention: Mention, noun: str) -> dict[str, float]:
    """What the offices, states and genders told of somebody say for a role."""
    key = office_key(mention.role or "")
    held = [o for o in known.offices if key is not None and agree(key, o) and key.former == o.former]
    rival = key is not None and not held and key.sort != "nature"
    return {
        "office": float(bool(held)),
        "office, state": float(bool(held) and mention.country in known.states),
        "other office": float(rival and any(o.sort != "nature" for o in known.offices)),
        "untold": float(not known.said),
        "state untold": float(mention.country is not None and mention.country not in known.states),
        "kind of": float(noun not in known.said and bool(known.said & kinds_of(noun))),
        "gender": float(mention.gender is not None and mention.gender in known.genders),
    }


def body_evidence(known: Known, mention: Mention, noun: str) -> dict[str, float]:
    """What the name of a body or place shows, and what the tables have it as."""
    table = signs_of_bodies().get(noun, frozenset())
    found = {
        "noun in name": float(noun in known.words),
        "sign": float(bool(known.words & table) and noun not in known.words),
        "called": float(any(noun in called(name) for name in known.names)),
    }
    like = 0.0 if any(found.values()) else likest(noun, known.words)
    return found | {
        "like name": like,
        "other kind": float(all(shows_other(name, table) for name in known.names)),
        "state": float(mention.country is not None and mention.country in known.states),
        "state of a country": float(noun == "state" and any(is_country(name) for name in known.names)),
    }


def word_evidence(known: Known, noun: str, modifiers: tuple[str, ...]) -> dict[str, float]:
    """Which of a role's words are said of a chain."""
    told = known.said | known.again | known.around | known.words
    met = sum(word in told or singular(word) in told for word in modifiers)
    return {
        "said": float(noun in known.said),
        "again": float(noun in known.again),
        "beside": float(noun in known.nouns and noun not in known.said),
        "like": 0.0 if noun in known.said else likest(noun, known.said),
        "modifiers met": met / max(1, len(modifiers)),
        "modifiers not met": (len(modifiers) - met) / max(1, len(modifiers)),
    }


@cache
def kinds_of(noun: str) -> frozenset[str]:
    """The offices and callings that a wider word for people may stand for."""
    return frozenset(word for wide, cell in rows("role_kinds.tsv") if noun in wide.split() for word in cell.split())


@lru_cache(maxsize=65536)
def likest(noun: str, others: frozenset[str]) -> float:
    """How near the likest of some words comes to a noun in meaning."""
    return max((likeness(noun, other) for other in others), default=0.0)


@lru_cache(maxsize=8192)
def called(name: str) -> frozenset[str]:
    """The nouns that the tables call a body or place by."""
    found = entry(name)
    if found is not None and found.sort in PLACES:
        return PLACES[found.sort]
    if found is None or found.body is None:
        return frozenset()
    keys = {found.body, f"({found.kind})"}
    return frozenset(word for row in rows("body_nouns.tsv") if row[0] in keys for word in row[1].split())


def is_country(name: str) -> bool:
    """Whether a name is a state's."""
    found = entry(name)
    return found is not None and found.sort == "country"


@cache
def signs_of_bodies() -> dict[str, frozenset[str]]:
    """The words in a body's name that show it to be what a noun says."""
    return {noun: frozenset(cell.split()) for noun, cell in rows("body_noun_signs.tsv")}


def shows_other(name: str, known: frozenset[str]) -> bool:
    """Whether a name shows that its body is no company: the tables have it as another, or a word of it says so."""
    found = entry(name)
    if found is not None:
        return found.kind != "company"
    return any(body_kind(word) is not None and word not in known for word in name_words(name))
