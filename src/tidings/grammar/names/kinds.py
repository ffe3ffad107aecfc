"""What kind of thing a name names: evidence from its words and each place it stands in, weighed over the document."""

import re
from collections.abc import Sequence
from functools import cache

from tidings.grammar.mute import MUTE, is_remains
from tidings.grammar.names.name_runs import is_marked, title_cased
from tidings.grammar.names.name_signs import (
    body_kind,
    first_gender,
    given_gender,
    head_kind,
    is_common,
    is_legal_form,
    opens_society,
)
from tidings.grammar.names.names import Name, spoken
from tidings.grammar.names.nominals import group_kind
from tidings.grammar.names.roles import office_at, singular
from tidings.grammar.tree import child, children
from tidings.lexicon import rows, word_classes, words
from tidings.lexicon.word_kin import has_kin
from tidings.model import Analysis, EntityKind

__all__ = ["Votes", "decide", "inside_words", "is_location", "is_plain_word", "small_nouns", "votes"]

Votes = dict[EntityKind, float]
NAMED = frozenset({"PERSON", "ORG"})  # the parser's labels of somebody
PERSONAL = word_classes("word_classes.tsv")["personal"]
BY_LABEL: dict[str, tuple[EntityKind, float]] = {
    "PERSON": ("person", 1.0),
    "ORG": ("organization", 0.9),
    "GPE": ("place", 0.6),
    "LOC": ("place", 0.8),
    "FAC": ("place", 0.7),
    "NORP": ("organization", 0.4),
    "PRODUCT": ("vessel", 0.2),
    "WORK_OF_ART": ("organization", 0.1),
}
BY_ENTRY: dict[str, EntityKind] = {
    "country": "country",
    "demonym": "country",
    "people": "country",
    "capital": "place",
    "seat": "country",
    "body": "organization",
    "state_body": "organization",
    "place": "place",
}
SITES = word_classes("word_classes.tsv")["site"]
INITIAL = re.compile(r"[A-Z]\.|Ye\.|Yu\.|Zh\.|Kh\.|Dzh\.")
FROM_ABROAD = 2.2  # more than the parser's label, less than what shows a ship
# No name follows these: "the spokesman of the ministry Ada Berg".
UNNAMED = frozenset({"ministry", "government", "parliament", "police", "army", "cabinet", "embassy", "presidency"})
SHORTEST = 2  # letters of what is no surname
FULL_NAME = 8.0  # outweighs the parser's label at a surname that it takes for a body wherever it stands alone
WITHIN = frozenset({"in", "near", "at", "outside", "inside", "around", "across", "throughout", "within", "into", "via"})
WITHIN |= {"opposite", "beyond", "above", "outskirts"}
MOTION = word_classes("word_classes.tsv")["motion"]
REACHED = word_classes("word_classes.tsv")["reached"]
CITY_PARTS = word_classes("word_classes.tsv")["city_part"]
SINGLE = {"he": "m", "she": "f"}
LIVES_IN = frozenset({"resident", "people", "inhabitant", "citizen", "population"})
SHIP_LETTERS = word_classes("word_classes.tsv")["ship_letters"]
VESSELS = SHIP_LETTERS | word_classes("word_classes.tsv")["ship"]
GROUNDS = frozenset({"Square", "Avenue", "Boulevard", "Airport", "Stadium"})  # no surnames of people
TRADES = frozenset(word_classes("word_classes.tsv")["trade"])
OPENING = frozenset("«“\"‘'„")
LANDFORMS = word_classes("word_classes.tsv")["landform"]
NUMBERED = word_classes("word_classes.tsv")["numbered_site"]
HANDS = word_classes("word_classes.tsv")["hands"]
# In ties the kind that harms least when wrong comes first: a person called a place loses a speaker.
ORDER: tuple[EntityKind, ...] = ("person", "organization", "country", "place", "vessel", "unknown")


def votes(analysis: Analysis, name: Name) -> Votes:
    """The evidence that one place of a name gives for each kind."""
    found: Votes = {}

    def add(kind: EntityKind, weight: float) -> None:
        found[kind] = found.get(kind, 0.0) + weight

    from_words(analysis, name, add_to=found)
    tokens = analysis.tokens
    if name.title is not None:
        add("person", 6.0)
    elif (name.prefix is not None or name.suffix is not None) and not is_firm(analysis, name):
        add("person", 3.0)
    if spoken(analysis, name):
        add("person", 1.0)
    if told_as_person(analysis, name):
        add("person", 4.0)
    if told_as_body(analysis, name):
        add("organization", 3.0)
    head = tokens[name.head]
    above = tokens[head.head]
    if head.dep == "nsubj" and above.lemma in reporting():
        add("person", 2.8 if is_he(analysis, name) else 0.8)
        add("organization", 0.4)
    if head.dep == "pobj" and above.text == "of" and is_remains(analysis, above.head):
        add("person", 3.0)
    if head.dep == "pobj" and above.text == "of" and is_site(analysis, above.head):
        add("place", 3.0)  # "the village of X"
    if head.dep == "pobj" and above.text == "of" and analysis.tokens[above.head].lemma.lower() in LIVES_IN | CITY_PARTS:
        add("place", 1.5)  # "residents of X", "the mayor of X"
    if is_landforms(analysis, name):
        add("place", 3.0)
    if head.dep == "dobj" and above.lemma.lower() == "visit":
        add("place", 0.5)
    if head.dep == "pobj" and above.text.lower() in WITHIN:
        add("place", 1.3 if above.text.lower() in {"in", "near", "outside"} else 0.4)
    if child(analysis, name.head, "det") is not None and name.end - name.first < 4:
        add("organization", 0.7)
        add("person", -1.0)
    quoted = name.first > 1 and tokens[name.first - 1].text in OPENING
    if name.first > 0 and tokens[name.first - 1 - quoted].text in VESSELS:
        before = name.first - 1 - quoted
        carrier = tokens[before].text == "carrier" and tokens[before - 1].text not in {
            "bulk",
            "aircraft",
            "gas",
        }  # an airline
        add("vessel", 3.0 if carrier else 12.0)  # more than a given name: "the trawler Nova Berg"
    elif is_told_a_ship(analysis, name):
        add("vessel", 4.0)
    elif is_boarded(analysis, name):
        add("vessel", 2.5)
    return found


def is_firm(analysis: Analysis, name: Name) -> bool:
    """Whether a name ends like a firm's and opens like nobody's, so that a role beside it is a body's: "the owner, Lund Metals"."""
    first, last = analysis.tokens[name.first], analysis.tokens[name.end - 1]
    several = name.end - name.first > 1 and given_gender(first.text) is None
    return several and head_kind(last.text) == "organization"


def is_he(analysis: Analysis, name: Name) -> bool:
    """Whether a bare name that says something is "he" or "she" right behind it, as nobody else told of can be: "Holt said she
    had never claimed it", "Holt said nobody had been held. “They were guests,” she said"."""
    tokens, head = analysis.tokens, analysis.tokens[name.head]
    if name.end - name.first != 1 or name.hit is not None or child(analysis, name.head, "det") is not None:
        return False
    end = analysis.sentences[head.sentence][1]
    pronoun = next((k for k in range(head.head + 1, min(end, head.head + 3)) if tokens[k].text.lower() in SINGLE), None)
    if pronoun is None and head.sentence + 1 < len(analysis.sentences):
        begin, after = analysis.sentences[head.sentence + 1]
        inside = range(begin, min(after + 4, len(tokens)))
        pronoun = next(
            (k for k in inside if tokens[k].text.lower() in SINGLE and tokens[tokens[k].head].lemma in reporting()),
            None,
        )
    if pronoun is None:
        return False
    sex = SINGLE[tokens[pronoun].text.lower()]
    before = analysis.sentences[max(0, head.sentence - 1)][0]
    others = (t for t in tokens[before:pronoun] if t.ent == "PERSON" and t.i != name.head)
    return all(given_gender(t.text) not in {None, sex, "-"} or is_later_word(analysis, t.i) for t in others)


def is_later_word(analysis: Analysis, i: int) -> bool:
    """Whether a token goes on with a person's name, whose first word tells he or she."""
    return i > 0 and analysis.tokens[i - 1].ent == "PERSON"


def is_boarded(analysis: Analysis, name: Name) -> bool:
    """Whether a name behind "the" is what hands and captains belong to: "the crew of the X", "aboard the X"."""
    tokens, the = analysis.tokens, name.first - (analysis.tokens[name.first].text != "the")
    if the < 2 or tokens[the].text != "the" or body_kind(tokens[name.end - 1].text) is not None:
        return False
    before, owner = tokens[the - 1].text, tokens[the - 2].text
    return before in {"aboard", "onboard"} or (before == "of" and owner in HANDS) or (before, owner) == ("board", "on")


def is_told_a_ship(analysis: Analysis, name: Name) -> bool:
    """Whether what stands beside a name behind a comma says that it is a ship: "the Nova Berg, a ferry built in 1988"."""
    beside = (analysis.tokens[c] for c in children(analysis, name.head, "appos"))
    return any(t.text in VESSELS and child(analysis, t.i, "det") is not None for t in beside)


def told_as_person(analysis: Analysis, name: Name) -> bool:
    """Whether what follows a name after a comma is told of people alone: ", who", ", whose", an age."""
    after = analysis.tokens[name.end : name.end + 3]
    if len(after) < 3 or after[0].text != ",":
        return False
    before = analysis.tokens[name.first - 1].text.lower() if name.first else ""
    if before == "the" and body_kind(analysis.tokens[name.end - 1].text) is not None:
        return False  # "Ada Berg of the Harbour Office, who …"
    age = after[1].text.isdigit() and len(after[1].text) == 2 and after[2].text == ","
    return age or after[1].text.lower() in {"who", "whose", "whom"}


def is_site(analysis: Analysis, i: int) -> bool:
    """Whether a token is a common noun for a settlement or a part of a state."""
    return analysis.tokens[i].text.lower() in SITES


def told_as_body(analysis: Analysis, name: Name) -> bool:
    """Whether a noun for bodies stands right before a name or in apposition to it: "drone maker X", "X, a company"."""
    tokens, head = analysis.tokens, analysis.tokens[name.head]
    beside = [c for c in analysis.children[name.head] if tokens[c].dep == "appos"]
    if head.dep == "appos":
        beside.append(head.head)
    before = name.first - 1
    if before >= 0 and tokens[before].sentence == head.sentence:
        twin = (tokens[before].head, tokens[before].dep) == (head.head, head.dep)  # two subjects of one verb
        beside += [before] if twin or name.head in {tokens[before].head, before} else []
    nouns = (tokens[k].text for k in beside if tokens[k].tag == "NN")
    return any(noun.islower() and noun not in UNNAMED and is_body_noun(noun) for noun in nouns)


def is_landforms(analysis: Analysis, name: Name) -> bool:
    """Whether a name is told as that of a feature of the land or a way: "the Tarn valley", "the pass of Tarn"."""
    tokens, head = analysis.tokens, analysis.tokens[name.head]
    if head.dep == "pobj" and tokens[head.head].text == "of":
        return tokens[tokens[head.head].head].text in LANDFORMS
    return name.end < len(tokens) and head.head == name.end and tokens[name.end].text in LANDFORMS


def is_body_noun(word: str) -> bool:
    """Whether a common noun says that what it names is a body."""
    return group_kind(word) == "organization" or word in words("body_descriptors.txt")


def from_words(analysis: Analysis, name: Name, add_to: Votes) -> None:
    """What a name's own words say of its kind."""
    tokens = analysis.tokens[name.first : name.end]

    def add(kind: EntityKind, weight: float) -> None:
        add_to[kind] = add_to.get(kind, 0.0) + weight

    label = next((t.ent for t in tokens if t.ent), "")
    if label in BY_LABEL:
        add(*BY_LABEL[label])
    if name.hit is not None:
        add(BY_ENTRY[name.hit.entry.sort], 5.0)
        return
    known = given_gender(tokens[0].text)
    if known is not None and len(tokens) > 1:
        full = body_kind(tokens[-1].text) is None and not is_common(tokens[-1].text)
        add("person", FULL_NAME if full else 2.0)
    elif known is not None:
        add("person", 0.5)
    elif len(tokens) > 1 and begins_personal(tokens[0].text) and may_end_personal(tokens[-1].text):
        add("person", FULL_NAME if INITIAL.fullmatch(tokens[0].text) else FROM_ABROAD)
    society = len(tokens) > 2 and opens_society(tokens[0].text, tokens[1].text)
    if society or (len(tokens) > 1 and is_legal_form(tokens[-1].text)):
        add("organization", 8.0)  # "Pesca Norte SA" is nobody's surname
    if len(tokens) > 1 and tokens[0].text.casefold() in words("foreign_body_words.txt"):
        add("organization", 3.0)
    if len(tokens) > 1 and tokens[0].text in {"Police", "National"}:
        add("organization", 4.0)  # "Police Norrland", "National Pact"
    if len(tokens) > 1 and known is None and tokens[-1].text.lower() in words("media_words.txt") | TRADES:
        add("organization", 3.0)  # "Lund Timber", "Velm Dagblad"
    kind = head_kind(tokens[-1].text)
    of = next((k for k, t in enumerate(tokens) if t.text in {"of", "for"}), 0)
    if of and head_kind(tokens[of - 1].text) == "organization":
        add("organization", 3.0)
    elif of and body_kind(tokens[of - 1].text) == "place":
        add("place", 3.0)  # "Isle of Bird", "Bridge of Lund"
    elif len(tokens) > 1 and tokens[-1].text in GROUNDS:
        add("place", 4.0)  # "Mohamed Ali Square"
    elif kind is not None and len(tokens) > 1:
        add("place" if kind == "place" else "organization", 1.0 if known else 2.5)
    if any(t.pos in {"ADP", "SCONJ"} and t.text[:1].isupper() for t in tokens[1:-1]):
        add("organization", 3.0)  # "Coast Without Fear"
    if len(tokens) > 1 and tokens[0].text.replace(".", "") in SHIP_LETTERS:
        add("vessel", 4.0)
    if len(tokens) == 2 and is_marked(analysis, name.first):
        add("vessel", 4.0)  # "the QT 3307"
    if len(tokens) > 1 and tokens[-1].text.isdigit():
        add("place", 6.0 if tokens[0].text.lower() in NUMBERED else 0.0)  # "Hill 412"
        add("vessel", 6.0 if tokens[0].text == "Flight" else 0.0)
    last = tokens[-1].text
    if len(tokens) == 1 and last.isupper() and len(last) > 1:
        add("organization", 1.0)
    if len(tokens) == 1 and last.istitle() and len(last) > 2 and not is_common(last):
        add("person", 0.1)  # rather a person than nothing
    if len(tokens) in {2, 3} and all(t.text.isalpha() and t.text.istitle() for t in tokens):
        add("person", 0.4)


def begins_personal(word: str) -> bool:
    """Whether a word is an initial or a given name of some country."""
    return INITIAL.fullmatch(word) is not None or first_gender(word) is not None


def may_end_personal(word: str) -> bool:
    """Whether a word may be a surname: it is capitalised, longer than an initial and no word for bodies or other things."""
    small = word.lower()
    told = body_kind(word) is not None or is_common(small) or is_common(singular(small)) or has_kin(small)
    return word[:1].isupper() and not word.isupper() and len(word) > SHORTEST and not told


@cache
def reporting() -> frozenset[str]:
    """Lemmas of the verbs of saying."""
    return frozenset(row[0] for row in rows("reporting_verbs.tsv") if len(row) < 2 or row[1] != "think")


def inside_words(analysis: Analysis) -> frozenset[str]:
    """The words that have a capital as proper nouns where no sentence, quotation or headline opens."""
    headlines, tokens = title_cased(analysis), analysis.tokens
    return frozenset(
        t.text
        for t in tokens
        if t.pos == "PROPN" and t.text[:1].isupper() and t.sentence not in headlines and not is_opening(analysis, t.i)
    )


def is_opening(analysis: Analysis, i: int) -> bool:
    """Whether a token opens a sentence or what a mark begins."""
    first = analysis.sentences[analysis.tokens[i].sentence][0]
    return i == first or not any(c.isalnum() for c in analysis.tokens[i - 1].text)


def small_nouns(analysis: Analysis) -> frozenset[str]:
    """The common nouns that a text writes small."""
    return frozenset(t.text for t in analysis.tokens if t.pos == "NOUN" and t.text.islower())


def is_plain_word(analysis: Analysis, name: Name, inside: frozenset[str], small_too: frozenset[str]) -> bool:
    """Whether a name is a common word that has its capital only because it opens a sentence or a quotation: "Bread is dear".

    `inside` has the words with a capital elsewhere, `small_too` the nouns written small.
    """
    tokens, token = analysis.tokens, analysis.tokens[name.first]
    if name.end - name.first > 1 or name.hit is not None or name.title is not None or token.text in inside:
        return False
    small = token.text.lower()
    opens = is_opening(analysis, token.i) and token.text.istitle() and given_gender(token.text) is None
    if opens and small in small_too and token.dep in {"compound", "nmod"}:
        return True  # "Freighter row grows" over a text that tells of a freighter
    if token.ent in NAMED or acts_as_somebody(analysis, token.i):
        return False
    if not opens or not has_kin(singular(small)):
        return False
    return not (token.dep == "nsubj" and tokens[token.head].lemma in reporting())


def acts_as_somebody(analysis: Analysis, i: int) -> bool:
    """Whether a proper noun does what only people and bodies do: "Brown resigned", "Orange sued"."""
    token = analysis.tokens[i]
    does = token.tag == "NNP" and token.dep == "nsubj" and analysis.tokens[token.head].lemma.lower() in PERSONAL
    return does and token.text.lower() not in MUTE  # "Aid arrived"


def decide(evidence: Sequence[Votes]) -> EntityKind:
    """The kind that all places of a name speak for together; unknown where nothing does."""
    total: Votes = {}
    for found in evidence:
        for kind, weight in found.items():
            total[kind] = total.get(kind, 0.0) + weight
    best = max(ORDER, key=lambda kind: (total.get(kind, 0.0), -ORDER.index(kind)))
    return best if total.get(best, 0.0) > 0 else "unknown"


def is_location(analysis: Analysis, head: int, *, city: bool = True) -> bool:
    """Whether the name of a capital or seat is the place itself here, not the state that it stands for.

    "arrived in Kabul", "the Kabul suburb" are places; "Kabul said", "talks with Kabul", "Kabul's offer" the state.
    """
    token = analysis.tokens[head]
    above = analysis.tokens[token.head]
    if head and analysis.tokens[head - 1].text in {"-", "–", "—"} and ends_sentence(analysis, head):
        return False  # a headline's "… – Kabul" says who says so
    if token.dep == "pobj":
        word = above.text.lower()
        ruler = analysis.tokens[above.head]
        if word in WITHIN:
            return True
        if word == "from":
            return ruler.pos == "VERB" and ruler.lemma in MOTION | {"report", "evacuate", "withdraw", "broadcast"}
        if word in {"to", "toward", "towards", "for"}:
            return ruler.lemma in MOTION
        if word in {"of", "outside", "between", "against", "with", "by", "on", "over"}:
            return city and word == "of" and office_at(analysis, above.head) is None and ruler.lemma in CITY_PARTS
        return False
    if token.dep in {"dobj", "nsubjpass"}:
        return above.lemma in REACHED
    if token.dep in {"compound", "nmod", "amod"}:
        return city and above.lemma.lower() in CITY_PARTS
    if token.dep == "conj":
        return is_location(analysis, token.head, city=city)
    return token.dep in {"npadvmod", "appos"} and city


def ends_sentence(analysis: Analysis, head: int) -> bool:
    """Whether nothing but punctuation follows in the sentence."""
    end = analysis.sentences[analysis.tokens[head].sentence][1]
    return all(t.pos == "PUNCT" for t in analysis.tokens[head + 1 : end])
