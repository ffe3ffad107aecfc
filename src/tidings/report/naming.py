"""Short names for what a report speaks of: the story, its sources, days, the sides that people act for."""

from collections import Counter
from dataclasses import replace
from functools import cache

from tidings.lexicon import rows
from tidings.model import Account, Date, DocumentRecord, TimelineEntry

__all__ = [
    "counted",
    "date_span",
    "line_day",
    "matters",
    "published",
    "short_names",
    "side_name",
    "story_title",
    "when",
]

MATTERS = 4  # of a pile that are named at its head


def story_title(account: Account) -> str:
    """The headline, of no report revised since, that shares most words with the others: no prose of ours."""
    revised = {d.revises for d in account.documents}
    titles = [d.title for d in account.documents if d.title and d.id not in revised]
    if not titles:
        return "Untitled story"
    counts = Counter(w for t in titles for w in telling_words(t))
    return max(sorted(titles), key=lambda t: (sum(counts[w] for w in telling_words(t)) / (4 + len(t.split())), -len(t)))


def matters(account: Account) -> str:
    """What separate matters a pile tells of, each by a headline with its reports, the largest first; nothing where it is one."""
    records = {d.id: d for d in account.documents}
    if len(account.stories) < 2:
        return ""
    told = []
    for story in sorted(account.stories, key=lambda s: (-len(s.documents), s.id)):
        own = replace(account, documents=tuple(records[i] for i in story.documents if i in records))
        title = story_title(own) if any(d.title for d in own.documents) else story.name
        told.append(f"“{title}” ({counted(len(own.documents), 'report')})")
    more = f" and {len(told) - MATTERS} more" if len(told) > MATTERS else ""
    return f"{len(told)} separate matters: {', '.join(told[:MATTERS])}{more}"


def telling_words(title: str) -> frozenset[str]:
    """The longer words of a title, small letters."""
    return frozenset(w.casefold() for w in title.split() if len(w) > 3)


def date_span(account: Account) -> str:
    """The days between which the dated reports came out."""
    days = sorted(d.published for d in account.documents if d.published)
    if not days:
        return "undated reports"
    return days[0] if days[0] == days[-1] else f"{days[0]} to {days[-1]}"


def published(document: DocumentRecord) -> str:
    """A document's day, or the days it lies between."""
    if document.published:
        return document.published
    if document.published_between:
        first, last = document.published_between
        if first and last:
            return f"between {first} and {last}"
        if first or last:
            return f"not before {first}" if first else f"not after {last}"
    return "undated"


def short_names(documents: tuple[DocumentRecord, ...]) -> dict[str, str]:
    """A short name for each source: its outlet or its file, numbered where two share it."""
    plain = {d.id: d.outlet or d.path.rsplit("/", 1)[-1] + (f":{d.line}" if d.line else "") for d in documents}
    shared = Counter(plain.values())
    seen = Counter[str]()
    short = {}
    for d in documents:
        name = plain[d.id]
        seen[name] += 1
        short[d.id] = f"{name} ({seen[name]})" if shared[name] > 1 else name
    return short


def when(date: Date) -> str:
    """A date in words short enough for a column; one that no words state bears the mark of doubt of EDTF (ISO 8601-2)."""
    if not date.from_ and not date.to:
        return "day not stated"
    return days(date) + ("?" if date.inferred else "")


def days(date: Date) -> str:
    """The day, month or year, or the days it lies between."""
    if date.grain == "month" and date.from_:
        return date.from_[:7]
    if date.grain == "year" and date.from_:
        return date.from_[:4]
    if date.from_ == date.to or not date.to:
        return date.from_ or ""
    return f"{date.from_} – {date.to}" if date.from_ else f"by {date.to}"


def line_day(line: TimelineEntry) -> str:
    """The day of a line of the timeline, or the days it lies between."""
    return when(Date(line.date, line.to or line.date, line.grain, line.inferred))


def counted(n: int, one: str, many: str = "") -> str:
    """A number of things."""
    return f"{n} {one if n == 1 else many or one + 's'}"


@cache
def countries() -> dict[str, str]:
    """Code of a state to its name."""
    return {code: names.split(";")[0] for code, names in rows("countries.tsv")}


def side_name(acts_for: str | None) -> str:
    """The state or body somebody acts for, by its usual name."""
    return countries().get(acts_for, acts_for) if acts_for else ""
