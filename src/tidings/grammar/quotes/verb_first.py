"""The verb of saying before who says it, as translations keep it: "As asserts X, the ship sank", "Two have died, has specified X"."""

from collections.abc import Iterator, Sequence

from tidings.grammar.names.name_signs import body_kind
from tidings.grammar.quotes.attribution import Attribution
from tidings.grammar.quotes.cited import PASSES, citation
from tidings.grammar.quotes.clause_end import trimmed
from tidings.grammar.quotes.hearable import is_medium, people
from tidings.grammar.quotes.quote_marks import Quoted, meeting
from tidings.grammar.quotes.reporting_verbs import reporters
from tidings.grammar.tree import child, sentence_span, span_of
from tidings.grammar.verbs import FINITE
from tidings.model import Analysis, Span

__all__ = ["verb_first"]

HAVE = frozenset({"has", "have", "had"})
OPENS = frozenset({"DET", "PROPN", "NOUN", "ADJ"})
WHEN = frozenset({"DATE", "TIME"})  # "As reported Friday, …"
SIDE = frozenset({"part", "side"})
HEARD = frozenset({"tell", "inform", "remind", "assure"})  # behind which stands who hears it
LEADS = frozenset({"that", "to", "about", "for", "whether", "over"})  # behind which stands what is said or asked
LONGEST = 25  # tokens of who says it


def verb_first(analysis: Analysis, pieces: Sequence[Quoted]) -> Iterator[Attribution]:
    """Such attributions, which a parser of English takes for something done to who speaks."""
    for n, (first, end) in enumerate(analysis.sentences):
        around = meeting(pieces, sentence_span(analysis, n))
        found = as_says(analysis, first, end, around) or has_said(analysis, first, end, around)
        found = found or as_said(analysis, first, end, around) or informed(analysis, first, end, around)
        found = found or it_says(analysis, first, end, around)
        if found is not None:
            yield found


def as_says(analysis: Analysis, first: int, end: int, pieces: Sequence[Quoted]) -> Attribution | None:
    """ "As (has) noted the minister, …": what follows the comma is what the minister says."""
    tokens = analysis.tokens
    if end - first < 6 or tokens[first].text.lower() != "as":
        return None
    verb = first + 1 + (tokens[first + 1].text.lower() in HAVE)
    named = tokens[verb + 1].pos in {"DET", "PROPN"} or (tokens[verb].tag == "VBZ" and tokens[verb + 1].pos in OPENS)
    if not says(analysis, verb) or not named or tokens[verb + 1].ent in WHEN:  # "As noted critic Ada Berg, she …"
        return None
    comma = next((k for k in range(verb + 2, min(end - 2, verb + LONGEST)) if opens_clause(analysis, k, end)), None)
    if comma is None or any(tokens[k].tag in FINITE for k in range(verb + 1, comma)):
        return None
    return attribution(analysis, verb, (verb + 1, comma), trimmed(analysis, comma + 1, end - 1, pieces))


def as_said(analysis: Analysis, first: int, end: int, pieces: Sequence[Quoted]) -> Attribution | None:
    """ "…, as declared Berg to the journalists.": what stands before is what Berg says."""
    tokens = analysis.tokens
    stop = end - 1 if tokens[end - 1].pos == "PUNCT" else end
    at = next((k for k in range(stop - 3, first + 3, -1) if tokens[k].text == "as" and tokens[k - 1].text == ","), None)
    if at is None or not says(analysis, at + 1) or tokens[at + 1].tag == "VBZ":
        return None
    who = past_asides(analysis, at + 2, stop)
    named = who < stop and (tokens[who].pos == "PROPN" or tokens[who].text.lower() == "the")
    clause = any(tokens[k].tag in FINITE for k in range(first, at))
    if not named or tokens[who].ent in WHEN or not clause or any(tokens[k].tag in FINITE for k in range(who, stop)):
        return None
    last = next((k for k in range(who, stop) if tokens[k].pos in {"ADP", "PUNCT"}), stop)
    return attribution(analysis, at + 1, (who, last), trimmed(analysis, first, at - 2, pieces))


def has_said(analysis: Analysis, first: int, end: int, pieces: Sequence[Quoted]) -> Attribution | None:
    """ "…, has specified the embassy.": what stands before is what the embassy says."""
    tokens = analysis.tokens
    stop = end - 1 if tokens[end - 1].pos == "PUNCT" else end
    phrase = citation(analysis, first, stop)
    if phrase is not None and phrase[2] >= stop - 1:
        stop = phrase[0] - (tokens[phrase[0] - 1].text == ",")
    if (agency := agency_says(analysis, first, stop, pieces)) is not None:
        return agency
    at = next((k for k in range(stop - 3, first + 2, -1) if tokens[k].text in HAVE and tokens[k - 1].text == ","), None)
    if at is None or not says(analysis, at + 1):
        return None
    who = past_asides(analysis, at + 2, stop)
    if who >= stop or tokens[who].pos not in OPENS:
        return None
    told = trimmed(analysis, first, at - 2, pieces)
    clause = any(tokens[k].tag in FINITE and not in_aside(analysis, k) for k in range(first, at - 1))
    if not clause or any(tokens[k].tag in FINITE or tokens[k].text == "that" for k in range(at + 2, stop)):
        return None
    return attribution(analysis, at + 1, (who, stop), told)


def informed(analysis: Analysis, first: int, end: int, pieces: Sequence[Quoted]) -> Attribution | None:
    """ "…, informed the envoy Ada Berg.": a verb that tells somebody something has nobody else before it who tells."""
    tokens = analysis.tokens
    stop = end - 1 if tokens[end - 1].pos == "PUNCT" else end
    at = next((k for k in range(stop - 2, first + 3, -1) if tokens[k].text == ","), None)
    if at is None or tokens[at + 1].lemma.lower() not in HEARD | {"notify"} or tokens[at + 1].tag not in {"VBD", "VBN"}:
        return None
    who = range(at + 2, stop)
    noun = next((k for k in who if last_of_its_words(analysis, k, stop)), None)
    person = noun is not None and (tokens[noun].ent == "PERSON" or tokens[noun].lemma.lower() in people())
    plain = all(tokens[k].pos in OPENS | {"ADP"} for k in who) and tokens[at + 2].text.lower() in {"the", "its"}
    clause = any(tokens[k].tag in FINITE for k in range(first, at))
    if not person or not plain or not clause or any(tokens[k].text.lower() in {"of", "about"} for k in who):
        return None
    return attribution(analysis, at + 1, (at + 2, stop), trimmed(analysis, first, at - 1, pieces))


def it_says(analysis: Analysis, first: int, end: int, pieces: Sequence[Quoted]) -> Attribution | None:
    """ "…, it informed the board", "…, according to it confirmed on Friday the envoy Ada Berg": an "it" that a translation puts
    before a verb whose subject stands behind."""
    tokens = analysis.tokens
    stop = end - 1 if tokens[end - 1].pos == "PUNCT" else end
    at = next((k for k in range(stop - 3, first + 2, -1) if tokens[k].text == "it"), None)
    if at is None:
        return None
    verb = at + 1 + (tokens[at + 1].text in HAVE)
    found = reporters().get(tokens[verb].lemma.lower())
    opens = at - 2 * (tokens[at - 1].text.lower() == "to" and tokens[at - 2].text.lower() == "according")
    opens -= opens == at and tokens[at - 1].text.lower() == "as"
    if found is None or found.kind != "say" or tokens[verb].tag not in {"VBD", "VBN", "VBZ"}:
        return None
    if tokens[opens - 1].text != "," or not any(tokens[k].tag in FINITE for k in range(first, opens)):
        return None
    who = past_asides(analysis, verb + 1, stop)
    named = who < stop and (tokens[who].pos == "PROPN" or tokens[who].text.lower() in {"the", "its", "his", "her"})
    if not named or tokens[who].ent in WHEN or any(tokens[k].tag in FINITE for k in range(who, stop)):
        return None
    head = next((k for k in range(who, stop) if last_of_its_words(analysis, k, stop)), None)
    if (
        head is None
        or not voices(analysis, who, head)
        or any(tokens[k].text.lower() in LEADS for k in range(who, stop))
    ):
        return None
    last = next((k for k in range(head + 1, stop) if tokens[k].pos == "PUNCT"), stop)
    told = trimmed(analysis, first, opens - 2, pieces)
    return attribution(analysis, verb, (who, last), told) if opens < at or expletive(analysis, verb, opens) else None


def voices(analysis: Analysis, first: int, head: int) -> bool:
    """Whether a noun phrase is of somebody who may speak: a person, an office, a body."""
    nouns = {token.lemma.lower() for token in analysis.tokens[first : head + 1]}
    named = any(analysis.tokens[k].ent in {"PERSON", "ORG"} for k in range(first, head + 1))
    return named or not nouns.isdisjoint(people()) or any(body_kind(noun) == "organization" for noun in nouns)


def expletive(analysis: Analysis, verb: int, before: int) -> bool:
    """Whether "it" is nobody: before a verb that tells somebody something only where no body stands before that it may mean."""
    found, tokens = reporters()[analysis.tokens[verb].lemma.lower()], analysis.tokens
    if "that" not in found.frames or found.lemma == "recall":  # "it recalled the envoy Ada Berg"
        return False
    if "tell" not in found.frames:
        return True
    begin = analysis.sentences[max(0, tokens[verb].sentence - 1)][0]
    bodies = (t.ent in {"ORG", "GPE", "NORP"} or body_kind(t.lemma) == "organization" for t in tokens[begin:before])
    return found.lemma in {"inform", "notify"} and not any(bodies)


def in_aside(analysis: Analysis, verb: int) -> bool:
    """Whether a verb is of a relative clause set off: "Norway, which buys the gas, has urged" tells nothing before "has"."""
    relative = {verb, analysis.tokens[verb].head}
    return any(analysis.tokens[k].dep == "relcl" for k in relative)


def past_asides(analysis: Analysis, k: int, stop: int) -> int:
    """Past the day and the "for her part" that translations put before who says it: "has announced this Monday the ministry"."""
    tokens = analysis.tokens
    while k < stop:
        day = tokens[k].text.lower() in {"this", "last", "on"} and k + 1 < stop and tokens[k + 1].ent in WHEN
        if tokens[k].ent in WHEN or day or tokens[k].pos == "ADV":
            k += 1
        elif tokens[k].text.lower() in {"for", "on"} and any(t.text.lower() in SIDE for t in tokens[k + 1 : k + 3]):
            k += 3
        else:
            break
    return k


def agency_says(analysis: Analysis, first: int, stop: int, pieces: Sequence[Quoted]) -> Attribution | None:
    """ "…, transmits the agency Tasnar": what stands before is what the agency passes on."""
    tokens = analysis.tokens
    commas = [k for k in range(first + 2, stop - 2) if tokens[k].text == ","]
    at = commas[-1] + 1 if commas else None
    if at is None or tokens[at].tag not in {"VBZ", "VBD"} or tokens[at].lemma.lower() not in PASSES:
        return None
    if child(analysis, at, "nsubj") is not None or not any(is_medium(analysis, k) for k in range(at + 1, stop)):
        return None
    told = trimmed(analysis, first, at - 2, pieces)
    return (
        attribution(analysis, at, (at + 1, stop), told)
        if any(tokens[k].tag in FINITE for k in range(first, at))
        else None
    )


def says(analysis: Analysis, i: int) -> bool:
    """Whether a token is a form of a verb of saying that takes what is said."""
    token = analysis.tokens[i]
    found = reporters().get(token.lemma.lower())
    said = found is not None and found.kind == "say" and "that" in found.frames and found.lemma not in HEARD
    return said and token.tag in {"VBD", "VBZ", "VBN"}


def opens_clause(analysis: Analysis, comma: int, end: int) -> bool:
    """Whether a clause with a verb of its own follows a comma, and no further name: "the minister, Ada Berg, …"."""
    tokens = analysis.tokens
    if tokens[comma].text != ",":
        return False
    nearest = next((k for k in range(comma + 1, end) if tokens[k].text == "," or tokens[k].tag in FINITE), end)
    return nearest < end and tokens[nearest].tag in FINITE


def attribution(
    analysis: Analysis, verb: int, source: tuple[int, int], content: tuple[Span, ...]
) -> Attribution | None:
    """What is said, with the first noun of who says it as the head."""
    tokens, (begin, end) = analysis.tokens, source
    head = next((k for k in range(begin, end) if last_of_its_words(analysis, k, end)), None)
    if head is None or not content:
        return None
    return Attribution(
        content=content,
        cue=span_of(analysis, verb - (tokens[verb - 1].text.lower() in HAVE), verb),
        verb=verb,
        source=span_of(analysis, begin, end - 1),
        source_head=head,
        confidence=0.9,
    )


def last_of_its_words(analysis: Analysis, k: int, end: int) -> bool:
    """Whether a noun ends its run of nouns and names: "the foreign ministry spokesman Ada Berg"."""
    nouns = {"NOUN", "PROPN"}
    return analysis.tokens[k].pos in nouns and (k + 1 >= end or analysis.tokens[k + 1].pos not in nouns)
