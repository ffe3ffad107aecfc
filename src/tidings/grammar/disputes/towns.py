"""One meeting, two places."""

from collections.abc import Iterator

from tidings.grammar.disputes.claims import Claim, Dispute
from tidings.grammar.disputes.initiators import MEETING
from tidings.grammar.disputes.scene import Scene
from tidings.lexicon import rows
from tidings.model import EventMention

__all__ = ["event_places"]


def event_places(scene: Scene) -> Iterator[Dispute]:
    """Events whose tellings by two witnesses name different towns."""
    telling = scene.telling
    told: dict[str, tuple[str, EventMention]] = {e.id: (r.document.id, e) for r in telling.readings for e in r.events}
    texts = {r.document.id: r.document.text for r in telling.readings}
    countries = {cell.casefold() for row in rows("countries.tsv") for cell in row}
    for group in telling.linked.of("event"):
        sides: dict[str, list[Claim]] = {}
        for member in group.members:
            document, event = told.get(member, ("", None))
            if event is None or event.type not in MEETING or event.status != "held" or event.place is None:
                continue
            name = texts[document][event.place.start : event.place.end]
            if name[:1].isupper() and name.casefold() not in countries:
                sides.setdefault(name, []).append(Claim(document, event.clause))
        names = sorted(sides)
        if (
            len(names) == 2
            and names[0].casefold() not in names[1].casefold()
            and names[1].casefold() not in names[0].casefold()
        ):
            a, b = sides[names[0]], sides[names[1]]
            if all(scene.independent(x.document, y.document) for x in a for y in b):
                yield Dispute(
                    "place",
                    "where it took place",
                    ((names[0], tuple(a)), (names[1], tuple(b))),
                    ("one event, two places",),
                    0.6,
                )
