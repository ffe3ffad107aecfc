"""Runs of tokens that may be names: capitals weighed, with the particles, hyphens and "of" that bind them."""

import re
from collections.abc import Iterator, Mapping, Set

from tidings.grammar.names.gazetteer import Hit, entry
from tidings.grammar.names.name_signs import body_kind, head_kind, is_common, may_open, office_word, opens_society
from tidings.grammar.names.roles import office_at, singular
from tidings.lexicon import word_classes, words
from tidings.lexicon.calendar import calendar_words
from tidings.model import Analysis

__all__ = ["JOINS", "capitalised_inside", "is_marked", "is_registry", "runs", "title_cased"]

NOT_NAMES = frozenset(
    {"DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY", "LAW", "LANGUAGE", "EVENT"}
)
NAMED = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "PRODUCT", "WORK_OF_ART"})
# Words that stay small in headline capitals.
SMALL = frozenset(
    [
        "with",
        "from",
        "over",
        "after",
        "into",
        "than",
        "that",
        "amid",
        "upon",
        "about",
        "against",
        "between",
        "before",
        "under",
        "toward",
        "through",
    ]
)
SYLLABLE = 5  # letters of the second half of a Korean or Chinese given name, at most
LONGEST = 24  # tokens of a run; what is longer is a list in capitals
POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
OF_MEMBERS = frozenset({"Union", "Guild", "Brotherhood", "Federation", "Confederation", "Syndicate"})
SHIPS = word_classes("word_classes.tsv")["ship"]
NUMBERED = word_classes("word_classes.tsv")["numbered_site"]
SHIPS_WORDS = 6  # tokens back to the noun that a ship's name stands behind
CHANNELS = frozenset({"channel", "broadcaster", "station", "network", "newspaper"})
INITIAL = re.compile(r"[A-Z]\.")
HULL = re.compile(r"[A-Z]{1,4}-\d{1,5}")
ORDINAL = re.compile(r"\d{1,3}(?:st|nd|rd|th)")
AMOUNT = re.compile(r"[A-Z]{1,3}[$€£]?\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?")  # "K250,000", "US$1,000"
UNITS = frozenset({"Battalion", "Brigade", "Division", "Regiment", "Corps", "Army", "Fleet", "Squadron", "Circuit"})
PAPERS = frozenset({"Morning", "Evening"})
MINISTRIES = frozenset({"Ministry", "MFA", "Department"})
TO_READERS = frozenset({"Suppose", "Imagine", "Assume"})
OPENING = frozenset("«“\"‘'„")
LINKS = frozenset({"of", "the", "de", "del", "da", "du"})  # within a ship's name in marks
# Within a foreign name, whatever an English parser takes them for: "Bloco do Povo", "Casa dos Livros", "Frente por la Tierra".
FOREIGN = frozenset(
    {"do", "dos", "das", "da", "del", "della", "delle", "dei", "di", "du", "des", "por", "pour", "für", "zur"}
)
SMALL_WORDS = frozenset({"PRON", "DET", "ADV", "PART", "AUX"})  # for which a parser takes a syllable of a name
NO_PART = frozenset({"I", "The", "A", "This", "That"})
JOINS = frozenset({"-", "‐", "–", "'", "’", "&", "/"})


def capitalised_inside(analysis: Analysis, headlines: Set[int]) -> frozenset[str]:
    """Words that stand capitalised as proper nouns inside a sentence that is not in headline capitals."""
    found: set[str] = set()
    for sentence, (first, end) in enumerate(analysis.sentences):
        if sentence not in headlines:
            found.update(t.text for t in analysis.tokens[first + 1 : end] if t.pos == "PROPN" and t.text[:1].isupper())
    return frozenset(found)


def title_cased(analysis: Analysis) -> frozenset[int]:
    """The sentences in headline capitals."""
    return frozenset(s for s in range(len(analysis.sentences)) if is_title_case(analysis, s))


def is_title_case(analysis: Analysis, sentence: int) -> bool:
    """Whether a sentence has headline capitals, so that a capital shows no name: no long word of it is lower case.

    A sentence with a full stop and a verb in lower case may be full of names: "Ada Berg met Sheikh Omar of the Gulf Fund."
    """
    first, end = analysis.sentences[sentence]
    inside = analysis.tokens[first:end]
    if inside[-1].text == "." and any(t.pos == "VERB" and t.text.islower() for t in inside):
        return False
    long = [t.text for t in inside if len(t.text) > 3 and t.text.isalpha()]
    return len(long) > 3 and sum(w.islower() and w not in SMALL for w in long) <= len(long) // 8


def is_name_token(analysis: Analysis, hit_at: Mapping[int, Hit], i: int, known: frozenset[str] | None) -> bool:
    """Whether a token can stand in a name; `known` holds the words to trust in a headline."""
    token = analysis.tokens[i]
    if i in hit_at or is_ships(analysis, i) or is_numbers(analysis, i):
        return True
    if AMOUNT.fullmatch(token.text):
        return False
    if not token.text[:1].isupper() or (token.ent in NOT_NAMES and not is_papers(analysis, i)):
        return False
    if token.ent != "PERSON" and token.text.lower() in calendar_words():
        return False
    if not any(c.isalpha() for c in token.text) or token.text == "I":
        return False
    if known is not None:
        return token.text in known or (token.ent == "PERSON" and token.pos == "PROPN")
    opens = i == analysis.sentences[token.sentence][0]
    if opens and token.text in TO_READERS and i + 1 < len(analysis.tokens) and analysis.tokens[i + 1].tag == "NNP":
        return False  # "Suppose Berg had gone"
    if token.pos == "NOUN" and INITIAL.fullmatch(token.text) and not opens and token.dep == "compound":
        return i + 1 < len(analysis.tokens) and analysis.tokens[i + 1].pos == "PROPN"  # "the tenant A. Berg"
    if token.pos == "PROPN":
        common = opens and token.ent in {"", "PERSON"} and is_common(token.text) and not may_open(token.text)
        return not common or opens_body(analysis, hit_at, i)
    if opens and token.pos == "ADJ" and token.dep == "compound" and opens_body(analysis, hit_at, i):
        return True
    if is_common(token.text):
        return not opens and token.pos == "VERB" and begins_person(analysis, i)
    return token.ent in NAMED and token.pos in {"NOUN", "ADJ", "X", "INTJ", "VERB"}


def begins_person(analysis: Analysis, i: int) -> bool:
    """Whether a given name that looks like a verb begins a person's name behind a comma: "the jurist, Made Suteja, said"."""
    tokens = analysis.tokens
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    same = after is not None and after.ent == "PERSON" and not after.ent_begins and after.pos == "PROPN"
    return same and tokens[i].ent == "PERSON" and tokens[i].ent_begins and tokens[i - 1].text == ","


def is_numbers(analysis: Analysis, i: int) -> bool:
    """Whether a token is of the name of what a number tells apart: "Hill 412", "height 412", "Flight TX 88"."""
    tokens = analysis.tokens
    if tokens[i].text.lower() in NUMBERED or tokens[i].text == "Flight":
        letters = tokens[i].text == "Flight" and i + 2 < len(tokens) and is_registry(tokens[i + 1].text)
        after = i + 1 + letters
        return after < len(tokens) and tokens[after].text.isdigit()
    if is_ships_number(analysis, i):
        return True
    if is_registry(tokens[i].text) and i > 0 and tokens[i - 1].text == "Flight":
        return i + 1 < len(tokens) and tokens[i + 1].text.isdigit()
    before = i - 1 - (i > 1 and is_registry(tokens[i - 1].text) and tokens[i - 2].text == "Flight")
    named = i > 0 and (tokens[before].text == "Flight" or tokens[before].text.lower() in NUMBERED)
    return tokens[i].text.isdigit() and named


def is_ships_number(analysis: Analysis, i: int) -> bool:
    """Whether a number ends the name of a ship or a channel: "the Nova Berg 7, a tug", "the channel Berg 24"."""
    tokens = analysis.tokens
    if not (tokens[i].text.isdigit() and len(tokens[i].text) < 4 and i > 1):
        return False
    first = i
    while first > 0 and (
        (tokens[first - 1].pos == "PROPN" and tokens[first - 1].text.istitle()) or tokens[first - 1].text in JOINS
    ):
        first -= 1
    if first == i or first == 0 or any(t.ent in {"DATE", "TIME"} for t in tokens[first : i + 1]):
        return False
    before = tokens[first - 1].text
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    alone = after is None or after.pos in {"PUNCT", "VERB", "AUX", "CCONJ", "ADP", "PART"} or after.text in SHIPS
    return alone and (before in {"the", "The"} or before in OPENING or before in SHIPS or before in CHANNELS)


def opens_body(analysis: Analysis, hit_at: Mapping[int, Hit], i: int) -> bool:
    """Whether a common word that opens a sentence is the first of a body's name: "Fresh Kettle League said", nobody's and no place's."""
    tokens, end = analysis.tokens, i + 1
    while end < len(tokens) and tokens[end].pos == "PROPN" and tokens[end].text.istitle() and end not in hit_at:
        end += 1
    named = any(t.ent == "PERSON" or office_at(analysis, t.i) is not None for t in tokens[i + 1 : end])
    return end - i > 2 and tokens[i].dep in {"compound", "amod", "nmod"} and i < tokens[i].head < end and not named


def is_papers(analysis: Analysis, i: int) -> bool:
    """Whether a time of day ends a paper's name: "the Norden Evening"."""
    tokens = analysis.tokens
    if tokens[i].text in PAPERS:
        return i > 1 and tokens[i - 1].pos == "PROPN" and tokens[i - 2].text.lower() == "the"
    return tokens[i].pos == "PROPN" and i + 1 < len(tokens) and tokens[i + 1].text in PAPERS


def is_numbered(analysis: Analysis, start: int, stop: int) -> bool:
    """Whether a number before a run tells which body of its kind it is: "the 3rd Rifle Battalion"."""
    tokens = analysis.tokens
    return start > 0 and ORDINAL.fullmatch(tokens[start - 1].text) is not None and tokens[stop - 1].text in UNITS


def is_members(analysis: Analysis, start: int, at: int) -> bool:
    """Whether a run is a body and "of", so that a word with a capital behind it is one of its name whatever the parser says."""
    tokens = analysis.tokens
    return any(
        body_kind(tokens[k].text) == "organization" and tokens[k + 1].text in {"of", "for"}
        for k in range(start, at - 1)
    )


def is_ships(analysis: Analysis, i: int) -> bool:
    """Whether a token is of a ship's name as marks or a registration show it: "the vessel «Good Friday»", "the trawler AB 1234"."""
    tokens = analysis.tokens
    first = max(analysis.sentences[tokens[i].sentence][0], i - SHIPS_WORDS)
    if is_marked(analysis, i) or is_marked(analysis, i - 1):
        return True
    if tokens[i].text.isdigit():  # "the trawler AB 1234", "the tug Korsar 3"
        named = is_registry(tokens[i - 1].text) or (len(tokens[i].text) < 3 and tokens[i - 1].text.istitle())
        return i - 2 >= first and tokens[i - 2].text in SHIPS and named
    if is_registry(tokens[i].text) and i > first and tokens[i - 1].text in SHIPS:
        return i + 1 < len(tokens) and tokens[i + 1].text.isdigit()
    if HULL.fullmatch(tokens[i].text):
        return i > first and tokens[i - 1].text in SHIPS  # "the patrol boat P-417"
    if not tokens[i].text[:1].isupper():
        return False
    inside = (k for k in range(i - 1, first, -1) if not tokens[k].text[:1].isupper())
    opened = next((k for k in inside if tokens[k].text not in LINKS), first)
    return opened > first and tokens[opened].text in OPENING and tokens[opened - 1].text in SHIPS


def is_marked(analysis: Analysis, i: int) -> bool:
    """Whether letters begin the mark by which a boat is known where no word says what it is: "the QT 3307", but no year."""
    tokens = analysis.tokens
    if not 0 < i < len(tokens) - 1 or not is_registry(tokens[i].text) or len(tokens[i].text) < 2:
        return False
    number = tokens[i + 1].text
    told = tokens[i - 1].text.lower() == "the" and number.isdigit() and 3 <= len(number) <= 5
    return told and number[:2] not in {"19", "20"} and entry(tokens[i].text) is None


def is_registry(word: str) -> bool:
    """Whether a word is the letters of a ship's registration, or of her navy or kind before her name: "AB 1234", "HMS"."""
    return word.isalpha() and word.isupper() and len(word) < 5


def runs(
    analysis: Analysis, hit_at: Mapping[int, Hit], bounds: tuple[int, int], known: frozenset[str] | None
) -> Iterator[tuple[int, int]]:
    """Longest runs of name tokens with the particles, hyphens and "of" that bind them."""
    first, end = bounds
    i = first
    while i < end:
        if not is_name_token(analysis, hit_at, i, known):
            i += 1
            continue
        stop = i + 1
        while stop < min(end, i + LONGEST):
            step = join(analysis, hit_at, stop, (i, end), known)
            if step == stop:
                break
            stop = step
        yield i - 1 if is_numbered(analysis, i, stop) else lead(analysis, i, first), stop
        i = stop


def join(
    analysis: Analysis, hit_at: Mapping[int, Hit], at: int, bounds: tuple[int, int], known: frozenset[str] | None
) -> int:
    """How far a run that reaches `at` goes on: past one more name token and what binds it."""
    tokens, (start, end) = analysis.tokens, bounds
    if is_name_token(analysis, hit_at, at, known):
        return at + 1
    after = at + 1
    word = tokens[at].text
    tight = after < end and tokens[at - 1].end == tokens[at].start and tokens[at].end == tokens[after].start
    if word in JOINS and tight:
        given = word in JOINS and word != "/" and tokens[after].text.islower() and tokens[after].text.isalpha()
        ended = (
            after + 1 == end or tokens[after].end < tokens[after + 1].start or not tokens[after + 1].text[0].isalnum()
        )
        if (
            given
            and ended
            and tokens[at - 1].text[:1].isupper()
            and at - 2 >= start
            and len(tokens[after].text) <= SYLLABLE
        ):
            return after + 1  # "Park Ji-won"
        return after + 1 if is_name_token(analysis, hit_at, after, known) else at
    if word in POSSESSIVE and tokens[at].tag == "POS" and is_bodys(analysis, hit_at, at, end):
        return after + 1
    if is_foreign(analysis, hit_at, at) or (
        word.lower() in words("name_particles.txt")
        and tokens[at].pos in {"PROPN", "X", "ADP", "DET", "PART"}
        and word.islower()
    ):
        while after < end and (tokens[after].text.lower() in words("name_particles.txt") or tokens[after].text == "-"):
            after += 1
        return after + 1 if after < end and is_name_token(analysis, hit_at, after, known) else at
    if known is None and word.istitle() and word.isalpha() and is_members(analysis, start, at):
        return after  # "Guild of Kenyan Reporters"
    small = tokens[at].pos in {"ADP", "SCONJ"} or (tokens[at].pos in SMALL_WORDS and word not in NO_PART)
    inside = small and known is None and word[:1].isupper() and after < end
    if inside and tokens[after].text[:1].isupper() and is_name_token(analysis, hit_at, at - 1, known):
        return after + 1  # "Coast Without Fear", "Kham My Savath"
    if word in {"of", "for", "on", "and", "&"}:
        while after < end and tokens[after].text.lower() in {"the", "of"}:
            after += 1
        if (
            after < end
            and is_name_token(analysis, hit_at, after, known)
            and binds(analysis, hit_at, word, (start, at, after))
        ):
            return after + 1
    return at


def is_foreign(analysis: Analysis, hit_at: Mapping[int, Hit], at: int) -> bool:
    """Whether a small word binds a foreign name; not the verb of "nowhere in Peru do Peruvians …"."""
    tokens = analysis.tokens
    if tokens[at].text not in FOREIGN or at + 1 >= len(tokens) or not tokens[at - 1].text.istitle():
        return False
    lands = any(k in hit_at and hit_at[k].entry.sort == "country" for k in (at - 1, at + 1))
    return tokens[at].text != "do" or not (lands or is_common(tokens[at - 1].text))


def is_bodys(analysis: Analysis, hit_at: Mapping[int, Hit], at: int, end: int) -> bool:
    """Whether a possessive ending stands inside a body's name: a common noun's, before a word for bodies ("People's Bank")."""
    tokens = analysis.tokens
    whose = tokens[at - 1].text
    several = singular(whose) != whose.lower()  # "Lorry Drivers' Association", not "President's Office"
    if (
        at - 1 in hit_at
        or body_kind(whose) is not None
        or not (several or (is_common(whose) and not office_word(whose)))
    ):
        return False
    after = range(at + 1, min(end, at + 4))
    if (
        several
        and not any(tokens[i].text in OF_MEMBERS for i in after)
        and not (office_word(whose) or is_common(singular(whose)))
    ):
        return False  # "the Ivers' Bank"
    bodys = next((i for i in after if body_kind(tokens[i].text) == "organization"), None)
    return bodys is not None and all(tokens[i].text[:1].isupper() for i in range(at + 1, bodys + 1))


def binds(analysis: Analysis, hit_at: Mapping[int, Hit], word: str, places: tuple[int, int, int]) -> bool:
    """Whether "of", "for" or "and" stands inside one name: a body's ("Ministry of Trade and Industry")."""
    tokens, (start, at, after) = analysis.tokens, places
    one_entity = tokens[at].ent == "ORG" and not tokens[at].ent_begins and not tokens[after].ent_begins
    if word == "on":  # "the Commission on Lighthouse Oil"; what it meets on is a day, a state or in small letters
        named = tokens[after].text.lower() not in calendar_words() and after not in hit_at
        return named and at - 1 not in hit_at and body_kind(tokens[at - 1].text) == "organization" and at - start > 0
    if word in {"and", "&"} and is_members_list(analysis, hit_at, (start, at, after)):
        return True
    if word in {"and", "&"}:
        return one_entity and any(body_kind(t.text) == "organization" for t in tokens[start:at])
    if tokens[after].ent == "DATE":
        return False
    opens = start == analysis.sentences[tokens[start].sentence][0]
    if at - start == 1 and not opens and opens_society(tokens[start].text, word):
        return True
    if word == "of" and after in hit_at and hit_at[after].entry.sort == "country" and tokens[start].text in MINISTRIES:
        return True  # "the Ministry of Foreign Affairs of Togo", "the MFA of Togo"
    if word == "for" and one_entity and start + 1 == at and singular(tokens[start].text) != tokens[start].text.lower():
        return True  # "Families for Truth"
    site = word == "of" and at - start == 1 and body_kind(tokens[at - 1].text) == "place" and after not in hit_at
    if site and start > 0 and tokens[start - 1].text.lower() in {"in", "near", "at", "to", "from"}:
        return True  # "in Bridge of Lund"
    several = tokens[at - 1].tag in {"NNS", "NNPS"} and is_common(tokens[at - 1].text) and at - 1 not in hit_at
    if word == "of" and several and is_members(analysis, start, at):
        return True  # "the Committee of Mothers of the Drowned"
    return head_kind(tokens[at - 1].text) == "organization" or (word == "of" and one_entity)


def is_members_list(analysis: Analysis, hit_at: Mapping[int, Hit], places: tuple[int, int, int]) -> bool:
    """Whether "and" joins what the members of a body are of: "the League of Fen and Heath Cantons"."""
    tokens, (start, at, after) = analysis.tokens, places
    placed = at - 1 not in hit_at or hit_at[at - 1].entry.sort == "place"
    if not is_members(analysis, start, at) or not placed or after in hit_at or tokens[at - 1].text.islower():
        return False
    end = after
    while end < len(tokens) and tokens[end].text.istitle() and tokens[end].ent != "PERSON":
        end += 1
    members = tokens[end - 1].text
    return end - after > 1 and singular(members) != members.lower()


def lead(analysis: Analysis, i: int, first: int) -> int:
    """Take in a particle before the run: "al-Masri", "de Vries"."""
    tokens = analysis.tokens
    if i - 2 >= first and tokens[i - 1].text == "-" and tokens[i - 2].text.lower() in words("name_particles.txt"):
        return i - 2
    while i - 1 >= first and tokens[i - 1].pos == "PROPN" and tokens[i - 1].text in words("name_particles.txt"):
        i -= 1
    return i
