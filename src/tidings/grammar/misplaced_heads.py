"""Words that a parse hung where the grammar lets them not stand: a subject on an auxiliary, a past verb under "would", two subjects of "which X refused"."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from tidings.model import Token, Unit

__all__ = ["with_heads_in_place"]

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
AUXILIARIES = frozenset({"aux", "auxpass"})
INSIDE = frozenset({"ccomp", "xcomp", "conj"})
OBJECTS = frozenset({"which", "that"})
FLOATING = frozenset({"both", "all", "each"})  # "which both back X"

# What is done to who is held, not by who has just acted.
TAKEN = frozenset(
    {"abduct", "arrest", "capture", "confiscate", "detain", "hijack", "impound", "imprison", "jail", "kidnap", "seize"}
)
SCENES = frozenset({"GPE", "LOC", "FAC", "DATE", "TIME"})

Below = Mapping[int, Sequence[Token]]


def with_heads_in_place(unit: Unit) -> Unit:
    """The unit with each such word hung where it must stand."""
    below: dict[int, list[Token]] = {}
    for t in unit.tokens:
        if t.head != t.i:
            below.setdefault(t.head, []).append(t)
    found: dict[int, Token] = {}
    for t in unit.tokens:
        if (verb := verb_of_subject(unit.tokens, below, t)) is not None:
            passive = any(c.dep == "auxpass" for c in below.get(verb, ()))
            found[t.i] = replace(t, head=verb, dep="nsubjpass" if passive else "nsubj")
        elif (verb := verb_joined_to(unit.tokens, below, t)) is not None:
            found[t.i] = replace(t, head=verb)
        elif is_genitive(unit.tokens, t):
            found[t.i] = replace(t, tag="POS", pos="PART", dep="case", head=t.i - 1)
            if unit.tokens[t.i - 1].dep in {"nmod", "compound"}:
                found[t.i - 1] = replace(unit.tokens[t.i - 1], dep="poss")
        elif (later := joined_behind(unit.tokens, below, t)) is not None:
            found[t.i] = replace(t, head=later.head, dep=later.dep)
            found[later.i] = replace(later, head=t.i, dep="conj")
        elif (noun := taken_one(unit.tokens, below, t)) is not None:
            found[t.i] = replace(t, head=noun, dep="acl", tag="VBN")
        elif is_object(unit.tokens, below, t):
            found[t.i] = replace(t, dep="dobj")
    return replace(unit, tokens=tuple(found.get(t.i, t) for t in unit.tokens)) if found else unit


def verb_of_subject(tokens: Sequence[Token], below: Below, word: Token) -> int | None:
    """The verb of a subject that hangs on its auxiliary: "Oslo had three times asked"."""
    aux = tokens[word.head]
    if word.dep not in SUBJECTS or aux.dep not in AUXILIARIES:
        return None
    verb = tokens[aux.head]
    alone = not any(c.dep in SUBJECTS for c in below.get(verb.i, ()))
    return verb.i if word.i < aux.i < verb.i and alone else None


def is_genitive(tokens: Sequence[Token], mark: Token) -> bool:
    """Whether a mark that a parser takes for the end of a quotation is a genitive's: "the Tanners’ Guild"."""
    if mark.text not in {"’", "'"} or mark.tag != "''" or not 0 < mark.i < len(tokens) - 1:
        return False
    before, after = tokens[mark.i - 1], tokens[mark.i + 1]
    held = before.tag in {"NNS", "NNPS"} and before.end == mark.start and before.text.endswith("s")
    noun = after.sentence == mark.sentence and after.pos in {"NOUN", "PROPN", "ADJ"} and after.head >= after.i
    opened = any(t.text in {"‘", "'", "`"} for t in tokens[: mark.i] if t.sentence == mark.sentence)
    return held and noun and not opened


def joined_behind(tokens: Sequence[Token], below: Below, word: Token) -> Token | None:
    """The name behind "and" with which a body acts, where a parse hung the body on it: "The Tanners' Guild and Velm Timber signed"."""
    later = tokens[word.head]
    joins = next((c for c in below.get(word.i, ()) if c.dep == "cc" and word.i < c.i < later.i), None)
    if word.dep != "nmod" or later.dep not in SUBJECTS or joins is None or joins.text.lower() != "and":
        return None
    return later if word.ent == "ORG" and later.pos == "PROPN" and not joins.ent else None


def verb_joined_to(tokens: Sequence[Token], below: Below, word: Token) -> int | None:
    """The past verb that a past verb goes on from, where the parse joined it to one that "would" or "to" governs.

    "She promised that they would be sent and denied a delay": nobody "would denied".
    """
    if word.dep != "conj" or word.tag != "VBD" or any(c.dep in SUBJECTS for c in below.get(word.i, ())):
        return None
    here = tokens[word.head]
    if not is_governed(below, here) or word.text.lower() == word.lemma.lower():
        return None
    if here.tag == "VBN" and not any(c.dep in {"dobj", "ccomp"} for c in below.get(word.i, ())):
        return None  # "should be freed and paid"
    while here.dep in INSIDE and here.head != here.i:
        here = tokens[here.head]
        if here.tag == "VBD" and any(c.dep in SUBJECTS for c in below.get(here.i, ())):
            return here.i
    return None


def is_governed(below: Below, verb: Token) -> bool:
    """Whether a verb is a bare form, or "be" and a participle, under a modal or "to"; "would have sent" may go on "and denied"."""
    before = [c for c in below.get(verb.i, ()) if c.dep in AUXILIARIES]
    words = {c.text.lower() for c in before}
    bare = verb.tag == "VB" or (verb.tag == "VBN" and "be" in words)
    return bare and "have" not in words and any(c.tag in {"MD", "TO"} for c in before)


def taken_one(tokens: Sequence[Token], below: Below, word: Token) -> int | None:
    """Who or what was taken, by a participle right behind them that a parse gave to who acts: "Oslo asked them to free the Sigyn, seized in May"."""
    if (
        word.lemma.lower() not in TAKEN
        or word.tag not in {"VBN", "VBD"}
        or word.i < 2
        or word.dep not in {"advcl", "conj"}
    ):
        return None
    own = below.get(word.i, ())
    if any(c.dep in {*SUBJECTS, *AUXILIARIES, "mark"} or (c.dep == "dobj" and c.ent not in SCENES) for c in own):
        return None
    noun, behind = tokens[word.i - 2], tokens[word.i + 1] if word.i + 1 < len(tokens) else None
    comma = tokens[word.i - 1].text == "," and noun.sentence == word.sentence
    if not comma or behind is None or behind.tag not in {"IN", "RP", "RB"} or word.head > word.i:
        return None
    if any(c.dep == "cc" and c.i < word.i and c.i > noun.i for c in below.get(word.head, ())):
        return None
    if noun.dep in {"appos", "compound"} and tokens[noun.head].i < noun.i:
        return noun.head if tokens[noun.head].dep == "dobj" else None
    return noun.i if noun.dep == "dobj" and noun.ent not in SCENES else None


def is_object(tokens: Sequence[Token], below: Below, word: Token) -> bool:
    """Whether "which" is told as the subject of a verb that has its own: "the samples, which Berg refused"."""
    if word.dep != "nsubj" or word.tag != "WDT" or word.text.lower() not in OBJECTS:
        return False
    others = [c for c in below.get(word.head, ()) if c.dep in SUBJECTS and c.i != word.i]
    own = len(others) == 1 and word.i < others[0].i < word.head and others[0].text.lower() not in FLOATING
    return own and not any(c.dep == "dobj" for c in below.get(word.head, ()))
