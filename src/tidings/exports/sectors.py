"""PLOVER's sector codes of an entity, from the words of its roles and of its name."""

from tidings.lexicon.sectors import sector
from tidings.model import Entity

__all__ = ["sectors"]


def sectors(entity: Entity) -> tuple[str, ...]:
    """The codes, most telling first, each once; () where nothing tells one.

    A state as such is GOV, as PLOVER codes a country that acts. Roles are asked before the name, for
    a person's name may hold any word; a place has none.
    """
    if entity.kind == "country":
        return ("GOV",)
    if entity.kind in {"place", "vessel"}:
        return ()
    words = (entity.role, *entity.roles) if entity.kind == "person" else (entity.name, entity.role, *entity.aliases)
    found = (sector(text) for text in words if text)
    return tuple(dict.fromkeys(code for code in found if code))
