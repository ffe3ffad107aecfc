"""The account as a Markdown brief with footnotes to its sources."""

import re

from tidings.model import Account, Anchor
from tidings.report.view import View, view

__all__ = ["markdown"]

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
        f"{v.span} · {len(account.documents)} reports from {v.origins} independent origins",
        "",
        "## Where it stands",
        "",
    ]
    for line in v.stands:
        to = f" to {plain(line.to)}" if line.to else ""
        out.append(
            f"- **{line.state}** · {line.kind} · {plain(line.who)}{to}: {plain(line.about)} ({line.when}){notes.cite(line.evidence)}"
        )
    out += ["", "## What is disputed", ""]
    for d in (*v.disputed, *v.wordings):
        out.append(f"- {d.kind}: " + " — ".join(f"“{plain(s.says)}”{notes.cite(s.evidence[:1])}" for s in d.sides))
    out += ["", "## Timeline", ""]
    for t in account.timeline:
        out.append(f"- {t.date} · {t.status}: {plain(t.text)}{notes.cite(t.evidence[:3])}")
    out += ["", "## Who said what", ""]
    for s in v.speakers:
        told = [*(q for _, quotes in s.statements for q in quotes[:1]), *s.quotes]
        out += [f"- **{plain(s.name)}**: {plain(q.text)}{notes.cite((q.anchor,))}" for q in told[:6]]
    out += ["", "## What stays open", ""]
    out += [f"- {o.what}: {plain(o.detail)}" for o in v.open] or ["- nothing"]
    return "\n".join([*out, "", *notes.lines(), ""])


def plain(text: str) -> str:
    """One line with Markdown's own characters escaped."""
    return SPECIAL.sub(r"\\\1", " ".join(text.split()))
