"""Proper names in a text: their words, apart from the titles and roles before and after them."""

from collections.abc import Iterator, Mapping, Set
from dataclasses import replace
from itertools import zip_longest

from tidings.grammar.names.gazetteer import Hit
from tidings.grammar.names.name_roles import Name, respective_states, with_roles
from tidings.grammar.names.name_runs import JOINS, capitalised_inside, is_registry, runs, title_cased
from tidings.grammar.names.name_signs import (
    body_kind,
    first_gender,
    given_gender,
    is_common,
    is_legal_form,
    opens_society,
    titles,
)
from tidings.grammar.names.name_splits import TextWords, holder_begins, names_body, portfolio_end, title_end
from tidings.grammar.names.roles import office_at
from tidings.grammar.tree import child, children, sentence_of
from tidings.lexicon import word_classes
from tidings.model import Analysis

__all__ = ["Name", "hit_map", "names_in", "spoken"]

OFFICES = frozenset({"Directorate", "Inspectorate", "Secretariat", "Consulate", "Commissariat"})  # "… General of"
FIRM_OR_TITLE = word_classes("word_classes.tsv")["firm_or_title"]
GIVEN_TOO = frozenset({"Dato"})  # a Malay title, and in Georgia short for David
GEORGIAN = ("shvili", "dze", "ia", "ua", "ava", "eli", "ani", "uri")  # what most surnames there end in
MALAY = frozenset({"Datuk", "Dato", "Tan", "Toh"})
SECOND = frozenset({"Seri", "Sri", "Paduka", "Puan"})  # of two titles: "Tan Sri"
GENERAL = frozenset({"staff", "command", "directorate", "headquarters", "prosecutor", "secretariat", "assembly"})


def hit_map(hits: tuple[Hit, ...]) -> dict[int, Hit]:
    """Token index to the table entry that it is part of."""
    return {i: hit for hit in hits for i in range(hit.first, hit.end)}


def names_in(analysis: Analysis, hit_at: Mapping[int, Hit]) -> tuple[Name, ...]:
    """All names in text order; they never overlap."""
    headlines = title_cased(analysis)
    known = capitalised_inside(analysis, headlines)
    by_sentence = [
        tuple(runs(analysis, hit_at, bounds, known if sentence in headlines else None))
        for sentence, bounds in enumerate(analysis.sentences)
    ]
    told = [run for sentence, here in enumerate(by_sentence) if sentence not in headlines for run in here]
    attested = {words for a, b in told for words in pieces(analysis, a, b)} if headlines else set()
    found: list[Name] = []
    text = TextWords(analysis)
    for sentence, here in enumerate(by_sentence):
        for a, b in here:
            for c, d in apart(analysis, a, b, attested) if sentence in headlines else [(a, b)]:
                found.extend(parts(analysis, hit_at, (c, d), text))
    found = sorted([*registered(analysis, found), *opening(analysis, hit_at, found)], key=lambda name: name.first)
    states = respective_states(analysis, hit_at)
    return tuple(with_roles(analysis, hit_at, states, name) for name in glued(analysis, found))


def registered(analysis: Analysis, found: list[Name]) -> Iterator[Name]:
    """The names, where a ship's letters stand alone with her number behind them once "the trawler AB 1234" is told."""
    tokens = analysis.tokens
    marks = {
        (tokens[n.first].text, tokens[n.first + 1].text)
        for n in found
        if n.end - n.first == 2 and is_registry(tokens[n.first].text) and tokens[n.first + 1].text.isdigit()
    }
    for name in found:
        two = name.end - name.first == 1 and name.end < len(tokens)
        if two and (tokens[name.first].text, tokens[name.end].text) in marks:
            yield replace(name, end=name.end + 1)
        else:
            yield name


def opening(analysis: Analysis, hit_at: Mapping[int, Hit], found: list[Name]) -> Iterator[Name]:
    """Surnames that open a sentence and that the parser takes for common nouns: "Soares called", once "Ada Soares" is told."""
    tokens = analysis.tokens
    taken = {i for name in found for i in range(name.first, name.end)}
    people = (name for name in found if name.end - name.first > 1 and tokens[name.end - 1].ent == "PERSON")
    surnames = {tokens[name.end - 1].text for name in people}
    for first, end in analysis.sentences:
        i = next((k for k in range(first, end) if any(c.isalpha() for c in tokens[k].text)), end)
        if i >= end - 1 or i in taken or i in hit_at or tokens[i].text not in surnames or is_common(tokens[i].text):
            continue
        if tokens[i].pos == "NOUN" and tokens[i + 1].pos in {"VERB", "AUX", "PART"}:
            yield named(analysis, hit_at, i, i + 1, None)


def pieces(analysis: Analysis, a: int, b: int) -> Iterator[tuple[str, ...]]:
    """All words and phrases of a run."""
    texts = [t.text for t in analysis.tokens[a:b]]
    yield from (tuple(texts[i:k]) for i in range(len(texts)) for k in range(i + 1, len(texts) + 1))


def apart(analysis: Analysis, a: int, b: int, attested: Set[tuple[str, ...]]) -> Iterator[tuple[int, int]]:
    """What of a run in headline capitals the text names: its longest phrases there, or all of it where it names none.

    "Berg Meets Norden Council" is one run of capitals; a text that tells of "Berg" and of "the Norden Council" parts it.
    """
    texts = tuple(t.text for t in analysis.tokens[a:b])
    if not any((text,) in attested for text in texts):
        yield a, b
        return
    at = free = 0
    while at < len(texts):
        end = max((k for k in range(at + 1, len(texts) + 1) if texts[at:k] in attested), default=at)
        if end > at:
            while at > free and given_gender(texts[at - 1]):
                at -= 1  # a given name that only the headline spells out
            yield a + at, a + end
            free = end
        at = max(end, at + 1)


def parts(analysis: Analysis, hit_at: Mapping[int, Hit], bounds: tuple[int, int], text: TextWords) -> Iterator[Name]:
    """The names in a run: what capitalised offices, titles and nations before them leave, and who holds a role in it."""
    tokens, (a, b) = analysis.tokens, bounds
    if b - a > 1 and (is_legal_form(tokens[b - 1].text) or opens_society(tokens[a].text, tokens[a + 1].text)):
        yield named(analysis, hit_at, a, b, None)  # "Berg Marine BV", whatever office its words may name
        return
    field = portfolio_end(analysis, hit_at, bounds)
    if field > a:
        if field < b:
            yield named(analysis, hit_at, field, b, None)
        return
    holder = holder_begins(analysis, hit_at, bounds, text)
    if holder < b:
        yield from parts(analysis, hit_at, (a, holder), text)
        yield named(analysis, hit_at, holder, b, None)
        return
    a = state_begins(analysis, hit_at, title_end(analysis, hit_at, bounds, text), b)
    while a < b:
        cut, title = office_end(analysis, hit_at, a, b)
        if cut > a:
            yield from (bare(analysis, hit_at, h) for h in inner_hits(hit_at, a, cut))
            field = b if cut >= b - 1 else portfolio_end(analysis, hit_at, (cut + 1, b))
            if cut + 1 < field < b:
                yield named(analysis, hit_at, field, b, None)
            elif cut + 1 >= field and cut < b and tokens[cut].text not in {"of", "for", "and", "-"}:
                yield named(analysis, hit_at, cut, b, title)
            elif behind_state(analysis, hit_at, cut, b):
                yield named(analysis, hit_at, b - 2, b, None)
            return
        is_body = any(body_kind(t.text) for t in tokens[a:b]) and tokens[a].ent != "PERSON"
        if is_body or a not in hit_at or hit_at[a].end >= b or not splits(analysis, hit_at[a], b):
            break
        yield bare(analysis, hit_at, hit_at[a])
        a = hit_at[a].end
    if b - a > 1 or a in hit_at or body_kind(tokens[a].text) is None:
        yield named(analysis, hit_at, a, b, None)  # "the Ministry" is no name


def behind_state(analysis: Analysis, hit_at: Mapping[int, Hit], cut: int, b: int) -> bool:
    """Whether a given name and surname end what begins as an office "of" a state: "President of the Republic Omar Lindh"."""
    tokens = analysis.tokens
    if b - cut < 4 or tokens[cut].text != "of" or body_kind(tokens[b - 3].text) is None:
        return False
    personal = all(
        tokens[i].text.istitle() and i not in hit_at and body_kind(tokens[i].text) is None for i in (b - 2, b - 1)
    )
    known = given_gender(tokens[b - 2].text) is not None or tokens[b - 1].ent == "PERSON"
    return personal and (known or not any(is_common(tokens[i].text) for i in (b - 2, b - 1)))


def state_begins(analysis: Analysis, hit_at: Mapping[int, Hit], a: int, b: int) -> int:
    """Where the state's name begins that only a people's or a common word stands before: "non-Arab Turkey"."""
    hit = hit_at.get(b - 1)
    if hit is None or hit.entry.sort != "country" or hit.end != b or hit.first <= a:
        return a
    before = analysis.tokens[a : hit.first]
    return hit.first if all(t.ent == "NORP" or (is_common(t.text) and body_kind(t.text) is None) for t in before) else a


def office_end(analysis: Analysis, hit_at: Mapping[int, Hit], a: int, b: int) -> tuple[int, str | None]:
    """Where the capitalised offices and titles that a run begins with end, and the last title among them."""
    tokens = analysis.tokens
    cut, title = a, None
    last_body = max((i for i in range(a, b) if body_kind(tokens[i].text)), default=-1)
    for i in range(a, b):
        if is_part_of_body(analysis, i, b):
            continue
        if i in hit_at and hit_at[i].entry.sort not in {"demonym", "people", "country"}:
            continue
        office = office_at(analysis, i) if not tokens[i].text.islower() else None
        has_title = tokens[i].text in titles() and not (tokens[i].text.isupper() and i + 1 >= b)  # "Turkish PM"
        has_title = (has_title and not is_given_too(analysis, i, b)) or is_second_title(analysis, i, a, b)
        if not has_title and office is None:
            continue
        after = office.end if office else i + 1
        if (
            tokens[i].text in FIRM_OR_TITLE
            and i > a
            and i - 1 not in hit_at
            and after >= b
            and not is_common(tokens[i - 1].text)
        ):
            continue  # a firm at sea: "Larn Tug Marine"
        if last_body >= after or (after >= b and i > a and (is_given(tokens[i - 1].text) or ends_name(analysis, a, i))):
            continue
        if office is not None and office.plural and names_body(analysis, a, i):
            return a, None  # "Federation of Health Workers"
        cut = max(cut, office.end if office is not None and cut <= office.first and office.end <= b else i + 1)
        title = tokens[i].text if has_title else title
    return cut, title


def is_given_too(analysis: Analysis, i: int, b: int) -> bool:
    """Whether a title is rather a given name, with but a surname of its land behind it: "Dato Beridze", but "Dato Yusof"."""
    return analysis.tokens[i].text in GIVEN_TOO and i + 2 == b and analysis.tokens[i + 1].text.endswith(GEORGIAN)


def is_second_title(analysis: Analysis, i: int, a: int, b: int) -> bool:
    """Whether a word is a title by the one before it, or by the whole name behind it: "Datuk Seri Aminah", "Me Paul Arvet"."""
    tokens = analysis.tokens
    second = tokens[i].text in SECOND and i > a and tokens[i - 1].text in MALAY and i + 1 < b
    advocate = tokens[i].text == "Me" and i == a and b - a > 2 and tokens[i].i > sentence_of(analysis, i)[0]
    return second or advocate


def is_part_of_body(analysis: Analysis, i: int, b: int) -> bool:
    """Whether "General" is no rank but part of what a body is called: "the General Staff"."""
    tokens = analysis.tokens
    if tokens[i].text != "General" or i + 1 >= b:
        return False
    return tokens[i + 1].text.lower() in GENERAL or (
        tokens[i - 1].text in OFFICES and tokens[i + 1].text in {"of", "for"}
    )


def ends_name(analysis: Analysis, a: int, i: int) -> bool:
    """Whether the parser takes a word for the end of a person's name of three words or more: "Luong Thi Man"."""
    tokens = analysis.tokens
    whole = all(t.ent == "PERSON" and not t.ent_begins for t in tokens[a + 1 : i + 1]) and tokens[a].ent == "PERSON"
    return whole and i - a > 1 and given_gender(tokens[a].text) is None  # "Ada Berg Aide" has the name before


def is_given(word: str) -> bool:
    """Whether a word is a given name, an initial or a form of address: behind it even "King" is a surname."""
    title = titles().get(word, ("", "given"))[1] == "-"  # Mr., not Gen.
    return title or given_gender(word) is not None or (len(word) == 2 and word[0].isupper() and word[1] == ".")


def splits(analysis: Analysis, hit: Hit, b: int) -> bool:
    """Whether a table entry at the start of a run is a name of its own: "Russian Duma" no, "Kenyan Wanjiru" yes."""
    tokens = analysis.tokens
    if is_namesake(analysis, hit, b):
        return False
    whole = (
        tokens[hit.end - 1].ent and tokens[hit.end].ent == tokens[hit.end - 1].ent and not tokens[hit.end].ent_begins
    )
    if given_gender(tokens[hit.end].text) is not None and hit.end + 1 < b:
        return True
    if hit.entry.sort in {"demonym", "people"}:
        if is_persons(analysis, hit.end, b):
            return True
        return not (whole and tokens[hit.first].ent != "NORP")
    if tokens[hit.first].ent == "PERSON" and given_gender(tokens[hit.first].text) is None:
        return hit.end - hit.first > 1 or hit.entry.sort in {"capital", "country"}
    return not whole


def is_namesake(analysis: Analysis, hit: Hit, b: int) -> bool:
    """Whether what the tables have as a city is a given name before a surname: "Premier Florence Berg"."""
    first, rest = analysis.tokens[hit.first], analysis.tokens[hit.end : b]
    if hit.entry.sort not in {"capital", "place"} or hit.end - hit.first > 1 or len(rest) != 1:
        return False
    surname = rest[0].text
    shaped = surname.istitle() and not is_common(surname) and body_kind(surname) is None
    return shaped and first_gender(first.text) is not None and rest[0].ent in {"PERSON", ""}


def is_persons(analysis: Analysis, a: int, b: int) -> bool:
    """Whether the rest of a run behind a nation is a person's full name by its words: "the Danish Tomas Berg-Holm"."""
    tokens = analysis.tokens[a:b]
    shaped = all(t.text[:1].isupper() or t.text in JOINS for t in tokens)
    if not shaped or len(tokens) < 2 or first_gender(tokens[0].text) is None:
        return False
    return not any(is_common(t.text) or body_kind(t.text) is not None for t in tokens)


def inner_hits(hit_at: Mapping[int, Hit], a: int, b: int) -> list[Hit]:
    """The table entries that lie wholly in a range of tokens."""
    return sorted(
        {h for i in range(a, b) if (h := hit_at.get(i)) and a <= h.first and h.end <= b}, key=lambda h: h.first
    )


def bare(analysis: Analysis, hit_at: Mapping[int, Hit], hit: Hit) -> Name:
    """A name that the tables know, without title or role."""
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


def spoken(analysis: Analysis, name: Name) -> bool:
    """Whether "who" goes on about the name."""
    return any(
        analysis.tokens[s].text.lower() in {"who", "whom"}
        for clause in children(analysis, name.head, "relcl")
        for s in [child(analysis, clause, "nsubj", "nsubjpass", "dobj")]
        if s is not None
    )
