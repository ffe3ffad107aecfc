"""From names, nominals and pronouns in a tree to Mention records."""

from collections.abc import Mapping
from typing import Literal

from tidings.grammar.names.gazetteer import Hit
from tidings.grammar.names.kinds import BY_ENTRY, is_location
from tidings.grammar.names.name_signs import first_gender, given_gender, titles
from tidings.grammar.names.names import Name
from tidings.grammar.names.nominals import Nominal, stands_for_state, strip_article
from tidings.grammar.names.roles import holder, is_former, office_at
from tidings.grammar.tree import span_of, tokens_in
from tidings.lexicon import rows
from tidings.model import Analysis, EntityKind, Mention, Span, Token

__all__ = ["FIRST_PERSON", "Words", "name_mention", "nominal_mention", "pronoun_mention"]

Gender = Literal["m", "f"]
HE = frozenset({"he", "him", "his", "himself"})
SHE = frozenset({"she", "her", "hers", "herself"})
IT = frozenset({"it", "its", "itself"})
THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
FIRST_PERSON = frozenset({"i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves"})


class Words:
    """A document's text, its trees and the table entries in it."""

    def __init__(self, text: str, analysis: Analysis, hit_at: Mapping[int, Hit], origin: str) -> None:
        self.text = text
        self.analysis = analysis
        self.hit_at = hit_at
        self.origin = origin

    def words(self, first: int, end: int) -> str:
        """The words of tokens `first` to `end`, white space folded."""
        span = span_of(self.analysis, first, end - 1)
        return " ".join(self.text[span.start : span.end].split())

    def hits_in(self, first: int, end: int) -> list[Hit]:
        """The table entries that begin in a range of tokens, in order."""
        return [h for i in range(first, end) if (h := self.hit_at.get(i)) is not None and h.first == i]


def name_mention(source: Words, name: Name, kind: EntityKind) -> Mention:
    """The record of a name, with the role and state that the words around it give."""
    analysis = source.analysis
    words = source.words(name.first, name.end)
    role, country, body = role_of(source, name) if kind == "person" else (None, None, None)
    if kind == "person":
        country = country or name.country
    entry = name.hit.entry if name.hit is not None else None
    form = "demonym" if entry is not None and entry.sort in {"demonym", "people"} else "name"
    if entry is not None and (kind == "country" or entry.sort == "people"):
        country = entry.country
        body = entry.body
    elif kind == "organization":
        inside = source.hits_in(name.first, name.end)
        inner = [h.entry.country for h in inside if h.entry.sort != "place" and h.entry.kind != "shared"]
        country = next((state for state in inner if state is not None), None)
    return Mention(
        span=span_of(analysis, name.first, name.end - 1),
        form="demonym" if form == "demonym" else "name",
        kind=kind,
        name=words.replace(". ", " ", 1) if name.glued else words,
        role=role,
        country=country,
        body=body,
        plural=analysis.tokens[name.head].tag == "NNPS"
        and (entry is None or entry.sort in {"people", "demonym"})
        and not (name.end - name.first > 1 and analysis.tokens[name.head].ent == "PERSON"),  # "Ada Soares" is one
        gender=gender_of(analysis, name) if kind == "person" else None,
        head=name.head,
        origin=source.origin,
    )


def kind_here(analysis: Analysis, name: Name, kind: EntityKind) -> EntityKind:
    """The kind of one place of a name: a capital or seat is the state where it acts, else the place itself."""
    if name.hit is None:
        return kind
    entry = name.hit.entry
    if entry.sort in {"capital", "seat"}:
        if is_location(analysis, name.head, city=entry.sort == "capital"):
            return "place"
        return "country" if entry.country is not None else "organization"
    if entry.sort == "people":
        return "person"
    return BY_ENTRY[entry.sort]


def role_of(source: Words, name: Name) -> tuple[str | None, str | None, str | None]:
    """The role that stands with a name, and the state and body it is held for."""
    analysis = source.analysis
    found: list[tuple[str, str | None, str | None]] = []
    for span, head in ((name.prefix, name.prefix_head), (name.suffix, name.suffix_head)):
        if span is None or head is None:
            continue
        office = office_at(analysis, head)
        if office is None:
            continue
        country, body = holder(analysis, source.hit_at, office, span[0], span[1])
        if office.plural:
            country = name.country  # "the ministers of Kenya and Chad" tells neither's alone
        found.append((source.words(strip_article(analysis, *span), span[1]), country, body))
    if not found:
        return office_of_title(analysis, name), None, None
    country = next((c for _, c, _ in found if c), None)
    return found[0][0], country, next((b for _, _, b in found if b), None)


def office_of_title(analysis: Analysis, name: Name) -> str | None:
    """The office that a title alone gives: "Sen." a senator's."""
    title = name.title or (analysis.tokens[name.first - 1].text if name.first else "")
    office = titles().get(title, ("-", "-"))[1]
    return None if office == "-" else office


def gender_of(analysis: Analysis, name: Name) -> Gender | None:
    """m or f, from a title, the given name, the office ("spokeswoman") or a Slavic surname's ending."""
    first = analysis.tokens[name.first].text
    told = titles().get(name.title or "", ("-", "-"))[0]
    before = analysis.tokens[name.first - 1].text if name.first else ""
    if told == "-" and before in titles():
        told = titles()[before][0]
    heads = [analysis.tokens[head].text for head in (name.prefix_head, name.suffix_head) if head is not None]
    by_office = {gender_of_noun(noun) for noun in heads} - {None}
    if told == "-" and by_office == {"f"}:
        told = "f"  # a "chairman" may be a woman, a "chairwoman" is none else whatever her given name is elsewhere
    if told == "-" and name.end - name.first > 1:
        told = given_gender(first) or "-"
    if told == "-" and by_office:
        told = "m" if "m" in by_office else "f"
    if told == "-" and name.end - name.first > 1:
        told = first_gender(first) or "-"
    last = analysis.tokens[name.end - 1].text.lower()
    alone = name.end - name.first == 1  # Canova alone may be a man
    if told == "-" and not alone and last.endswith(("ova", "eva", "ina", "skaya", "ska")) and len(last) > 5:
        told = "f"
    return "m" if told == "m" else "f" if told == "f" else None


def gender_of_noun(noun: str) -> Gender | None:
    """m or f for nouns that tell it: spokeswoman, businessman, actress, king."""
    word = noun.lower()
    if word.endswith(("woman", "women")) or word in {
        "actress",
        "queen",
        "princess",
        "wife",
        "mother",
        "daughter",
        "sister",
        "widow",
        "girl",
    }:
        return "f"
    if word.endswith(("man", "men")) and word not in {"human", "woman", "german"}:
        return "m"
    return "m" if word in {"actor", "king", "prince", "husband", "father", "son", "brother", "boy", "pope"} else None


def nominal_mention(source: Words, nominal: Nominal) -> Mention:
    """The record of a nominal: its words without the article are both its name and its role."""
    analysis = source.analysis
    inside = tokens_in(analysis, nominal.span)
    first, end = inside.start, inside.stop
    country = body = None
    if nominal.office is not None:
        country, body = holder(analysis, source.hit_at, nominal.office, first, end)
    else:
        before = [h.entry for h in source.hits_in(first, nominal.head)]
        after = [h.entry for h in source.hits_in(nominal.head, min(end, nominal.head + 5))]
        country = next((e.country for e in [*before, *after] if e.country and e.sort != "place"), None)
    nation = next(iter(source.hits_in(first, nominal.head)), None)
    whole = stands_for_state(analysis, nominal, nation)
    name = source.words(strip_article(analysis, first, end), end)
    nations = {h.entry.country for h in source.hits_in(first, end) if h.entry.country and h.entry.sort != "place"}
    if nominal.plural and len(nations) > 1:
        country = None  # "the French and German ministers" speak for neither alone
    gone = is_former(analysis, first, nominal.head)
    called = outlet_name(source, nominal, first)
    if called is not None:
        return Mention(
            span=span_of(analysis, called.start, nominal.head),
            form="name",
            kind="organization",
            name=source.words(called.start, called.stop),
            country=country,
            head=nominal.head,
            origin=source.origin,
        )
    return Mention(
        span=nominal.span,
        form="demonym" if whole else "nominal",
        kind="country" if whole else nominal.kind,
        name=name,
        role=name,
        country=None if gone else country,
        body=body,
        plural=nominal.plural and not whole,
        gender=gender_of_noun(analysis.tokens[nominal.head].text),
        head=nominal.head,
        origin=source.origin,
    )


def outlet_name(source: Words, nominal: Nominal, first: int) -> range | None:
    """The capitalised words right before a noun for outlets, behind what tells its country: "Ruritania's Sunday Post newspaper"."""
    tokens = source.analysis.tokens
    outlets = {noun for noun, use in rows("outlet_nouns.tsv") if use == "named"}
    if nominal.plural or tokens[nominal.head].text not in outlets:
        return None
    begin = nominal.head
    while begin > first and (
        is_part(tokens[begin - 1]) or (begin < nominal.head and tokens[begin - 1].text in {"and", "&"})
    ):
        begin -= 1
    while begin < nominal.head and not is_part(tokens[begin]):
        begin += 1
    while begin < nominal.head and (hit := source.hit_at.get(begin)) is not None and hit.end < nominal.head:
        begin = hit.end
    return range(begin, nominal.head) if begin < nominal.head and source.hit_at.get(begin) is None else None


def is_part(token: Token) -> bool:
    """Whether a token is a capitalised word of a name."""
    return token.pos == "PROPN" and token.text[:1].isupper()


def pronoun_mention(source: Words, i: int) -> Mention | None:
    """The record of a personal pronoun; None for every other token."""
    token = source.analysis.tokens[i]
    word = token.text.lower()
    if token.tag not in {"PRP", "PRP$"} or word not in HE | SHE | IT | THEY | FIRST_PERSON:
        return None
    if word == "us" and token.text == "US":
        return None
    kind: EntityKind = "person" if word in HE | SHE | FIRST_PERSON else "unknown"
    return Mention(
        span=Span(token.start, token.end),
        form="pronoun",
        kind=kind,
        name=token.text,
        plural=word in THEY or word in {"we", "us", "our", "ours", "ourselves"},
        gender="m" if word in HE else "f" if word in SHE else None,
        head=i,
        origin=source.origin,
    )
