"""What a row needs of other records: names, countries and sectors of entities, short ids, dates of documents."""

from dataclasses import dataclass

from tidings.exports.sectors import sectors
from tidings.model import Account, DocumentRecord, Entity

__all__ = ["Names", "country", "short"]

SHORT = {
    "documents": "D",
    "entities": "E",
    "quotes": "Q",
    "statements": "S",
    "events": "V",
    "dealings": "L",
    "differences": "F",
}


def short(kind: str, place: int) -> str:
    """The id for people of the record at `place` (from 0) of the account's list `kind`."""
    return f"{SHORT[kind]}{place + 1}"


def country(acts_for: str | None) -> str | None:
    """The ISO 3166-1 alpha-3 code in `acts_for`; None where it is a body."""
    return acts_for if acts_for and len(acts_for) == 3 and acts_for.isascii() and acts_for.isupper() else None


@dataclass(frozen=True, slots=True)
class Names:
    """The records of an account by id."""

    entities: dict[str, Entity]
    documents: dict[str, DocumentRecord]
    witness: dict[str, str]  # document -> smallest id of its origin

    @classmethod
    def of(cls, account: Account) -> "Names":
        """Look everything up once."""
        witness = {one.id: one.id for one in account.documents}
        for group in account.copies:
            reached = {witness[name] for name in group.documents if name in witness}
            witness |= {name: min(reached) for name, at in witness.items() if at in reached}
        return cls({e.id: e for e in account.entities}, {d.id: d for d in account.documents}, witness)

    def name(self, entity: str | None) -> str | None:
        """The entity's name."""
        found = self.entities.get(entity or "")
        return found.name if found else None

    def country(self, entity: str | None) -> str | None:
        """The state that the entity is or acts for."""
        found = self.entities.get(entity or "")
        return country(found.acts_for) if found else None

    def names(self, entities: tuple[str, ...]) -> tuple[str, ...]:
        """The names of several, in order."""
        return tuple(self.name(one) or "" for one in entities)

    def countries(self, entities: tuple[str, ...]) -> tuple[str, ...]:
        """The states of several, each once, in order."""
        return tuple(dict.fromkeys(code for one in entities if (code := self.country(one))))

    def sectors(self, entity: str) -> tuple[str, ...]:
        """PLOVER's sector codes of the entity, as far as its name and roles tell them."""
        found = self.entities.get(entity)
        return sectors(found) if found else ()
