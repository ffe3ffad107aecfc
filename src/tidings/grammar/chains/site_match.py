"""Whether two names of different documents are one place or ship as two languages write it: "Sumkent", "Soumkent"."""

from collections.abc import Iterator
from dataclasses import dataclass

from tidings.grammar.names.gazetteer import entry
from tidings.grammar.names.name_signs import body_kind, is_common
from tidings.lexicon import word_classes
from tidings.model import Chain, EntityKind, Reading, Relation
from tidings.text.names import edits, name_words, skeleton, sounds, sounds_alike

__all__ = ["SITES", "SiteCard", "match_sites", "site_cards", "site_keys"]

# Set by hand from general knowledge of spellings, on no gold set; docs/choices.md has what they did for stories.
SHARED = 3  # states and names that both documents tell of: places of two stories may sound alike
FEWEST = 4  # letters of a name
CLEAR = 6  # letters from which one skeleton is enough by itself, and in which one may be wrong
SITES = frozenset({"place", "vessel"})
LANDFORMS = word_classes("word_classes.tsv")["landform"] | {"sea", "ocean"}
KEPT = 3  # consonants by which names meet


@dataclass(frozen=True, slots=True)
class SiteCard:
    """A chain that is told as a place or a ship, or stands so bare that its text may have taken it for something else."""

    chain: str
    document: str
    kind: EntityKind
    words: tuple[str, ...]
    known: bool  # whether the tables have it
    scene: frozenset[str]  # what its document tells of: states by code, names that no table has by their letters


def site_cards(reading: Reading) -> Iterator[SiteCard]:
    """A card for each name that is or may be a place's or a ship's."""
    scene = frozenset(filter(None, map(of_scene, reading.chains)))
    for chain in reading.chains:
        words = name_words(chain.name)
        if chain.named and words and may_be_site(reading, chain, words):
            known = entry(chain.name) is not None
            yield SiteCard(chain.id, reading.document.id, chain.kind, words, known, scene)


def of_scene(chain: Chain) -> str | None:
    """What a chain adds to what its text tells of; nothing where it has no name, or one that any text may have."""
    if chain.kind == "country":
        return chain.country
    return skeleton("".join(name_words(chain.name))) if chain.named and entry(chain.name) is None else None


def may_be_site(reading: Reading, chain: Chain, words: tuple[str, ...]) -> bool:
    """Whether a chain is told as a place or a ship, or as somebody or a body by nothing but its name."""
    if chain.kind in SITES:
        return True
    told = [reading.mentions[m] for m in chain.mentions]
    bare = not chain.roles and not any(m.gender for m in told if m.form == "name")
    bare = bare and (chain.country is None or chain.weighed)
    return chain.kind in {"person", "organization"} and bare and not any(body_kind(word) for word in words)


def site_keys(card: SiteCard) -> Iterator[str]:
    """The first consonants of a name by their kinds, for each way to read them."""
    yield from (f"site:{way[:KEPT]}" for way in sorted(sounds("".join(card.words))) if len(way) > 1)
    yield f"begins:{card.words[0]}"


def match_sites(a: SiteCard, b: SiteCard) -> tuple[Relation, float, str] | None:
    """What two names say of each other of which one at least is told as a place or a ship."""
    one, two = "".join(a.words), "".join(b.words)
    if len({a.kind, b.kind} & SITES) != 1 or min(len(one), len(two)) < FEWEST or a.words == b.words:
        return None
    if is_first_word(a, b) or is_first_word(b, a):
        return ("same", 0.65, "the first word of a place's name") if is_one_scene(a, b) else None
    if a.known and b.known:
        return None  # two that the tables know are two, or one already
    clear = skeleton(one).removesuffix("h") == skeleton(two).removesuffix("h")  # "Tarrah", "Tara"
    if not clear and not spelt_alike(a.words, b.words):
        return None
    if a.document == b.document:
        return ("not_same", 0.9, "two in one text") if a.kind == b.kind else None
    if any({skeleton(one), skeleton(two)} <= card.scene for card in (a, b)) and skeleton(one) != skeleton(two):
        return ("not_same", 0.9, "a text names both")  # "Orsk and Orska": a state and its neighbour
    if clear and min(len(one), len(two)) >= CLEAR:
        return ("same", 0.75, "one place as two languages write it")
    if not is_one_scene(a, b):
        return None
    return ("same", 0.65, "one place as two languages write it, in reports of one scene")


def is_one_scene(a: SiteCard, b: SiteCard) -> bool:
    """Whether what two documents share is enough for one scene, and not states alone."""
    shared = a.scene & b.scene
    return len(shared) >= SHARED and not all(name.isupper() for name in shared)


def is_first_word(short: SiteCard, full: SiteCard) -> bool:
    """Whether a name is a place's without what it lies by or what it is: "Lohn", "Lohn am See"; "Caspian", "Caspian Sea"."""
    rest = full.words[1:]
    alone = len(short.words) == 1 and rest and full.words[0] == short.words[0] and full.kind == "place"
    if not alone or is_common(short.words[0]) or any(body_kind(w) and w not in LANDFORMS for w in rest):
        return False  # a city is not its province
    return short.kind == "place" or rest[0] in LANDFORMS


def spelt_alike(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    """Whether each word of one name is one of the other's by another language's rules, or all of it written together is."""
    if len(one) == len(two):
        return all(is_spelling(p, q) for p, q in zip(one, two, strict=True))
    return is_slip("".join(one), "".join(two))


def is_spelling(a: str, b: str) -> bool:
    """Whether two plain words may be one name's, by their sounds or but for one letter."""
    return sounds_alike(a, b) or (a[:1] == b[:1] and is_slip(a, b))


def is_slip(a: str, b: str) -> bool:
    """Whether two words of some length are one but for a letter."""
    return min(len(a), len(b)) >= CLEAR and edits(skeleton(a), skeleton(b)) <= 1
