"""Acts that another act only asks for, offers, refuses or threatens."""

from collections.abc import Iterable
from dataclasses import replace

from tidings.grammar.events.frame import Frame
from tidings.grammar.events.lexicon import Sense
from tidings.grammar.events.plover import SPOKEN
from tidings.grammar.events.verb_senses import complements
from tidings.grammar.tree import ancestors, child, children, sentence_of, subtree
from tidings.model import Analysis

__all__ = ["BACKGROUND", "SPEECH", "inside_speech", "with_aims"]

BACKGROUND = frozenset({"after", "before", "during", "since", "following", "amid", "despite", "because"})
COUNTERPARTS = frozenset({"CONSULT", "AGREE", "REQUEST", "SUPPORT"})  # acts between those who deal with each other
SPEECH = SPOKEN | {"SUPPORT"}


def is_speech(sense: Sense) -> bool:
    """Whether an act is done by words; what concludes an agreement is more than words."""
    return sense.type in SPEECH and sense.dealing != "agreement"


def inside_speech(analysis: Analysis, frames: dict[int, Frame], verb: int) -> int | None:
    """The verb of the act that only asks, offers, refuses or threatens this one, which then is no event of its own."""
    verb = last = listed_with(analysis, verb)
    for above in ancestors(analysis, verb):
        dep = analysis.tokens[last].dep
        if dep == "prep" and analysis.tokens[last].text.lower() in BACKGROUND:
            return None
        if dep == "advcl" and last in complements(analysis, above):
            dep = "xcomp"
        if dep == "acl" and analysis.tokens[last].tag == "VBN":
            return None  # "demanded the release of the men held by X"
        if dep in {"relcl", "advcl", "parataxis"} or (dep == "conj" and analysis.tokens[above].pos in {"VERB", "AUX"}):
            if dep != "conj":
                return None
            last = above
            continue
        held = frames.get(above)
        if dep == "ccomp" and analysis.tokens[above].lemma.lower() == "say":
            return None  # "X said yes and Y said no", which a parse has as what X said
        if held is not None and held.noun is None and is_speech(held.sense):
            return above if last not in subtree_of_subject(analysis, above) else None
        last = above
    return None


def listed_with(analysis: Analysis, verb: int) -> int:
    """The infinitive that a bare verb goes on from, where the parser hung it elsewhere: "vowing to pull out, free them and start talks"."""
    first = verb
    while analysis.tokens[first].dep == "conj" and is_bare(analysis, analysis.tokens[first].head):
        first = analysis.tokens[first].head
    row = (first, *children(analysis, first, "conj"))
    bare = any(analysis.tokens[i].tag == "VB" for i in row if i != first) and is_bare(analysis, first)
    if not bare or analysis.tokens[first].dep not in {"advcl", "conj", "dep"}:
        return verb
    start, _ = sentence_of(analysis, first)
    before = (i for i in range(first - 1, start, -1) if analysis.tokens[i].tag == "VB")
    return next((i for i in before if analysis.tokens[i - 1].text.lower() == "to"), verb)


def is_bare(analysis: Analysis, verb: int) -> bool:
    """Whether a verb may be an infinitive without "to": its plain form, with no subject and no auxiliary."""
    token = analysis.tokens[verb]
    return (
        token.pos == "VERB"
        and token.text.lower() == token.lemma.lower()
        and not children(analysis, verb, "nsubj", "nsubjpass", "aux", "auxpass", "mark")
    )


def with_aims(analysis: Analysis, frames: dict[int, Frame], nouns: Iterable[Frame] = ()) -> dict[int, Frame]:
    """Speech acts that name nobody they are aimed at, aimed at those in what they ask, offer, refuse or threaten."""
    found = dict(frames)
    further = ((f.head, f) for f in nouns if f.sense.type in COUNTERPARTS or f.sense.mode == "resign")
    for verb, frame in (*sorted(frames.items()), *further):
        holder = inside_speech(analysis, frames, verb)
        if holder is not None and not found[holder].recipients and not found[holder].sense.mutual:
            own = found[holder].actors
            threat = found[holder].sense.type == "THREATEN"  # whose doers are the threatener's own side
            aims = tuple(p for p in (*frame.recipients, *(() if threat else frame.actors)) if p not in own)
            if found[holder].sense.dealing == "denial":
                aims = tuple(p for p in aims if analysis.tokens[p].pos != "PRON")  # "denied it was in talks": its own
            found[holder] = replace(found[holder], recipients=aims)
    return found


def subtree_of_subject(analysis: Analysis, verb: int) -> frozenset[int]:
    """The tokens of a verb's own subject, whose acts are told, not asked."""
    subject = child(analysis, verb, "nsubj", "nsubjpass")
    return frozenset() if subject is None else frozenset(subtree(analysis, subject))
