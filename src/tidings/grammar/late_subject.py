"""Subjects that a parse hung elsewhere: "Two men were hurt, a doctor, Ada Berg, said", "A left and its envoy, Ada Berg,
stayed", "In a note to A, its tenor, Ada Berg, said"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tidings.grammar.names.kinds import reporting
from tidings.model import Token, Unit

__all__ = ["with_late_subjects"]

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
PAST = frozenset({"VBD", "VBZ"})  # forms of a verb that need a subject
HUNG = frozenset({"appos", "npadvmod", "conj", "dep", "nmod", "attr", "oprd"})


def with_late_subjects(unit: Unit) -> Unit:
    """The unit with each such noun phrase as the subject of its verb: what is set off by commas right before the verb."""
    found: dict[int, Token] = {}
    for verb in unit.tokens:
        if (second := second_subject(unit.tokens, verb)) is not None:
            found[second] = replace(unit.tokens[second], dep="nsubj", head=verb.i)
            continue
        if (torn := torn_off(unit.tokens, verb)) is not None:
            root, own, done = torn
            found[root] = replace(unit.tokens[root], dep="nsubj", head=verb.i)
            found[own] = replace(unit.tokens[own], head=done)
            found[done] = replace(unit.tokens[done], dep="ccomp", tag="VBD", head=verb.head)
            found[verb.i] = replace(verb, dep="ROOT", head=verb.i)
            continue
        if (whose := whose_own(unit.tokens, verb)) is not None:
            found[whose] = replace(unit.tokens[whose], dep="nsubj", head=verb.i)
            found[verb.i] = replace(verb, dep="relcl", tag="VBD", head=unit.tokens[whose].head)
            continue
        if (joined := joined_person(unit.tokens, verb)) is not None:
            found[verb.i] = replace(verb, head=joined)
            continue
        if verb.pos != "VERB" or verb.lemma.lower() not in reporting():
            continue
        if (who := late_subject(unit.tokens, verb)) is not None:
            found[who] = replace(unit.tokens[who], dep="nsubj", head=verb.i)
        elif (opened := behind_phrase(unit.tokens, verb)) is not None:
            who, *beside = opened
            found[who] = replace(unit.tokens[who], dep="nsubj", head=verb.i)
            found |= {i: replace(unit.tokens[i], dep="appos", head=who) for i in beside}
        elif (two := two_people(unit.tokens, verb)) is not None:
            done_to, speaker, act = two
            found[done_to] = replace(unit.tokens[done_to], dep="dobj", head=act)
            found[speaker] = replace(unit.tokens[speaker], dep="nsubj", head=verb.i)
    return replace(unit, tokens=tuple(found.get(t.i, t) for t in unit.tokens)) if found else unit


def hung_on(tokens: Sequence[Token], verb: Token) -> list[Token]:
    """What a parse hangs on a verb."""
    return [t for t in tokens if t.head == verb.i and t.i != verb.i]


def late_subject(tokens: Sequence[Token], verb: Token) -> int | None:
    """The noun that hangs in what a verb without a subject says, and is all that stands between a comma and the verb."""
    if verb.i < 4:
        return None
    last = verb.i - 2 if tokens[verb.i - 1].text == "," else verb.i - 1
    below = hung_on(tokens, verb)
    said = next((t.i for t in below if t.dep == "ccomp" and t.i < verb.i), None)
    if said is None or any(t.dep in SUBJECTS for t in below):
        return None
    path = list(above(tokens, last))
    inside = path[: path.index(said)] if said in path else []
    for i in reversed(inside):  # the noun that holds most comes first
        first = begins(tokens, i)
        named = any(t.ent == "PERSON" for t in tokens[first : verb.i])
        apart = first > 0 and tokens[first - 1].text == ","
        if tokens[i].dep in HUNG and tokens[i].pos in {"NOUN", "PROPN"} and apart and named:
            return i
    return None


def behind_phrase(tokens: Sequence[Token], verb: Token) -> tuple[int, ...] | None:
    """Who speaks, and what stands beside them, where a parse hung them all beside the noun of the phrase that opens the
    sentence: "In a note to the choir, the tenor, Ada Berg, said"."""
    below = hung_on(tokens, verb)
    if verb.tag not in PAST | {"VBP"} or any(t.dep in SUBJECTS or t.dep.startswith("aux") for t in below):
        return None
    opens = next((t for t in below if t.dep == "prep" and t.i < verb.i), None)
    before = tokens[opens.i - 1] if opens is not None and opens.i else None
    if opens is None or (before is not None and before.sentence == verb.sentence and before.pos != "PUNCT"):
        return None
    last = verb.i - 2 if tokens[verb.i - 1].text == "," else verb.i - 1
    held = next((tokens[i].head for i in above(tokens, last) if tokens[i].dep == "appos"), None)
    if held is None or held <= opens.i or opens.i not in above(tokens, held):
        return None
    beside = [t.i for t in tokens if t.head == held and t.dep == "appos" and held < t.i < verb.i]
    if not beside:
        return None
    first = begins(tokens, beside[0])
    named = any(t.pos == "PROPN" for t in tokens[first : verb.i])
    whole = all(any(i in above(tokens, t.i) for i in beside) or t.text == "," for t in tokens[first : verb.i])
    apart = first > 0 and tokens[first - 1].text == ","
    return tuple(beside) if apart and named and whole else None


def torn_off(tokens: Sequence[Token], verb: Token) -> tuple[int, int, int] | None:
    """Who says it, and the subject and verb of the clause before, in "Berg, who claimed that the beeches fell, said that …",
    where a parse takes "said" for what the beeches did."""
    if verb.i < 6 or verb.dep != "ccomp" or verb.tag not in PAST or tokens[verb.i - 1].text != ",":
        return None
    if verb.lemma.lower() not in reporting() or not any(
        t.head == verb.i and t.dep == "ccomp" for t in tokens[verb.i :]
    ):
        return None
    relative = tokens[verb.head]
    root = tokens[relative.head]
    own = next((t for t in tokens[: verb.i] if t.head == verb.i and t.dep == "nsubj"), None)
    if relative.dep != "relcl" or root.dep != "ROOT" or root.pos not in {"PROPN", "NOUN"} or own is None:
        return None
    done = next((t for t in tokens[own.i : verb.i] if t.head == own.i and t.dep == "acl" and t.tag == "VBN"), None)
    return None if done is None else (root.i, own.i, done.i)


def whose_own(tokens: Sequence[Token], verb: Token) -> int | None:
    """Who acts in "the office, whose head, Ada Berg, repeated that …", where a parse takes the verb for a participle."""
    noun = tokens[verb.head]
    if verb.tag != "VBN" or verb.dep != "acl" or noun.i >= verb.i or noun.dep not in {"appos", "conj"}:
        return None
    below = hung_on(tokens, verb)
    told = any(t.dep == "ccomp" and t.i > verb.i for t in below) and not any(
        t.dep in {"agent", "auxpass"} for t in below
    )
    whose = any(t.tag == "WP$" and t.head == noun.i for t in tokens[: noun.i])
    return noun.i if whose and told and tokens[verb.i - 1].text == "," else None


def second_subject(tokens: Sequence[Token], verb: Token) -> int | None:
    """Who acts in the second of two clauses, joined to a noun of the first: "A spoke and its minister, Ada Berg, left"."""
    if verb.i < 5 or verb.tag not in PAST:
        return None
    if tokens[verb.i - 1].text != ",":
        return second_beside(tokens, verb)
    if verb.dep not in {"advcl", "conj", "ccomp"} or any(
        t.head == verb.i and t.i != verb.i and t.dep in SUBJECTS for t in tokens[: verb.i]
    ):
        return None
    beside = next((i for i in above(tokens, verb.i - 2) if tokens[i].dep == "appos"), None)
    if beside is None or beside < verb.head:
        return None
    noun = tokens[beside].head
    first = begins(tokens, noun)
    joined = tokens[noun].dep == "conj" and tokens[noun].pos in {"NOUN", "PROPN"} and first > verb.head
    return noun if joined and tokens[first - 1].dep == "cc" else None


def second_beside(tokens: Sequence[Token], verb: Token) -> int | None:
    """The same without commas, where no "and" stands before the verb: "A denied the loss and its minister Ada Berg left"."""
    below = [t for t in tokens[: verb.i] if t.head == verb.i and t.i != verb.i]
    if verb.dep != "conj" or verb.pos != "VERB" or any(t.dep in SUBJECTS or t.dep == "cc" for t in below):
        return None
    path = [tokens[i] for i in above(tokens, verb.i - 1)]
    noun = next((t for t in path if t.dep == "conj" and verb.head < t.i < verb.i and t.pos in {"NOUN", "PROPN"}), None)
    if noun is None or verb.head not in above(tokens, noun.i):
        return None
    first = begins(tokens, noun.i)
    own = tokens[first].dep == "poss" or tokens[first].text.lower() == "the"
    whole = all(noun.i in above(tokens, t.i) for t in tokens[first : verb.i])
    return noun.i if own and whole and tokens[first - 1].dep == "cc" else None


def joined_person(tokens: Sequence[Token], name: Token) -> int | None:
    """The person beside whom somebody stands whom a parse joined to that one's state: "Ada Berg of A and Karl Holm of B"."""
    if name.dep != "conj" or name.ent != "PERSON":
        return None
    state = tokens[name.head]
    of = tokens[state.head]
    person = tokens[of.head]
    if state.ent != "GPE" or state.dep != "pobj" or of.text not in {"of", "for"} or person.pos != "PROPN":
        return None
    own = any(t.head == name.i and t.text == of.text for t in tokens[name.i + 1 : name.i + 3])
    return person.i if own else None


def two_people(tokens: Sequence[Token], verb: Token) -> tuple[int, int, int] | None:
    """Whom it is done to, who says so and the act in "X will free Ada Berg, Minister Karl Holm said", taken for one person.

    An apposition would end in a comma before the verb.
    """
    speaker = tokens[verb.i - 1] if verb.i > 4 else verb
    held = tokens[speaker.head]
    if speaker.dep != "appos" or held.dep != "nsubj" or held.head != verb.i or {speaker.ent, held.ent} != {"PERSON"}:
        return None
    act = next((t for t in tokens if t.head == verb.i and t.dep == "ccomp" and t.i < held.i), None)
    if act is None or any(t.head == act.i and t.dep == "dobj" for t in tokens):
        return None
    between = tokens[act.i + 1 : held.i]
    return (held.i, speaker.i, act.i) if all(held.i in above(tokens, t.i) for t in between) else None


def above(tokens: Sequence[Token], i: int) -> Iterator[int]:
    """A token and those it hangs on, up to the root."""
    yield i
    while tokens[i].head != i:
        i = tokens[i].head
        yield i


def begins(tokens: Sequence[Token], i: int) -> int:
    """The first token of those right before `i` that hang on it."""
    first = i
    while first > 1 and i in above(tokens, first - 1):
        first -= 1
    return first
