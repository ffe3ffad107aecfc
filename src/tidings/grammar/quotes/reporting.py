"""Cues: verbs that attribute words or thoughts, with who speaks and who is spoken to."""

from dataclasses import dataclass

from tidings.grammar.quotes.addressees import addressee_of
from tidings.grammar.quotes.asked_first import answerer_of, asker_of, is_asked
from tidings.grammar.quotes.cue_source import before_bracket, is_editors, noun_before, on_root, source_of
from tidings.grammar.quotes.hearer_phrase import hearer
from tidings.grammar.quotes.relays import is_as_carried, quoted_as, relay_of, told_in
from tidings.grammar.quotes.reporting_verbs import Reporter, reporter_at
from tidings.grammar.tree import (
    ancestors,
    child,
    children,
    edges,
    noun_phrase,
    span_of,
    subtree,
)
from tidings.grammar.verbs import is_negated, is_passive, subjects
from tidings.lexicon import word_classes, words
from tidings.model import Analysis, Span

__all__ = [
    "Cue",
    "as_for",
    "cue_at",
    "cue_span",
    "party",
    "voice_of",
]

UNSAID = word_classes("word_classes.tsv")["unsaid"]
ISSUES = frozenset(["issue", "release", "publish", "send", "write", "post", "sign", "make", "circulate", "tweet"])
DISCLOSES = frozenset({"say", "tell", "reveal", "disclose", "specify", "elaborate"})
BINDS = frozenset({"undertake", "guarantee", "promise", "pledge", "swear", "vow", "certify", "agree"})
KEPT_BACK = frozenset({"short", "refrained", "refrain", "refrains", "instead", "rather", "without", "far"})
BIDS = frozenset({"ask", "request", "urge", "invite", "order", "instruct", "summon", "oblige", "tell"})
LONGEST_SOURCE = 45  # tokens


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting verb in a text, with its parties as tokens and spans."""

    verb: int
    span: Span
    reporter: Reporter
    source: Span | None = None
    source_head: int | None = None
    addressee: Span | None = None
    addressee_head: int | None = None
    negated: bool = False
    unsaid: bool = False  # "declined to say", "wants to propose"
    relay: Span | None = None
    relay_head: int | None = None


def cue_at(analysis: Analysis, i: int) -> Cue | None:
    """The cue that the verb at `i` makes, if it is a reporting verb."""
    reporter = reporter_at(analysis, i)
    if reporter is None:
        return None
    if (
        is_as_before(analysis, i)
        or is_as_carried(analysis, i)
        or bare_participle(analysis, i)
        or calls_itself(analysis, i)
        or all_told(analysis, i)
        or what_was_said(analysis, i)
        or in_writing(analysis, i)
        or is_bidden(analysis, i)
    ):
        return None
    asks = asker_of(analysis, i)
    source = source_of(analysis, i) if asks is None else asks
    if (source is None and not is_passive(analysis, i)) or is_editors(analysis, source):
        source = noun_before(analysis, i)
    addressee = addressee_of(analysis, i, reporter.frames) if asks is None else answerer_of(analysis, i)
    relay = relay_of(analysis, i, reporter.kind, source)
    source = before_bracket(analysis, source)
    if source is not None and relay is not None and (spokesman := speaks_for(analysis, source, relay)) is not None:
        source, relay = spokesman, None
    if relay is not None and reporter.kind == "relay" and quoted_as(analysis, i) is None and relay == source:
        source = child(analysis, i, "dobj")
    if source is not None and relay is None and (written := told_in(analysis, i)) is not None:
        held = child(analysis, source, "det")
        points = analysis.tokens[source].tag == "PRP" or (
            held is not None and analysis.tokens[held].text.lower() == "the"
        )
        source, relay = written if points and source > written[0] else (source, relay)
    if addressee is not None and addressee in (source, relay):
        addressee = None
    return Cue(
        verb=i,
        span=cue_span(analysis, i),
        reporter=reporter,
        source=None if source is None else party(analysis, source),
        source_head=source,
        addressee=None if addressee is None else hearer(analysis, addressee),
        addressee_head=addressee,
        negated=is_negated(analysis, i),
        unsaid=is_unsaid(analysis, i),
        relay=None if relay is None else party(analysis, relay),
        relay_head=relay,
    )


def as_for(analysis: Analysis, source: int | None) -> int | None:
    """Who "it" or "she" is behind "As for the defence, it speaks of …"."""
    if source is None or analysis.tokens[source].text.lower() not in {"it", "he", "she", "they"}:
        return source
    first, tokens = analysis.sentences[analysis.tokens[source].sentence][0], analysis.tokens
    if tokens[first].text != "As" or tokens[min(first + 1, source)].text != "for":
        return source
    comma = next((k for k in range(first + 2, source) if tokens[k].text == ","), None)
    nouns = [k for k in range(first + 2, comma or first) if tokens[k].pos in {"NOUN", "PROPN"}]
    return nouns[-1] if nouns and comma == source - 1 and not any(tokens[k].pos == "ADP" for k in nouns) else source


def bare_participle(analysis: Analysis, i: int) -> bool:
    """Whether the verb is a participle that tells what was done to somebody: "Asked what had changed, he …"."""
    token = analysis.tokens[i]
    if is_asked(analysis, i):
        return asker_of(analysis, i) is None
    if token.tag != "VBN" or token.dep not in {"advcl", "acl"} or on_root(analysis, i):
        return False
    return not children(analysis, i, "aux", "mark", "agent")


def speaks_for(analysis: Analysis, source: int, relay: int) -> int | None:
    """The somebody named through whom a body or state speaks, whose words they are: "Oslo said through its envoy, Ada Holm"."""
    through = any(analysis.tokens[k].text.lower() in {"through", "via"} for k in ancestors(analysis, relay))
    if not through or analysis.tokens[source].ent not in {"GPE", "ORG", "NORP"}:
        return None
    tokens, k = analysis.tokens, relay + 1
    if tokens[relay].ent == "PERSON" or any(tokens[c].ent == "PERSON" for c in children(analysis, relay, "appos")):
        return relay
    if k + 1 >= len(tokens) or tokens[k].text != "," or tokens[k + 1].ent != "PERSON":
        return None
    while k + 1 < len(tokens) and tokens[k + 1].ent == "PERSON":
        k += 1
    return k  # a parse hangs the name on the verb


def is_as_before(analysis: Analysis, i: int) -> bool:
    """Whether the participle only points to earlier words of the outlet's own: "as first stated", "as reported earlier"."""
    if analysis.tokens[i].tag not in {"VBN", "VBD"} or child(analysis, i, "aux", "nsubj") is not None:
        return False
    adverb = i > 1 and analysis.tokens[i - 1].pos == "ADV" and analysis.tokens[i - 2].text.lower() == "as"
    where = (p for p in children(analysis, i, "prep", "agent") if analysis.tokens[p].text.lower() in {"in", "by", "on"})
    told = [k for prep in where if (k := child(analysis, prep, "pobj")) is not None]
    issued = any(analysis.tokens[k].ent not in {"DATE", "TIME"} for k in told)  # "as noted in the letter of X"
    return (adverb or (i > 0 and analysis.tokens[i - 1].text.lower() == "as")) and not issued


def calls_itself(analysis: Analysis, i: int) -> bool:
    """Whether the verb only gives a name: "a group calling itself X"."""
    return analysis.tokens[i].lemma.lower() == "call" and any(
        analysis.tokens[k].text.lower() in {"itself", "himself", "herself", "themselves"}
        for k in range(i + 1, min(i + 2, len(analysis.tokens)))
    )


def all_told(analysis: Analysis, i: int) -> bool:
    """Whether the verb is that of "all told, …", which nobody tells."""
    before = analysis.tokens[i - 1].text.lower() if i else ""
    return before == "all" and analysis.tokens[i].text.lower() == "told"


def in_writing(analysis: Analysis, i: int) -> bool:
    """Whether the verb is that of "promised in writing that …", which only tells how."""
    return analysis.tokens[i].text.lower() == "writing" and i > 0 and analysis.tokens[i - 1].text.lower() == "in"


def is_bidden(analysis: Analysis, i: int) -> bool:
    """Whether the verb is what somebody is bidden to say: "the bakers were urged to say when …"."""
    token = analysis.tokens[i]
    above = analysis.tokens[token.head]
    asked = above.lemma.lower() in BIDS and above.tag == "VBN" and is_passive(analysis, above.i)
    return token.dep == "xcomp" and token.tag == "VB" and asked


def what_was_said(analysis: Analysis, i: int) -> bool:
    """Whether the verb is that of "what was muttered nobody heard", which tells of no words."""
    held = child(analysis, i, "nsubjpass")
    return held is not None and analysis.tokens[held].tag == "WP"


def cue_span(analysis: Analysis, i: int) -> Span:
    """The verb with the auxiliaries, negation and adverbs right before it and the particle right after it."""
    first = last = i
    while first > 0:
        before = analysis.tokens[first - 1]
        if before.head != i or before.dep not in {"aux", "auxpass", "neg", "advmod"}:
            break
        first -= 1
    behind = ("prt", "acomp") if analysis.tokens[i].lemma == "be" else ("prt",)
    for c in children(analysis, i, *behind):
        if c == i + 1:
            last = c
    return span_of(analysis, first, last)


def is_unsaid(analysis: Analysis, i: int) -> bool:
    """Whether it was not uttered: "declined to say", "denied saying", "if she says", "could have said"."""
    token = analysis.tokens[i]
    above = analysis.tokens[token.head].lemma.lower()
    having = any(analysis.tokens[c].text.lower() == "having" for c in children(analysis, i, "aux"))
    if above in {"deny", "stop", "avoid"} and token.dep in {"xcomp", "ccomp"} and (token.tag == "VBG" or having):
        return True
    beside = [analysis.tokens[c] for c in children(analysis, i, "aux")]
    if any(t.tag == "MD" for t in beside) and any(t.lemma == "have" for t in beside):
        return True
    if token.lemma.lower() in BINDS and any(t.tag == "MD" for t in beside):
        return True  # "must vow to the abbess that …"
    if token.lemma.lower() in DISCLOSES and is_negated(analysis, i) and any(t.tag == "MD" for t in beside):
        return True  # "would not say whether …"
    if any(analysis.tokens[c].text.lower() in {"if", "unless"} for c in children(analysis, i, "mark")):
        return True
    if token.dep == "xcomp" and above == "be" and {"to", "have"} <= {t.text.lower() for t in beside}:
        return True  # "was to have explained how …"
    if token.dep == "pcomp" and analysis.tokens[token.head].text.lower() in {"without", "of", "from", "than"}:
        return any(analysis.tokens[k].text.lower() in KEPT_BACK for k in (token.head, *ancestors(analysis, token.head)))
    return token.dep == "xcomp" and above in UNSAID


def party(analysis: Analysis, head: int) -> Span:
    """The noun phrase of who speaks, with titles and appositions, without what a broken parse hangs on it."""
    first, last = edges(analysis, head)
    if last - first > LONGEST_SOURCE or any(analysis.tokens[k].tag in {"``", "''"} for k in range(first, last + 1)):
        return noun_phrase(analysis, head)
    token = analysis.tokens[head]
    joined = [
        c for c in children(analysis, head, "conj") if c < head + 12 and analysis.tokens[c].pos in {"PROPN", "NOUN"}
    ]
    late = any(analysis.tokens[c].dep in {"ccomp", "parataxis", "dep"} for c in subtree(analysis, head))
    phrase = noun_phrase(analysis, head) if late or token.pos == "PRON" else noun_phrase(analysis, head, whole=True)
    beside = [c for c in children(analysis, head, "appos") if analysis.tokens[c].pos == "PROPN"]
    if beside and token.pos in {"NUM", "PRON"} and not late:  # "one of them, Ada Berg"
        phrase = Span(phrase.start, max(phrase.end, noun_phrase(analysis, beside[0]).end))
    if joined and not late:
        phrase = Span(phrase.start, max(phrase.end, noun_phrase(analysis, joined[-1]).end))
    return phrase


def voice_of(analysis: Analysis, head: int) -> int:
    """Who speaks through a document: "the press release of the ministry", "X issued a statement"; else the head itself."""
    token = analysis.tokens[head]
    if token.lemma.lower() not in words("document_nouns.txt"):
        return head
    owner = child(analysis, head, "poss")
    if owner is not None:
        return owner
    for prep in children(analysis, head, "prep", "agent", "acl"):
        word = analysis.tokens[prep].text.lower()
        if word in {"of", "by", "from"} and (below := child(analysis, prep, "pobj")) is not None:
            return below
        if word in {
            "issued",
            "released",
            "published",
            "posted",
            "carried",
            "signed",
            "read",
            "delivered",
            "circulated",
        }:
            for by in children(analysis, prep, "agent", "prep"):
                if (below := child(analysis, by, "pobj")) is not None:
                    return below
    issued = token.dep == "dobj" and analysis.tokens[token.head].lemma.lower() in ISSUES
    who = subjects(analysis, token.head) if issued else ()
    return who[0] if who else head
