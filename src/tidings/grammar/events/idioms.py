"""Dealings in turns of phrase that no verb alone tells: "turned a deaf ear to it", "wants no part of it", "maintained that no shot was fired"."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from tidings.grammar.events.act_weight import block_weight
from tidings.grammar.events.only_named import is_question
from tidings.grammar.events.parties import Cast
from tidings.grammar.tree import children, is_clause, noun_phrase, sentence_of, tokens_in
from tidings.grammar.verbs import PAST, auxiliaries, marker, modal, subjects, tense
from tidings.lexicon import rows
from tidings.model import Analysis, EventMention, Participant, Span

__all__ = ["PARTIES", "idioms"]

FORMS: Mapping[str, str] = {
    "is": r"(?:is|are|was|were|has been|have been|had been)",
    "has": r"(?:has|have|had)",
    "will": r"(?:will|would|shall)",
    "wont": r"(?:would not|will not|won['’]t|wouldn['’]t|would never|will never)",
}
TYPES: Mapping[str, str] = {
    "refusal": "REJECT", "denial": "REJECT", "accusation": "ACCUSE", "warning": "THREATEN", "offer": "AGREE",
    "demand": "REQUEST", "agreement": "AGREE", "condition": "AGREE", "counter_offer": "AGREE",
}  # fmt: skip
MODES: Mapping[str, str] = {"accusation": "disapprove"}
# Verbs by which one stands by what somebody doubts, so that to say "not" with them denies.
FIRM = frozenset({"insist", "maintain", "assure", "swear", "counter", "retort", "protest"})
# What is said to be made up, where the saying denies: stories, letters; not paintings, not the talk in a film.
TELLINGS = frozenset(
    {
        "account", "accusation", "all", "allegation", "article", "audio", "charge", "claim", "document", "e-mail", "email", "everything", "evidence",
        "figure", "footage", "image", "it", "letter", "memo", "message", "narrative", "news", "number", "photo", "photograph", "quote", "recording",
        "report", "rumor", "rumour", "statement", "story", "suggestion", "tale", "tape", "testimony", "that", "these", "this", "those", "transcript",
        "version", "video",
    }
)  # fmt: skip
SELF = frozenset({"i", "we", "he", "she", "it", "they"})
# Words of play, by which to settle for something or to shut a door deals with nobody.
PLAY = re.compile(
    r"\b(?:(?:late|early|winning|own|opening|first|second|third|last|last-minute|headed) goals?|goalless|a draw|half-?time|strikers?|goalkeepers?|"
    r"midfielders?|headers?|wickets?|innings|fans|medals?|shoot-?outs?|touchdowns?)\b",
    re.IGNORECASE,
)
STATES = frozenset(
    {
        "spare", "need", "belong", "matter", "know", "remember", "recall", "want", "like", "understand", "think", "feel", "believe", "mind", "hear", "see",
        "care", "exist", "seem", "notice", "sleep", "expect", "realise", "realize", "mean",
    }
)  # fmt: skip
NO = frozenset({"no", "nothing", "nobody", "none", "never", "not", "n't", "n’t", "neither"})
SUPPOSED = frozenset({"if", "whether", "unless", "until", "when", "lest"})
AIMED = frozenset({"accusation", "demand", "refusal", "offer", "counter_offer"})
PARTIES = frozenset({"country", "organization", "person"})
POLITICAL, PRIVATE = 0.65, 0.45  # confidence of what a political party says, or another that the text names
OBJECT = re.compile(r"\s*(?P<words>[^,;:.!?\"”»]{3,90})(?=[,;:.!?\"”»]|\s)")


@cache
def patterns() -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    """The idioms: the dealing, whose it is, and its form from the first word of the verb on."""
    return tuple((kind, whose, re.compile(form.format(**FORMS))) for kind, whose, form in rows("dealing_idioms.tsv"))


def idioms(cast: Cast, acts: Sequence[EventMention], origin: str) -> Iterator[EventMention]:
    """The dealings in turns of phrase, where no act of the text is one already."""
    analysis, text = cast.analysis, cast.reading.document.text
    for token in analysis.tokens:
        if token.pos not in {"VERB", "AUX"} or not (is_clause(analysis, token.i) or token.dep == "ROOT"):
            continue
        start = opening(cast, token.i)
        end = analysis.tokens[sentence_of(analysis, token.i)[1] - 1].end
        found = next(
            ((kind, whose, m) for kind, whose, form in patterns() if (m := form.match(text, start, end))), None
        )
        if found is None or marker(analysis, token.i) in SUPPOSED or is_question(analysis, token.i):
            continue
        kind, whose, match = found
        if PLAY.search(text, analysis.tokens[sentence_of(analysis, token.i)[0]].start, end):
            continue
        here = [e for e in acts if e.dealing is not None and start <= e.trigger.start <= match.end()]
        if any(e.dealing == kind or e.trigger.start <= token.start for e in here):
            continue
        event = dealt(cast, token.i, (kind, whose), Span(start, match.end()))
        if event is not None:
            yield replace(event, origin=origin)
    for event in firm_denials(cast, acts):
        yield replace(event, origin=origin)


def firm_denials(cast: Cast, acts: Sequence[EventMention]) -> Iterator[EventMention]:
    """What somebody insists was not: "maintained that no shot was fired"."""
    analysis = cast.analysis
    for q, said in enumerate(cast.reading.quotes):
        cues = [] if said.cue is None else [analysis.tokens[i] for i in tokens_in(analysis, said.cue)]
        if said.speaker is None or not any(t.lemma.lower() in FIRM for t in cues):
            continue
        heads = [i for span in said.content for i in tokens_in(analysis, span) if is_clause(analysis, i)]
        verb = next((i for i in heads if analysis.tokens[i].dep in {"ccomp", "ROOT"}), None)
        who = cast.speaker(said, said.content[0])
        if verb is None or modal(analysis, verb) is not None or tense(analysis, verb) not in PAST:
            continue
        told = any(e.dealing is not None and said.content[0].covers(e.trigger) for e in acts)
        if told or not is_flat_no(analysis, verb) or not cast.is_political(who):
            continue
        phrase = Span(said.content[0].start, said.content[0].end)
        event = dealt(cast, verb, ("denial", "speaker"), phrase)
        if event is not None:
            yield replace(event, clause=phrase, about=phrase, quote=q, actors=(who,))


def is_flat_no(analysis: Analysis, verb: int) -> bool:
    """Whether a clause says that a deed was not: "did not fire", "nothing was taken"; not "was no joke", "spared no effort"."""
    token = analysis.tokens[verb]
    things = children(analysis, verb, "nsubj", "nsubjpass", "dobj")
    if token.lemma.lower() == "be":
        return any(analysis.tokens[i].text.lower() in {"nothing", "nobody"} for i in things)
    if token.pos != "VERB" or token.lemma.lower() in STATES:
        return False
    words = [c for c in children(analysis, verb, "neg") if c < verb]
    words += [*things, *(c for i in things for c in children(analysis, i, "det", "neg"))]
    return any(analysis.tokens[i].text.lower() in NO for i in words)


def dealt(cast: Cast, verb: int, idiom: tuple[str, str], phrase: Span) -> EventMention | None:
    """The act in a turn of phrase, None where nobody known does it."""
    kind, whose = idiom
    analysis, reading = cast.analysis, cast.reading
    heads = subjects(analysis, verb)
    quote = cast.quote_at.get(verb)
    if whose != "subject":
        said = None if quote is None else reading.quotes[quote]
        if said is None or said.speaker is None or not heads:
            return None
        if (whose == "telling" and analysis.tokens[heads[0]].lemma.lower() not in TELLINGS) or (
            whose == "own" and not is_of_party(cast, heads[0], phrase)
        ):
            return None
        who = cast.speaker(said, said.content[0])
        about: Span | None = noun_phrase(analysis, heads[0])
    else:
        known = (p for s in heads if (p := cast.party(s)) is not None and cast.kinds.get(p) in PARTIES)
        first = next(known, None)
        if first is None:
            return None
        who, about = cast.participant(first), behind(reading.document.text, phrase.end)
        quote = quote if who.chain is not None and is_speaker(cast, quote, who) else None
    if not (cast.is_named(who) or cast.is_political(who)):
        return None
    political = cast.is_political(who)
    rest = about if whose == "subject" else behind(reading.document.text, phrase.end)
    end = phrase.end if rest is None else rest.end
    others = aimed(cast, who, Span(phrase.start, end)) if kind in AIMED and whose == "subject" else ()
    if (whose != "subject" and not political) or (kind == "demand" and not others):
        return None
    begin = min([phrase.start, *(noun_phrase(analysis, h).start for h in heads)])
    clause = Span(begin, end)
    trigger = analysis.tokens[verb]
    return EventMention(
        id=f"{reading.document.id}/e/{trigger.start}/idiom",
        type=TYPES[kind],
        mode=MODES.get(kind),
        status="conditional" if kind == "condition" else "held",
        trigger=Span(trigger.start, trigger.end),
        clause=clause,
        actors=(who,),
        recipients=others,
        time=None,
        place=None,
        about=about,
        quote=quote,
        dealing=kind,
        confidence=round((POLITICAL if political else PRIVATE) * block_weight(cast, trigger.start), 3),
        origin="",
    )


def is_of_party(cast: Cast, head: int, phrase: Span) -> bool:
    """Whether what is denied is of somebody: of a party or "we", or of what has to do with one; not of delays and the weather."""
    subject, rest = noun_phrase(cast.analysis, head), behind(cast.reading.document.text, phrase.end)
    if cast.analysis.tokens[head].text.lower() in SELF:
        return True
    spans = (subject,) if rest is None else (subject, rest)
    starts = (cast.analysis.tokens[h].start for h, kind in cast.kinds.items() if kind in PARTIES)
    return any(span.start <= start < span.end for start in starts for span in spans)


def opening(cast: Cast, verb: int) -> int:
    """Where the words of a verb begin, with its auxiliaries."""
    tokens = cast.analysis.tokens
    return min(tokens[i].start for i in (verb, *(a for a in auxiliaries(cast.analysis, verb) if a < verb)))


def behind(text: str, at: int) -> Span | None:
    """What a phrase is about: the words behind it up to the next mark."""
    found = OBJECT.match(text, at)
    return None if found is None else Span(*found.span("words"))


def is_speaker(cast: Cast, quote: int | None, who: Participant) -> bool:
    """Whether it is the speaker of what is quoted who does it."""
    return quote is not None and cast.reading.quotes[quote].speaker == who.chain


def aimed(cast: Cast, who: Participant, span: Span) -> tuple[Participant, ...]:
    """The first other party in the words, a state, a body or somebody with an office."""
    own = None if who.chain is None else cast.reading.chains[who.chain].country
    for head in sorted(cast.kinds):
        token = cast.analysis.tokens[head]
        if not span.start <= token.start < span.end or cast.kinds[head] not in PARTIES:
            continue
        other = cast.participant(head)
        if other.chain is None or other.chain == who.chain or not cast.is_named(other):
            continue
        if cast.is_political(other) and (own is None or cast.reading.chains[other.chain].country != own):
            return (other,)
    return ()
