"""Whether two chains of different documents are one person or body: name, office, state, gender, company."""

from tidings.grammar.chains.entity_cards import EntityCard
from tidings.grammar.chains.office_keys import OfficeKey, agree
from tidings.grammar.chains.retold_bodies import is_retold
from tidings.grammar.names.gazetteer import entry
from tidings.grammar.names.name_signs import body_kind, is_common
from tidings.model import Relation
from tidings.text.heard_names import nearly_heard
from tidings.text.name_pairs import person_similarity, same_given
from tidings.text.names import edits, name_words, skeleton, sounds, sounds_alike, word_similarity

__all__ = [
    "MEDIA",
    "SHARED_COMPANY",
    "Verdict",
    "held_by_one",
    "match_bodies",
    "match_people",
    "same_office",
    "states_differ",
]

Verdict = tuple[Relation, float, str]
SPELLINGS = 0.88  # likeness from which two full names are spellings of one
SHARED_COMPANY = 2  # others named in both documents, for a slip of one letter in a surname
ENOUGH_LETTERS = 6  # of a surname in which one may be wrong: "Berg" and "Burg" are two
THREE = 3  # words of a name, from which all but one tell who it is
TELLING = 9  # letters of a full name that may tell a person by its sounds: "Li Wei" and "Liu Wei" are two
MEDIA = frozenset(
    {
        "agency",
        "newswire",
        "wire",
        "news",
        "press",
        "media",
        "online",
        "tv",
        "radio",
        "daily",
        "newspaper",
        "company",
        "holding",
    }
)


def match_people(a: EntityCard, b: EntityCard) -> Verdict | None:
    """What the names, offices and states of two people say; None where they say nothing."""
    if not (a.named and b.named):
        return None
    if a.gender is not None and b.gender is not None and a.gender != b.gender and not is_one_name(a, b):
        return ("not_same", 0.9, "one is a man, the other a woman") if near_surnames(a, b) else None
    if len(a.words) != len(b.words) and skeleton("".join(a.words)) == skeleton("".join(b.words)):
        return ("same", 0.85, "one name, joined or apart")
    if len(a.words) > 1 and len(b.words) > 1:
        return match_full(a, b)
    return match_surnames(a, b)


def is_one_name(a: EntityCard, b: EntityCard) -> bool:
    """Whether two full names are one but for spelling: what tells their sexes apart is a "chairman" or a guess by the given name."""
    full = min(len(a.words), len(b.words)) > 1 and a.document != b.document
    return full and person_similarity(a.name, b.name) >= SPELLINGS and same_given(a.name, b.name) is True


def match_full(a: EntityCard, b: EntityCard) -> Verdict | None:
    """Two full names."""
    alike = person_similarity(a.name, b.name)
    given = same_given(" ".join(a.words), " ".join(b.words))
    if is_tail(a.words, b.words) or is_tail(b.words, a.words):
        return ("same", 0.8, "a longer form of the name") if not states_differ(a, b) else None
    if a.document != b.document and is_heard_tail(a.words, b.words) and not states_differ(a, b):
        return ("same", 0.65, "a longer form of the name by the rules of another language")
    office = same_office(a, b)
    near = a.document != b.document and nearly_heard(a.words, b.words) and not states_differ(a, b)
    if alike >= 0.99 and a.document != b.document:
        return ("same", 0.98 if not states_differ(a, b) else 0.6, "same name")
    if alike >= SPELLINGS and given is not False:
        return ("same", 0.9 if office else 0.85, "spellings of one name" + (", same office" if office else ""))
    if office and given and same_words(a, b, 0) and held_by_one(a, b):
        return ("same", 0.65, "same given name, same office")
    if a.document == b.document and given is False and (near_surnames(a, b) or heard_alike(a, b)):
        return ("not_same", 0.9, "two in one text")
    if given is None and initial_of(a, b) and (office or len(a.company & b.company) >= SHARED_COMPANY):
        return ("same", 0.6, "an initial and a surname by the rules of two languages, named beside the same people")
    if is_cut_short(a, b) and held_by_one(a, b) and not states_differ(a, b):
        return ("same", 0.65, "the name without its second surname, an office of one holder")
    if heard_alike(a, b) and given and held_by_one(a, b) and not states_differ(a, b):
        return ("same", 0.65, "one name by the rules of two languages, an office of one holder")
    if heard_alike(a, b) and same_but_one(a, b) and not states_differ(a, b):
        return ("same", 0.65, "one name by the rules of two languages, all but one word the same")
    if a.document != b.document and same_words(a, b, 0) and told_by_sound(a, b) and offices_fit(a, b):
        return ("same", 0.6, "same given name, a surname by the rules of two languages")
    if heard_alike(a, b) and supported(a, b, office=office):
        return ("same", 0.65, "one name by the rules of two languages" + (", same office" if office else ""))
    if near and held_by_one(a, b):
        return ("same", 0.65, "one name by the rules of two languages, an office of one holder")
    if near and len(a.company & b.company) >= SHARED_COMPANY and offices_fit(a, b):
        return ("same", 0.6, "one name by the rules of two languages, named beside the same people")
    if near_surnames(a, b):
        if a.kind != b.kind:
            return None
        if given is False and office and len(a.company & b.company) >= SHARED_COMPANY:
            return ("same", 0.6, "same surname, same office, named beside the same people")
        if given is not False and alike >= 0.8:
            return ("same", 0.7 + 0.15 * office, "close spellings" + (", same office" if office else ""))
        if given is False and not office and not near:
            return ("not_same", 0.9, "same surname, other given name")
    if office and alike >= 0.75:
        return ("same", 0.65, "close spellings, same office")
    return None


def match_surnames(a: EntityCard, b: EntityCard) -> Verdict | None:
    """A surname with a full name, or two surnames."""
    office = same_office(a, b)
    if near_surnames(a, b) or lone_given(a, b):
        if states_differ(a, b):
            # where an envoy is sent, whom he speaks for and where he is from are told alike
            sent = "envoy" in sorts(a) & sorts(b) and a.words[-1] == b.words[-1]
            return None if sent else ("not_same", 0.7, "same surname, offices of two states")
        exact = a.words[-1] == b.words[-1]
        kinds = a.kind == b.kind
        return ("same", (0.75 if exact else 0.65) + 0.15 * office - (0.0 if kinds else 0.1), "same surname")
    one, two = skeleton(a.words[-1]), skeleton(b.words[-1])
    sexes = one != two and one.removesuffix("a") == two.removesuffix("a")  # "Petrov" and "Petrova" are two
    long = not sexes and min(len(a.words[-1]), len(b.words[-1])) >= ENOUGH_LETTERS
    slip = long and one[:1] == two[:1] and edits(one, two) == 1
    heard = long and a.kind == b.kind == "person" and sounds_alike(a.words[-1], b.words[-1])
    if heard and office and held_by_one(a, b):
        return ("same", 0.6, "a surname by the rules of two languages, an office of one holder")
    if slip and not states_differ(a, b) and (office or len(a.company & b.company) >= SHARED_COMPANY):
        return (
            "same",
            0.6,
            "surnames a letter apart" + (", same office" if office else ", named beside the same people"),
        )
    return None


def is_tail(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether a longer name ends with all words of a shorter one."""
    return len(short) < len(long) and all(
        skeleton(s) == skeleton(t) for s, t in zip(short[::-1], long[::-1], strict=False)
    )


def is_heard_tail(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether a name of two words or more sounds like the end of a longer one: "Juri Lenskij", "Pan Yuri Lensky"."""
    short, long = sorted((a, b), key=len)
    if not 1 < len(short) < len(long) or len("".join(short)) < TELLING:
        return False
    return all(sounds_alike(s, t) for s, t in zip(short[::-1], long[::-1], strict=False))


def is_cut_short(a: EntityCard, b: EntityCard) -> bool:
    """Whether a name is a longer one's without its last word, its given name as another language has it: "Pedro Lindal"."""
    short, long = sorted((a, b), key=lambda card: len(card.words))
    one, two = short.words, long.words
    if len(one) + 1 != len(two) or len(one) < 2 or skeleton(one[-1]) != skeleton(two[-2]):
        return False
    return same_given(" ".join(one), " ".join(two[:-1])) is True


def near_surnames(a: EntityCard, b: EntityCard) -> bool:
    """Whether the last words are transliterations of one surname."""
    return bool(a.words and b.words) and word_similarity(a.words[-1], b.words[-1]) >= 0.95


def lone_given(a: EntityCard, b: EntityCard) -> bool:
    """Whether the one word of one name is the first of the other, as with names that are written surname first."""
    if not a.words or not b.words or (len(a.words) == 1) == (len(b.words) == 1):
        return False
    short, full = (a, b) if len(a.words) == 1 else (b, a)
    return short.words[0] == full.words[0] and len(short.words[0]) > 2 and short.kind == "person"


def initial_of(a: EntityCard, b: EntityCard) -> bool:
    """Whether one name is an initial and a surname that may be the other's: "P. Golub", "Pavel Holub"."""
    short, full = sorted((a.words, b.words), key=lambda words: len(words[0]))
    alike = len(short[0]) == 1 and len(full[0]) > 1 and full[0][0] == short[0]
    letters = min(len(short[-1]), len(full[-1])) >= ENOUGH_LETTERS
    return alike and letters and sounds_alike(short[-1], full[-1])


def heard_alike(a: EntityCard, b: EntityCard) -> bool:
    """Whether each word of one name sounds like one of the other: "Xhevat Hoxha", "Dzhevat Hodzha"."""
    one, two = name_words(a.name), name_words(b.name)
    if min(len("".join(one)), len("".join(two))) < TELLING:
        return False
    if len(a.words) == len(b.words):
        one, two = a.words, b.words
    elif len(one) != len(two):
        return False  # what is a particle elsewhere is a word of a name here: "Aye Lee Thandar", "Aye Le Thandar"
    in_order = all(sounds_alike(p, q) for p, q in zip(one, two, strict=True))
    return in_order or all(sounds_alike(p, q) for p, q in zip(one[::-1], two, strict=True))


def told_by_sound(a: EntityCard, b: EntityCard) -> bool:
    """Whether two surnames have enough consonants, all alike, to be one written by two languages' rules: "Moubarek", "Mubarik"."""
    if len(a.words) != len(b.words) or states_differ(a, b) or a.kind != b.kind:
        return False
    shared = max(map(len, sounds(a.words[-1]) & sounds(b.words[-1])), default=0)
    return shared > 2 and heard_alike(a, b)


def same_but_one(a: EntityCard, b: EntityCard) -> bool:
    """Whether all words but one of names of three and more are the same: "Salem Ag Elmasri", "Salem Ag al-Masri"."""
    one, two = (a.words, b.words) if len(a.words) == len(b.words) else (name_words(a.name), name_words(b.name))
    alike = [skeleton(p) == skeleton(q) for p, q in zip(one, two, strict=True)]
    return len(alike) >= THREE and alike.count(False) == 1


def supported(a: EntityCard, b: EntityCard, *, office: bool) -> bool:
    """Whether two people's offices speak for one: the same, or such as may be the same, told beside the same people."""
    if office or (a.country is not None and a.country == b.country and sorts(a) & sorts(b) >= {"envoy"}):
        return True
    beside = len(a.company & b.company) >= SHARED_COMPANY and not states_differ(a, b)
    return beside and any(agree(x, y) for x in a.offices for y in b.offices)


def offices_fit(a: EntityCard, b: EntityCard) -> bool:
    """Whether one is told without an office that is held for others, or both in one that may be the same."""
    one, two = ([office for office in card.offices if office.sort != "nature"] for card in (a, b))
    return not one or not two or any(agree(x, y) or peers(x, y) for x in one for y in two)


def sorts(card: EntityCard) -> set[str]:
    """The sorts of offices that a card tells of: a state's "delegate" is its "envoy"."""
    return {office.sort for office in card.offices}


def same_words(a: EntityCard, b: EntityCard, at: int) -> bool:
    """Whether one word of two names is the same but for transliteration."""
    return skeleton(a.words[at]) == skeleton(b.words[at])


def held_by_one(a: EntityCard, b: EntityCard) -> bool:
    """Whether the office that both hold has one holder at a time."""
    return any(
        peers(x, y) or (agree(x, y) and x.sort == y.sort == "chief" and x.field == y.field)
        for x in a.offices
        for y in b.offices
    )


def peers(x: OfficeKey, y: OfficeKey) -> bool:
    """Whether one is told as "counterpart" and the other holds a chief office: the counterpart's is such a one."""
    return {x.base, y.base} > {"counterpart"} and "chief" in {x.sort, y.sort}


def same_office(a: EntityCard, b: EntityCard) -> bool:
    """Whether both hold one office of one state."""
    if a.country is None or a.country != b.country:
        return False
    return any(peers(x, y) or (agree(x, y) and x.sort != "nature") for x in a.offices for y in b.offices)


def states_differ(a: EntityCard, b: EntityCard) -> bool:
    """Whether both act for states, and not the same."""
    told = not a.weighed and not b.weighed and a.country is not None and b.country is not None
    return told and a.country != b.country


def match_bodies(a: EntityCard, b: EntityCard) -> Verdict | None:
    """Two bodies, states or places, by what only one of them can be called."""
    shared = sorted(set(a.exact) & set(b.exact))
    if shared and not shared[0].endswith("?"):
        return ("same", 0.95, shared[0].split(":", 1)[0] + " of one name")
    if a.kind == b.kind == "organization" and a.named and b.named and not states_differ(a, b):
        short, full = sorted((a.name, b.name), key=lambda name: (len(name), name))
        spelt = "".join(w[0] for w in full.split() if w[0].isupper())
        if short.isupper() and " " not in short and len(short) > 2 and short == spelt and entry(short) is None:
            return ("same", 0.8, "acronym of its name")
        if len(a.words) > 1 and len(b.words) > 1 and same_letters(a.words, b.words):
            return ("same", 0.85, "one name, its words in another order or joined")
        retold = is_retold(a.name, b.name)
        if retold is None and a.document == b.document:
            return ("not_same", 0.9, "two in one text")
        if retold is not False:
            return ("same", 0.8 if retold else 0.65, "one name in other words")
        if is_short_for(a, b) or is_short_for(b, a):
            return ("same", 0.7, "the name without what kind of body it is")
    return None


def same_letters(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two names have the same words in any order, or the same letters with other spaces or as transliterations vary."""
    return skeleton("".join(a)) == skeleton("".join(b)) or (len(a) > 2 and sorted(a) == sorted(b))


def is_short_for(short: EntityCard, full: EntityCard) -> bool:
    """Whether a name that no table knows is the other without the words for its kind: "Argus", "Argus News Agency"."""
    one, two = short.words, full.words
    rest = two[len(one) :]
    if len(one) > 1 and two[: len(one)] == one and rest[:1] == ("of",) and body_kind(one[-1]) is not None:
        state = entry(
            " ".join(full.name.split()[len(short.name.split()) + 1 :])
        )  # "People's Bank", "People's Bank of China"
        return state is not None and state.sort == "country"
    own = bool(one) and two[: len(one)] == one
    if len(one) > 1 and own and rest and set(rest) <= MEDIA:
        return entry(short.name) is None  # "Volta Bureau", "Volta Bureau Agency"
    own = own and not any(body_kind(word) or is_common(word) for word in one)
    alone = len(rest) == 1 and is_common(rest[0])  # "Argus", "Argus Ratings"; "Blue Argus", "Blue Argus Maritime"
    ends = alone or all(body_kind(w) or w in MEDIA for w in rest)
    return own and bool(rest) and entry(short.name) is None and ends
