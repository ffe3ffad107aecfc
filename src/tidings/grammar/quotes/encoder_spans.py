"""The encoder's sources, cues and contents as attributions: each content with the cue and the source nearest to it."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from tidings.grammar.quotes.addressees import THANKS
from tidings.grammar.quotes.asked_first import asker_of, in_question, is_asked
from tidings.grammar.quotes.attribution import DENIALS, Attribution, gives_up
from tidings.grammar.quotes.cue_source import before_bracket
from tidings.grammar.quotes.nothing_before import is_foretold, says_on, says_other, says_yes
from tidings.grammar.quotes.others_words import somebody_elses
from tidings.grammar.quotes.reporting import cue_at
from tidings.grammar.quotes.told_phrase import told_from
from tidings.grammar.tree import ancestors, child, children, span_of
from tidings.grammar.verbs import FINITE
from tidings.model import Analysis, Span

__all__ = ["SURE", "Run", "encoder_attributions", "role_runs"]

SIDES = "\"“”„‟«»‘’'`,;:.–—- "  # what a content sheds at its ends
REACH = 60  # tokens between a content and its cue, a cue and its source, at most
NAMELESS = re.compile(
    r"(?:for anonymity|(?:that .{1,20} )?not to be (?:named|identified|quoted)|to remain anonymous)\b"
)
CLAUSES = frozenset({"ROOT", "ccomp", "advcl", "conj", "parataxis"})
PLAIN = frozenset({"say", "tell", "add", "note", "state", "claim", "explain", "announce", "report", "insist", "argue"})
ASKS = frozenset(["demand", "ask", "urge", "offer", "propose", "request", "promise", "order", "recommend", "insist"])
TO_DO = frozenset({"obj-to", "on-to", "to-to"})
TURNS_DOWN = frozenset({"reject", "refuse", "accept", "oppose", "make", "ignore", "repeat", "dismiss", "share"})
SEEN = frozenset({"seen", "obtained", "reviewed", "viewed", "read"})
WHEN = frozenset({"after", "before", "since", "until", "while", "once"})
SURE = 0.5  # the least chance of the weakest of the three; 0.4 to 0.7 differ by 0.005 of triple F1 on PolNeAR dev


@dataclass(frozen=True, slots=True)
class Run:
    """Tokens of one role that belong together: first and last of each stretch, and the mean chance of the role."""

    role: str
    stretches: tuple[tuple[int, int], ...]
    sure: float


def role_runs(analysis: Analysis) -> tuple[Run, ...]:
    """The sources, cues and contents of the encoder; R goes on with the latest content after a gap."""
    found: list[tuple[str, list[tuple[int, int]], list[float]]] = []
    latest: tuple[str, list[tuple[int, int]], list[float]] | None = None
    before = "O"
    for i, score in enumerate(analysis.scores):
        prefix, _, role = score.role.partition("-")
        if prefix == "I" and before.endswith(score.role[1:]) and found:
            run = latest if role == "content" and latest is not None else found[-1]
            run[1][-1] = (run[1][-1][0], i)
            run[2].append(score.sure)
        elif prefix == "R" and latest is not None:
            latest[1].append((i, i))
            latest[2].append(score.sure)
        elif role:
            found.append((role, [(i, i)], [score.sure]))
            latest = found[-1] if role == "content" else latest
        before = score.role
    return tuple(Run(role, tuple(spans), sum(sure) / len(sure)) for role, spans, sure in found)


def lemmas(analysis: Analysis, run: Run) -> frozenset[str]:
    """The lemmas of a run's tokens."""
    return frozenset(analysis.tokens[i].lemma.lower() for a, b in run.stretches for i in range(a, b + 1))


def asked(analysis: Analysis, cue: Run, content: Run) -> bool:
    """Whether a verb of asking or offering is followed by what is to be done: "to …", "that X leave"."""
    asks = bool(lemmas(analysis, cue) & ASKS)
    inside = [analysis.tokens[i] for a, b in content.stretches for i in range(a, b + 1)]
    infinitive = inside[0].tag == "TO" and len(inside) > 2
    subject = any(t.dep in {"nsubj", "nsubjpass"} for t in inside) and any(t.tag in {"VB", "VBP"} for t in inside)
    return asks and (infinitive or subject)


def encoder_attributions(analysis: Analysis, text: str) -> list[Attribution]:
    """A triple for each content that has a cue or a source near it, in text order."""
    runs = role_runs(analysis)
    near = {role: Beside(analysis, [r for r in runs if r.role == role]) for role in ("cue", "source")}
    triples = (linked(analysis, text, run, near) for run in runs if run.role == "content")
    return [triple for triple in triples if triple is not None]


class Beside:
    """The runs of one role, found by the place they begin at."""

    def __init__(self, analysis: Analysis, runs: Sequence[Run]) -> None:
        self.tokens, self.runs = analysis.tokens, runs
        self.starts = [run.stretches[0][0] for run in runs]

    def of(self, run: Run) -> Iterator[tuple[int, Run]]:
        """The runs near a stretch of this one and in a sentence it begins or ends in, with the tokens between."""
        sentences = {self.tokens[i].sentence for stretch in run.stretches for i in stretch}
        for a, b in run.stretches:
            low, high = bisect_left(self.starts, a - REACH), bisect_left(self.starts, b + REACH)
            for other in self.runs[low:high]:
                c, d = other.stretches[0]
                if self.tokens[c].sentence in sentences:
                    yield max(0, a - d, c - b), other


def linked(analysis: Analysis, text: str, content: Run, near: Mapping[str, Beside]) -> Attribution | None:
    """The attribution of one content; None where neither cue nor source stands in its sentences."""
    cue = min(near["cue"].of(content), key=lambda n: (n[0], n[1].stretches), default=(0, None))[1]
    source = source_of(analysis, cue or content, near["source"])
    if (cue is None and source is None) or points_back(analysis, content):
        return None
    phrase = told_as_phrase(analysis, cue, source, content)
    spans = tuple(
        s for a, b in told_stretches(content, phrase) if (s := shed(text, span_of(analysis, a, b))) is not None
    )
    if not spans:
        return None
    head = None if source is None else before_bracket(analysis, head_of(analysis, *source.stretches[0]))
    if head is not None and (shown := seen_by(analysis, head)) is not None:
        head = shown
    sure = min((content.sure, *(r.sure for r in (cue, source) if r is not None)))
    says = cue is not None and (uttered(analysis, cue, content) or phrase is not None)
    says = says and not tells_of_noun(analysis, content.stretches[0][0])
    against = cue is not None and bool(lemmas(analysis, cue) & DENIALS)
    says = says and cue is not None and (against or not retold(analysis, cue, content))
    told = cue_at(analysis, head_of(analysis, *cue.stretches[0])) if cue is not None and says else None
    asked = told is not None and (
        bool(told.reporter.frames & TO_DO) or told.reporter.lemma in THANKS
    )  # "called on [the state to act]": who is asked hears it
    hears = told is not None and told.addressee is not None
    hears = hears and (asked or not any(told.addressee.meets(s) for s in spans if told and told.addressee))
    passes = told is not None and told.relay is not None and not any(told.relay.meets(s) for s in spans)
    return Attribution(
        content=spans,
        cue=None if cue is None else span_of(analysis, *cue.stretches[0]),
        verb=None if cue is None else head_of(analysis, *cue.stretches[0]),
        source=None if source is None or head is None else with_head(analysis, source, head),
        source_head=head,
        addressee=told.addressee if told is not None and hears else None,
        addressee_head=told.addressee_head if told is not None and hears else None,
        relay=told.relay if told is not None and passes else None,
        relay_head=told.relay_head if told is not None and passes else None,
        kind="say" if says else "think",
        negated=against,
        confidence=round(sure, 3),
        how="encoder",
    )


def retold(analysis: Analysis, cue: Run, content: Run) -> bool:
    """Whether the content is what a warning or claim says that the cue only turns against: "denied a warning that …"."""
    verb, first = head_of(analysis, *cue.stretches[0]), content.stretches[0][0]
    that = next((k for k in range(first, content.stretches[0][1]) if analysis.tokens[k].text.lower() == "that"), first)
    return somebody_elses(analysis, verb, max(first, that))


def points_back(analysis: Analysis, content: Run) -> bool:
    """Whether the content is a bare "this" or "it", which stands for words told elsewhere."""
    return all(analysis.tokens[i].pos in {"PRON", "DET"} for stretch in content.stretches for i in stretch)


def with_head(analysis: Analysis, source: Run, head: int) -> Span:
    """The words of a source, from its head on where that stands before them."""
    first, last = source.stretches[0]
    return span_of(analysis, min(first, head), last)


def seen_by(analysis: Analysis, head: int) -> int | None:
    """The noun for what an outlet has only seen, which speaks and not the outlet: "a letter seen by the Post showed …"."""
    tokens, k = analysis.tokens, head
    while k > 0 and tokens[k - 1].pos in {"DET", "PROPN", "ADJ"}:
        k -= 1
    if k < 3 or tokens[k - 1].text != "by" or tokens[k - 2].text not in SEEN or tokens[k - 3].pos != "NOUN":
        return None
    return k - 3


def source_of(analysis: Analysis, anchor: Run, sources: Beside) -> Run | None:
    """The source that hangs on the cue or is nearest to it."""
    verb = head_of(analysis, *anchor.stretches[0])
    ranked = ((gap + REACH * (not bound(analysis, run, verb)), run.stretches, run) for gap, run in sources.of(anchor))
    return min(ranked, key=lambda r: r[:2], default=(0, (), None))[2]


def bound(analysis: Analysis, source: Run, verb: int) -> bool:
    """Whether a source's head hangs on the cue's head by at most one preposition."""
    head = head_of(analysis, *source.stretches[0])
    above = tuple(islice(ancestors(analysis, head), 2))
    return verb in above[:1] or (verb in above and analysis.tokens[head].dep == "pobj")


def head_of(analysis: Analysis, first: int, last: int) -> int:
    """The token of a stretch whose head lies outside it, or the root."""
    heads = ((i, analysis.tokens[i].head) for i in range(first, last + 1))
    return next((i for i, head in heads if head == i or not first <= head <= last), first)


def uttered(analysis: Analysis, cue: Run, content: Run) -> bool:
    """Whether a reporting verb tells the content as a clause of what was said; the rest are attitudes and topics."""
    head = head_of(analysis, *content.stretches[0])
    found = cue_at(analysis, head_of(analysis, *cue.stretches[0]))
    if found is None or found.unsaid or found.negated or found.reporter.kind == "think":
        return False
    if content.stretches[-1][1] < found.verb and (says_other(analysis, found) or says_on(analysis, found)):
        return False
    if content.stretches[-1][1] < found.verb and is_foretold(analysis, found):
        return False
    if is_when(analysis, found.verb, content) or gives_up(lemmas(analysis, cue)):
        return False
    if in_question(analysis, content.stretches[0][0], found.verb) and content.stretches[-1][1] < found.verb:
        return False
    if says_yes(analysis, found.verb, content.stretches[0][0]):
        return False
    if was_asked(analysis, found.verb) or NAMELESS.match(text_of(analysis, content)):
        return False
    verbs = (head, *children(analysis, head, "aux", "auxpass"))
    finite = any(analysis.tokens[i].tag in FINITE for i in verbs)
    plain = told_clause(analysis, cue, content) or asked(analysis, cue, content)
    return (finite and analysis.tokens[head].dep in CLAUSES) or plain


def tells_of_noun(analysis: Analysis, first: int) -> bool:
    """Whether a content is only which thing a noun before "that" is: "a vote that the court had banned", "a demand that Oslo
    rejected"."""
    that = next((analysis.tokens[k] for k in (first, first - 1) if analysis.tokens[k].text.lower() == "that"), None)
    if that is None or that.i < 1:
        return False
    clause, before = analysis.tokens[that.head], analysis.tokens[that.i - 1]
    hangs = clause.dep in {"relcl", "acl"} and clause.head < that.i
    answered = clause.lemma.lower() in TURNS_DOWN and child(analysis, clause.i, "dobj", "ccomp", "xcomp") is None
    noun = before.pos in {"NOUN", "NUM"} or before.tag == "CD"
    return hangs and noun and (that.dep in {"dobj", "pobj"} or that.tag == "WDT" or answered)


def is_when(analysis: Analysis, verb: int, content: Run) -> bool:
    """Whether the content behind a verb only tells when it was said: "apologised hours before he handed in …"."""
    first = content.stretches[0][0]
    marks = (analysis.tokens[k] for k in (first - 1, first) if k > verb)
    return any(t.text.lower() in WHEN and t.dep == "mark" for t in marks)


def was_asked(analysis: Analysis, verb: int) -> bool:
    """Whether the words are what the speaker was asked: "Asked by reporters whether …, X said"."""
    return is_asked(analysis, verb) and asker_of(analysis, verb) is None


def text_of(analysis: Analysis, content: Run) -> str:
    """The words of a run from its first to its last."""
    return " ".join(analysis.tokens[i].text.lower() for a, b in content.stretches for i in range(a, b + 1))


def told_as_phrase(analysis: Analysis, cue: Run | None, source: Run | None, content: Run) -> int | None:
    """From which token of the content on a source and a cue before it tell it without a clause; None where they do not, or
    the cue is negated."""
    words, inside, who = (
        [] if run is None else [analysis.tokens[i] for a, b in run.stretches for i in range(a, b + 1)]
        for run in (cue, content, source)
    )
    if (
        not who
        or not words
        or who[0].tag in {"WDT", "WP"}
        or words[0].tag == "TO"
        or words[-1].i > inside[0].i
        or any(t.dep == "neg" for t in words)
    ):
        return None
    first = told_from(words, inside)
    return None if first is None else inside[first].i


def told_stretches(content: Run, first: int | None) -> tuple[tuple[int, int], ...]:
    """The stretches of a content from a token on; all of them without one."""
    if first is None:
        return content.stretches
    return tuple((max(a, first), b) for a, b in content.stretches if b >= first)


def told_clause(analysis: Analysis, cue: Run, content: Run) -> bool:
    """Whether a plain verb of saying is followed by words with a subject and a finite verb, however they are parsed."""
    plain = bool(lemmas(analysis, cue) & PLAIN)
    inside = [analysis.tokens[i] for a, b in content.stretches for i in range(a, b + 1)]
    subject = any(t.dep in {"nsubj", "nsubjpass", "expl"} for t in inside)
    return plain and subject and any(t.tag in FINITE for t in inside)


def shed(text: str, span: Span) -> Span | None:
    """The span without marks and commas at its ends; None where nothing is left."""
    start, end = span.start, span.end
    while start < end and text[start] in SIDES:
        start += 1
    while end > start and text[end - 1] in SIDES:
        end -= 1
    return Span(start, end) if start < end else None
