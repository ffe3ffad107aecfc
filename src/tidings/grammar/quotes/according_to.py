"""Attribution without a verb: "according to X", "in X's words", "in the opinion of X", "for X"."""

from collections.abc import Iterator, Sequence

from tidings.grammar.quotes.attribution import Attribution
from tidings.grammar.quotes.clause_end import trimmed
from tidings.grammar.quotes.next_speaker import sets_against
from tidings.grammar.quotes.quote_marks import Quoted, meeting
from tidings.grammar.quotes.reporting import party
from tidings.grammar.quotes.reporting_verbs import reporter_at
from tidings.grammar.tree import child, children, edges, noun_phrase, sentence_of, sentence_span, span_of
from tidings.grammar.verbs import FINITE
from tidings.lexicon import words
from tidings.model import Analysis

__all__ = ["according_to"]

SHORT = 8  # tokens
RELATIVES = frozenset({"which", "whom"})
LEAST = 5  # tokens of what a participle alone tells
OPINIONS = frozenset({"word", "words", "opinion", "view", "telling", "account", "estimation", "assessment", "version"})
# Behind "by" translations put fewer of them: "by the words of X".
BEHIND = {
    "in": OPINIONS | {"eyes", "reckoning"},
    "by": frozenset({"words", "account", "reckoning", "admission", "expression"}),
}
HOLDS = frozenset(
    {"stand", "go", "abide", "live", "swear", "stick", "judge", "measure", "bind"}
)  # "stood by his words"
SPEECH = OPINIONS | {
    "expression",
    "admission",
    "conviction",
    "explanation",
    "remark",
    "thought",
    "affirmation",
    "assertion",
}


def according_to(analysis: Analysis, pieces: Sequence[Quoted]) -> Iterator[Attribution]:
    """All such attributions, in text order."""
    for i, token in enumerate(analysis.tokens):
        word = token.text.lower()
        found = None
        if word == "according":
            found = after_according(analysis, i)
        elif word in BEHIND and token.pos == "ADP":
            found = in_words_of(analysis, i)
        if found is None:
            continue
        around_it = meeting(pieces, sentence_span(analysis, token.sentence))
        if not any(p.span.start <= token.start < p.span.end for p in around_it):
            yield from around(analysis, found, around_it)


def after_according(analysis: Analysis, i: int) -> tuple[int, int, int, int] | None:
    """First and last token of the phrase, the source's head, and the cue's last token, of "according to X"."""
    tokens = analysis.tokens
    if i + 2 >= len(tokens) or tokens[i + 1].text.lower() != "to":
        return None
    if tokens[i + 2].text.lower() in RELATIVES:
        return None  # "denied the report according to which he had fled"
    if tokens[i + 2].text == "it" and i + 4 < len(tokens) and reporter_at(analysis, i + 3) is not None:
        return None  # "according to it announced the mayor", a translation's verb before who speaks
    source = child(analysis, i + 1, "pobj")
    if source is None or source <= i + 1:
        source = next(
            (k for k in range(i + 2, min(i + 8, len(tokens))) if tokens[k].pos in {"NOUN", "PROPN", "PRON"}), None
        )
        if source is None:
            return None
    teller = child(analysis, tokens[source].head, "nsubj") if tokens[source].text.lower() == "what" else None
    clause = next(iter(children(analysis, i + 1, "pcomp")), None)
    if clause is not None and any(tokens[k].text.lower() == "what" for k in children(analysis, clause, "dobj")):
        teller = child(analysis, clause, "nsubj")
    if teller is not None:  # "according to what the agency reported"
        return i, max(edges(analysis, teller)[1], tokens[teller].head), teller, i + 1
    phrase = party(analysis, source)
    if analysis.tokens[source].text.lower() in SPEECH and (owner := owner_of(analysis, source)) is not None:
        return i, edges(analysis, source)[1], owner, i + 1  # "according to his expression"
    last = max(k for k in range(i + 1, min(len(tokens), i + 80)) if tokens[k].end <= phrase.end)
    return i, max(last, source), source, i + 1


def in_words_of(analysis: Analysis, i: int) -> tuple[int, int, int, int] | None:
    """The same of "in X's words" and "in the opinion of X"."""
    noun = child(analysis, i, "pobj")
    preposition = analysis.tokens[i].text.lower()
    if noun is None or analysis.tokens[noun].text.lower() not in BEHIND[preposition]:
        return None
    if preposition == "by" and is_means(analysis, i):
        return None
    owner = owner_of(analysis, noun)
    return None if owner is None else (i, edges(analysis, noun)[1], owner, noun)


def is_means(analysis: Analysis, by: int) -> bool:
    """Whether "by" is the verb's own, which tells what is done with words: "stood by his words", "was hurt by her words"."""
    above = analysis.tokens[analysis.tokens[by].head]
    if above.lemma.lower() in HOLDS:
        return True
    own = above.i == by - 1 and above.pos == "VERB"
    return own or (analysis.tokens[by].dep == "agent" and analysis.tokens[by - 1].text != ",")


def owner_of(analysis: Analysis, noun: int) -> int | None:
    """Whose words or opinion a noun is told to be: "X's words", "the opinion of X"."""
    owner = child(analysis, noun, "poss")
    if owner is None:
        of = next((p for p in children(analysis, noun, "prep") if analysis.tokens[p].text.lower() == "of"), None)
        owner = None if of is None else child(analysis, of, "pobj")
    return owner


def around(analysis: Analysis, phrase: tuple[int, int, int, int], pieces: Sequence[Quoted]) -> Iterator[Attribution]:
    """The attribution of the rest of the clause to the source: what follows a leading phrase, or what it closes."""
    first, last, source, cue_end = phrase
    begin, end = sentence_of(analysis, first)
    if first > begin and analysis.tokens[first - 1].text in {":", ";"}:
        begin = first  # "He disagreed: by his words, …"
    that = first - 1 - (analysis.tokens[first - 1].text == ",")
    if that > begin and analysis.tokens[that].text.lower() == "that" and analysis.tokens[that].dep == "mark":
        begin = first  # "the agency reports that, according to X, …"
    counted = count_before(analysis, first, begin)
    begin = max(begin, relative_before(analysis, first, begin), counted)
    if (participle := participle_before(analysis, first, begin)) > begin:
        if first - participle < LEAST:
            return
        begin = participle
    before = trimmed(analysis, begin, first - 1, pieces) if first > begin else ()
    after = trimmed(analysis, last + 1, end - 1, pieces) if last + 1 < end else ()
    pronoun = first - begin <= 2 and analysis.tokens[begin].tag in {"WDT", "WP"}
    leading = (first - begin <= 2 and begin != counted) or not before
    end = last_of_clause(analysis, begin, end) if pronoun else end
    after = trimmed(analysis, last + 1, end - 1, pieces) if pronoun and last + 1 < end else after
    comma = first > begin and analysis.tokens[first - 1].text == ","
    if leading:
        content = after
    elif comma and last + 1 < end and analysis.tokens[last + 1].text == "," and after_clause(analysis, last + 1, end):
        stop = next((k for k in range(last + 2, end) if sets_against(analysis, k, pieces)), end)
        aside = analysis.tokens[min(last + 2, end - 1)].tag in {"WDT", "WP", "WP$"}  # "according to X, whose chief …"
        content = before + (() if aside else trimmed(analysis, last + 1, stop - 1, pieces) if stop < end else after)
    else:
        content = before
    if not content:
        return
    cue = span_of(analysis, first, cue_end)
    owner = analysis.tokens[source]
    if owner.start < cue.end <= analysis.tokens[last].end and owner.i < cue_end:
        cue = span_of(analysis, cue_end, cue_end)  # "in his words": the noun alone, the owner is the source
    yield Attribution(
        content=content,
        cue=cue,
        verb=first,
        source=noun_phrase(analysis, source) if source < cue_end else party(analysis, source),
        source_head=source,
        confidence=0.9 if owner.lemma.lower() not in words("document_nouns.txt") else 0.8,
        how="according",
    )


def relative_before(analysis: Analysis, first: int, begin: int) -> int:
    """Where the relative clause begins that the phrase is put into: "a deal which, in her words, …"; else the sentence."""
    if analysis.tokens[first - 1].tag == "WDT" and first - 1 > begin:
        return first - 1  # "which according to X"
    if first - 1 <= begin or analysis.tokens[first - 1].text != ",":
        return begin
    for k in range(first - 2, max(begin, first - 6), -1):
        token = analysis.tokens[k]
        if token.tag in {"WDT", "WP", "WP$"}:
            return k
        if token.pos in {"VERB", "AUX", "PUNCT"}:
            return begin
    return begin


def participle_before(analysis: Analysis, first: int, begin: int) -> int:
    """Where the participle behind a comma begins that alone is according to somebody: "a post, held by A according to B"."""
    for k in range(first - 1, begin + 1, -1):
        token = analysis.tokens[k]
        if token.text.lower() == "according":
            return k + 2  # "held by A according to B and by nobody according to A"
        if token.pos in {"AUX", "PUNCT"} or token.tag in FINITE:
            return begin
        if token.tag == "VBN":
            return k if analysis.tokens[k - 1].text == "," else begin
    return begin


def last_of_clause(analysis: Analysis, begin: int, end: int) -> int:
    """One past the last token of the clause that a relative pronoun opens."""
    verb = analysis.tokens[begin].head
    return min(end, edges(analysis, verb)[1] + 1) if verb > begin else end


def count_before(analysis: Analysis, first: int, begin: int) -> int:
    """Where a count without a verb begins that alone is according to somebody: "it is disputed: 52 dead according to X"."""
    for k in range(first - 1, begin, -1):
        token = analysis.tokens[k]
        if token.text in {":", ";", ","} and k < first - 1:
            inside = [analysis.tokens[n] for n in range(k + 1, first)]
            counted = any(t.tag == "CD" for t in inside) and len(inside) < SHORT
            return k + 1 if counted else -1
        if token.pos in {"VERB", "AUX"}:
            return -1
    return -1


def after_clause(analysis: Analysis, first: int, end: int) -> bool:
    """Whether the sentence goes on after an inserted phrase: a finite verb follows."""
    return any(analysis.tokens[k].tag in FINITE for k in range(first, end))
