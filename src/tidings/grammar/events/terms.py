"""Conditions that are set in a clause of their own: "on condition that they leave", "provided the road stays open", "would come if the ban was lifted"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tidings.grammar.events.act_weight import block_weight
from tidings.grammar.events.clauses import topic_of
from tidings.grammar.events.conditions import is_of_a_time, is_once, is_turned, is_when_done
from tidings.grammar.events.idioms import PARTIES
from tidings.grammar.events.lexicon import noun_class
from tidings.grammar.events.parties import Cast
from tidings.grammar.events.told_acts import ours
from tidings.grammar.tree import ancestors, children, is_clause, noun_phrase, sentence_of, span_of, subtree, tokens_in
from tidings.grammar.verbs import is_negated, is_passive, marker, modal, subjects
from tidings.model import Analysis, EventMention, Participant, Span

__all__ = ["terms"]

# What one does for others or with them, though no rule names it as an act, so that to do it "if" sets terms.
WILLING = frozenset(
    {
        "attend", "back", "come", "consider", "contemplate", "cooperate", "discuss", "examine", "join", "listen", "live", "look",
         "meet", "negotiate", "participate", "reconsider", "return", "review", "sit", "study", "support", "talk", "travel",
        "vote",
    }
)  # fmt: skip
EITHER_WAY = frozenset({"cut", "halt", "pay", "reverse", "suspend"})  # done for others as well as against them
NO_TERMS = frozenset({"even", "as", "what", "only"})
NAMELESS = frozenset({"anonymity", "name", "identify", "identity", "quote", "cite", "anonymous"})
BINDING = frozenset({"condition", "proviso", "stipulation", "understanding", "premise", "basis"})
POLITICAL, PRIVATE = 0.61, 0.45  # confidence of terms that a political party sets, or another that the text names
LONG = 30  # tokens of what is granted and its terms, above which the terms alone are shown
AHEAD = 6  # tokens behind a marker in which what it opens begins


@dataclass(frozen=True, slots=True)
class Terms:
    """A marker, the verb of the clause that it opens, and the verb of what hangs on it."""

    marker: int
    clause: int
    main: int
    sure: bool = True  # opened by a word that does nothing else


def terms(cast: Cast, acts: Sequence[EventMention], origin: str) -> Iterator[EventMention]:
    """The conditions of a text that no act of it tells."""
    analysis, told = cast.analysis, [told_whole(e) for e in acts if e.dealing in {"condition", "warning"}]
    for found in (*bound(analysis), *supposed(analysis)):
        at = analysis.tokens[found.marker].start
        if any(s.start <= at < s.end for s in told) or is_nameless(analysis, found.clause):
            continue
        event = condition(cast, found, origin)
        if event is not None:
            told.append(told_whole(event))
            yield event


def condition(cast: Cast, found: Terms, origin: str) -> EventMention | None:
    """The condition in a clause, None where nobody known sets it or has to meet it."""
    analysis = cast.analysis
    quote = cast.quote_at.get(found.main)
    if quote is None:
        quote = next((q for q, said in enumerate(cast.reading.quotes) if is_cue(cast, said.cue, found.main)), None)
    givers = [p for s in subjects(analysis, found.main) if (p := cast.party(s)) is not None]
    actors = tuple(cast.participant(p) for p in givers if cast.kinds.get(p) in PARTIES)
    actors = tuple(p for p in actors if cast.is_named(p) or cast.is_political(p))[:1]
    if quote is not None and is_own(cast, quote, found.main):
        said = cast.reading.quotes[quote]
        actors = (cast.speaker(said, said.content[0]),)
    elif actors and (found.sure or quote is None or not is_person(cast, actors[0])):
        quote = None
    else:
        return None
    meeting = [cast.participant(p) for s in subjects(analysis, found.clause) if (p := cast.party(s)) is not None]
    own = {p.chain for p in actors}
    if any(p.chain is not None and p.chain in own for p in meeting):
        return None  # "provided that we can"
    trigger = span_of(analysis, found.marker, found.marker)
    return EventMention(
        id=f"{cast.reading.document.id}/e/{trigger.start}/terms",
        type="AGREE",
        mode=None,
        status="conditional",
        trigger=trigger,
        clause=words(analysis, found),
        actors=actors,
        recipients=tuple(p for p in meeting if cast.is_political(p))[:1],
        time=None,
        place=None,
        about=topic_of(analysis, found.clause),
        quote=quote,
        dealing="condition",
        confidence=round(
            (POLITICAL if cast.is_political(actors[0]) else PRIVATE) * block_weight(cast, trigger.start), 3
        ),
        origin=origin,
    )


def bound(analysis: Analysis) -> Iterator[Terms]:
    """The clauses that a word can only open as terms: "provided that", "on condition that", "only if", "as long as"."""
    for token in analysis.tokens:
        word = token.text.lower()
        start, end = sentence_of(analysis, token.i)
        after = [t.text.lower() for t in analysis.tokens[token.i + 1 : min(end, token.i + 3)]] + ["", ""]
        before = [""] * 2 + [t.text.lower() for t in analysis.tokens[max(start, token.i - 2) : token.i]]
        opens = word in BINDING and {*before[-2:]} & {"on", "under", "with"} and after[0] in {"that", ":"}
        opens = opens or (word in {"provided", "providing"} and is_proviso(analysis, token.i, after[0]))
        opens = opens or (word == "only" and after[0] in {"if", "once"})
        opens = opens or (word == "long" and before[-1] in {"as", "so"} and after[0] == "as")
        opens = opens or (word == "stipulating" and after[0] == "that")
        if not opens:
            continue
        clause = opened(analysis, token.i, end)
        main = None if clause is None else held_by(analysis, token.i, clause)
        if clause is not None and main is not None and is_willed(analysis, main, sure=word != "long"):
            yield Terms(token.i, clause, main)


def supposed(analysis: Analysis) -> Iterator[Terms]:
    """The clauses of "if" and "once" under what somebody would do for others: "would lend the boat if the sails were mended"."""
    for token in analysis.tokens:
        if token.dep != "advcl" or token.pos not in {"VERB", "AUX"}:
            continue
        main, first = token.head, min(subtree(analysis, token.i))
        opens = marker(analysis, token.i) == "if" or is_once(analysis, token.i) or is_when_done(analysis, token.i)
        if not opens or is_turned(analysis, token.i) or (first and analysis.tokens[first - 1].text.lower() in NO_TERMS):
            continue
        if not is_willing(analysis, main) or is_passive(analysis, main) or is_negated(analysis, main):
            continue
        if analysis.tokens[first].text.lower() in NO_TERMS:
            continue
        if any(analysis.tokens[s].text.lower() in {"i", "we"} for s in subjects(analysis, token.i)):
            continue
        yield Terms(first, token.i, main, sure=False)


def is_proviso(analysis: Analysis, i: int, after: str) -> bool:
    """Whether "provided" opens a clause, and tells of nothing that was given: "provided that", "provided the road is open"."""
    if children(analysis, i, "nsubj", "nsubjpass", "aux", "auxpass", "agent"):
        return False
    if analysis.tokens[i].dep in {"ROOT", "conj", "acl", "relcl", "ccomp", "xcomp"} and after != "that":
        return False
    if after == "that" and is_of_a_time(analysis, i + 1):
        return False
    return after == "that" or analysis.tokens[i].dep in {"mark", "prep", "advcl", "advmod", "dep"}


def opened(analysis: Analysis, i: int, end: int) -> int | None:
    """The verb of the clause that a marker opens: the first behind it with a subject of its own."""
    for token in analysis.tokens[i + 1 : end]:
        if token.pos in {"VERB", "AUX"} and any(
            s > i for s in children(analysis, token.i, "nsubj", "nsubjpass", "expl")
        ):
            first = min(s for s in children(analysis, token.i, "nsubj", "nsubjpass", "expl") if s > i)
            return token.i if min(subtree(analysis, first)) - i <= AHEAD else None
    return None


def held_by(analysis: Analysis, i: int, clause: int) -> int | None:
    """The verb of what hangs on the terms: the nearest over the marker that stands outside its clause."""
    inside = {clause, *subtree(analysis, clause)}
    above = [a for a in ancestors(analysis, i) if a not in inside or a == clause]
    above += [a for a in ancestors(analysis, clause) if a not in above]
    verbs = (a for a in above if a != clause and analysis.tokens[a].pos in {"VERB", "AUX"} and is_clause(analysis, a))
    return next(
        (a for a in verbs if analysis.tokens[a].text.lower() not in {"provided", "providing", "stipulating"}), None
    )


def is_willed(analysis: Analysis, main: int, *, sure: bool) -> bool:
    """Whether what hangs on the terms is somebody's to give or to do, and no rule of nature: always behind a word that sets them."""
    if sure:
        return not (is_negated(analysis, main) and modal(analysis, main) is None)
    return is_willing(analysis, main)


def is_willing(analysis: Analysis, main: int) -> bool:
    """Whether it is told what somebody will or would do for others or with them: "would come", "will go back"."""
    lemma = analysis.tokens[main].lemma.lower()
    have = any(analysis.tokens[a].lemma.lower() == "have" for a in children(analysis, main, "aux"))
    back = lemma == "go" and any(analysis.tokens[c].text.lower() == "back" for c in analysis.children[main])
    live = lemma == "live" and modal(analysis, main) == "could"
    willing = back or lemma in WILLING or (lemma in noun_class("granting") and lemma not in EITHER_WAY)
    return (live or (willing and modal(analysis, main) in {"will", "would"})) and not have


def is_own(cast: Cast, quote: int, verb: int) -> bool:
    """Whether a known speaker sets the terms: by the verb that says it, or for what their own side does."""
    said = cast.reading.quotes[quote]
    return said.speaker is not None and (is_cue(cast, said.cue, verb) or ours(cast, quote, verb))


def is_person(cast: Cast, who: Participant) -> bool:
    """Whether a party is a person."""
    return who.chain is not None and cast.reading.chains[who.chain].kind == "person"


def is_cue(cast: Cast, cue: Span | None, verb: int) -> bool:
    """Whether a verb is the one by which something is said."""
    token = cast.analysis.tokens[verb]
    return cue is not None and cue.start <= token.start < cue.end


def is_nameless(analysis: Analysis, clause: int) -> bool:
    """Whether the terms are only those of who speaks to the press."""
    return any(analysis.tokens[i].lemma.lower() in NAMELESS for i in subtree(analysis, clause))


def told_whole(event: EventMention) -> Span:
    """The clause of an act with what it is about."""
    if event.about is None:
        return event.clause
    return Span(min(event.clause.start, event.about.start), max(event.clause.end, event.about.end))


def words(analysis: Analysis, found: Terms) -> Span:
    """What is granted and its terms, or where that is long the terms alone."""
    loose = frozenset({"parataxis", "relcl", "appos", "advcl", "punct", "cc"})
    last = max(subtree(analysis, found.clause, loose))
    first = min(found.marker, min(subtree(analysis, found.clause, loose)))
    main = min(
        i
        for head in (found.main, *subjects(analysis, found.main))
        for i in tokens_in(analysis, noun_phrase(analysis, head))
    )
    if main < first:
        return span_of(analysis, main if last - main < LONG else first, last)
    return span_of(analysis, first, max(last, found.main))
