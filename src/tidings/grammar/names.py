"""Proper names in a text: their words, apart from the titles and roles before and after them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from itertools import zip_longest

from tidings.grammar.gazetteer import Hit
from tidings.grammar.roles import Office, office_at, offices, prefix_start, role_end, singular
from tidings.grammar.tree import child, children, conjuncts, first_conjunct, subtree
from tidings.lexicon import rows, words
from tidings.model import Analysis

__all__ = ["Name", "body_kind", "given_gender", "hit_map", "is_common", "is_title_case", "names_in", "spoken"]

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
JOINS = frozenset({"-", "‐", "–", "'", "’", "&", "/"})


@dataclass(frozen=True, slots=True)
class Name:
    """A name over tokens `first` up to but not including `end`."""

    first: int
    end: int
    head: int  # the token that the rest of the sentence hangs on
    hit: Hit | None = None  # where the tables know it
    title: str | None = None
    prefix: tuple[int, int] | None = None  # tokens of the role before it
    prefix_head: int | None = None
    suffix: tuple[int, int] | None = None  # tokens of the role after it
    suffix_head: int | None = None
    country: str | None = None  # the state that the words around it give: "Ada Berg of Kenya"
    glued: bool = False  # a full stop stands inside that does not belong there


@cache
def titles() -> dict[str, tuple[str, str]]:
    return {word: (gender, office) for word, gender, office in rows("titles.tsv")}


@cache
def given_names() -> dict[str, str]:
    return {name: gender for gender, names in rows("given_names.tsv") for name in names.split()}


@cache
def calendar() -> frozenset[str]:
    return frozenset(w for table in ("months.tsv", "weekdays.tsv") for row in rows(table) for w in row[:1])


def given_gender(word: str) -> str | None:
    """m, f or "-" (either) for a known given name; None for any other word."""
    return given_names().get(word)


@cache
def body_words() -> dict[str, str]:
    return dict(rows("body_words.tsv"))  # type: ignore[arg-type]


def body_kind(word: str) -> str | None:
    """The kind of thing whose name ends with this word ("Ministry", "River"); None for other words."""
    return body_words().get(word.lower())


def hit_map(hits: tuple[Hit, ...]) -> dict[int, Hit]:
    """Token index to the table entry that it is part of."""
    return {i: hit for hit in hits for i in range(hit.first, hit.end)}


def is_title_case(analysis: Analysis, sentence: int) -> bool:
    """Whether a sentence has headline capitals, so that a capital shows no name: no long word of it is lower case."""
    first, end = analysis.sentences[sentence]
    long = [t.text for t in analysis.tokens[first:end] if len(t.text) > 3 and t.text.isalpha()]
    return len(long) > 3 and sum(w.islower() and w not in SMALL for w in long) <= len(long) // 8


def names_in(analysis: Analysis, hit_at: Mapping[int, Hit]) -> tuple[Name, ...]:
    """All names in text order; they never overlap."""
    found: list[Name] = []
    known = capitalised_inside(analysis, hit_at)
    for sentence, (first, end) in enumerate(analysis.sentences):
        headline = is_title_case(analysis, sentence)
        for a, b in runs(analysis, hit_at, (first, end), known if headline else None):
            found.extend(parts(analysis, hit_at, a, b))
    states = respective_states(analysis, hit_at)
    return tuple(with_roles(analysis, hit_at, states, name) for name in glued(analysis, found))


def respective_states(analysis: Analysis, hit_at: Mapping[int, Hit]) -> dict[int, str]:
    """Heads of names told apart by a list of states: "the ministers of Kenya and Chad, Ada Berg and Ali Nur"."""
    found: dict[int, str] = {}
    tokens = analysis.tokens
    for token in tokens:
        office = office_at(analysis, token.i) if token.tag in {"NNS", "NNPS"} else None
        if office is None or not office.plural:
            continue
        below = set(subtree(analysis, office.head, frozenset({"relcl", "acl", "appos", "punct", "parataxis"})))
        end, last = office.end, analysis.sentences[token.sentence][1]
        while end in below:
            end += 1
        if end >= last or tokens[end].text != ",":
            continue
        head = next((k for k in range(end + 1, min(end + 6, last)) if tokens[k].dep != "compound"), None)
        if head is None or tokens[head].pos != "PROPN":
            continue
        people = [k for k in conjuncts(analysis, head) if k >= head]
        reach = range(max(analysis.sentences[token.sentence][0], office.first - 4), end)
        inside = dict.fromkeys(h for k in reach if (h := hit_at.get(k)) is not None and h.entry.sort in STATES)
        states = [h.entry.country for h in inside if h.entry.country is not None]
        if len(people) == len(states) > 1:
            found.update(zip(people, states, strict=True))
    return found


STATES = frozenset({"country", "demonym", "capital", "seat"})


def state_after(analysis: Analysis, hit_at: Mapping[int, Hit], name: Name) -> str | None:
    """The state in "Ada Berg of Kenya"."""
    hit = hit_at.get(name.end + 1)
    of = name.end < len(analysis.tokens) and analysis.tokens[name.end].text == "of"
    return hit.entry.country if of and hit is not None and hit.entry.sort == "country" else None


def capitalised_inside(analysis: Analysis, hit_at: Mapping[int, Hit]) -> frozenset[str]:
    """Words that stand capitalised as proper nouns inside a sentence that is not in headline capitals."""
    found: set[str] = set()
    for sentence, (first, end) in enumerate(analysis.sentences):
        if not is_title_case(analysis, sentence):
            found.update(t.text for t in analysis.tokens[first + 1 : end] if t.pos == "PROPN" and t.text[:1].isupper())
    return frozenset(found)


def is_name_token(analysis: Analysis, hit_at: Mapping[int, Hit], i: int, known: frozenset[str] | None) -> bool:
    """Whether a token can stand in a name; `known` holds the words to trust in a headline."""
    token = analysis.tokens[i]
    if i in hit_at:
        return True
    if not token.text[:1].isupper() or token.ent in NOT_NAMES:
        return False
    if token.ent != "PERSON" and token.text.lower() in calendar():
        return False
    if not any(c.isalpha() for c in token.text) or token.text == "I":
        return False
    if known is not None:
        return token.text in known or (token.ent == "PERSON" and token.pos == "PROPN")
    if token.pos == "PROPN":
        opens = i == analysis.sentences[token.sentence][0]
        return not (opens and token.ent in {"", "PERSON"} and is_common(token.text) and not may_open(token.text))
    return token.ent in NAMED and token.pos in {"NOUN", "ADJ", "X", "INTJ", "VERB"} and not is_common(token.text)


def may_open(word: str) -> bool:
    """Whether a common word may begin a person's name: a given name, a title."""
    return given_gender(word) is not None or word in titles() or office_word(word)


def office_word(word: str) -> bool:
    return singular(word) in offices() or body_kind(word) is not None


def is_common(word: str) -> bool:
    """Whether the word is a common word of news English."""
    return word.lower() in common_words()


@cache
def common_words() -> frozenset[str]:
    return frozenset(row[0] for row in rows("news_words.tsv"))


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
        while stop < end:
            step = join(analysis, hit_at, stop, (i, end), known)
            if step == stop:
                break
            stop = step
        yield lead(analysis, i, first), stop
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
        return after + 1 if is_name_token(analysis, hit_at, after, known) else at
    if (
        word.lower() in words("name_particles.txt")
        and tokens[at].pos in {"PROPN", "X", "ADP", "DET", "PART"}
        and word.islower()
    ):
        while after < end and (tokens[after].text.lower() in words("name_particles.txt") or tokens[after].text == "-"):
            after += 1
        return after + 1 if after < end and is_name_token(analysis, hit_at, after, known) else at
    if word in {"of", "for", "and", "&"}:
        while after < end and tokens[after].text.lower() in {"the", "of"}:
            after += 1
        if after < end and is_name_token(analysis, hit_at, after, known) and binds(analysis, word, at, start, after):
            return after + 1
    return at


def binds(analysis: Analysis, word: str, at: int, start: int, after: int) -> bool:
    """Whether "of", "for" or "and" stands inside one name: a body's ("Ministry of Trade and Industry")."""
    tokens = analysis.tokens
    one_entity = tokens[at].ent == "ORG" and not tokens[at].ent_begins and not tokens[after].ent_begins
    if word in {"and", "&"}:
        return one_entity and any(body_kind(t.text) == "organization" for t in tokens[start:at])
    if tokens[after].ent == "DATE":
        return False
    return body_kind(tokens[at - 1].text) == "organization" or (word == "of" and one_entity)


def lead(analysis: Analysis, i: int, first: int) -> int:
    """Take in a particle before the run: "al-Masri", "de Vries"."""
    tokens = analysis.tokens
    if i - 2 >= first and tokens[i - 1].text == "-" and tokens[i - 2].text.lower() in words("name_particles.txt"):
        return i - 2
    while i - 1 >= first and tokens[i - 1].pos == "PROPN" and tokens[i - 1].text in words("name_particles.txt"):
        i -= 1
    return i


def parts(analysis: Analysis, hit_at: Mapping[int, Hit], a: int, b: int) -> Iterator[Name]:
    """The names in a run: what a capitalised office, title or nation before them leaves."""
    tokens = analysis.tokens
    cut, title = a, None
    is_body = any(body_kind(t.text) for t in tokens[a:b]) and tokens[a].ent != "PERSON"
    for i in range(a, b):
        if i in hit_at and hit_at[i].entry.sort not in {"demonym", "people", "country"}:
            continue
        office = office_at(analysis, i) if tokens[i].text in titles() or not tokens[i].text.islower() else None
        has_title = tokens[i].text in titles()
        if not has_title and office is None:
            continue
        later = tokens[(office.end if office else i + 1) : b]
        if any(body_kind(t.text) for t in later) or (not later and i > a and given_gender(tokens[i - 1].text)):
            continue
        if office is not None and office.end <= b and office.first >= cut:
            cut = max(cut, office.end)
        else:
            cut = max(cut, i + 1)
        title = tokens[i].text if has_title else title
    if cut > a:
        yield from (bare(analysis, hit_at, h) for h in inner_hits(hit_at, a, cut))
        if cut < b and tokens[cut].text not in {"of", "for", "and", "-"}:
            yield named(analysis, hit_at, cut, b, title)
        return
    if not is_body and a in hit_at and hit_at[a].end < b and splits(analysis, hit_at[a], b):
        yield bare(analysis, hit_at, hit_at[a])
        yield from parts(analysis, hit_at, hit_at[a].end, b)
        return
    if b - a > 1 or a in hit_at or body_kind(tokens[a].text) is None:
        yield named(analysis, hit_at, a, b, None)  # "the Ministry" is no name


def splits(analysis: Analysis, hit: Hit, b: int) -> bool:
    """Whether a table entry at the start of a run is a name of its own: "Russian Duma" no, "Kenyan Wanjiru" yes."""
    tokens = analysis.tokens
    whole = (
        tokens[hit.end - 1].ent and tokens[hit.end].ent == tokens[hit.end - 1].ent and not tokens[hit.end].ent_begins
    )
    if given_gender(tokens[hit.end].text) is not None and hit.end + 1 < b:
        return True
    if hit.entry.sort in {"demonym", "people"}:
        return not (whole and tokens[hit.first].ent not in {"NORP", "PERSON"})
    if tokens[hit.first].ent == "PERSON" and given_gender(tokens[hit.first].text) is None:
        return hit.end - hit.first > 1 or hit.entry.sort in {"capital", "country"}
    return not whole


def inner_hits(hit_at: Mapping[int, Hit], a: int, b: int) -> list[Hit]:
    """The table entries that lie wholly in a range of tokens."""
    return sorted(
        {h for i in range(a, b) if (h := hit_at.get(i)) and a <= h.first and h.end <= b}, key=lambda h: h.first
    )


def bare(analysis: Analysis, hit_at: Mapping[int, Hit], hit: Hit) -> Name:
    return named(analysis, hit_at, hit.first, hit.end, None)


def named(analysis: Analysis, hit_at: Mapping[int, Hit], a: int, b: int, title: str | None) -> Name:
    """A name over these tokens, with its head: the one whose own head lies outside."""
    head = next((i for i in range(b - 1, a - 1, -1) if not a <= analysis.tokens[i].head < b), b - 1)
    hit = hit_at.get(a)
    exact = hit if hit is not None and (hit.first, hit.end) == (a, b) else None
    return Name(a, b, head, exact, title)


def glued(analysis: Analysis, found: list[Name]) -> Iterator[Name]:
    """Join a given name that ends its sentence by a stray full stop to the one or two words that follow alone."""
    tokens, skip = analysis.tokens, False
    for name, after in zip_longest(found, found[1:]):
        if skip:
            skip = False
            continue
        stop = name.end
        if (
            after is not None
            and stop < len(tokens)
            and tokens[stop].text == "."
            and after.first == stop + 1
            and name.end - name.first == 1
            and after.hit is None
            and alone(analysis, after)
            and before_name(analysis, name.first)
        ):
            skip = True
            yield Name(name.first, after.end, name.head, None, name.title, glued=True)
        else:
            yield name


def alone(analysis: Analysis, name: Name) -> bool:
    """Whether a name is all that its sentence holds, but for stops."""
    first, end = analysis.sentences[analysis.tokens[name.first].sentence]
    rest = [t for t in analysis.tokens[first:end] if t.pos != "PUNCT"]
    return len(rest) == name.end - name.first <= 2


def before_name(analysis: Analysis, first: int) -> bool:
    """Whether an office stands right before a name, so that a person's name must follow."""
    return first > 0 and analysis.tokens[first - 1].pos != "PUNCT" and office_at(analysis, first - 1) is not None


def with_roles(analysis: Analysis, hit_at: Mapping[int, Hit], states: Mapping[int, str], name: Name) -> Name:
    """The name with the role words before and after it."""
    prefix = office_before(analysis, name) or shared_office(analysis, name) or office_over(analysis, name)
    suffix = office_after(analysis, name)
    start = prefix_start(analysis, prefix) if prefix is not None else None
    return Name(
        name.first,
        name.end,
        name.head,
        name.hit,
        name.title,
        (start, max(prefix.end, prefix.head + 1)) if prefix is not None and start is not None else None,
        prefix.head if prefix is not None else None,
        (suffix.first, role_end(analysis, suffix)) if suffix is not None else None,
        suffix.head if suffix is not None else None,
        states.get(name.head) or state_after(analysis, hit_at, name),
        name.glued,
    )


def office_over(analysis: Analysis, name: Name) -> Office | None:
    """The office whose "of" or "for" phrase ends right before a name: "envoy for the Sahel Ada Berg"."""
    tokens = analysis.tokens
    lowest = max(analysis.sentences[tokens[name.first].sentence][0], name.first - 9)
    for at in range(name.first - 2, lowest - 1, -1):
        if tokens[at].text in {"of", "for"}:
            between = any(t.pos in {"NOUN", "PROPN"} for t in tokens[at + 1 : name.first])
            office = office_at(analysis, at - 1) if at > lowest and between else None
            return None if office is None or office.plural else replace(office, end=name.first)
        if tokens[at].pos not in {"NOUN", "PROPN", "ADJ", "DET", "PART"}:
            return None
    return None


def office_before(analysis: Analysis, name: Name) -> Office | None:
    """The office that stands right before a name, or before it with a comma: "the spokeswoman, Ada Berg,"."""
    tokens, i = analysis.tokens, name.first - 1
    lowest = analysis.sentences[tokens[name.first].sentence][0]
    while i >= lowest and tokens[i].text in titles() and office_at(analysis, i) is None:
        i -= 1
    if i < lowest:
        return None
    comma = tokens[i].text == ","
    if comma and (tokens[name.head].dep != "appos" or i - 1 < lowest):
        return None
    for at in range(i - comma, max(lowest, i - comma - 3) - 1, -1):
        office = office_at(analysis, at)
        if office is not None and office.end == i + (not comma) and not (office.plural and comma):
            return outer_office(analysis, office, lowest)
    return None


def shared_office(analysis: Analysis, name: Name) -> Office | None:
    """The plural office of a list of names that this one stands in: "Ministers Ada Berg and Ali Nur", "…, Ali Nur"."""
    first = first_conjunct(analysis, name.head)
    token = analysis.tokens[first]
    if token.dep == "appos" and first != token.head:
        office = office_at(analysis, token.head)
    elif first != name.head:
        lead = next((c for c in analysis.children[first] if c < first and analysis.tokens[c].dep == "compound"), first)
        before = [office_at(analysis, k) for k in range(max(0, lead - 2), first)]
        office = next((o for o in before if o is not None and o.plural), None)
    else:
        return None
    return office if office is not None and office.plural else None


def outer_office(analysis: Analysis, office: Office, lowest: int) -> Office:
    """The office that holds this one: "press secretary of the president" for "president" before a name."""
    tokens = analysis.tokens
    at = prefix_start(analysis, office) - 1
    if at >= lowest and tokens[at].text.lower() in {"the", "a", "an"}:
        at -= 1
    if at - 1 < lowest or tokens[at].text.lower() not in {"of", "to", "for"}:
        return office
    outer = office_at(analysis, at - 1)
    if outer is None or outer.plural or outer.end != at:
        return office
    return replace(outer, end=office.end)


def office_after(analysis: Analysis, name: Name) -> Office | None:
    """The office in apposition after a name: "Ada Berg, a spokeswoman for the ministry,"."""
    for c in children(analysis, name.head, "appos"):
        if c >= name.end and (office := office_at(analysis, c)) is not None and not office.plural:
            return office
    tokens, i = analysis.tokens, name.end
    last = analysis.sentences[tokens[name.first].sentence][1]
    if i >= last or tokens[i].text not in {",", "("}:
        return None
    for at in range(i + 1, min(last, i + 9)):
        if tokens[at].pos not in {"DET", "ADJ", "NOUN", "PROPN", "PART", "NUM"} and tokens[at].text not in {
            "-",
            "'s",
            "’s",
        }:
            return None
        office = office_at(analysis, at)
        ends = office is not None and (office.end >= last or tokens[office.end].pos in {"PUNCT", "ADP"})
        if office is not None and ends:
            return None if office.plural or tokens[at].dep in {"nsubj", "nsubjpass", "conj"} else office
    return None


def spoken(analysis: Analysis, name: Name) -> bool:
    """Whether "who" goes on about the name."""
    return any(
        analysis.tokens[s].text.lower() in {"who", "whom"}
        for clause in children(analysis, name.head, "relcl")
        for s in [child(analysis, clause, "nsubj", "nsubjpass", "dobj")]
        if s is not None
    )
