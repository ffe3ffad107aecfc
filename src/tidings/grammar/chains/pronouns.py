"""Whom "he", "she", "it" and "they" mean: what speaks for each chain before is weighed, precision first."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tidings.grammar.chains.binding import REFLEXIVE, owns, sayer, says
from tidings.grammar.chains.evidence import LOOK_BACK, Evidence, candidates, chances, is_reporter, nobody, spoken_of
from tidings.grammar.chains.pronoun_scene import Scene
from tidings.grammar.tree import child, children, clause_head
from tidings.grammar.verbs import subjects
from tidings.lexicon import words

__all__ = ["SHOWN", "Resolution", "fitting_mentions", "resolve"]

FURTHEST = 5  # sentences back
SETTLED = 0.56  # chance from which a pronoun is settled: the point where .9 holds and .6 is resolved, on the dev half of labels/chains.jsonl
SPEAKS_FOR = frozenset(
    {"spokesman", "spokeswoman", "spokesperson", "lawyer", "attorney", "office", "campaign", "counsel", "solicitor"}
)
# What only words, plans and measures are: "unless it was lifted", "it has not been ratified".
DONE_TO_THINGS = frozenset(
    {
        "adopt", "annul", "approve", "cancel", "draft", "enact", "extend", "implement", "lift", "overturn", "pass", "postpone", "publish", "ratify", "renew",
        "repay", "repeal", "rescind", "revoke", "scrap", "sign", "withdraw",
    }
)  # fmt: skip
SHOWN = 0.05  # chance from which a candidate is kept


@dataclass(frozen=True, slots=True)
class Resolution:
    """What a pronoun may mean: chains by their root mention, weighed; settled where one stands out."""

    settled: int | None
    candidates: tuple[tuple[int, float], ...]


def resolve(scene: Scene, i: int) -> Resolution:
    """What a pronoun means: its clause's subject if it is bound to it, else what its evidence makes stand out."""
    ways = (itself, its_own, again, alone_before, beside_sayer, a_thing, weigh)
    return next(found for way in ways if (found := way(scene, i)) is not None)


def agreeing_before(scene: Scene, i: int) -> Iterator[tuple[int, int]]:
    """The mentions before pronoun `i`, the nearest first, whose chains agree with it, each with the root of its chain."""
    for k in range(i - 1, max(-1, i - LOOK_BACK), -1):
        root = scene.clusters.find(k)
        if scene.of(root).agrees(scene.mentions[i]):
            yield k, root


def itself(scene: Scene, i: int) -> Resolution | None:
    """What a reflexive means: the subject of its own clause; None for other pronouns."""
    pronoun = scene.mentions[i]
    if not pronoun.name.lower().endswith(REFLEXIVE):
        return None
    who = subjects(scene.analysis, clause_head(scene.analysis, pronoun.head))
    near = agreeing_before(scene, i) if len(who) == 1 else ()
    return next((Resolution(root, ()) for k, root in near if scene.mentions[k].head == who[0]), None)


def its_own(scene: Scene, i: int) -> Resolution | None:
    """Whose it is in a relative clause: "the Navy, which trains its own pilots"; None for other pronouns."""
    pronoun, tokens = scene.mentions[i], scene.analysis.tokens
    if tokens[pronoun.head].dep != "poss":
        return None
    clause = clause_head(scene.analysis, pronoun.head)
    who = subjects(scene.analysis, clause)
    if tokens[clause].dep != "relcl" or who != (tokens[clause].head,) or not clause < pronoun.head:
        return None
    return next(
        (Resolution(root, ()) for k, root in agreeing_before(scene, i) if scene.mentions[k].head == who[0]), None
    )


def again(scene: Scene, i: int) -> Resolution | None:
    """What "it" is the second time in what somebody says: "the ministry said it was sorry and that it was ready"; None for other pronouns."""
    pronoun, tokens = scene.mentions[i], scene.analysis.tokens
    verb = tokens[tokens[pronoun.head].head]
    if pronoun.name.lower() != "it" or tokens[pronoun.head].dep != "nsubj" or verb.dep != "conj":
        return None
    if tokens[verb.head].dep != "ccomp":
        return None
    first = child(scene.analysis, verb.head, "nsubj")
    for k, root in agreeing_before(scene, i):
        if scene.mentions[k].head == first and scene.mentions[k].name.lower() == "it" and scene.clusters.size(k) > 1:
            return Resolution(root, ())
    return None


def alone_before(scene: Scene, i: int) -> Resolution | None:
    """Whom "he" is in a clause behind "which" where its sentence names one person before: "Ada is held on a charge, which she denies"."""
    pronoun, tokens = scene.mentions[i], scene.analysis.tokens
    verb = tokens[tokens[pronoun.head].head]
    if pronoun.gender is None or tokens[pronoun.head].dep != "nsubj" or verb.dep != "relcl":
        return None
    if not any(tokens[c].text.lower() == "which" for c in children(scene.analysis, verb.i)):
        return None
    near = [k for k in range(max(0, i - LOOK_BACK), i) if scene.back(scene.mentions[k], pronoun) == 0]
    people = {scene.clusters.find(k) for k in near if "person" in scene.of(scene.clusters.find(k)).kinds}
    fitting = {root for root in people if scene.of(root).agrees(pronoun) and scene.of(root).named}
    return Resolution(min(fitting), ()) if len(people) == 1 and len(fitting) == 1 else None


def beside_sayer(scene: Scene, i: int) -> Resolution | None:
    """Who is named beside the noun that says what begins with "it": "its neighbour Togo said it …"; None for other pronouns."""
    pronoun, tokens = scene.mentions[i], scene.analysis.tokens
    token = tokens[pronoun.head]
    if pronoun.name.lower() != "it" or token.dep != "nsubj" or tokens[token.head].dep != "ccomp":
        return None
    for k, root in agreeing_before(scene, i):
        other = scene.mentions[k]
        beside = tokens[other.head].dep == "appos" and tokens[other.head].head == other.head - 1
        said = beside and tokens[tokens[other.head - 1].head].i == tokens[token.head].head
        if said and says(scene.analysis, other, pronoun):
            return Resolution(root, ())
    return None


def a_thing(scene: Scene, i: int) -> Resolution | None:
    """Nobody, where "it" is what is done to words, plans and measures; None for other pronouns."""
    tokens, pronoun = scene.analysis.tokens, scene.mentions[i]
    token = tokens[pronoun.head]
    done = pronoun.name.lower() == "it" and token.dep == "nsubjpass"
    return Resolution(None, ()) if done and tokens[token.head].lemma.lower() in DONE_TO_THINGS else None


def weigh(scene: Scene, i: int) -> Resolution:
    """The chains that one pronoun may mean, and the one that stands out if any does."""
    fitting = fitting_mentions(scene, i)
    found = candidates(scene, i, fitting)
    if not found:
        return Resolution(None, ())
    speaker = goes_on(scene, i)
    if speaker in found:
        return Resolution(speaker, ())
    principal = spoken_for(scene, i, fitting)
    if principal is not None:
        return Resolution(principal, ())
    chance: Mapping[int, float] = chances(found, nobody(scene, i))
    ranked = sorted((root for root in found), key=lambda root: (-chance[root], root))
    best, pronoun = ranked[0], scene.mentions[i]
    near = [scene.mentions[k] for k in fitting if scene.clusters.find(k) == best]
    sure = pronoun.gender is not None or any(
        scene.back(other, pronoun) == 0
        and (owns(scene.analysis, other, pronoun) or says(scene.analysis, other, pronoun))
        for other in near
    )
    if sure and chance[best] >= SETTLED and not is_of_somebody_else(scene, i):
        return Resolution(best, ())
    body = speaking_body(scene, i, found)
    if body is not None:
        return Resolution(body, ())
    return Resolution(None, tuple((root, round(chance[root], 3)) for root in ranked[:4] if chance[root] >= SHOWN))


def goes_on(scene: Scene, i: int) -> int | None:
    """The one who said something in the sentence before, for "she said" where all others there are only spoken of."""
    analysis, mention = scene.analysis, scene.mentions[i]
    if mention.gender is None or mention.head in scene.quoted or not is_reporter(scene, i):
        return None
    if analysis.tokens[analysis.tokens[mention.head].head].dep != "ROOT":
        return None
    near = [k for k in range(max(0, i - LOOK_BACK), i) if scene.back(scene.mentions[k], mention) in {0, 1}]
    said = {
        k
        for k in near
        if is_reporter(scene, k) and analysis.tokens[analysis.tokens[scene.mentions[k].head].head].dep == "ROOT"
    }
    speakers = {scene.clusters.find(k) for k in said}
    rest = [
        k for k in near if scene.clusters.find(k) not in speakers and scene.of(scene.clusters.find(k)).agrees(mention)
    ]
    return min(speakers) if len(speakers) == 1 and all(spoken_of(scene, k, i) for k in rest) else None


def spoken_for(scene: Scene, i: int, fitting: Sequence[int]) -> int | None:
    """Whose spokesman or lawyer says it: "Berg's lawyer said that he would not come", "a spokesman for Berg said he had"."""
    mention = scene.mentions[i]
    said_by = sayer(scene.analysis, mention) if mention.gender is not None else None
    if said_by is None or scene.analysis.tokens[said_by].lemma.lower() not in SPEAKS_FOR:
        return None
    of = (child(scene.analysis, prep, "pobj") for prep in children(scene.analysis, said_by, "prep"))
    whose = {child(scene.analysis, said_by, "poss"), *of} - {None}
    persons = [
        k for k in fitting if scene.mentions[k].head in whose and "person" in scene.of(scene.clusters.find(k)).kinds
    ]
    return scene.clusters.find(persons[0]) if persons else None


def is_of_somebody_else(scene: Scene, i: int) -> bool:
    """Whether "he" is told by a person of whom no mention is made: "the front-runner says he will win"."""
    mention = scene.mentions[i]
    said_by = sayer(scene.analysis, mention) if mention.gender is not None else None
    if said_by is None or said_by in scene.heads:
        return False
    token = scene.analysis.tokens[said_by]
    return token.tag == "NN" and token.lemma.lower() not in words("document_nouns.txt")


def speaking_body(scene: Scene, i: int, found: Mapping[int, Evidence]) -> int | None:
    """The one body, else the one state, that was the subject in this sentence or the one before, for "it said"."""
    if scene.mentions[i].name.lower() != "it" or not is_reporter(scene, i):
        return None
    near = [root for root, held in found.items() if held.get("subject near")]
    bodies = [root for root in near if "organization" in scene.of(root).kinds]
    return (bodies or near)[0] if len(bodies or near) == 1 else None


def fitting_mentions(scene: Scene, i: int) -> list[int]:
    """The mentions before pronoun `i`, the nearest first, whose chains agree with it."""
    pronoun = scene.mentions[i]
    found = []
    for k in range(i - 1, max(-1, i - LOOK_BACK), -1):
        if scene.back(scene.mentions[k], pronoun) > FURTHEST:
            break
        root = scene.clusters.find(k)
        lone = scene.mentions[k].form == "pronoun" and root == k and scene.clusters.size(k) == 1
        if not lone and scene.of(root).agrees(pronoun):
            found.append(k)
    return found
