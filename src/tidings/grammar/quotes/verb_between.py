"""A verb of saying between what is said and who says it, where a parser takes them for its object or sees no verb: "The mill has
closed, informs the ministry.", "Lund has left the talks, announced in Oslo the minister, Ada Berg.", "…, say two sources"."""

from collections.abc import Iterator, Sequence

from tidings.grammar.quotes.attribution import Attribution
from tidings.grammar.quotes.clause_end import trimmed
from tidings.grammar.quotes.hearable import people
from tidings.grammar.quotes.hearer_phrase import hearer
from tidings.grammar.quotes.put_in import speaks
from tidings.grammar.quotes.quote_marks import Quoted, meeting
from tidings.grammar.tree import sentence_span, span_of
from tidings.grammar.verbs import FINITE
from tidings.lexicon import words
from tidings.model import Analysis

__all__ = ["verb_between"]

WHERE = frozenset({"in", "on", "at"})
OPENS = frozenset({"DET", "NUM", "PROPN", "PRON"})
INSIDE = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PART", "PUNCT"})
LINKS = frozenset({"of", "for", "in", "at", "from", "and", "close", "inside"})
LEAST = 4  # tokens of what is said
PLACE = 4  # tokens of "in Oslo on Friday"
SOURCES = frozenset({"source", "official", "diplomat", "witness", "resident"})


def verb_between(analysis: Analysis, pieces: Sequence[Quoted], known: frozenset[int]) -> Iterator[Attribution]:
    """Such attributions of verbs that are not in `known`; none beside quote marks, which find their speakers by themselves."""
    for n, (first, end) in enumerate(analysis.sentences):
        if meeting(pieces, sentence_span(analysis, n)):
            continue
        for verb in range(first + LEAST, end - 2):
            if verb in known or analysis.tokens[verb - 1].text != "," or not is_verb(analysis, verb):
                continue
            found = attribution(analysis, (first, end), verb)
            if found is not None:
                yield found


def is_verb(analysis: Analysis, i: int) -> bool:
    """Whether a token is a finite form of a verb of saying, which a parser may take for a participle."""
    token = analysis.tokens[i]
    return token.tag in {"VBZ", "VBP", "VBD", "VBN"} and (
        speaks(token.lemma.lower()) or token.lemma.lower() == "inform"
    )


def attribution(analysis: Analysis, bounds: tuple[int, int], verb: int) -> Attribution | None:
    """The clause before the verb as what the noun phrase behind it says, which ends the sentence."""
    tokens, (first, end) = analysis.tokens, bounds
    begin = subject_begins(analysis, verb + 1, end)
    if begin is None or not any(t.tag in FINITE for t in tokens[first : verb - 1]):
        return None
    last = end - 1
    while last > begin and tokens[last].pos in {"PUNCT", "SPACE"}:
        last -= 1
    to = next((k for k in range(begin + 1, last) if tokens[k].text.lower() == "to"), None)
    stop = last if to is None else to - 1
    plain = all(t.pos in INSIDE or t.text.lower() in LINKS for t in tokens[begin : stop + 1])
    head = head_of(analysis, begin, stop)
    content = trimmed(analysis, first, verb - 2, ())
    if not plain or head is None or not content or not may_say(analysis, head):
        return None
    source, cue = span_of(analysis, begin, stop), span_of(analysis, verb, verb)
    heard = None if to is None else last
    return Attribution(
        content,
        cue,
        verb,
        source,
        head,
        None if heard is None else hearer(analysis, heard),
        heard,
        confidence=0.9,
        how="put in",
    )


def subject_begins(analysis: Analysis, k: int, end: int) -> int | None:
    """Where the noun phrase behind a verb begins, past where and when it was said."""
    tokens = analysis.tokens
    if tokens[k].text.lower() in WHERE:
        stop = next((n for n in range(k + 1, min(k + PLACE, end)) if tokens[n].pos == "DET"), None)
        if stop is None or stop == k + 1 or tokens[stop - 1].pos != "PROPN":
            return None
        k = stop
    return k if tokens[k].pos in OPENS and tokens[k].tag not in {"PRP", "WP", "WDT"} else None


def head_of(analysis: Analysis, begin: int, stop: int) -> int | None:
    """The last noun of a phrase before what hangs on it: "two sources [in the ministry]"."""
    k, tokens = begin, analysis.tokens
    while k <= stop and tokens[k].pos in {"DET", "ADJ", "NUM", "PRON", "PART"}:
        k += 1
    if k > stop or tokens[k].pos not in {"NOUN", "PROPN"}:
        return None
    while k < stop and tokens[k + 1].pos in {"NOUN", "PROPN"}:
        k += 1
    return k


def may_say(analysis: Analysis, head: int) -> bool:
    """Whether a noun is a person's or a body's."""
    token = analysis.tokens[head]
    return token.ent in {"PERSON", "ORG"} or token.lemma.lower() in people() | SOURCES | words("person_words.txt")
