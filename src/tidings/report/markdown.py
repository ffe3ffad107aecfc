"""The account as a Markdown brief with footnotes to its sources."""

import re

from tidings.model import Account, Anchor, Change, QuoteRecord, TimelineEntry
from tidings.report.drift import side_words
from tidings.report.lines import Line
from tidings.report.naming import counted, line_day, published
from tidings.report.undecided import OpenGroup
from tidings.report.view import View, view
from tidings.report.words import timeline_word

__all__ = ["markdown"]

LISTED = ("read", "left", "dated", "speakers", "stale")  # what stays open and is told one by one
DENIES = re.compile(r"\b(?:den[iy]|refut|rebut|reject|dismiss|disput|repudiat|disavow|rul\w+ out)", re.IGNORECASE)
SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|])")


class Notes:
    """Footnotes in the order of their first use; the same words share one."""

    def __init__(self, v: View) -> None:
        self.v = v
        self.numbers: dict[Anchor, int] = {}

    def cite(self, anchors: tuple[Anchor, ...]) -> str:
        """The marks of some anchors."""
        return "".join(f"[^{self.numbers.setdefault(a, len(self.numbers) + 1)}]" for a in anchors)

    def lines(self) -> list[str]:
        """The footnotes themselves: source, place, words."""
        return [
            f"[^{n}]: {plain(self.v.short[a.document])}, {a.start}–{a.end}: “{plain(a.exact)}”"
            for a, n in self.numbers.items()
        ]


def markdown(account: Account) -> str:
    """Render an account; nothing from outside is taken for markup."""
    v = view(account)
    notes = Notes(v)
    out = [
        f"# {plain(v.title)}",
        "",
        f"{v.span} · {counted(len(account.documents), 'report')} from {counted(v.origins, 'independent origin')}",
        *(["", f"**{plain(v.matters)}**"] if v.matters else []),
        "",
        "## Where it stands",
        "",
    ]
    out += [dealt(line, notes) for line in v.stands]
    if v.news:
        out += ["", f"## New since {v.news.since}", ""]
        out += [dealt(line, notes) for line in v.news.lines]
        out += [f"- report: {plain(d.title or v.short[d.id])} ({published(d)})" for d in v.news.documents] or [
            "- nothing"
        ]
    out += ["", "## What is disputed", ""]
    if not v.disputed and not v.wordings:
        out.append("- nothing found")
    for d in (*v.disputed, *v.wordings):
        out.append(
            f"- {d.kind}: " + " — ".join(f"“{plain(side_words(d, s))}”{notes.cite(s.evidence[:1])}" for s in d.sides)
        )
    for r in v.revised:
        out += ["", f"## Revised: {plain(v.short[r.after.id])}, before {plain(v.short[r.before])} ({r.known})", ""]
        out += [revised(c, notes) for c in r.after.changes] or ["- only white space or the order of sentences"]
    out += ["", "## Timeline", ""]
    out += [day(t, v, notes) for t, _, _ in v.timeline]
    if v.timeline_further:
        out += ["", "### Less sure", "", *(day(t, v, notes) for t, _, _ in v.timeline_further)]
    out += ["", "## Who said what", ""]
    for s in (s for camp in v.camps for s in camp.speakers):
        told = [*(q for _, quotes in s.statements for q in quotes[:1]), *s.quotes]
        out += [f"- **{plain(s.name)}**{how(q)}: {plain(q.text)}{notes.cite((q.anchor,))}" for q in told[:6]]
    out += ["", "## What stays open", ""]
    out += [line for group in v.open for line in left_open(group, notes)] or ["- nothing"]
    return "\n".join([*out, "", *notes.lines(), ""])


def day(entry: TimelineEntry, v: View, notes: Notes) -> str:
    """A line of the timeline."""
    doubt = f" ({plain(v.doubts[entry.event])})" if entry.event in v.doubts else ""
    standing = f"{word}: " if (word := timeline_word(entry)) else ""
    return f"- {line_day(entry)} · {standing}{plain(entry.text)}{doubt}{notes.cite(entry.evidence[:3])}"


def left_open(group: OpenGroup, notes: Notes) -> list[str]:
    """How much of one sort is open, and where it helps, each thing."""
    told = group.items if group.key in LISTED else ()
    each = [f"  - {plain(o.detail)}{notes.cite((o.anchor,)) if o.anchor else ''}" for o in told]
    return [f"- {len(group.items)} {group.title}", *each]


def dealt(line: Line, notes: Notes) -> str:
    """A contact or dealing as one line."""
    to = f" to {plain(line.to)}" if line.to else ""
    head = f"- **{line.state}** · {line.kind} · {plain(line.who)}{to}"
    words = plain(line.words.anchor.exact if line.words else line.about)
    return f"{head}: {words} ({line.when}){notes.cite(line.evidence)}"


def revised(change: Change, notes: Notes) -> str:
    """A change of a report as one line, the words of both versions."""
    sides = [f"“{plain(a.exact)}”{notes.cite((a,))}" for a in (change.before, change.after) if a]
    return f"- {change.kind}: {' → '.join(sides)}"


def how(quote: QuoteRecord) -> str:
    """The cue beside a speaker's name, and that the words were not said where the source denies or negates them."""
    cue = f" ({plain(quote.cue)})" if quote.cue else ""
    return cue + (" *not*" if quote.negated and not DENIES.search(quote.cue or "") else "")


def plain(text: str) -> str:
    """One line with Markdown's own characters escaped."""
    return SPECIAL.sub(r"\\\1", " ".join(text.split()))
