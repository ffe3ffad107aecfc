"""The lines of a page that are fields or furniture by themselves: authors, dates, credits, heads of mails and exports."""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from tidings.grammar.layout.bylines import author_alone, byline, plain_author
from tidings.grammar.layout.credits import credit_line, is_medium, lent_by
from tidings.grammar.layout.features import Line, look
from tidings.grammar.layout.furniture import furniture, staff_line
from tidings.grammar.layout.headlines import bare
from tidings.grammar.layout.judged import NOTHING, Layout, Stated, Verdict
from tidings.grammar.layout.records import before_last_mail, labels
from tidings.grammar.layout.stamps import UPDATED, DateLine, date_line, find_stamp, open_line
from tidings.grammar.layout.stated_day import choose_day
from tidings.grammar.layout.wire import is_control, wire_stamp

__all__ = ["facts", "take_fields"]

# A label that stands in a line of its own, over what it labels.
LONE_LABEL = re.compile(
    r"\W{0,2}(?:(?P<day>(?:(?:first|originally|last) )?(?:published|posted|updated|modified|edited)(?: (?:on|at))?)|(?P<by>(?:written )?by))\W{0,2}",
    re.IGNORECASE,
)

BY = re.compile(r"(?:by|from)\s(?:our|the|staff|editorial|newsroom|agencies|correspondents|reporters)\b", re.IGNORECASE)
WEEKDAY = re.compile(r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?,?\s{0,2}\Z")


def facts(texts: Sequence[str], title: int | None, told: Collection[str] = ()) -> Layout:
    """Only the fields that lines state, for the lines of a page that stand around its headline; the body begins behind them."""
    layout = Layout([])
    lines = [look(text) for text in texts]
    take_fields(lines, layout, NOTHING)
    layout.published = choose_day(layout.dates, title, len(lines), len(lines))
    if layout.published is None:
        stated = [stamp for _, stamp in layout.dates if stamp.label != "updated"]
        layout.published = next((stamp for stamp in stated if stamp.label), next(iter(stated), None))
    days = [n for n, _ in (*layout.dates, *layout.open_days)]
    if title is not None and not layout.authors and (found := author_alone(lines, days, (title, len(lines)), told)):
        layout.authors = [found[1]]
    return layout


def take_fields(lines: Sequence[Line], layout: Layout, given: Stated) -> dict[int, Verdict]:
    """The lines that are fields or furniture by themselves, wherever they stand."""
    fixed = take_labels(lines, layout)
    for n, line in enumerate(lines):
        if n in fixed:
            continue
        author, stamp = byline(line.text), wire_stamp(line.text) or date_line(line.text)
        if n and (alone := LONE_LABEL.fullmatch(lines[n - 1].text)):
            if stamp is not None and not stamp.label and alone["day"]:
                stamp = replace(stamp, label="updated" if UPDATED.search(alone["day"]) else "published")
            author = author or (plain_author(line.text) if alone["by"] and stamp is None else None)
        if author and stamp is None and (beside := find_stamp(line.text)):
            stamp = DateLine(beside, "", "")
        if author or stamp is not None or BY.match(line.text):
            layout.lent += [name] if (name := lent_by(without_day(line.text))) else []
        if author:
            fixed[n] = Verdict(None, "byline")
            layout.authors = layout.authors or [author]
            layout.credits += [author] if is_medium(author) else []
        if stamp is not None:
            fixed[n] = Verdict(None, "byline" if author else "date")
            keep_date(layout, n, stamp)
        elif author:
            continue
        elif day := open_line(line.text):
            fixed[n] = Verdict(None, "date")
            layout.open_days.append((n, day))
        elif is_control(line.text):
            fixed[n] = Verdict(None, "head")
        elif credit := credit_line(line.text):
            fixed[n] = Verdict(None, "credit")
            layout.credits.append(credit)
            if {n - 1, n + 1} & layout.labels.keys():
                layout.outlet = layout.outlet or credit
        elif staff_line(line):
            fixed[n] = Verdict(None, "byline")
        elif (why := furniture(line)) and not (given.title and bare(line.text) == bare(given.title)):
            fixed[n] = Verdict(None, why)
    return fixed


def without_day(text: str) -> str:
    """A line without the day that it ends on, and what a page has run together with it: "and DPNFri 15th May"."""
    stamp = find_stamp(text)
    if stamp is None:
        return text
    before = WEEKDAY.sub("", text[: stamp.start])
    return f"{before} · {text[stamp.end :]}"


def take_labels(lines: Sequence[Line], layout: Layout) -> dict[int, Verdict]:
    """The lines of a mail's, an export's or a transcript's head, and what stands before a mail that was passed on."""
    layout.labels = labels(lines)
    body_from = before_last_mail(lines, layout.labels)
    fixed = {n: Verdict(None, "head") for n in range(body_from)}
    in_mail = any(label.role == "mail" for label in layout.labels.values())
    for n, label in layout.labels.items():
        if label.role == "text" and len(lines[n].text) > label.start:
            continue
        fixed[n] = Verdict(None, "head")
        stamp = date_line(lines[n].text[label.start :]) if label.role in ("day", "mail") and n >= body_from else None
        if stamp is not None and in_mail:
            layout.sent = layout.sent or stamp
        elif stamp is not None:
            keep_date(layout, n, replace(stamp, label="published"))
        if author := byline(f"By {lines[n].text[label.start :]}") if lines[n].text.startswith("BY ") else None:
            layout.authors = layout.authors or [author]
    return fixed


def keep_date(layout: Layout, n: int, stamp: DateLine) -> None:
    """Keep a date with its place; a day of change by itself."""
    if stamp.label == "updated":
        layout.modified = layout.modified or stamp
    elif stamp.changed is not None:
        layout.modified = layout.modified or replace(stamp, stamp=stamp.changed, label="updated", changed=None)
    layout.dates.append((n, stamp))
