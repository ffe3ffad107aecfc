"""When and where an act takes place, by the words of its own clause."""

from collections.abc import Iterator

from tidings.grammar.events.parties import Cast
from tidings.grammar.tree import children, conjuncts, noun_phrase
from tidings.model import Analysis, Span

__all__ = ["own_time", "place_of", "planned_time"]

CLOSE = 8  # tokens
FIXED = frozenset({"set", "fix", "schedule", "slate", "plan", "appoint", "arrange"})
SETTING = FIXED | {"scheduled", "planned", "due", "expect", "open", "begin", "start", "take", "hold", "convene"}


def own_time(cast: Cast, noun: int) -> int | None:
    """Index of the time that hangs on the noun itself: "the talks on Monday"."""
    scene, planned = cast.scene, planned_time(cast, noun)
    if planned is not None:
        return planned
    for t in scene.by_sentence.get(cast.analysis.tokens[noun].sentence, ()):
        at = scene.heads[t]
        if scene.governor(t) == noun or unparted(cast.analysis, noun, at):
            return t
    return None


def planned_time(cast: Cast, noun: int) -> int | None:
    """Index of the time for which a noun is set: "a visit agreed in May and set for June 4", "the fair that was to open today"."""
    plans = frozenset(setting_of(cast.analysis, noun))
    times = cast.scene.by_sentence.get(cast.analysis.tokens[noun].sentence, ()) if plans else ()
    return next((t for t in times if cast.scene.governor(t) in plans), None)


def setting_of(analysis: Analysis, noun: int) -> Iterator[int]:
    """The words beside a noun that say for when it is set, or that it takes place."""
    for head in children(analysis, noun, "acl", "relcl", "amod"):
        for clause in conjuncts(analysis, head):
            below = children(analysis, clause, "xcomp", "acomp")
            yield from (i for i in (clause, *below) if analysis.tokens[i].lemma.lower() in SETTING)
    for prep in children(analysis, noun, "prep"):  # "the visit to Norway, which was set for May 14"
        for place in children(analysis, prep, "pobj"):
            clauses = [c for head in children(analysis, place, "acl", "relcl") for c in conjuncts(analysis, head)]
            yield from (i for i in clauses if is_set_for(analysis, i))
            yield from (i for clause in clauses for i in what_was_to_be(analysis, clause))
    # Parsers hang "the visit that she was to pay" on the verb over the visit as often as on it.
    over = analysis.tokens[noun].head
    behind = (c for c in children(analysis, over, "advcl", "ccomp") if c > noun and opens_relatively(analysis, noun, c))
    for clause in (*children(analysis, noun, "relcl"), *behind):
        yield from what_was_to_be(analysis, clause)
    if analysis.tokens[noun].dep in {"nsubj", "nsubjpass"}:  # participles behind a noun are often read as its verb
        yield from (i for i in conjuncts(analysis, analysis.tokens[noun].head) if is_set_for(analysis, i))


def opens_relatively(analysis: Analysis, noun: int, clause: int) -> bool:
    """Whether "which" or "that" opens a clause behind a noun."""
    return any(t.text.lower() in {"which", "that"} for t in analysis.tokens[noun + 1 : clause])


def what_was_to_be(analysis: Analysis, clause: int) -> Iterator[int]:
    """The verbs of a clause that tells what had been to come: "the visit that she was to pay on Monday", "were due to open"."""
    be = analysis.tokens[clause]
    if be.lemma.lower() != "be" or be.tag != "VBD":
        return
    due = [i for i in children(analysis, clause, "acomp") if analysis.tokens[i].lemma.lower() in SETTING]
    for above in (clause, *due):
        for verb in children(analysis, above, "xcomp"):
            if any(analysis.tokens[a].text.lower() == "to" for a in children(analysis, verb, "aux")):
                yield from (clause, verb)


def is_set_for(analysis: Analysis, verb: int) -> bool:
    """Whether a verb says for when something is set: "set for May 14"."""
    preps = (analysis.tokens[p].text.lower() for p in children(analysis, verb, "prep"))
    return analysis.tokens[verb].lemma.lower() in FIXED and "for" in preps


def unparted(analysis: Analysis, noun: int, later: int) -> bool:
    """Whether a word follows a noun closely with no verb, comma or quote mark between: parsers go wrong, places less so."""
    between = analysis.tokens[noun + 1 : later]
    parts = any(t.pos in {"VERB", "SCONJ"} or t.text in {",", ";", "“", "”", '"', "—"} for t in between)
    return 0 < later - noun <= CLOSE and not parts


def place_of(analysis: Analysis, kinds: dict[int, str], verb: int, noun: int | None) -> Span | None:
    """The place after "in" or "at" on the act's verb or noun."""
    for head in (noun, verb):
        if head is None:
            continue
        for prep in children(analysis, head, "prep"):
            if analysis.tokens[prep].text.lower() not in {"in", "at"}:
                continue
            for place in children(analysis, prep, "pobj"):
                if kinds.get(place) in {"country", "place"} or analysis.tokens[place].ent in {"GPE", "LOC", "FAC"}:
                    return noun_phrase(analysis, place)
    return None
