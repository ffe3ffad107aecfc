"""A sentence that says who said the one before it: "This was announced by X", "X stated this at a briefing"."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from tidings.grammar.quotes.attribution import Attribution
from tidings.grammar.quotes.reporting import Cue, party
from tidings.grammar.tree import child, children, sentence_span, subtree, tokens_in
from tidings.grammar.verbs import is_passive, passive_agent, subjects
from tidings.lexicon import word_classes
from tidings.model import Analysis, Span

__all__ = ["said_before"]

TELLS = word_classes("word_classes.tsv")["telling"]
PASSING = frozenset({"report", "write", "tell"})
POINTING = frozenset({"this", "that", "so"})


def said_before(
    analysis: Analysis,
    found: Sequence[Attribution],
    cues: Mapping[int, Cue],
    paragraphs: Sequence[Span],
    person: Callable[[int], bool],
) -> list[Attribution]:
    """The attributions with what such sentences add: a speaker, or who relays."""
    out = list(found)
    by_sentence: dict[int, list[int]] = defaultdict(list)
    for n, one in enumerate(out):
        for sentence in sentences_of(analysis, one):
            by_sentence[sentence].append(n)
    for verb in sorted(cues):
        cue = cues[verb]
        speaker = points_back(analysis, cue)
        here = analysis.tokens[verb].sentence
        if speaker is None or here == 0:
            continue
        before = sentence_span(analysis, here - 1)
        at = bisect_right(paragraphs, analysis.tokens[verb].start, key=lambda p: p.start) - 1
        if at < 0 or not near_enough(before, at, paragraphs):
            continue
        inside = [n for n in by_sentence[here - 1] if any(before.meets(s) for s in out[n].content)]
        spoken = [n for n in inside if out[n].source_head not in (None, speaker)]
        for n in spoken:
            out[n] = told_by(analysis, out[n], cue, speaker, person)
        if not spoken:
            end = before.end - 1 if before.end - before.start > 1 else before.end
            out.append(
                Attribution(
                    (Span(before.start, end),),
                    cue.span,
                    verb,
                    party(analysis, speaker),
                    speaker,
                    confidence=0.8,
                    how="this",
                )
            )
    return out


def points_back(analysis: Analysis, cue: Cue) -> int | None:
    """Who says it, where the cue's object or passive subject only points back."""
    if cue.reporter.kind != "say" or cue.reporter.strength < 0.8 or children(analysis, cue.verb, "ccomp"):
        return None
    if cue.reporter.lemma not in TELLS or cue.negated:
        return None
    if is_passive(analysis, cue.verb):
        thing = child(analysis, cue.verb, "nsubjpass")
        speakers = passive_agent(analysis, cue.verb) or by_far(analysis, cue.verb)
    else:
        thing = child(analysis, cue.verb, "dobj")
        speakers = subjects(analysis, cue.verb)
    if thing is None or not speakers or analysis.tokens[thing].text.lower() not in POINTING:
        return None
    after = analysis.tokens[thing + 1] if thing + 1 < len(analysis.tokens) else None
    if analysis.tokens[thing].tag in {"WDT", "WP"} or analysis.tokens[cue.verb].dep == "relcl":
        return None  # "a decision that was announced by X": of a noun, not of the sentence before
    opens = analysis.tokens[thing].text == "that" and after is not None and after.dep in {"nsubj", "nsubjpass", "det"}
    return speakers[0] if not analysis.children[thing] and not opens else None


def by_far(analysis: Analysis, verb: int) -> tuple[int, ...]:
    """The noun after a "by" that a parse hangs on another word: "was stated at a briefing by X"."""
    for k in subtree(analysis, verb):
        if k > verb and analysis.tokens[k].text.lower() == "by" and (noun := child(analysis, k, "pobj")) is not None:
            return (noun,)
    return ()


def sentences_of(analysis: Analysis, one: Attribution) -> range:
    """The sentences that the content of an attribution reaches over."""
    first, last = tokens_in(analysis, one.content[0]), tokens_in(analysis, one.content[-1])
    if not first or not last:
        return range(0)
    return range(analysis.tokens[first[0]].sentence, analysis.tokens[last[-1]].sentence + 1)


def near_enough(before: Span, at: int, paragraphs: Sequence[Span]) -> bool:
    """Whether the sentence stands in the paragraph `at` or ends the one before it."""
    if paragraphs[at].covers(before):
        return True
    return at > 0 and paragraphs[at - 1].covers(before) and paragraphs[at].start - before.end <= 4


def told_by(analysis: Analysis, was: Attribution, cue: Cue, speaker: int, person: Callable[[int], bool]) -> Attribution:
    """Where a person speaks in the sentence before, the newcomer relays; where a state or body holds, it speaks for it."""
    source = party(analysis, speaker)
    head = was.source_head
    spoke = was.kind == "say" and head is not None
    passes_on = spoke and was.verb is not None and cue.reporter.lemma in PASSING  # "Lome said …. X reported this."
    if passes_on or (spoke and head is not None and (person(head) or analysis.tokens[head].ent == "PERSON")):
        return replace(was, relay=source, relay_head=speaker)
    return replace(was, cue=cue.span, verb=cue.verb, source=source, source_head=speaker, kind="say", confidence=0.8)
