"""The account in a terminal: where it stands, what is disputed, the timeline, and the counts."""

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from tidings.model import Account
from tidings.report.drift import side_words
from tidings.report.lines import Line
from tidings.report.naming import counted, line_day, published
from tidings.report.revisions import changed_words
from tidings.report.view import View, view
from tidings.report.words import timeline_word

__all__ = ["terminal"]

SHOWN = 12  # dealings, and lines of the timeline
STYLE = {
    "held": "cyan",
    "signed": "cyan",
    "accepted": "cyan",
    "kept": "cyan",
    "rejected": "bold",
    "cancelled": "bold",
    "breached": "bold",
    "denied": "bold",
}


def terminal(account: Account) -> RenderableType:
    """Render an account for a terminal of any width; nothing in it is markup."""
    v = view(account)
    parts: list[RenderableType] = [
        Text(v.title, style="bold"),
        Text(
            f"{v.span} · {counted(len(account.documents), 'report')} from {counted(v.origins, 'independent origin')}",
            style="dim",
        ),
        *([Text(v.matters)] if v.matters else []),
    ]
    parts += section("Where each dealing stands", dealings_table(v.ledger[:SHOWN]))
    if v.news:
        parts += section(f"New since {v.news.since}", dealings_table(v.news.lines))
    parts += section("What is disputed", disputed(v))
    if v.revised:
        parts += section("What was revised", revised(v))
    parts += section("Timeline", timeline(v))
    if v.open:
        parts += section("What stays open", Text("; ".join(f"{len(g.items)} {g.title}" for g in v.open)))
    parts += ["", Text(counts(account), style="dim")]
    return Group(*parts)


def section(title: str, body: RenderableType) -> list[RenderableType]:
    """A part of the report under its title."""
    return ["", Text(title, style="bold cyan"), body]


def columns() -> Table:
    """A table without lines."""
    return Table(box=None, show_header=False, padding=(0, 2, 0, 0), pad_edge=False, expand=False)


def dealings_table(lines: Sequence[Line]) -> RenderableType:
    """A row a dealing: state, kind, who to whom, about what."""
    table = columns()
    for line in lines:
        table.add_row(
            Text(line.state, style=STYLE.get(line.state, "")),
            Text(line.kind, style="dim"),
            Text(parties(line)),
            Text(shorten(line.about)),
            Text(line.when, style="dim"),
        )
    return table if lines else Text("none found", style="dim")


def disputed(v: View) -> RenderableType:
    """A row a difference, its sides against each other."""
    table = columns()
    for d in (*v.disputed, *v.wordings)[:8]:
        table.add_row(Text(d.kind, style="dim"), Text(" | ".join(shorten(side_words(d, s), 60) for s in d.sides)))
    return table if v.disputed or v.wordings else Text("nothing found", style="dim")


def revised(v: View) -> RenderableType:
    """A row a report that was revised, and one a change: the words it had before, the words it has now."""
    table = columns()
    rows = [(r, c) for r in v.revised for c in r.after.changes]
    said = ""
    for r, c in rows[:8]:
        if r.after.id != said:
            said = r.after.id
            table.add_row(
                Text(r.after.modified or published(r.after)), Text(f"{v.short[said]}, {r.known}", style="dim")
            )
        sides = [a.exact for a in (c.before, c.after) if a]
        if c.before and c.after:
            sides = list(changed_words(c.before.exact, c.after.exact))
        table.add_row(Text(c.kind, style="dim"), Text(" → ".join(shorten(side, 100) for side in sides)))
    if len(rows) > 8:
        table.add_row(Text(f"+{len(rows) - 8} more", style="dim"))
    return table


def timeline(v: View) -> RenderableType:
    """A row a line of the timeline, with whose word it rests on and who denies it."""
    table = columns()
    for t, _, _ in v.timeline[:SHOWN]:
        doubt = v.doubts.get(t.event)
        table.add_row(
            Text(line_day(t)),
            Text(timeline_word(t), style=STYLE.get(t.status, "")),
            Text.assemble(shorten(t.text, 100), (f" ({doubt})", "dim") if doubt else ""),
        )
    more = len(v.timeline[SHOWN:]) + len(v.timeline_further)
    if more:
        table.add_row(Text(f"+{more} more", style="dim"))
    return table if v.timeline else Text("no event could be dated", style="dim")


def counts(account: Account) -> str:
    """What was found, counted."""
    people = sum(e.kind == "person" for e in account.entities)
    return " · ".join(
        (
            counted(len(account.documents), "document"),
            counted(people, "person", "people"),
            counted(len(account.quotes), "quote"),
            counted(len(account.events), "event"),
            counted(len(account.dealings), "dealing"),
            counted(len(account.differences), "difference"),
        )
    )


def parties(line: Line) -> str:
    """From whom to whom."""
    return f"{line.who} → {line.to}" if line.to else line.who


def shorten(text: str, width: int = 72) -> str:
    """One line of at most so many characters."""
    words = " ".join(text.split())
    return words if len(words) <= width else words[: width - 1].rstrip() + "…"
