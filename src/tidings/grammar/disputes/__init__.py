"""Patterns that find where accounts of one thing differ, one kind of difference a file."""

from collections.abc import Iterable, Iterator, Sequence

from tidings.grammar.disputes.acts import acts_of
from tidings.grammar.disputes.attributions import attributions
from tidings.grammar.disputes.brief_denials import brief_denials
from tidings.grammar.disputes.briefs import Brief, alien, briefs
from tidings.grammar.disputes.causes import causes
from tidings.grammar.disputes.certainty import certainty
from tidings.grammar.disputes.characters import talks_called
from tidings.grammar.disputes.charges import charges
from tidings.grammar.disputes.claims import Claim, Dispute
from tidings.grammar.disputes.contrasts import contrasts
from tidings.grammar.disputes.dated_deeds import dated_deeds
from tidings.grammar.disputes.denials import denials
from tidings.grammar.disputes.distances import distances
from tidings.grammar.disputes.initiators import initiators
from tidings.grammar.disputes.introduced import introductions
from tidings.grammar.disputes.loaded import loaded_words
from tidings.grammar.disputes.numbers import covers, numbers
from tidings.grammar.disputes.occasions import days, places
from tidings.grammar.disputes.offices import offices
from tidings.grammar.disputes.persons import ages, ranks
from tidings.grammar.disputes.rejoinders import rejoinders
from tidings.grammar.disputes.roles import legal_states
from tidings.grammar.disputes.scene import Scene, scene_of
from tidings.grammar.disputes.two_voices import two_voices
from tidings.grammar.disputes.weighed import Judged, judged, unlikely, weighed
from tidings.grammar.disputes.wordings import renderings

__all__ = ["Claim", "Dispute", "Scene", "disputes", "scene_of"]

FACTS = (denials, rejoinders, contrasts, ranks, offices, ages, legal_states, attributions, initiators, distances)
OF_ACTS = (numbers, days, places)
WORDINGS = (renderings, talks_called, certainty, introductions, loaded_words)


def disputes(scene: Scene) -> Iterator[Dispute]:
    """All of them, disputes of fact before wordings."""
    facts = [dispute for find in FACTS for dispute in find(scene)]
    facts += unlike(charges(scene), facts)
    facts += beside(two_voices(scene), facts)
    facts += beside(causes(scene), facts)
    told = acts_of(scene)
    short_ones = {b.document: b for b in briefs(scene)}
    found = judged(scene, tuple(short_ones.values()))
    facts += [d for compare in OF_ACTS for d in compare(scene, told) if not of_a_part(d, short_ones, found)]
    facts += unlike(dated_deeds(scene), facts)
    likely = list(weighed(found))
    facts += unlike(brief_denials(scene, tuple(short_ones.values())), facts)
    yield from facts
    yield from unlike((d for d in likely if d.kind != "wording"), facts)
    worded = [dispute for find in WORDINGS for dispute in find(scene)]
    yield from worded
    yield from unlike((d for d in likely if d.kind == "wording"), worded)


def of_a_part(dispute: Dispute, short: dict[str, Brief], found: Sequence[Judged]) -> bool:
    """Whether two short reports count, and one count has a name beside it that the other report lacks, or what is weighed speaks against it: it is of a part."""
    claims = [c for _, side in dispute.sides for c in side]
    if dispute.kind != "number" or not all(c.document in short for c in claims):
        return False
    if len({c.document for c in claims}) > 1 and unlikely(dispute, found):
        return True
    others = [(c, o) for c in claims for o in {d.document for d in claims} if o != c.document]
    return any(alien(c.span, short[c.document], short[o]) for c, o in others)


def unlike(found: Iterable[Dispute], known: Sequence[Dispute]) -> list[Dispute]:
    """Those that are not of the words that a known one shows."""
    return [d for d in found if not any(same(d, other) for other in known)]


def beside(found: Iterable[Dispute], known: Sequence[Dispute]) -> list[Dispute]:
    """Those whose answer no known one of their kind shows."""
    shown = [c for d in known if d.kind in ("denial", "attribution") for _, side in d.sides for c in side]
    return [d for d in found if not any(covers(c, s) or covers(s, c) for c in d.sides[1][1] for s in shown)]


def same(dispute: Dispute, known: Dispute) -> bool:
    """Whether a dispute is of the words that another shows."""
    claims = [c for _, side in dispute.sides for c in side]
    shown = [c for _, side in known.sides for c in side]
    return dispute.kind == known.kind and all(any(covers(c, s) or covers(s, c) for s in shown) for c in claims)
