"""What speaks for a chain as what "he" or "she" means: where it was last named, in which part, how much the text is of it."""

import math
from collections.abc import Mapping, Sequence

from tidings.grammar.chains.binding import SUBJECTS, bound, main_subject, said_by, says
from tidings.grammar.chains.pronoun_scene import Scene
from tidings.grammar.names.kinds import reporting
from tidings.grammar.tree import ancestors, child, clause_head, first_conjunct
from tidings.lexicon import weights

__all__ = [
    "LOOK_BACK",
    "NOBODY",
    "Evidence",
    "candidates",
    "chances",
    "is_reporter",
    "is_subject",
    "last_speaker",
    "nobody",
    "spoken_of",
]

TABLE = "pronoun_evidence.tsv"
LOOK_BACK = 60  # mentions
NOBODY = -1  # in place of a chain: none of those before

Evidence = Mapping[str, float]


def candidates(scene: Scene, i: int, fitting: Sequence[int]) -> dict[int, Evidence]:
    """The evidence for each chain that has one of the `fitting` mentions, the nearest first, before pronoun `i`."""
    pronoun = scene.mentions[i]
    barred: set[int] = set()
    seen: dict[int, list[int]] = {}
    for k in fitting:
        root, other = scene.clusters.find(k), scene.mentions[k]
        back = scene.back(other, pronoun)
        if (back <= 1 and said_by(scene.analysis, other, pronoun, scene.quoted)) or (
            back == 0 and bound(scene.analysis, other, pronoun)
        ):
            barred.add(root)
        else:
            seen.setdefault(root, []).append(k)
    ahead = fitting_ahead(scene, i)
    order = [root for root in seen if root not in barred]
    if ahead is not None and ahead not in barred and ahead not in order:
        order.append(ahead)
    spoke = last_speaker(scene, i)
    found: dict[int, Evidence] = {}
    counts = {root: scene.count_before(root, i) for root in order}
    leader = max(counts.values(), default=0)
    listed: set[int] = set()  # first members of lists: who stands in one list is equally near
    for root in order:
        first = first_conjunct(scene.analysis, scene.mentions[seen[root][0]].head) if root in seen else NOBODY
        rank = len(listed | {first}) - 1
        listed.add(first)
        held = evidence(scene, i, seen[root]) if root in seen else {"named": float(scene.of(root).named)}
        held["ahead"] = float(root == ahead)
        held["rank"] = min(rank, 4)
        held["mentions"] = math.log1p(counts[root])
        held["leads"] = float(counts[root] == leader and leader > 2)
        held["spoke last"] = float(root == spoke and is_reporter(scene, i))
        held["spoke last, told"] = float(root == spoke and not is_reporter(scene, i))
        found[root] = held
    return found


def evidence(scene: Scene, i: int, at: Sequence[int]) -> dict[str, float]:
    """What the places of one chain, the nearest first, say for a pronoun."""
    analysis, pronoun = scene.analysis, scene.mentions[i]
    near = at[0]
    back = scene.back(scene.mentions[near], pronoun)
    found: dict[str, float] = {f"back {min(back, 4)}": 1.0}
    subject_back = min((scene.back(scene.mentions[k], pronoun) for k in at if is_subject(scene, k)), default=None)
    if subject_back is not None and subject_back <= 3:
        found[f"subject {subject_back}"] = 1.0
        if subject_back <= 1:
            found["subject near"] = 1.0
    other = scene.mentions[near]
    token = analysis.tokens[other.head]
    traits = scene.of(scene.clusters.find(near))
    found["gender"] = float(pronoun.gender in traits.genders)
    found["named"] = float(traits.named)
    found["part"] = float(token.dep in {"compound", "npadvmod", "poss", "nmod"})
    found["beside"] = float(
        token.dep == "conj" or any(analysis.tokens[c].dep == "conj" for c in analysis.children[token.i])
    )
    within = [k for k in at if scene.back(scene.mentions[k], pronoun) == 0]
    found["says"] = float(any(says(analysis, scene.mentions[k], pronoun) for k in within))
    found["in quote"] = float(other.head in scene.quoted and pronoun.head not in scene.quoted)
    found["out of quote"] = float(other.head not in scene.quoted and pronoun.head in scene.quoted)
    found["times near"] = float(min(3, sum(1 for k in at if scene.back(scene.mentions[k], pronoun) <= 2)))
    return found


def fitting_ahead(scene: Scene, i: int) -> int | None:
    """The chain of the subject behind what is put before it, where the pronoun stands in that and agrees."""
    pronoun = scene.mentions[i]
    subject = main_subject(scene.analysis, pronoun.head)
    for k in range(i + 1, min(len(scene.mentions), i + 12)) if subject is not None else ():
        other = scene.mentions[k]
        if other.head == subject and other.form != "pronoun" and scene.of(scene.clusters.find(k)).agrees(pronoun):
            return scene.clusters.find(k)
    return None


def nobody(scene: Scene, i: int) -> Evidence:
    """What speaks for a pronoun that means none of the chains before."""
    pronoun = scene.mentions[i]
    quoted = pronoun.head in scene.quoted
    return {"nobody": 1.0, "nobody, quoted": float(quoted), "nobody, own": float(owned_by_unnamed(scene, i))}


def owned_by_unnamed(scene: Scene, i: int) -> bool:
    """Whether a possessive stands in a clause whose subject is a single noun that is no mention: "a guard lost his key"."""
    analysis, token = scene.analysis, scene.analysis.tokens[scene.mentions[i].head]
    if token.dep != "poss":
        return False
    subject = child(analysis, clause_head(analysis, token.i), *SUBJECTS)
    return (
        subject is not None
        and subject < token.i
        and analysis.tokens[subject].tag == "NN"
        and all(scene.mentions[k].head != subject for k in range(max(0, i - 8), i))
    )


def is_subject(scene: Scene, k: int) -> bool:
    """Whether a mention, or the first of the list it stands in, is a subject or the agent of a passive."""
    tokens = scene.analysis.tokens
    token = tokens[first_conjunct(scene.analysis, scene.mentions[k].head)]
    above = tokens[token.head]
    according = token.dep == "pobj" and tokens[above.head].text.lower() == "according"
    return token.dep in SUBJECTS or (token.dep == "pobj" and above.dep == "agent") or according


def is_reporter(scene: Scene, i: int) -> bool:
    """Whether a pronoun is the subject of a verb of saying."""
    token = scene.analysis.tokens[scene.mentions[i].head]
    return token.dep in SUBJECTS and scene.analysis.tokens[token.head].lemma in reporting()


def spoken_of(scene: Scene, k: int, i: int) -> bool:
    """Whether a mention stands in what somebody says in the sentence before pronoun `i`: its speaker goes on."""
    analysis, other = scene.analysis, scene.mentions[k]
    if scene.back(other, scene.mentions[i]) != 1:
        return False
    return any(
        analysis.tokens[above].dep == "ccomp" and analysis.tokens[analysis.tokens[above].head].lemma in reporting()
        for above in ancestors(analysis, other.head)
    )


def last_speaker(scene: Scene, i: int) -> int | None:
    """The chain that was last the subject of a verb of saying, outside quotations."""
    for k in range(i - 1, max(-1, i - LOOK_BACK), -1):
        if scene.mentions[k].head not in scene.quoted and is_reporter(scene, k):
            return scene.clusters.find(k)
    return None


def score(held: Evidence, table: str) -> float:
    """The weighed sum of evidence."""
    return sum(weights(table).get(name, 0.0) * value for name, value in held.items())


def chances(found: Mapping[int, Evidence], none: Evidence, table: str = TABLE) -> dict[int, float]:
    """How likely each chain is what a pronoun or role means; `NOBODY` for none."""
    scores = {root: score(held, table) for root, held in (*found.items(), (NOBODY, none))}
    top = max(scores.values())
    total = sum(math.exp(s - top) for s in scores.values())
    return {root: math.exp(s - top) / total for root, s in scores.items()}
