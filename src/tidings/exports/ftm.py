"""An account as FollowTheMoney entities (followthemoney 4), one a line, for Aleph, OpenAleph and their like."""

from collections.abc import Iterable, Iterator
from functools import cache

from tidings.codec import to_json
from tidings.exports.naming import Names, country
from tidings.lexicon import rows
from tidings.lexicon.sectors import STATE
from tidings.model import Account, Anchor, DocumentRecord, Entity

__all__ = ["ftm_lines"]

SCHEMATA = {"person": "Person", "organization": "Organization", "country": "PublicBody", "vessel": "Vessel"}
LANGUAGES = {"en": "eng"}  # FollowTheMoney has ISO 639-3
Values = dict[str, Iterable[str | None]]


def ftm_lines(account: Account) -> Iterator[str]:
    """Documents as Article, parties as Person, Organization, PublicBody, Vessel or Address, their places as Mention,
    events and dealings as Event, quotes and differences as Note; `proof` names the articles that say so.

    Ids are the account's with "tidings-" before them, since Aleph takes letters, digits, "." and "-".
    """
    names = Names.of(account)
    for document in account.documents:
        yield _article(document)
    for entity in account.entities:
        yield _party(entity, names)
        for number, spot in enumerate(entity.mentions, 1):
            yield _mention(entity, spot, number)
    yield from _events(account, names)
    yield from _dealings(account)
    yield from _notes(account, names)


def _line(schema: str, name: str, properties: Values) -> str:
    kept = {key: sorted({value for value in values if value}) for key, values in properties.items()}
    return to_json({"id": _id(name), "schema": schema, "properties": {key: v for key, v in kept.items() if v}})


def _id(name: str | None) -> str | None:
    return f"tidings-{name.replace('/', '.')}" if name else None


def _article(document: DocumentRecord) -> str:
    low, high = document.published_between or (None, None)
    return _line(
        "Article",
        document.id,
        {
            "fileName": [document.path],
            "title": [document.title],
            "sourceUrl": [document.url if document.url and document.url.startswith("http") else None],
            "author": [document.author],
            "publisher": [document.outlet],
            "publishedAt": [document.published],
            "date": [document.published, low, high],
            "language": [LANGUAGES.get(document.language or "")],
            "bodyText": [document.text],
        },
    )


def _party(entity: Entity, names: Names) -> str:
    code = _alpha2().get(country(entity.acts_for) or "")
    if entity.kind == "place":
        return _line("Address", entity.id, {"name": [entity.name], "full": [entity.name], "country": [code]})
    public = entity.kind == "organization" and code and STATE & set(names.sectors(entity.id))
    return _line(
        "PublicBody" if public else SCHEMATA[entity.kind],
        entity.id,
        {
            "name": [entity.name],
            "alias": [alias for alias in entity.aliases if alias != entity.name],
            "country": [code],
            **({"position": entity.roles or [entity.role]} if entity.kind == "person" else {}),
        },
    )


def _mention(entity: Entity, spot: Anchor, number: int) -> str:
    return _line(
        "Mention",
        f"{entity.id}.m{number}",
        {
            "document": [_id(spot.document)],
            "name": [spot.exact],
            "resolved": [_id(entity.id)],
            "detectedSchema": [SCHEMATA.get(entity.kind, "Address")],
            "contextCountry": [_alpha2().get(country(entity.acts_for) or "")],
        },
    )


def _proof(spots: Iterable[Anchor]) -> list[str | None]:
    return [_id(spot.document) for spot in spots]


def _events(account: Account, names: Names) -> Iterator[str]:
    for event in account.events:
        places = [one for one in (*event.actors, *event.recipients) if names.entities[one].kind == "place"]
        parties = [one for one in (*event.actors, *event.recipients) if one not in places]
        days = [event.date.from_, event.date.to]
        yield _line(
            "Event",
            event.id,
            {
                "name": [event.summary],
                "keywords": [event.type, event.mode, event.status],
                "date": days if days[0] == days[1] else [],
                "startDate": days[:1] if days[0] != days[1] else [],
                "endDate": days[1:] if days[0] != days[1] else [],
                "involved": map(_id, parties),
                "location": (names.name(one) for one in places),
                "proof": _proof(event.evidence),
                "notes": (spot.exact for spot in event.evidence),
            },
        )


def _dealings(account: Account) -> Iterator[str]:
    for dealing in account.dealings:
        yield _line(
            "Event",
            dealing.id,
            {
                "name": [f"{dealing.kind.replace('_', '-')}: {dealing.about}"],
                "keywords": [dealing.kind, dealing.state],
                "organizer": map(_id, dealing.from_all or (dealing.from_,)),
                "involved": map(_id, dealing.to_all or (dealing.to,)),
                "proof": _proof(dealing.evidence),
                "notes": (spot.exact for spot in dealing.evidence),
            },
        )


def _notes(account: Account, names: Names) -> Iterator[str]:
    for quote in account.quotes:
        said = names.name(quote.speaker) or quote.speaker_text or "speaker open"
        told: Values = {
            "name": [f"{said}: quote"],
            "description": [quote.text],
            "entity": [_id(quote.speaker)],
            "proof": _proof((quote.anchor,)),
        }
        yield _line("Note", quote.id, told)
    for one in account.differences:
        spots = [spot for side in one.sides for spot in side.evidence]
        told = {
            "name": [f"reports differ: {one.about}"],
            "description": [side.says for side in one.sides],
            "keywords": [one.kind],
            "proof": _proof(spots),
        }
        yield _line("Note", one.id, told)


@cache
def _alpha2() -> dict[str, str]:
    return {alpha3: alpha2.lower() for alpha3, alpha2 in rows("alpha2.tsv")}
