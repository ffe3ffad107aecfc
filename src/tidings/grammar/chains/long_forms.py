"""A state's long name within the names of its bodies: "the Trade Board of the Republic of Kenya" spells out Kenya."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from tidings.grammar.names.gazetteer import entry
from tidings.model import Anchor, Entity, Reading, Span
from tidings.text.anchors import anchor

__all__ = ["with_long_forms"]

# Not behind an apostrophe: "the People's Republic of China" does not hold another state's long name.
LONG = re.compile(
    r"(?<![’']s )\b(?:[A-Z]\w+ )?(?:Kingdom|Republic|State|Federation|Sultanate|Principality) of (?:the )?[A-Z]\w+"
)


def with_long_forms(readings: Sequence[Reading], entities: Iterable[Entity]) -> list[Entity]:
    """The entities, states with the long names that stand within the names of bodies."""
    told: dict[str, dict[str, set[Anchor]]] = {}
    for reading in readings:
        text = reading.document.text
        for mention in reading.mentions:
            if mention.form == "pronoun" or mention.kind == "country":
                continue
            for found in LONG.finditer(text, mention.span.start, mention.span.end):
                for name in (found[0], found[0].partition(" ")[2]):
                    known = entry(name)
                    if known is not None and known.sort == "country" and known.country is not None:
                        here = anchor(reading.document, Span(found.end() - len(name), found.end()))
                        told.setdefault(known.country, {}).setdefault(name, set()).add(here)
                        break
    return [with_names(e, told[e.acts_for]) if e.kind == "country" and e.acts_for in told else e for e in entities]


def with_names(entity: Entity, names: dict[str, set[Anchor]]) -> Entity:
    """A state with more of its names and the places they stand in."""
    places = {*entity.mentions, *(here for name in names.values() for here in name)}
    more = tuple(name for name in sorted(names) if name not in entity.aliases)
    return replace(
        entity,
        aliases=(*entity.aliases, *more),
        mentions=tuple(sorted(places, key=lambda a: (a.document, a.start, a.end))),
    )
