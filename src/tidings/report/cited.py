"""Which lines cite which words: the way back from a passage to what the report says of it."""

from tidings.model import Account, Anchor
from tidings.report.marked import Passage, target
from tidings.report.view import View

__all__ = ["passages"]


def passages(account: Account, v: View) -> dict[str, list[Passage]]:
    """The passages that lines point at, by document, each once, and the names in it."""
    cited: dict[tuple[str, int, int], dict[str, tuple[str, str]]] = {}  # the first line of each kind

    def cite(anchors: tuple[Anchor, ...], kind: str, address: str, words: str) -> None:
        for a in anchors:
            cited.setdefault((a.document, a.start, a.end), {}).setdefault(kind, (address, words))

    for line in v.ledger:
        cite(line.evidence, "event", f"l-{line.id}", line.kind)
    for d in account.differences:
        for side in d.sides:
            cite(side.evidence, "event", f"l-{d.id}", f"difference: {d.kind}")
    for line in v.events:
        cite(line.evidence, "event", f"l-{line.id}", line.kind)
    for t, address, _ in (*v.timeline, *v.timeline_further):
        cite(t.evidence, "event", address, "timeline")
    shown = {q.id for c in v.camps for s in c.speakers for q in (*s.quotes, *(q for _, qs in s.statements for q in qs))}
    for q in account.quotes:
        cite((q.anchor,), "quote", f"l-{q.id}" if q.id in shown else "", "quotation")
    for report in v.apart:
        cite(report.alone, "event", f"a-{report.document}", "told here alone")
        for words, _ in report.left_out:
            cite((words,), "event", f"a-{report.document}", "left out elsewhere")
    for n, c in enumerate(account.copies, 1):
        cite(c.evidence, "copy", f"c-{n}", "one witness")
    for r in v.revised:
        for n, change in enumerate(r.after.changes, 1):
            both = tuple(a for a in (change.before, change.after) if a)
            cite(both, "revision", f"r-{r.after.id}-{n}", f"revised: {change.kind}")
    found: dict[str, list[Passage]] = {}
    for (document, start, end), lines in cited.items():
        address = target(Anchor(document, start, end, ""))
        back = tuple(line for _, line in sorted(lines.items()) if line[0])
        found.setdefault(document, []).append(Passage(start, end, tuple(sorted(lines)), address, back))
    for e in account.entities:
        for a in e.mentions:
            found.setdefault(a.document, []).append(Passage(a.start, a.end, ("mention",), title=e.name))
    return {d: sorted(several, key=lambda p: (p.start, -p.end, p.kinds)) for d, several in found.items()}
