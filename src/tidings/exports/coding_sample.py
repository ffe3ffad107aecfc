"""Rows for hand-coding: a random sample of an account's lines, each with its sentence, and the columns a coder fills."""

from collections.abc import Iterator
from dataclasses import dataclass

from tidings.exports.naming import Names
from tidings.model import Account, Anchor, DocumentRecord
from tidings.text.ids import content_id
from tidings.text.sentences import sentences

__all__ = ["KINDS", "QUESTIONS", "coding_sample"]

KINDS = ("events", "quotes", "dealings", "differences", "statements")
QUESTIONS = {
    "events": ("correct", "right_type", "right_status", "right_date", "right_actors", "right_recipients"),
    "quotes": ("correct", "right_words", "right_speaker", "right_addressee"),
    "dealings": ("correct", "right_kind", "right_state", "right_from", "right_to"),
    "differences": ("correct", "right_kind", "same_matter"),
    "statements": ("correct", "one_statement", "right_speaker"),
}
"""What a coder answers of a line of each kind: y, n, or nothing where it does not apply or cannot be told."""
SHOWN = 3  # passages a row


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the account, in words."""

    id: str
    fields: tuple[tuple[str, str], ...]
    evidence: tuple[Anchor, ...]


def coding_sample(account: Account, kind: str, size: int, seed: str = "1") -> list[dict[str, str]]:
    """At most `size` lines of `kind` (one of `KINDS`), drawn without regard to what they say; in the draw's order.

    A line's place in the draw is the hash of the seed and its id: the same account and seed give the same
    sample, and a larger one begins with the smaller. `sentences` holds up to three passages, the words that
    the line stands on between « and ».
    """
    names = Names.of(account)
    lines = {line.id: line for line in _lines(account, kind, names)}
    drawn = sorted(lines, key=lambda name: (content_id(seed, name), name))[:size]
    return [_row(lines[name], kind, len(lines), names) for name in drawn]


def _row(line: Line, kind: str, of: int, names: Names) -> dict[str, str]:
    shown = line.evidence[:SHOWN]
    return {
        "id": line.id,
        "kind": kind,
        "of": str(of),
        **dict(line.fields),
        "sentences": "\n".join(_sentence(spot, names.documents[spot.document]) for spot in shown),
        "documents": "\n".join(names.documents[spot.document].path for spot in shown),
        "published": "\n".join(names.documents[spot.document].published or "?" for spot in shown),
        **dict.fromkeys(QUESTIONS[kind], ""),
        "note": "",
    }


def _sentence(spot: Anchor, document: DocumentRecord) -> str:
    """The sentences that the anchor lies in, with its words marked."""
    text = document.text
    met = [span for span in sentences(text) if span.start < spot.end and spot.start < span.end]
    start, end = (met[0].start, met[-1].end) if met else (spot.start, spot.end)
    start, end = min(start, spot.start), max(end, spot.end)
    marked = f"{text[start : spot.start]}«{spot.exact}»{text[spot.end : end]}"
    return " ".join(marked.split())


def _lines(account: Account, kind: str, names: Names) -> Iterator[Line]:
    listed = {"events": _events, "quotes": _quotes, "dealings": _dealings, "differences": _differences}
    yield from listed.get(kind, _statements)(account, names)


def _events(account: Account, names: Names) -> Iterator[Line]:
    for one in account.events:
        days = one.date.from_ if one.date.from_ == one.date.to else f"{one.date.from_ or '?'}..{one.date.to or '?'}"
        yield Line(
            one.id,
            (
                ("type", one.type),
                ("mode", one.mode or ""),
                ("status", one.status),
                ("date", days or "?"),
                ("actors", "; ".join(names.names(one.actors))),
                ("recipients", "; ".join(names.names(one.recipients))),
            ),
            one.evidence,
        )


def _quotes(account: Account, names: Names) -> Iterator[Line]:
    for one in account.quotes:
        speaker = names.name(one.speaker) or (f"open: {one.speaker_text}" if one.speaker_text else "open")
        said = (("quote", one.kind), ("speaker", speaker), ("addressee", names.name(one.addressee) or ""))
        yield Line(one.id, said, (one.anchor,))


def _dealings(account: Account, names: Names) -> Iterator[Line]:
    for one in account.dealings:
        yield Line(
            one.id,
            (
                ("dealing", one.kind),
                ("state", one.state),
                ("from", names.name(one.from_) or ""),
                ("to", names.name(one.to) or ""),
                ("about", one.about),
            ),
            one.evidence,
        )


def _differences(account: Account, names: Names) -> Iterator[Line]:
    for one in account.differences:
        says = " / ".join(side.says for side in one.sides)
        firsts = tuple(side.evidence[0] for side in one.sides if side.evidence)
        yield Line(one.id, (("difference", one.kind), ("about", one.about), ("says", says)), firsts)


def _statements(account: Account, names: Names) -> Iterator[Line]:
    """Only statements of several quotes: one of one quote joins nothing."""
    anchors = {quote.id: quote.anchor for quote in account.quotes}
    for one in account.statements:
        spots = tuple(anchors[name] for name in one.quotes if name in anchors)
        if len(spots) > 1:
            yield Line(one.id, (("speaker", names.name(one.speaker) or "open"), ("quotes", str(len(spots)))), spots)
