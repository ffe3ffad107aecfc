"""The outlets of a story's reports among who is who: by their mastheads, credits and datelines, under their short names too."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from tidings.grammar.chains.entity_match import MEDIA
from tidings.grammar.names.gazetteer import entry
from tidings.grammar.names.name_signs import given_gender
from tidings.model import Anchor, Document, Entity, Reading, Span
from tidings.text.anchors import anchor
from tidings.text.names import acronym, first_letters, name_words

__all__ = ["with_outlets"]

LONGEST = 5  # words of an outlet's name; a longer credit names more than that
SMALL = frozenset({"of", "the", "and", "de", "la", "le", "for"})
MISREAD = frozenset({"person", "place", "unknown"})


def with_outlets(readings: Sequence[Reading], entities: Iterable[Entity], origin: str) -> list[Entity]:
    """The entities, those that are outlets with the names these give themselves, and outlets that only a dateline names."""
    found = {entity.id: entity for entity in entities}
    called = Called(found.values())
    for reading in readings:
        document = reading.document
        for name in dict.fromkeys(filter(None, (document.outlet, *document.credited_to))):
            if not is_name(name):
                continue
            here = in_dateline(document, name)
            known = called.very(name, found) or called.short_for(name, document, found)
            known = known or called.spelt(name, found) or called.bare(name, found)
            if known is not None:
                found[known.id] = with_name(known, name, here)
            elif here is not None:
                key = f"{document.id}/c/{here.start}"
                found[key] = Entity(key, name, "organization", (name,), None, None, (here,), origin=origin)
                known = found[key]
            if known is not None:
                called.add(found[known.id])
    return [found[key] for key in sorted(found)]


class Called:
    """Who goes by which words, so that an outlet is looked up once and not laid beside each entity of a large story."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        self.by: dict[tuple[str, ...], dict[str, None]] = {}
        for entity in entities:
            self.add(entity)

    def add(self, entity: Entity) -> None:
        """Take in an entity by all it is called."""
        for alias in entity.aliases:
            self.by.setdefault(words_of(alias), {})[entity.id] = None

    def very(self, name: str, entities: Mapping[str, Entity]) -> Entity | None:
        """The entity that goes by an outlet's very name; no state, town or person who is told of as one."""
        known = (entities[i] for i in self.by.get(words_of(name), ()))
        return next((e for e in known if e.kind != "country" and not is_somebody(e)), None)

    def spelt(self, name: str, entities: Mapping[str, Entity]) -> Entity | None:
        """The one body whose name a dateline's letters stand for, or the letters for the name: "DHP", "Dry Hill Press"."""
        letters, key = acronym(name), words_of(name)
        if len(name) > 2 and name.isupper() and " " not in name:
            ids = [
                i
                for words, own in self.by.items()
                if len(words) > 1 and first_letters(w for w in words if w not in SMALL) == name.lower()
                for i in own
            ]
        else:
            ids = list(self.by.get((letters.lower(),), ())) if len(key) > 1 and len(letters) > 2 else []
        bodies = {i: entities[i] for i in dict.fromkeys(ids) if entities[i].kind == "organization"}
        fits = [e for e in bodies.values() if e.acts_for is None and any(a.isupper() or " " in a for a in e.aliases)]
        return fits[0] if len(fits) == 1 else None

    def bare(self, name: str, entities: Mapping[str, Entity]) -> Entity | None:
        """The one entity that goes by an outlet's name without the words for outlets: "Argus" for "Argus News Agency"."""
        key = words_of(name)
        end = len(key)
        while end > 1 and key[end - 1] in MEDIA:
            end -= 1
        ids = self.by.get(key[:end], ()) if end < len(key) else ()
        fits = [entities[i] for i in ids if entities[i].kind in {"organization", "person"}]
        fits = [e for e in fits if not is_somebody(e) and all(entry(alias) is None for alias in e.aliases)]
        return fits[0] if len(fits) == 1 else None

    def short_for(self, name: str, document: Document, entities: Mapping[str, Entity]) -> Entity | None:
        """The one entity that an outlet's own report calls by the first or last word of its name alone: "the Herald"."""
        key = words_of(name)
        if len(key) < 2:
            return None
        ids = dict.fromkeys([*self.by.get(key[:1], ()), *self.by.get(key[-1:], ())])
        fits = [
            entity
            for entity in (entities[i] for i in ids)
            if entity.kind in {"organization", "person"} and not is_somebody(entity)
            if any(mention.document == document.id for mention in entity.mentions)
            if all(words_of(alias) in {key[:1], key[-1:]} and entry(alias) is None for alias in entity.aliases)
        ]
        return fits[0] if len(fits) == 1 else None


def is_somebody(entity: Entity) -> bool:
    """Whether a person is told of as one: by an office, by whom they act for, by a given name."""
    told = entity.role is not None or entity.acts_for is not None
    return entity.kind == "person" and (told or any(given_gender(a.split()[0]) for a in entity.aliases if " " in a))


def is_name(name: str) -> bool:
    """Whether a credit is one name and nothing else."""
    parts = name.split()
    capitals = all(part[0].isupper() or part in SMALL for part in parts) or len(parts) == 1
    return 0 < len(parts) <= LONGEST and capitals and parts[0] not in {"By", "From"} and '"' not in name


def words_of(name: str) -> tuple[str, ...]:
    """The words of an outlet's name, small, without the article."""
    return tuple(word for word in name_words(name) if word != "the")


def with_name(entity: Entity, name: str, here: Anchor | None) -> Entity:
    """An entity that is an outlet, with one more of its names and places."""
    own = (name, name.removeprefix("The "))
    mentions = {*entity.mentions, *([here] if here is not None else [])}
    ordered = tuple(sorted(mentions, key=lambda a: (a.document, a.start, a.end)))
    kind = "organization" if entity.kind in MISREAD else entity.kind
    best = entity.name if len(words_of(entity.name)) >= len(words_of(name)) else name
    names = tuple(dict.fromkeys((best, *entity.aliases, *own)))
    return replace(entity, name=best, kind=kind, aliases=names, mentions=ordered, role=None)


def in_dateline(document: Document, name: str) -> Anchor | None:
    """Where a report's dateline names an outlet."""
    for block in document.blocks:
        if block.kind == "dateline":
            at = document.text.find(name, block.start, block.end)
            return None if at < 0 else anchor(document, Span(at, at + len(name)))
    return None
