"""What others report and somebody denies: "denied reports that …", "Rumours that … were denied by X"; who denies it speaks."""

from collections.abc import Iterator, Sequence

from tidings.grammar.quotes.attribution import Attribution
from tidings.grammar.quotes.clause_end import trimmed
from tidings.grammar.quotes.quote_marks import Quoted, meeting
from tidings.grammar.quotes.reporting import cue_span, party
from tidings.grammar.tree import child, noun_phrase, sentence_of
from tidings.grammar.verbs import is_negated, is_passive, passive_agent, subjects
from tidings.model import Analysis, Span

__all__ = ["HEARSAY", "denied_reports"]

DENIES = frozenset({"deny", "dismiss", "refute", "rebut", "repudiate", "contradict"})
HEARSAY = frozenset(
    {"report", "rumour", "rumor", "claim", "allegation", "suggestion", "speculation", "insinuation"}
) | {*("information", "news", "accusation", "assertion", "notion", "hearsay", "talk", "gossip")}
FAR = 4  # tokens from the verb to what it denies: "denied on Monday newspaper reports that"


def denied_reports(analysis: Analysis, pieces: Sequence[Quoted]) -> Iterator[Attribution]:
    """What each verb of denying outside quote marks turns against, where nobody is named who claims it."""
    for token in analysis.tokens:
        if token.lemma.lower() not in DENIES or token.pos != "VERB" or is_negated(analysis, token.i):
            continue
        cue = cue_span(analysis, token.i)
        if any(p.span.covers(cue) for p in meeting(pieces, cue)):
            continue
        passive = is_passive(analysis, token.i)
        who = passive_agent(analysis, token.i) if passive else subjects(analysis, token.i)
        content = said_before(analysis, token.i, pieces) if passive else said_behind(analysis, token.i, pieces)
        if not who or not content:
            continue
        relative = analysis.tokens[token.i].dep == "relcl"  # "the minister, who denied reports that …, left"
        speaker = token.head if relative and analysis.tokens[who[0]].tag == "WP" else who[0]
        source = noun_phrase(analysis, speaker) if relative else party(analysis, speaker)
        if not any(source.meets(span) for span in content):
            yield Attribution(content, cue, token.i, source, speaker, negated=True, confidence=0.9, how="denied")


def said_behind(analysis: Analysis, verb: int, pieces: Sequence[Quoted]) -> tuple[Span, ...]:
    """The clause behind "denied reports that"."""
    end = sentence_of(analysis, verb)[1]
    for noun in range(verb + 1, min(verb + 2 + FAR, end - 2)):
        if is_hearsay(analysis, noun):
            return clause_of(analysis, noun, end - 1, pieces)
        if analysis.tokens[noun].pos in {"VERB", "AUX", "PUNCT"}:
            return ()
    return ()


def said_before(analysis: Analysis, verb: int, pieces: Sequence[Quoted]) -> tuple[Span, ...]:
    """The clause before "were denied by", behind its noun."""
    begin = sentence_of(analysis, verb)[0]
    held = next((k for k in range(begin, min(begin + FAR, verb - 2)) if is_hearsay(analysis, k)), None)
    if held is None or not by_somebody(analysis, verb):
        return ()
    last = verb - 1
    while last > held and analysis.tokens[last].pos in {"AUX", "ADV"}:
        last -= 1
    return clause_of(analysis, held, last, pieces)


def by_somebody(analysis: Analysis, verb: int) -> bool:
    """Whether "by" stands behind the verb, but for a word or two: "was denied on Friday by"."""
    return any(analysis.tokens[k].text.lower() == "by" for k in range(verb + 1, min(verb + FAR, len(analysis.tokens))))


def is_hearsay(analysis: Analysis, noun: int) -> bool:
    """Whether a noun is for what is rumoured, of nobody named, with "that" right behind it."""
    token = analysis.tokens[noun]
    owned = child(analysis, noun, "poss") is not None
    return token.lemma.lower() in HEARSAY and not owned and analysis.tokens[noun + 1].text.lower() == "that"


def clause_of(analysis: Analysis, noun: int, last: int, pieces: Sequence[Quoted]) -> tuple[Span, ...]:
    """The words behind the "that" of a noun, up to a comma behind which the report goes on."""
    first = noun + 2
    stops = (
        k
        for k in range(first + 1, last)
        if (analysis.tokens[k].text in {",", ";"} and analysis.tokens[k + 1].pos in {"VERB", "CCONJ", "SCONJ"})
        or analysis.tokens[k].text == ":"  # "denied reports that oil was found: “No drop.”"
    )
    return trimmed(analysis, first, next(stops, last + 1) - 1 if first < last else last, pieces)
