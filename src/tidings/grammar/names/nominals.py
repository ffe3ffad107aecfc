"""Noun phrases that refer to people and bodies without a name: "the Russian minister", "both sides", "a source"."""

from collections.abc import Container
from dataclasses import dataclass
from functools import cache

from tidings.grammar.names.gazetteer import Hit
from tidings.grammar.names.roles import Office, office_at, singular
from tidings.grammar.tree import children, noun_phrase, tokens_in
from tidings.lexicon import rows
from tidings.model import Analysis, EntityKind, Span

__all__ = ["Nominal", "group_kind", "nominals", "stands_for_state", "strip_article"]

REFERS = frozenset(
    {"nsubj", "nsubjpass", "dobj", "pobj", "dative", "poss", "agent", "conj", "appos", "ROOT", "npadvmod"}
)
STATE_NOUNS = frozenset({"side", "government", "administration", "authority", "leadership", "regime", "state"})
# What ends a clause and not the noun phrase that a parse hangs it on.
ADVERBIAL = {
    "in": frozenset(
        {"protest", "response", "retaliation", "return", "anger", "error", "vain", "silence", "solidarity"}
    ),
    "for": frozenset({"damages", "compensation", "talks", "consultations", "questioning", "negligence", "libel"}),
    "by": frozenset({"force", "mistake", "phone", "telephone", "letter"}),
}
ASSERTS = frozenset({"assures", "affirms", "claims", "states", "reports", "maintains", "insists", "warns", "notes"})
ARTICLES = frozenset({"DT", "PDT", "PRP$", "WP$"})

# Nouns that names of bodies end in and by which these are called with a capital; small they mean other things.
CALLED = frozenset({"front", "brigade", "battalion", "league", "federation", "confederation", "society", "guild"}) | {
    *("syndicate", "tribunal", "fund", "association", "presidency", "corps", "chamber", "faction")
}


@dataclass(frozen=True, slots=True)
class Nominal:
    """A noun phrase with an office, role or body noun as its head."""

    head: int
    span: Span
    kind: EntityKind
    office: Office | None
    plural: bool
    definite: bool


@cache
def group_nouns() -> dict[str, EntityKind]:
    """Noun for people or a body to the kind of what it means."""
    return dict(rows("group_nouns.tsv"))  # type: ignore[arg-type]


def group_kind(word: str) -> EntityKind | None:
    """The kind of body, side or vessel that a common noun names."""
    return group_nouns().get(word.lower()) or group_nouns().get(singular(word))


def nominals(analysis: Analysis, taken: Container[int]) -> tuple[Nominal, ...]:
    """The nominals whose head is not one of the tokens `taken` by names and their roles, in text order."""
    found: list[Nominal] = []
    inside: set[int] = set()  # "state" of "secretary of state"
    for token in analysis.tokens:
        i = token.i
        if i in taken or i in inside or token.dep not in REFERS or token.pos not in {"NOUN", "PROPN"}:
            continue
        office = office_at(analysis, i)
        if office is not None and office.end > i + 1:
            inside.update(range(i + 1, office.end))
        kind: EntityKind | None = "person" if office is not None else group_kind(token.text) or called(analysis, i)
        if kind is None:
            continue
        if office is not None and office.sort == "media" and is_label(analysis, i):
            continue
        plural = office.plural if office is not None else token.tag in {"NNS", "NNPS"}
        found.append(
            Nominal(
                i,
                of_itself(analysis, i, told_alone(analysis, i, without_case(analysis, noun_phrase(analysis, i)))),
                kind,
                office,
                plural,
                is_definite(analysis, i),
            )
        )
    return tuple(found)


def called(analysis: Analysis, i: int) -> EntityKind | None:
    """The kind of a body that is called by the noun its name ends in, with a capital: "the Front", which small is no body."""
    token = analysis.tokens[i]
    the = i > 0 and analysis.tokens[i - 1].text.lower() == "the"
    return "organization" if the and token.text.istitle() and token.text.lower() in CALLED else None


def is_label(analysis: Analysis, i: int) -> bool:
    """Whether a possessive with nothing before it only says what follows: "Editor's note", "Reporter's notebook"."""
    return analysis.tokens[i].dep == "poss" and not analysis.children[i][:-1]


def without_case(analysis: Analysis, span: Span) -> Span:
    """The noun phrase without a possessive ending at its end."""
    inside = tokens_in(analysis, span)
    last = inside[-1]
    if analysis.tokens[last].tag == "POS" and last > inside[0]:
        return Span(span.start, analysis.tokens[last - 1].end)
    return span


def of_itself(analysis: Analysis, head: int, span: Span) -> Span:
    """The noun phrase without the verb and the adverbial that a parse takes into it: "summoned the envoy in protest", "the
    army of Norway assures that …"."""
    tokens, inside = analysis.tokens, tokens_in(analysis, span)
    last = inside[-1]
    if last - 2 >= head and tokens[last].text.lower() in ADVERBIAL.get(tokens[last - 1].text.lower(), ()):
        return Span(span.start, tokens[last - 2].end)
    says = last + 1 < len(tokens) and tokens[last + 1].text.lower() == "that" and tokens[last].text in ASSERTS
    if says and last - 1 > head and tokens[last - 1].pos == "PROPN":
        return Span(span.start, tokens[last - 1].end)
    return span


def told_alone(analysis: Analysis, head: int, span: Span) -> Span:
    """The noun phrase without what only adds to it behind a comma: "the joint board, due to meet on Monday"."""
    tokens = analysis.tokens
    inside = tokens_in(analysis, span)
    for i in range(head + 1, inside[-1]):
        if tokens[i].text == "," and tokens[i + 1].pos in {"ADJ", "VERB", "AUX", "SCONJ", "ADP", "ADV"}:
            return Span(span.start, tokens[i - 1].end)
    return span


def is_definite(analysis: Analysis, head: int) -> bool:
    """Whether a noun phrase points at something known: "the", "this", "his", "Kenya's", or a bare office ("Minister")."""
    for c in children(analysis, head, "det", "poss", "nmod"):
        token = analysis.tokens[c]
        if token.dep == "poss" or token.text.lower() in {"the", "this", "that", "these", "those", "both"}:
            return True
        if token.dep == "det":
            return False
    return analysis.tokens[head].tag in {"NN", "NNP"}


def stands_for_state(analysis: Analysis, nominal: Nominal, hit: Hit | None) -> bool:
    """Whether a nation's noun phrase is another name for its state: "the Kenyan side", "the French authorities"."""
    own = hit is not None and nominal.head - hit.end < 1  # "the Kenyan water authority" is a body of its own
    return (
        hit is not None
        and (own or singular(analysis.tokens[nominal.head].text) in {"side", "government", "regime"})
        and hit.entry.country is not None
        and hit.entry.sort != "place"
        and singular(analysis.tokens[nominal.head].text) in STATE_NOUNS
    )


def strip_article(analysis: Analysis, first: int, end: int) -> int:
    """The first token of a noun phrase after its article or possessive pronoun."""
    while first < end - 1 and analysis.tokens[first].tag in ARTICLES:
        first += 1
    return first
