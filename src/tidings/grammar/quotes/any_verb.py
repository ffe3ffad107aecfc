"""A verb that no table of reporting verbs has, right behind quoted words that end in a comma: “…,” he mused."""

from dataclasses import replace

from tidings.grammar.quotes.hearable import people
from tidings.grammar.quotes.quote_marks import Quoted
from tidings.grammar.quotes.reporting import Cue, cue_span, party
from tidings.grammar.quotes.reporting_verbs import Reporter
from tidings.grammar.tree import child, children, tokens_in
from tidings.model import Analysis

__all__ = ["any_verb", "gives_words", "was_how"]

NEAR = 7  # tokens from the closing mark to the verb
FAR = 16  # tokens from the closing mark to the verb of "was how X described it"
LEAST = 3  # words that are quoted
GIVES = frozenset({"lead", "quote", "cite", "bring", "give", "convey", "transmit", "pass"})
NO_SPEECH = frozenset({"be", "have", "do", "go", "come", "get", "become", "know", "mean"})


def any_verb(analysis: Analysis, text: str, piece: Quoted, limit: int) -> Cue | None:
    """The cue that a past verb with its subject makes between the closing mark and the next stop."""
    tokens = analysis.tokens
    inside = tokens_in(analysis, piece.outer)
    behind = text[piece.span.end - 1 : piece.outer.end + 1]
    short = sum(tokens[k].pos != "PUNCT" for k in inside) < LEAST
    if short or ("," not in behind and not any(mark in behind for mark in "?!")):
        return None
    for k in range(inside[-1] + 1, min(len(tokens), inside[-1] + 1 + NEAR)):
        token = tokens[k]
        if token.start >= limit or token.text in {".", ";", ":", "“", '"', "``"}:
            return None
        if token.tag not in {"VBD", "VBZ"}:
            continue
        who = child(analysis, k, "nsubj")
        if who is not None and not any(c.isalnum() for c in tokens[who].text):
            who = None  # a mark that a parse takes for the subject
        if who is not None and tokens[who].tag in {"WP", "WDT"}:
            who = None  # “…”, hammered the minister, who came late
        if who is None and (who := behind_verb(analysis, k)) is not None:
            return Cue(k, cue_span(analysis, k), reporter_of(token.lemma), party(analysis, who), who)
        personal = who is not None and inside[-1] < who <= k + 4 and tokens[who].pos in {"PRON", "PROPN", "NOUN"}
        if who is None or not personal or token.lemma in NO_SPEECH or child(analysis, k, "dobj") is not None:
            return None
        return Cue(k, cue_span(analysis, k), reporter_of(token.lemma), party(analysis, who), who)
    return None


def reporter_of(lemma: str) -> Reporter:
    """The reporting verb that a verb is beside quoted words."""
    return Reporter(lemma, "say", 0.8, frozenset({"quoted"}))


def behind_verb(analysis: Analysis, verb: int) -> int | None:
    """The person right behind a verb whom a parse takes for its object: “…”, hammered the minister, Ada Holm."""
    who = child(analysis, verb, "dobj") or next_person(analysis, verb)
    before = analysis.tokens[verb - 1]
    if who is None or who <= verb or before.text not in {",", '"', "”", "»", "—", "–", "-"}:
        return None
    particle = child(analysis, verb, "prt") == verb + 1  # “…”, swept aside the minister
    first = analysis.tokens[min(verb + 1 + particle, len(analysis.tokens) - 1)]
    opens = first.pos in {"DET", "PROPN"} or first.tag == "PRP$"
    person = analysis.tokens[who].ent == "PERSON" or analysis.tokens[who].lemma.lower() in people()
    return who if opens and person else None


def next_person(analysis: Analysis, verb: int) -> int | None:
    """The first noun behind a verb, where it is one for people."""
    tokens, k = analysis.tokens, verb + 1
    while k < min(len(tokens), verb + NEAR) and tokens[k].pos in {"DET", "ADJ", "PRON"}:
        k += 1
    while k + 1 < len(tokens) and tokens[k].pos in {"NOUN", "PROPN"} and tokens[k + 1].pos in {"NOUN", "PROPN"}:
        k += 1
    return k if k < len(tokens) and tokens[k].pos in {"NOUN", "PROPN"} else None


def was_how(analysis: Analysis, piece: Quoted) -> Cue | None:
    """The cue of “…” was how X described it, and “…” is what X calls it."""
    tokens = analysis.tokens
    after = tokens_in(analysis, piece.outer)[-1] + 1
    if after + 2 >= len(tokens) or tokens[after].lemma != "be" or tokens[after + 1].text.lower() not in {"how", "what"}:
        return None
    for k in range(after + 2, min(len(tokens), after + FAR)):
        who = child(analysis, k, "nsubj")
        if tokens[k].pos == "VERB" and who is not None and after + 1 < who < k and tokens[k].lemma not in NO_SPEECH:
            return Cue(k, cue_span(analysis, k), reporter_of(tokens[k].lemma), party(analysis, who), who)
        if tokens[k].text in {".", ";"}:
            return None
    return None


def gives_words(analysis: Analysis, piece: Quoted) -> Cue | None:
    """The cue of “…”, quotes his words the agency X, as translations have it: he speaks, the agency relays."""
    tokens = analysis.tokens
    after = tokens_in(analysis, piece.outer)[-1] + 1
    while after + 2 < len(tokens) and tokens[after].pos == "PUNCT":
        after += 1
    if (
        after + 2 >= len(tokens)
        or tokens[after].lemma.lower() not in GIVES
        or tokens[after + 2].text.lower() != "words"
    ):
        return None
    if tokens[after + 1].tag != "PRP$":
        return None
    verb = Cue(after, cue_span(analysis, after), reporter_of(tokens[after].lemma))
    relay = next(
        (k for k in range(after + 3, min(len(tokens), after + FAR)) if tokens[k].pos in {"NOUN", "PROPN"}), None
    )
    source = party(analysis, after + 1)
    who = subject_of(analysis, tokens[after].sentence - 1)
    held = None if relay is None else party(analysis, relay)
    return replace(verb, source=source, source_head=after + 1 if who is None else who, relay=held, relay_head=relay)


def subject_of(analysis: Analysis, sentence: int) -> int | None:
    """The named subject of a sentence's main verb."""
    if sentence < 0:
        return None
    first, end = analysis.sentences[sentence]
    root = next((k for k in range(first, end) if analysis.tokens[k].dep == "ROOT"), first)
    who = child(analysis, root, "nsubj")
    below = () if who is None else (who, *children(analysis, who, "appos", "compound"))
    return who if any(analysis.tokens[k].pos == "PROPN" for k in below) else None
