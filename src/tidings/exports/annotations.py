"""What an account says of the words of its documents, as W3C Web Annotations (Recommendation of 23 February 2017)."""

from collections.abc import Iterable, Iterator

from tidings.codec import to_json
from tidings.codec.plain import Plain
from tidings.exports.naming import Names
from tidings.model import Account, Anchor, DocumentRecord

__all__ = ["annotations"]

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
AROUND = 32  # code points of prefix and suffix


def annotations(account: Account) -> str:
    """One AnnotationPage as JSON-LD: an annotation a mention, quote, event, dealing and side of a difference.

    A target points at the document's clean text by TextQuoteSelector and TextPositionSelector (Unicode code
    points, half-open); `scope` is the document's address. Ids are URNs: urn:tidings:KIND:ID.
    """
    names = Names.of(account)
    software = f"{account.generator.name} {account.generator.version}"
    items = [
        {**annotation, "generator": {"id": "urn:tidings:software", "type": "Software", "name": software}}
        for annotation in _all(account, names)
    ]
    page = {"@context": CONTEXT, "id": "urn:tidings:account", "type": "AnnotationPage", "items": items}
    return to_json(page) + "\n"


def _all(account: Account, names: Names) -> Iterator[dict[str, Plain]]:
    documents = names.documents
    for entity in account.entities:
        for number, spot in enumerate(entity.mentions, 1):
            told = [_text(entity.name, "identifying"), _text(entity.kind, "classifying")]
            yield _annotation(f"mention:{entity.id}:{number}", "identifying", told, (spot,), documents)
    for quote in account.quotes:
        told = [
            _text(f"quote, {quote.kind}", "classifying"),
            *([_text(names.name(quote.speaker) or "", "identifying")] if quote.speaker else []),
        ]
        yield _annotation(f"quote:{quote.id}", "describing", told, (quote.anchor,), documents)
    for event in account.events:
        code = f"{event.type}/{event.mode}" if event.mode else event.type
        told = [
            _text(event.summary, "describing"),
            *(_text(tag, "tagging") for tag in (code, event.status)),
            *(_text(name, "identifying") for name in names.names((*event.actors, *event.recipients))),
        ]
        yield _annotation(f"event:{event.id}", "describing", told, event.evidence, documents)
    for dealing in account.dealings:
        told = [_text(dealing.about, "describing"), *(_text(tag, "tagging") for tag in (dealing.kind, dealing.state))]
        yield _annotation(f"dealing:{dealing.id}", "describing", told, dealing.evidence, documents)
    for one in account.differences:
        for number, side in enumerate(one.sides, 1):
            told = [_text(f"{one.about}: {side.says}", "describing"), _text(f"difference, {one.kind}", "tagging")]
            yield _annotation(f"difference:{one.id}:{number}", "assessing", told, side.evidence, documents)


def _annotation(
    name: str, motivation: str, bodies: list[Plain], spots: Iterable[Anchor], documents: dict[str, DocumentRecord]
) -> dict[str, Plain]:
    return {
        "id": f"urn:tidings:{name}",
        "type": "Annotation",
        "motivation": motivation,
        "body": bodies,
        "target": [_target(spot, documents[spot.document]) for spot in spots],
    }


def _text(value: str, purpose: str) -> Plain:
    return {"type": "TextualBody", "value": value, "format": "text/plain", "purpose": purpose}


def _target(spot: Anchor, document: DocumentRecord) -> Plain:
    target: dict[str, Plain] = {
        "type": "SpecificResource",
        "source": f"urn:tidings:document:{document.id}",
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": spot.exact,
                "prefix": document.text[max(0, spot.start - AROUND) : spot.start],
                "suffix": document.text[spot.end : spot.end + AROUND],
            },
            {"type": "TextPositionSelector", "start": spot.start, "end": spot.end},
        ],
    }
    return {**target, "scope": document.url} if document.url else target
