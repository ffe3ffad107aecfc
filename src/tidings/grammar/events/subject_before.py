"""Who acts by where the words stand, where a parser hangs the subject elsewhere: "Chile, which had held out, will let them in"."""

from tidings.grammar.events.parties import Cast
from tidings.grammar.tree import child, sentence_of
from tidings.grammar.verbs import auxiliaries, is_passive, passive_agent
from tidings.model import Analysis

__all__ = ["is_past", "stands_before"]

FINITE = frozenset({"VBD", "VBZ", "VBP"})
HELPERS = frozenset(
    {"has", "have", "had", "will", "would", "is", "are", "was", "were", "to", "does", "did", "do", "also"}
)
RELATIVE = frozenset({"which", "who", "whose", "whom", "where"})
OPENS = frozenset(
    {
        ",",
        ";",
        ":",
        "that",
        "while",
        "but",
        "when",
        "as",
        "after",
        "before",
        "if",
        "because",
        "although",
        "though",
        "since",
    }
)
QUOTES = frozenset("“”\"«»‘’'(")
ACTING = frozenset({"country", "organization", "person"})
TEMPORAL = frozenset({"DATE", "TIME"})
FAR = 4  # words behind a verb in which "by" tells who does it
LONGEST = 16  # words of what is put between commas
FARTHEST = 30  # words back


def stands_before(cast: Cast, verb: int) -> int | None:
    """The head of the named party that stands as the subject right before a finite active verb, None where other words come between."""
    analysis = cast.analysis
    tokens = analysis.tokens
    past = is_past(analysis, verb)
    if not past and (is_passive(analysis, verb) or not is_finite(analysis, verb)):
        return None
    start, _ = sentence_of(analysis, verb)
    i = skipped(cast, verb - 1, start)
    while i >= start and verb - i <= FARTHEST:
        comma = tokens[i].text == ","
        at = i - 1 if comma else i
        held = cast.ending_at.get(tokens[at].end) if at >= start else None
        if held is not None and is_subject(cast, *held, start, put_in=comma):
            return held[0]
        opens = opened(cast, i, start) if comma else None
        if opens is None:
            return None
        i = skipped(cast, opens - 1, start)
    return None


def is_past(analysis: Analysis, verb: int) -> bool:
    """Whether what a parser took for a participle is the past: "The league, based in Lund, condemned the raid: …".

    It has an object of its own, nobody by whom, and the noun before it does nothing else in its sentence.
    """
    token = analysis.tokens[verb]
    if token.tag != "VBN" or token.dep != "acl" or not token.text.endswith("ed") or auxiliaries(analysis, verb):
        return False
    alone = (
        analysis.tokens[token.head].dep == "ROOT" and child(analysis, verb, "xcomp") is not None
    )  # "…, offered to help"
    if (child(analysis, verb, "dobj", "ccomp") is None and not alone) or any(
        by < verb + FAR for by in passive_agent(analysis, verb)
    ):
        return False
    noun = analysis.tokens[token.head]
    above = analysis.tokens[noun.head]
    if noun.dep in {"pobj", "dobj", "attr", "conj"}:
        return False
    others = noun.dep in {"nsubj", "nsubjpass"} and above.pos in {"VERB", "AUX"} and above.i > verb
    between = {t.text for t in analysis.tokens[verb : above.i]}
    return not others or bool(between & (QUOTES | {":"}))


def is_finite(analysis: Analysis, verb: int) -> bool:
    """Whether a verb is said of a subject: "offered", "will offer", "is to offer"."""
    tokens, tag = analysis.tokens, analysis.tokens[verb].tag
    if tag in FINITE:
        return True
    before = {t.text.lower() for t in tokens[max(0, verb - 4) : verb]}
    return (tag == "VB" and bool(before & {"will", "would"} or {"is", "to"} <= before or {"are", "to"} <= before)) or (
        tag == "VBN" and bool(before & {"has", "have", "had"})
    )


def skipped(cast: Cast, i: int, start: int) -> int:
    """The first token back from one that is no helper, adverb or time."""
    tokens = cast.analysis.tokens
    while i >= start:
        token = tokens[i]
        timed = token.ent in TEMPORAL or (
            token.tag == "IN"
            and tokens[i + 1].ent in TEMPORAL
            and token.text.lower() in {"on", "in", "at", "since", "from"}
        )
        if not (timed or token.tag in {"RB", "MD"} or token.text.lower() in HELPERS):
            break
        i -= 1
    return i


def opened(cast: Cast, comma: int, start: int) -> int | None:
    """The comma that opens what another one closes: a relative clause, an apposition, words on the way."""
    tokens = cast.analysis.tokens
    for i in range(comma - 1, max(start, comma - LONGEST), -1):
        if tokens[i].text in {";", ":", "—", "–"}:
            return None
        if tokens[i].text == ",":
            return i
    return None


def is_subject(cast: Cast, head: int, mention: int, start: int, *, put_in: bool) -> bool:
    """Whether a mention stands where a subject does: at the head of its clause, named, no part of other words."""
    said = cast.reading.mentions[mention]
    if cast.kinds.get(head) not in ACTING or said.form == "demonym" or not cast.is_known(head):
        return False
    tokens = cast.analysis.tokens
    first = next((i for i in range(start, head + 1) if tokens[i].start >= said.span.start), head)
    before = cast.reading.document.text[tokens[start].start : tokens[first].start].rstrip()
    if said.role and before.lower().endswith(said.role.lower()):
        before = before[: -len(said.role)].rstrip()
        first = next((i for i in range(start, first) if tokens[i].start >= tokens[start].start + len(before)), first)
    i = first - 1
    while i >= start and tokens[i].tag in {"DT", "JJ", "PRP$"}:
        i -= 1
    if i < start:
        return True
    word = tokens[i].text.lower()
    if put_in:  # "the envoy to Oslo, Eva Rojas, offered"; not "before the envoy, Eva Rojas, gives"
        noun = tokens[tokens[head].head]
        return word == "," and said.form == "name" and (tokens[head].dep != "appos" or noun.dep != "pobj")
    return word in OPENS or word in QUOTES
