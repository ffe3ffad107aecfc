"""What the texts do not decide, grouped: not read, not dated, not attributed."""

from dataclasses import dataclass

from tidings.model import Account, Anchor
from tidings.report.naming import published

__all__ = ["Open", "OpenGroup", "undecided"]


@dataclass(frozen=True, slots=True)
class Open:
    """One thing that stays open: in words, with the words of a source or the line it concerns."""

    detail: str
    anchor: Anchor | None = None
    line: str | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class OpenGroup:
    """Open things of one sort."""

    key: str
    title: str
    items: tuple[Open, ...]


def undecided(account: Account, short: dict[str, str]) -> tuple[OpenGroup, ...]:
    """The groups that have anything in them."""
    names = {e.id: e.name for e in account.entities}
    groups = (
        (
            "read",
            "input that could not be read",
            "inputs that could not be read",
            [Open(f"{a.path}: {a.reason}") for a in account.set_aside],
        ),
        (
            "dated",
            "report without a stated day",
            "reports without a stated day",
            [
                Open(f"{short[d.id]}: {published(d)}", note="; ".join(d.published_why))
                for d in account.documents
                if not d.published
            ],
        ),
        (
            "speakers",
            "quotation whose speaker is not certain",
            "quotations whose speaker is not certain",
            [
                Open(q.text, q.anchor, note=candidates(q.speaker_candidates, names))
                for q in account.quotes
                if q.speaker is None and not q.within
            ],
        ),
        (
            "parties",
            "dealing of a party that is not stated",
            "dealings of a party that is not stated",
            [Open(f"{d.kind.replace('_', '-')}: {d.about}", line=d.id) for d in account.dealings if d.from_ is None],
        ),
        (
            "days",
            "event without a stated day",
            "events without a stated day",
            [Open(e.summary, line=e.id) for e in account.events if not (e.date.from_ or e.date.to)],
        ),
        (
            "stale",
            "decision whose words are gone",
            "decisions whose words are gone",
            [Open(words) for words in account.stale_decisions],
        ),
    )
    return tuple(
        OpenGroup(key, one if len(items) == 1 else several, tuple(items))
        for key, one, several, items in groups
        if items
    )


def candidates(weighted: tuple[tuple[str, float], ...], names: dict[str, str]) -> str:
    """Who may have spoken, and how likely."""
    return ", ".join(f"{names.get(i, i)} {w:.0%}" for i, w in weighted[:3])
