"""Who says it, put behind or into what is said, where a parser misses it: "The mill, Berg conceded, closed in March"."""

from collections.abc import Iterator, Sequence

from tidings.grammar.quotes.attribution import Attribution
from tidings.grammar.quotes.clause_end import trimmed
from tidings.grammar.quotes.hearer_phrase import hearer
from tidings.grammar.quotes.quote_marks import Quoted, meeting
from tidings.grammar.quotes.reporting_verbs import reporters
from tidings.grammar.tree import sentence_span, span_of
from tidings.grammar.verbs import FINITE
from tidings.model import Analysis, Span

__all__ = ["put_in"]

NOMINAL = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PART", "PRON"})
WITHIN = frozenset({"of", "for", "in", "at", "and", "&", "from"})  # words inside the phrase for who says it
BEHIND = frozenset({"on", "in", "at", "to", "during", "after", "by", "via", "through", "before", "from", "with"})
SUBORDINATE = frozenset({"when", "after", "as", "while", "although", "though", "since", "before", "once", "because"})
HEARD = frozenset({"tell", "inform", "remind", "assure"})  # behind which stands who hears it
LONGEST = 22  # tokens of who says it
SHORT = 6  # tokens of a day or place before "as X told Y"
LEAST = 3  # tokens of what is said


def put_in(analysis: Analysis, pieces: Sequence[Quoted], known: frozenset[int]) -> Iterator[Attribution]:
    """Such attributions, of verbs that are not in `known`, whose content syntax shows already."""
    for n, (first, end) in enumerate(analysis.sentences):
        around = meeting(pieces, sentence_span(analysis, n))
        for verb in range(first + LEAST, end):
            if verb in known or not says(analysis, verb) or is_quoted(analysis, verb, around):
                continue
            begin = phrase_begins(analysis, first, verb)
            if begin is None:
                continue
            found = attribution(analysis, (first, end), (begin, verb), around)
            if found is not None:
                yield found


def says(analysis: Analysis, i: int) -> bool:
    """Whether a token is a finite form of a verb of saying that takes a clause, whatever a parser takes "estimates" for."""
    token = analysis.tokens[i]
    if token.tag == "NNS":  # "…, the parish of Lund estimates."
        lemma = token.text.lower().removesuffix("s")
        last = i + 1 >= len(analysis.tokens) or analysis.tokens[i + 1].text == "."
        return last and analysis.tokens[i - 1].pos == "PROPN" and speaks(lemma) and token.text.islower()
    return token.tag in {"VBD", "VBZ", "VBN", "VBP"} and speaks(token.lemma.lower())


def speaks(lemma: str) -> bool:
    """Whether the table has a verb for one of saying."""
    found = reporters().get(lemma)
    return found is not None and found.kind == "say" and "that" in found.frames and found.strength >= 0.5


def is_quoted(analysis: Analysis, i: int, pieces: Sequence[Quoted]) -> bool:
    """Whether a token stands in quote marks."""
    return any(p.span.start <= analysis.tokens[i].start < p.span.end for p in pieces)


def phrase_begins(analysis: Analysis, first: int, verb: int) -> int | None:
    """Where the noun phrase begins that a comma parts from what is said and that the verb stands right behind."""
    tokens, k = analysis.tokens, verb - 1
    while k > first and tokens[k].pos == "ADV" and tokens[k].text.lower().endswith("ly"):
        k -= 1
    asides = 0
    if tokens[k].text == ",":  # "the minister, Ada Berg, announced"
        asides, k = 1, k - 1
    last = k
    while k > first and verb - k < LONGEST:
        token = tokens[k]
        if token.text == ",":
            if not asides or last == k:
                break
            asides -= 1
        elif token.pos not in NOMINAL and token.text.lower() not in WITHIN:
            if token.text.lower() == "as" and tokens[k - 1].text == ",":
                k -= 1
                break
            return None
        k -= 1
    if (
        tokens[k].text != ","
        or k >= last
        or not any(t.pos in {"NOUN", "PROPN", "PRON"} for t in tokens[k + 1 : last + 1])
    ):
        return None
    opens = tokens[k + 1]
    if opens.text.lower() == "as" and k - first < SHORT and k + 2 < last and tokens[verb].lemma.lower() in HEARD:
        return k + 2  # "On Friday, as an aide told the Post on condition …, Oslo offered to …"
    relative = any(
        t.tag in {"WDT", "WP", "WP$", "WRB"} for t in tokens[k + 1 : k + 3]
    )  # "an offer, to which both replied"
    return None if opens.pos in {"CCONJ", "ADP"} or relative else k + 1


def attribution(
    analysis: Analysis, bounds: tuple[int, int], phrase: tuple[int, int], pieces: Sequence[Quoted]
) -> Attribution | None:
    """What stands before the phrase, and behind it where the sentence goes on, as what it says."""
    tokens, (first, end), (begin, verb) = analysis.tokens, bounds, phrase
    stop = asides_end(analysis, verb, end)
    if stop is None:
        return None
    as_told = tokens[begin - 1].text.lower() == "as"
    ahead = trimmed(analysis, first, begin - 2 - as_told, pieces)
    if as_told:
        behind = trimmed(analysis, stop + 1, end - 1, pieces) if tokens[stop].text == "," and not pieces else ()
        told = any(t.tag in FINITE for t in tokens[stop:end])
        return made(analysis, ahead + behind, phrase) if ahead and behind and told else None
    if not ahead or any(p.outer.end >= ahead[-1].end - 1 > p.outer.start for p in pieces):
        return None  # quoted words have their own ways to their speaker
    if any(p.outer.start >= tokens[verb].end for p in pieces) or tokens[first].tag in {"VBN", "VBG"}:
        return None  # "Asked what it was, Berg said, “…”"
    ended = all(t.pos == "PUNCT" for t in tokens[stop:end])
    clause = any(t.tag in FINITE for t in tokens[first : begin - 1])
    after = tokens[min(stop + 1, end - 1)]
    goes_on = tokens[stop].text == "," and (after.tag in FINITE or after.dep == "ROOT")
    goes_on = goes_on or (
        after.tag == "VBN" and after.head == verb and tokens[stop].text == ","
    )  # "…, Berg conceded, closed"
    if ended or (clause and tokens[stop].text == "," and not any(t.tag in FINITE for t in tokens[stop:end])):
        led_up = tokens[first].text.lower() in SUBORDINATE and not any(t.text == "," for t in tokens[first : begin - 1])
        short = begin - 1 - first < LEAST
        return None if not clause or led_up or short else made(analysis, ahead, phrase)
    if goes_on and not clause:
        return made(analysis, ahead + trimmed(analysis, stop + 1, end - 1, pieces), phrase)
    return None


def asides_end(analysis: Analysis, verb: int, end: int) -> int | None:
    """Where what hangs on the verb ends: "announced at a briefing after a session"; None where an object or a clause follows."""
    tokens, k = analysis.tokens, verb + 1
    if tokens[verb].lemma.lower() in HEARD:
        if k >= end or tokens[k].pos not in NOMINAL:
            return None
    elif k < end and not (
        tokens[k].pos == "PUNCT"
        or tokens[k].text.lower() in BEHIND
        or tokens[k].ent in {"DATE", "TIME"}
        or tokens[k].pos == "ADV"
    ):
        return None
    unnamed = False
    while k < end and tokens[k].text not in {",", ".", ";", ":", "!", "?"}:
        unnamed = unnamed or (tokens[k].text.lower() == "condition" and tokens[k - 1].text.lower() == "on")
        if unnamed:
            k += 1
            continue
        if tokens[k].tag in FINITE or tokens[k].text.lower() in {"that", "if", "whether"} or tokens[k].tag == "TO":
            return None
        k += 1
    return k if k < end else None


def made(analysis: Analysis, content: tuple[Span, ...], phrase: tuple[int, int]) -> Attribution:
    """The attribution; a name that closes the phrase behind a comma is no head, what it stands beside is."""
    tokens, (begin, verb) = analysis.tokens, phrase
    heard = who_hears(analysis, verb)
    nouns = {"NOUN", "PROPN", "PRON"}
    last = next(k for k in range(verb - 1, begin - 1, -1) if tokens[k].pos in nouns)
    head = next(
        (
            k
            for k in range(begin, last + 1)
            if tokens[k].pos in nouns and (k == last or tokens[k + 1].pos not in nouns | {"PART"})
        ),
        last,
    )
    return Attribution(
        content=content,
        cue=span_of(analysis, verb, verb),
        verb=verb,
        source=span_of(analysis, begin, last),
        source_head=head,
        addressee=None if heard is None else hearer(analysis, heard),
        addressee_head=heard,
        confidence=0.9,
        how="put in",
    )


def who_hears(analysis: Analysis, verb: int) -> int | None:
    """The last of the nouns right behind a verb like "told"."""
    tokens, k = analysis.tokens, verb + 1
    if tokens[verb].lemma.lower() not in HEARD:
        return None
    while k + 1 < len(tokens) and tokens[k].pos in NOMINAL and tokens[k + 1].pos in {"NOUN", "PROPN", "ADJ"}:
        k += 1
    return k if tokens[k].pos in {"NOUN", "PROPN", "PRON"} else None
