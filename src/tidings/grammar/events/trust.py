"""How often a reader finds such a telling of an event right: trees of signs, learnt on labelled and judged tellings of real reports."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, log, log1p

from tidings.grammar.events.lexicon import noun_senses, verb_senses
from tidings.grammar.events.parties import Cast
from tidings.grammar.events.plover import SPOKEN, STANDINGS
from tidings.grammar.events.seen_acts import act_odds_of
from tidings.grammar.tree import child, children, tokens_in
from tidings.lexicon.trees import trees
from tidings.model import Analysis, EventMention, Participant, Reading, Status, Token

__all__ = ["STANDS", "Around", "around", "signs", "trusts"]

TABLE = "event_trust.tsv"
TAGS = frozenset({"VB", "VBD", "VBG", "VBN"})
PLACES = frozenset({"ROOT", "acl", "advcl", "ccomp", "conj", "dobj", "nsubj", "pcomp", "pobj", "relcl", "xcomp"})
FIRST = frozenset({"i", "we"})
SIDES = ("actor", "recipient")
FAR = 5.0  # log odds beyond which more say no more
UNSEEN = -4.0  # log odds of an act where the encoder sees none
LEAST = 0.001  # chance of a standing that none is taken to lie below
STANDS = {
    **dict.fromkeys(("held", "ongoing"), "is"),
    **dict.fromkeys(("requested", "announced", "conditional", "rumoured"), "may be"),
    **dict.fromkeys(("cancelled", "denied"), "is not"),
}


@dataclass(frozen=True)
class Around:
    """What a text tells around one telling."""

    of_type: dict[str, float]  # how many acts of each type the encoder sees in the whole text
    acts: float  # and of all types
    told: dict[int, tuple[EventMention, ...]]  # the tellings of each sentence


def around(analysis: Analysis, events: Sequence[EventMention]) -> Around:
    """What a text tells, all in all and sentence by sentence."""
    of_type: dict[str, float] = {}
    for token in analysis.tokens:
        odds = act_odds_of(analysis, token.i)
        all_ = 1 + sum(map(exp, odds.values()))
        for name, value in odds.items():
            of_type[name] = of_type.get(name, 0.0) + exp(value) / all_
    told: dict[int, tuple[EventMention, ...]] = {}
    for event in events:
        at = analysis.tokens[tokens_in(analysis, event.trigger)[0]].sentence
        told[at] = (*told.get(at, ()), event)
    return Around(of_type, sum(of_type.values()), told)


def trusts(cast: Cast, events: Sequence[EventMention]) -> list[float]:
    """The chance, 0 to 1, that the text tells each of these acts, of its type and so standing; they are all that it tells."""
    text = around(cast.analysis, events)
    odds = trees(TABLE).odds([signs(cast, event, text) for event in events])
    return [round(1 / (1 + exp(-one)), 3) for one in odds]


def signs(cast: Cast, event: EventMention, text: Around) -> dict[str, float]:
    """What is seen at the trigger, in its clause and text and of the parties; most are 1 where they hold."""
    reading, analysis = cast.reading, cast.analysis
    at = tokens_in(analysis, event.trigger)[0]
    token = analysis.tokens[at]
    score = analysis.scores[at] if analysis.scores else None
    found = {
        "always": 1.0,
        "rule": event.confidence,
        "happened": score.happened if score else 0.0,
        "cue": score.sure if score and score.role.endswith("-cue") else 0.0,
        "clause length": log(event.clause.length),
        f"type {event.type}": 1.0,
        **of_acts(analysis, at, event.type),
        "between marks": float(between_marks(reading, event.trigger.start)),
    }
    found |= {name: 1.0 for name, holds in (*shape(analysis, at), *setting(cast, at, event)) if holds}
    tag = "NN" if token.tag.startswith("NN") else token.tag
    if tag in TAGS or tag == "NN":
        found[f"tag {tag}"] = 1.0
    if token.dep in PLACES:
        found[f"place {token.dep}"] = 1.0
    found |= of_word(token, event.type)
    found |= hung_on(analysis, at)
    found |= of_standing(analysis, at, event)
    found |= beside(analysis, at, event, text)
    if event.dealing is not None:
        found[f"dealing {event.dealing}"] = 1.0
    if event.mode is not None:
        found[f"mode {event.mode}"] = 1.0
    told = (("dealing", event.dealing), ("about", event.about), ("time", event.time), ("quoted", event.quote))
    found |= {name: 1.0 for name, value in told if value is not None}
    for side, parties in zip(SIDES, (event.actors, event.recipients), strict=True):
        found |= {f"{side} {kind}": 1.0 for kind in kinds(reading, parties)}
        found[f"{side}s"] = float(len(parties))
        if parties:
            found[f"{side} away"] = float(at - tokens_in(analysis, parties[0].span)[-1])
    if event.actors and event.recipients:
        found["both sides"] = 1.0
    return found


def of_acts(analysis: Analysis, at: int, type_: str) -> dict[str, float]:
    """What the encoder makes of the trigger: the odds of this act, and by how much another is likelier."""
    odds = act_odds_of(analysis, at)
    own = max(-FAR, min(FAR, odds[type_])) if odds else UNSEEN
    found = {f"act seen {type_}": own, "act seen likely": max(0.0, own), "act seen unlikely": min(0.0, own + 1)}
    if not odds:
        return found | {"no act seen": 1.0}
    return found | {"act seen": own, "another act seen": min(FAR, max(odds.values()) - odds[type_])}


def of_word(token: Token, type_: str) -> dict[str, float]:
    """What the lexicon knows of the trigger's word."""
    senses = verb_senses() if token.pos == "VERB" else noun_senses()
    known = {one.sense.type for one in senses.get(token.lemma.lower(), ())}
    so = "unknown" if not known else "known so" if type_ in known else "known otherwise"
    return {f"word {so}": 1.0, "senses of the word": log1p(len(known))}


def of_standing(analysis: Analysis, at: int, event: EventMention) -> dict[str, float]:
    """How it stands, beside how far the encoder takes it to have happened."""
    stands = STANDS[event.status]
    happened = analysis.scores[at].happened if analysis.scores else 0.0
    found = {f"stands {stands}": 1.0, f"stands {stands}, happened": happened, f"status {event.status}": 1.0}
    found |= {"possible": 1.0} if event.id.endswith("/possible") else {}
    return found | seen_to_stand(analysis, at, event.status)


def seen_to_stand(analysis: Analysis, at: int, status: Status) -> dict[str, float]:
    """How likely the encoder finds this standing, one that comes to the same, and the likeliest that does not."""
    seen = analysis.scores[at].standing if analysis.scores else ()
    if not seen:
        return {}
    chances = dict.fromkeys(STANDS.values(), LEAST)
    for one, chance in zip(STANDINGS, seen, strict=True):
        chances[STANDS[one]] += exp(chance)
    own = chances.pop(STANDS[status])
    return {
        "seen to stand so": seen[STANDINGS.index(status)],
        "seen to stand alike": log(own),
        "seen to stand otherwise": log(max(chances.values())),
        "seen as held": seen[STANDINGS.index("held")],
    }


def beside(analysis: Analysis, at: int, event: EventMention, text: Around) -> dict[str, float]:
    """What else the sentence and the text tell: one telling's word is often not where a reader would put it."""
    number = analysis.tokens[at].sentence
    start, end = analysis.sentences[number]
    near = [odds for i in range(start, end) if i != at and (odds := act_odds_of(analysis, i))]
    others = [one for one in text.told[number] if one.id != event.id]
    alike = [one for one in others if one.type == event.type]
    return {
        "seen beside": max((max(-FAR, min(FAR, odds[event.type])) for odds in near), default=-FAR),
        "any seen beside": max((1 - 1 / (1 + sum(map(exp, odds.values()))) for odds in near), default=0.0),
        "told beside": float(bool(alike)),
        "told beside and stands alike": float(any(STANDS[one.status] == STANDS[event.status] for one in alike)),
        "acts beside": log1p(len(others)),
        "sentence length": log(end - start),
        "sentences before": log1p(number),
        "acts of the text": log(0.002 + text.acts / len(analysis.tokens)),
        "of its type in the text": text.of_type.get(event.type, 0.0) / (text.acts + 0.5),
    }


def hung_on(analysis: Analysis, at: int) -> dict[str, float]:
    """The small words that hang on the trigger: prepositions, articles, a particle."""
    below = [analysis.tokens[i] for i in children(analysis, at)]
    found = {f"{t.dep} {t.lemma.lower()}": 1.0 for t in below if t.dep in {"prep", "det"}}
    return found | {t.dep: 1.0 for t in below if t.dep in {"poss", "prt"}}


def shape(analysis: Analysis, at: int) -> tuple[tuple[str, bool], ...]:
    """What hangs on the trigger."""
    tags = {analysis.tokens[i].tag for i in children(analysis, at)}
    return (
        ("to", "TO" in tags),
        ("modal", "MD" in tags),
        ("negated", child(analysis, at, "neg") is not None),
        ("passive", child(analysis, at, "auxpass", "nsubjpass") is not None),
        ("subject", child(analysis, at, "nsubj") is not None),
        ("object", child(analysis, at, "dobj") is not None),
        ("clause below", child(analysis, at, "ccomp", "xcomp") is not None),
    )


def setting(cast: Cast, at: int, event: EventMention) -> tuple[tuple[str, bool], ...]:
    """Where the act stands, and whether anybody political or known takes part."""
    analysis, token = cast.analysis, cast.analysis.tokens[at]
    start, end = analysis.sentences[token.sentence]
    block = cast.block_at(event.trigger.start)
    sides = (*event.actors, *event.recipients)
    aim = any(analysis.tokens[c].tag == "TO" for c in children(analysis, at))
    return (
        ("actor political", any(map(cast.is_political, event.actors))),
        ("recipient political", any(map(cast.is_political, event.recipients))),
        ("nobody political", not any(map(cast.is_political, sides))),
        ("actor not named", bool(event.actors) and not any(map(cast.is_named, event.actors))),
        ("recipient not named", bool(event.recipients) and not any(map(cast.is_named, event.recipients))),
        ("purpose", aim and token.dep in {"advcl", "acl", "relcl"} and event.type not in SPOKEN),
        ("asked", any(t.text == "?" for t in analysis.tokens[start:end])),
        ("set apart", block is not None and not block.is_running),
        ("placed", event.placed is not None),
        ("present", token.tag in {"VBZ", "VBP"}),
        ("first person", any(analysis.tokens[i].text.lower() in FIRST for i in children(analysis, at, "nsubj"))),
    )


def kinds(reading: Reading, parties: tuple[Participant, ...]) -> tuple[str, ...]:
    """The kinds of some parties, "none" where there are none, "open" where nobody knows who it is."""
    found = {"open" if p.chain is None else reading.chains[p.chain].kind for p in parties}
    return tuple(sorted(found)) or ("none",)


def between_marks(reading: Reading, at: int) -> bool:
    """Whether the trigger stands in words quoted directly."""
    return any(part.start <= at < part.end for quote in reading.quotes for part in quote.parts)
