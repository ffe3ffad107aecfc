"""Who passes on what they were told, put between verb and clause: "Ruhl had assured her, she added, that the lamp is lit"."""

from collections.abc import Iterator, Sequence

from tidings.grammar.quotes.addressees import addressee_of
from tidings.grammar.quotes.attribution import Attribution
from tidings.grammar.quotes.clause_end import trimmed
from tidings.grammar.quotes.hearer_phrase import hearer
from tidings.grammar.quotes.quote_marks import Quoted, meeting
from tidings.grammar.quotes.reporting import cue_span, party
from tidings.grammar.quotes.reporting_verbs import reporter_at
from tidings.grammar.tree import child, sentence_of, sentence_span
from tidings.grammar.verbs import TENSED, is_negated, subjects
from tidings.model import Analysis

__all__ = ["told_and_said"]

ASIDE = 9  # tokens of "a source in the town said" between the commas
HEARD = 8  # tokens from the verb to the comma


def told_and_said(analysis: Analysis, pieces: Sequence[Quoted]) -> Iterator[Attribution]:
    """Each such clause as what the first one said, with the second as who relays it."""
    for n, (first, end) in enumerate(analysis.sentences):
        around = meeting(pieces, sentence_span(analysis, n))
        for comma in range(first + 3, end - 5):
            tokens = analysis.tokens
            if tokens[comma].text != "," or any(p.span.start <= tokens[comma].start < p.span.end for p in around):
                continue
            says = next((k for k in range(comma + 2, min(end - 3, comma + ASIDE)) if closes(analysis, k)), None)
            tells = next((k for k in range(comma - 1, max(first, comma - HEARD), -1) if says_that(analysis, k)), None)
            if says is None or tells is None or any(tokens[k].text == "," for k in range(comma + 1, says)):
                continue
            found = attribution(analysis, tells, says, around)
            if found is not None:
                yield found


def closes(analysis: Analysis, i: int) -> bool:
    """Whether the verb of an aside stands right before a comma and "that"."""
    tokens = analysis.tokens
    ends = tokens[i + 1].text == "," and tokens[i + 2].text.lower() == "that"
    return ends and tokens[i].tag in TENSED and says_that(analysis, i)


def says_that(analysis: Analysis, i: int) -> bool:
    """Whether a verb tells what somebody says."""
    found = reporter_at(analysis, i)
    return found is not None and found.kind == "say" and "that" in found.frames


def attribution(analysis: Analysis, tells: int, says: int, pieces: Sequence[Quoted]) -> Attribution | None:
    """What the subject of the first verb says, the subject of the second relays; None where either is missing or one."""
    who = next(iter(subjects(analysis, tells)), None)
    relay = child(analysis, says, "nsubj")
    end = sentence_of(analysis, says)[1]
    content = trimmed(analysis, says + 3, end - 1, pieces)
    if who is None or relay is None or not who < tells < relay < says or not content or is_negated(analysis, tells):
        return None
    if analysis.tokens[who].text.lower() == analysis.tokens[relay].text.lower():
        return None
    reporter = reporter_at(analysis, tells)
    heard = None if reporter is None else addressee_of(analysis, tells, reporter.frames)
    return Attribution(
        content=content,
        cue=cue_span(analysis, tells),
        verb=tells,
        source=party(analysis, who),
        source_head=who,
        addressee=None if heard is None else hearer(analysis, heard),
        addressee_head=heard,
        relay=party(analysis, relay),
        relay_head=relay,
        confidence=0.9,
    )
