"""What the texts do not decide, grouped: not read, not dated, not attributed."""

from collections.abc import Iterator
from dataclasses import dataclass

from tidings.model import Account, Anchor, QuoteRecord
from tidings.report.naming import published

__all__ = ["Open", "OpenGroup", "undecided"]

PRONOUNS = frozenset(
    {"he", "she", "it", "they", "we", "i", "you", "who", "one", "this", "that", "these", "those", "some"}
)

# Each sort with its title for one and for several.
TITLES = {
    "read": ("input that could not be read", "inputs that could not be read"),
    "left": ("comparison or telling that was left out", "comparisons or tellings that were left out"),
    "dated": ("report without a stated day", "reports without a stated day"),
    "speakers": ("quotation whose speaker is not certain", "quotations whose speaker is not certain"),
    "parties": ("dealing of a party that is not stated", "dealings of a party that is not stated"),
    "days": ("event without a stated day", "events without a stated day"),
    "stale": ("decision whose words are gone", "decisions whose words are gone"),
}


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
    held = ((key, tuple(items(key, account, short))) for key in TITLES)
    return tuple(OpenGroup(key, TITLES[key][len(found) > 1], found) for key, found in held if found)


def items(key: str, account: Account, short: dict[str, str]) -> Iterator[Open]:
    """All that is open of one sort."""
    match key:
        case "read":
            yield from (Open(f"{a.path}: {a.reason}") for a in account.set_aside if not a.of_story)
        case "left":
            yield from (Open(f"{a.stage}: {a.reason}") for a in account.set_aside if a.of_story)
        case "dated":
            undated = (d for d in account.documents if not d.published)
            yield from (Open(f"{short[d.id]}: {published(d)}", note="; ".join(d.published_why)) for d in undated)
        case "speakers":
            names = {e.id: e.name for e in account.entities}
            loose = (q for q in account.quotes if q.speaker is None and not q.within and not is_told(q))
            yield from (Open(q.text, q.anchor, note=candidates(q.speaker_candidates, names)) for q in loose)
        case "parties":
            lone = (d for d in account.dealings if d.from_ is None)
            yield from (Open(f"{d.kind.replace('_', '-')}: {d.about}", line=d.id) for d in lone)
        case "days":
            yield from (Open(e.summary, line=e.id) for e in account.events if not (e.date.from_ or e.date.to))
        case _:
            yield from map(Open, account.stale_decisions)


def is_told(quote: QuoteRecord) -> bool:
    """Whether a report says in its words who speaks, though without a name: "a spokesman for the mine", "the pilots' union"."""
    words = (quote.speaker_text or "").lower().split()
    return bool(words) and not quote.speaker_candidates and not (len(words) == 1 and words[0] in PRONOUNS)


def candidates(weighted: tuple[tuple[str, float], ...], names: dict[str, str]) -> str:
    """Who may have spoken, and how likely."""
    return ", ".join(f"{names.get(i, i)} {w:.0%}" for i, w in weighted[:3])
