"""Cues: verbs that attribute words or thoughts, with who speaks and who is spoken to."""

from dataclasses import dataclass
from functools import cache

from tidings.grammar.quotes.addressees import addressee_of
from tidings.grammar.quotes.hearer_phrase import hearer
from tidings.grammar.quotes.occasion_hearers import sent_by
from tidings.grammar.quotes.relays import QUOTING, is_as_carried, quoted_as, relay_of, told_in
from tidings.grammar.tree import (
    ancestors,
    child,
    children,
    edges,
    first_conjunct,
    noun_phrase,
    sentence_of,
    span_of,
    subtree,
)
from tidings.grammar.verbs import BLAMING, is_negated, is_passive, passive_agent, subjects
from tidings.lexicon import rows, word_classes, words
from tidings.model import Analysis, Span

__all__ = [
    "Cue",
    "Reporter",
    "before_bracket",
    "cue_at",
    "party",
    "reporter_at",
    "reporters",
    "said_beside",
    "voice_of",
]

UNSAID = word_classes("word_classes.tsv")["unsaid"]
ISSUES = frozenset(["issue", "release", "publish", "send", "write", "post", "sign", "make", "circulate", "tweet"])
LONGEST_SOURCE = 45  # tokens


@dataclass(frozen=True, slots=True)
class Reporter:
    """A reporting verb of the lexicon: what it attributes and what it takes."""

    lemma: str
    kind: str  # say | think | relay
    strength: float
    frames: frozenset[str]


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


@cache
def reporters() -> dict[str, Reporter]:
    """The reporting verbs by lemma, phrasal ones as "point out"."""
    return {
        lemma: Reporter(lemma, kind, float(strength), frozenset(frames.split()))
        for lemma, kind, strength, frames in rows("reporting_verbs.tsv")
    }


def reporter_at(analysis: Analysis, i: int) -> Reporter | None:
    """The lexicon's entry for the verb at `i`, a phrasal one before the bare verb."""
    token = analysis.tokens[i]
    if not (token.tag.startswith("VB") or (token.pos == "VERB" and token.dep in {"ROOT", "ccomp", "conj"})):
        return None
    known = reporters()
    if token.dep in {"prep", "amod", "compound"} or (token.dep == "dobj" and token.head < i):
        return None  # "denied on Monday reports that …": a noun that is tagged as a verb
    lemma = token.lemma.lower()
    for c in children(analysis, i, "prt", "prep", "acomp", "oprd", "advmod", "ccomp"):
        if analysis.tokens[c].dep == "ccomp" and (c != i + 1 or analysis.tokens[c].tag != "JJ"):
            continue
        if c > i and (found := known.get(f"{lemma} {analysis.tokens[c].text.lower()}")):
            return found
    return known.get(lemma)


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
    ):
        return None
    source = source_of(analysis, i)
    if (source is None and not is_passive(analysis, i)) or is_editors(analysis, source):
        source = noun_before(analysis, i)
    addressee = addressee_of(analysis, i, reporter.frames)
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


def is_editors(analysis: Analysis, source: int | None) -> bool:
    """Whether a parse takes an editor's note for who speaks in it: "Editor's note: later, Ann Ivers said that …"."""
    owner = None if source is None else child(analysis, source, "poss")
    return owner is not None and analysis.tokens[owner].lemma.lower() == "editor"


def bare_participle(analysis: Analysis, i: int) -> bool:
    """Whether the verb is a participle that tells what was done to somebody: "Asked what had changed, he …"."""
    token = analysis.tokens[i]
    if token.tag != "VBN" or token.dep not in {"advcl", "acl"} or on_root(analysis, i):
        return False
    asked = token.dep == "advcl" and token.lemma.lower() in {"ask", "question", "press"}
    return asked or not children(analysis, i, "aux", "mark", "agent")


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


def on_root(analysis: Analysis, i: int) -> bool:
    """Whether a past that a parse takes for a participle is its sentence's verb: "Ann Holm, the mayor, called it a trap"."""
    token = analysis.tokens[i]
    above = analysis.tokens[token.head]
    behind = any(c > i for c in children(analysis, i, "dobj", "oprd", "ccomp"))
    root = above.dep == "ROOT" and above.pos == "PROPN" and analysis.tokens[i - 1].text == ","
    return (
        token.tag == "VBN" and token.dep == "acl" and root and behind and not children(analysis, i, "agent", "auxpass")
    )


def is_as_before(analysis: Analysis, i: int) -> bool:
    """Whether the participle only points to earlier words of the outlet's own: "as first stated", "as reported earlier"."""
    if analysis.tokens[i].tag not in {"VBN", "VBD"} or child(analysis, i, "aux", "nsubj") is not None:
        return False
    adverb = i > 1 and analysis.tokens[i - 1].pos == "ADV" and analysis.tokens[i - 2].text.lower() == "as"
    where = (p for p in children(analysis, i, "prep", "agent") if analysis.tokens[p].text.lower() in {"in", "by", "on"})
    told = [k for prep in where if (k := child(analysis, prep, "pobj")) is not None]
    issued = any(analysis.tokens[k].ent not in {"DATE", "TIME"} for k in told)  # "as stated in the message of X"
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


def before_bracket(analysis: Analysis, source: int | None) -> int | None:
    """The name before a bracket that a parse takes for the subject: "Ann Ivers (N-Lund) said"."""
    if source is None:
        return None
    first = edges(analysis, source)[0]
    for k in range(source, max(0, source - 6), -1):
        if analysis.tokens[k].text == "(":
            return k - 1 if k > 0 and k >= first - 1 and analysis.tokens[k - 1].pos == "PROPN" else source
    return source


def noun_before(analysis: Analysis, i: int) -> int | None:
    """The name or pronoun right before a finite verb and its auxiliaries, where the parse gives it no subject."""
    if analysis.tokens[i].tag not in {"VBD", "VBZ", "VBP"} and not children(analysis, i, "aux"):
        return None
    k = i - 1
    begin = sentence_of(analysis, i)[0]
    while k > begin and (analysis.tokens[k].pos in {"AUX", "ADV"}):
        k -= 1
    token = analysis.tokens[k]
    personal = token.pos == "PROPN" or token.tag == "PRP"
    return k if begin <= k < i and personal else None


def cue_span(analysis: Analysis, i: int) -> Span:
    """The verb with the auxiliaries, negation and adverbs right before it and the particle right after it."""
    first = last = i
    while first > 0:
        before = analysis.tokens[first - 1]
        if before.head != i or before.dep not in {"aux", "auxpass", "neg", "advmod"}:
            break
        first -= 1
    for c in children(analysis, i, "prt"):
        if c == i + 1:
            last = c
    return span_of(analysis, first, last)


def source_of(analysis: Analysis, i: int) -> int | None:
    """The head token of who speaks: subject, agent of a passive, or the noun that a participle hangs on."""
    if (relayed := quoted_as(analysis, i)) is not None:
        return relayed[0]
    if (stated := stated_in(analysis, i)) is not None:
        return stated
    if (sent := sent_by(analysis, i)) is not None:
        return sent[0]
    if (message := said_in(analysis, i)) is not None:
        return message
    if on_root(analysis, i):
        return analysis.tokens[i].head
    if is_passive(analysis, i):
        quoted = child(analysis, i, "nsubjpass") if analysis.tokens[i].lemma.lower() in QUOTING else None
        agents = passive_agent(analysis, i)
        return quoted if quoted is not None else agents[0] if agents else None
    if (own := joined_before(analysis, i)) is not None:
        return own
    beside = said_beside(analysis, i)
    if beside is None:
        beside = blames_saying(analysis, i)
    found = [s for s in subjects(analysis, i if beside is None else beside) if analysis.tokens[s].dep != "expl"]
    if not found:
        return noun_told_of(analysis, i)
    head = found[0]
    token = analysis.tokens[head]
    first = first_conjunct(analysis, i)
    if token.tag in {"WP", "WDT"} and first != i and analysis.tokens[first].dep == "relcl":
        return analysis.tokens[first].head  # "the minister, who came late and who thanked them"
    if token.tag in {"WDT", "EX", "WP"} or token.pos in {"VERB", "AUX", "PUNCT"}:
        return None
    if token.text.lower() in {"it", "that", "this", "what", "which", "there"} and child(analysis, i, "nsubjpass"):
        return None
    return head


def said_in(analysis: Analysis, i: int) -> int | None:
    """The document of "it is said in the message", which nobody but whoever issued it says."""
    held = child(analysis, i, "nsubjpass")
    if held is None or analysis.tokens[held].text.lower() != "it":
        return None
    below = (child(analysis, prep, "pobj") for prep in children(analysis, i, "prep"))
    return next((k for k in below if k and analysis.tokens[k].lemma.lower() in words("document_nouns.txt")), None)


def noun_told_of(analysis: Analysis, i: int) -> int | None:
    """The name that a parse makes the root, its finite verbs hung on it: "Norria, which abstained, offered help and said …"."""
    first = i
    while analysis.tokens[first].dep == "conj" and analysis.tokens[analysis.tokens[first].head].pos == "VERB":
        first = analysis.tokens[first].head
    token = analysis.tokens[first]
    above = analysis.tokens[token.head]
    root = above.dep == "ROOT" and above.pos in {"PROPN", "NOUN"}
    return above.i if root and token.dep == "acl" and token.tag in {"VBD", "VBZ"} else None


def joined_before(analysis: Analysis, i: int) -> int | None:
    """Who speaks where a parse joins them to the last noun of the clause before: "spoke to Y on Monday and X said …"."""
    token, k = analysis.tokens[i], i - 1
    if token.tag not in {"VBD", "VBZ", "VBP"} or token.dep not in {"advcl", "conj"} or token.head > i:
        return None
    if child(analysis, i, "nsubj", "nsubjpass", "mark", "aux") is not None:
        return None
    while k > token.head and analysis.tokens[k].tag in {",", "RB"}:
        k -= 1
    for above in (k, *ancestors(analysis, k)):
        if above <= token.head or edges(analysis, above)[1] > i - 1:
            return None
        noun = analysis.tokens[above]
        if noun.dep == "conj" and noun.pos in {"NOUN", "PROPN"} and noun.head > token.head:
            opens = edges(analysis, above)[0] - 1
            return above if analysis.tokens[opens].dep == "cc" else None
    return None


def said_beside(analysis: Analysis, i: int) -> int | None:
    """The verb above with whose subject this one goes on, where a parse hangs it into the clause that the other reports:
    "the minister said the firm owed nothing and demanded that …"."""
    token = analysis.tokens[i]
    if token.dep != "conj" or child(analysis, i, "nsubj", "nsubjpass", "aux") is not None:
        return None
    clause = token.head
    above = analysis.tokens[clause].head
    reported = analysis.tokens[clause].dep == "ccomp" and above < clause < i and reporter_at(analysis, clause) is None
    reporter = reporter_at(analysis, above) if reported else None
    if reporter is None or "that" not in reporter.frames or not alike_past(analysis, above, i):
        return None
    held = child(analysis, clause, "nsubj", "nsubjpass")
    thing = held is not None and analysis.tokens[held].pos == "NOUN" and not analysis.tokens[held].ent
    return above if reporter.kind == "say" or thing else None  # "hoped the plan would work but admitted …"


def alike_past(analysis: Analysis, a: int, b: int) -> bool:
    """Whether two verbs have one form; a parse takes a past for a participle ("but conceded")."""
    past = {"VBD", "VBN"}
    tags = {analysis.tokens[a].tag, analysis.tokens[b].tag}
    return len(tags) == 1 or (tags == past and reporter_at(analysis, b) is not None)


def blames_saying(analysis: Analysis, i: int) -> int | None:
    """The verb above in "X accused Y of waste, saying “…”": who accuses speaks, not the accused."""
    token = analysis.tokens[i]
    accused = token.dep == "advcl" and token.tag == "VBG" and analysis.tokens[token.head].lemma.lower() in BLAMING
    return token.head if accused else None


def stated_in(analysis: Analysis, i: int) -> int | None:
    """The document of "as stated in the message of X", whose verb has no subject."""
    before = analysis.tokens[i - 1] if i else None
    if analysis.tokens[i].tag not in {"VBN", "VBD"} or before is None or before.text.lower() != "as":
        return None
    for prep in children(analysis, i, "prep", "agent"):
        if analysis.tokens[prep].text.lower() in {"in", "by", "on"}:
            return child(analysis, prep, "pobj")
    return None


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
    if any(analysis.tokens[c].text.lower() in {"if", "unless"} for c in children(analysis, i, "mark")):
        return True
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
