"""What a reader sees of an account: names for ids, best sentences, what comes first. No markup here."""

from collections import Counter
from dataclasses import dataclass

from tidings.model import (
    Account,
    Anchor,
    Date,
    Dealing,
    Difference,
    DocumentRecord,
    Entity,
    Event,
    QuoteRecord,
    Statement,
)
from tidings.report.drawing import Drawing, drawing
from tidings.report.matrix import Matrix, matrix

__all__ = ["Line", "Open", "Speaker", "View", "view"]

FIRST = 5  # lines of the first screen's lists


@dataclass(frozen=True, slots=True)
class Line:
    """One dealing or event as a line: its state, who to whom, what, when, and the words it stands on."""

    id: str
    state: str
    kind: str
    who: str
    to: str
    about: str
    when: str
    witnesses: int
    evidence: tuple[Anchor, ...]
    answers: str | None = None
    history: tuple[tuple[str, str, str], ...] = ()  # status, day, document's short name
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who said what: statements first told by most witnesses, then single quotes."""

    entity: Entity | None
    name: str
    statements: tuple[tuple[Statement, tuple[QuoteRecord, ...]], ...]
    quotes: tuple[QuoteRecord, ...]


@dataclass(frozen=True, slots=True)
class Open:
    """Something that the texts do not decide."""

    what: str
    detail: str
    anchor: Anchor | None = None


@dataclass(frozen=True, slots=True)
class View:
    """The account arranged for reading."""

    account: Account
    title: str
    span: str
    origins: int
    short: dict[str, str]  # document id -> a short name for a source
    stands: tuple[Line, ...]
    ledger: tuple[Line, ...]
    events: tuple[Line, ...]
    disputed: tuple[Difference, ...]
    wordings: tuple[Difference, ...]
    speakers: tuple[Speaker, ...]
    open: tuple[Open, ...]
    names: dict[str, str]
    drawing: Drawing | None
    matrix: Matrix | None


def view(account: Account) -> View:
    """Arrange an account."""
    names = {e.id: e.name for e in account.entities}
    short = short_names(account.documents)
    known = prominence(account)
    ledger = tuple(dealing_line(d, names) for d in sorted(account.dealings, key=dealing_rank))
    events = tuple(event_line(e, names, short) for e in sorted(account.events, key=event_rank))
    return View(
        account=account,
        title=story_title(account),
        span=date_span(account),
        origins=len(account.documents) - sum(len(c.documents) - 1 for c in account.copies),
        short=short,
        stands=tuple(standing(account, names, short, known)),
        ledger=ledger,
        events=events,
        disputed=tuple(d for d in account.differences if d.kind != "wording"),
        wordings=tuple(d for d in account.differences if d.kind == "wording"),
        speakers=speakers(account, names),
        open=open_questions(account, short),
        names=names,
        drawing=drawing(account, names),
        matrix=matrix(account),
    )


def prominence(account: Account) -> dict[str, int]:
    """In how many documents each entity stands."""
    return {e.id: len({a.document for a in e.mentions}) for e in account.entities}


def standing(account: Account, names: dict[str, str], short: dict[str, str], known: dict[str, int]) -> list[Line]:
    """The contacts and dealings that matter most: told by most witnesses, between the best known parties, last settled."""
    ranked: list[tuple[tuple[float, str], Line, tuple[Anchor, ...]]] = []
    for e in account.events:
        if e.type == "CONSULT" and len(e.actors) + len(e.recipients) > 1:
            weight = (
                3.0 * e.witnesses
                + sum(sorted((known.get(a, 0) for a in (*e.actors, *e.recipients)), reverse=True)[:2])
                + len({p.status for p in e.history})
            )
            ranked.append(((-weight * e.confidence, e.id), event_line(e, names, short), e.evidence))
    for d in account.dealings:
        if d.kind not in ("denial", "accusation"):
            weight = (
                3.0 * d.witnesses
                + known.get(d.from_ or "", 0)
                + known.get(d.to or "", 0)
                + 3 * (d.state != "open")
                + 2 * (d.kind == "agreement")
            )
            ranked.append(((-weight * d.confidence, d.id), dealing_line(d, names), d.evidence))
    kept: list[Line] = []
    told: set[tuple[str, int]] = set()
    for _, line, evidence in sorted(ranked, key=lambda r: r[0]):
        places = {(a.document, a.start) for a in evidence}
        if not places & told and len(kept) < FIRST:
            told |= places
            kept.append(line)
    return kept


def story_title(account: Account) -> str:
    """The headline that shares most words with the others: no prose of ours."""
    titles = [d.title for d in account.documents if d.title]
    if not titles:
        return "Untitled story"
    counts = Counter(w for t in titles for w in {w.casefold() for w in t.split() if len(w) > 3})
    return max(
        sorted(titles),
        key=lambda t: (
            sum(counts[w] for w in {w.casefold() for w in t.split() if len(w) > 3}) / (4 + len(t.split())),
            -len(t),
        ),
    )


def date_span(account: Account) -> str:
    """The days between which the dated reports came out."""
    days = sorted(d.published for d in account.documents if d.published)
    if not days:
        return "undated reports"
    return days[0] if days[0] == days[-1] else f"{days[0]} to {days[-1]}"


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
    """A date in words short enough for a column."""
    if not date.from_ and not date.to:
        return "day not stated"
    if date.grain == "month" and date.from_:
        return date.from_[:7]
    if date.grain == "year" and date.from_:
        return date.from_[:4]
    if date.from_ == date.to or not date.to:
        return date.from_ or ""
    return f"{date.from_} – {date.to}" if date.from_ else f"by {date.to}"


def dealing_rank(dealing: Dealing) -> tuple[int, int, str, str]:
    """Best told first, then newest."""
    order = ("agreement", "offer", "counter_offer", "refusal", "demand", "condition", "warning", "denial", "accusation")
    place = order.index(dealing.kind) if dealing.kind in order else len(order)
    return (-dealing.witnesses, place, dealing.date or "9999", dealing.id)


def dealing_line(dealing: Dealing, names: dict[str, str]) -> Line:
    return Line(
        dealing.id,
        dealing.state,
        dealing.kind.replace("_", "-"),
        names.get(dealing.from_ or "", "not stated"),
        names.get(dealing.to or "", ""),
        dealing.about,
        dealing.date or "day not stated",
        dealing.witnesses,
        dealing.evidence,
        dealing.answers,
        why=dealing.why,
    )


def event_rank(event: Event) -> tuple[int, int, str, str]:
    """Most witnesses first, then those with most reports of where they stand."""
    return (-event.witnesses, -len(event.history), event.date.from_ or "9999", event.id)


def event_line(event: Event, names: dict[str, str], short: dict[str, str]) -> Line:
    history = tuple((p.status, p.as_of or "undated", short.get(p.document, p.document)) for p in event.history)
    return Line(
        event.id,
        event.status,
        event.type + (f" · {event.mode}" if event.mode else ""),
        ", ".join(names.get(a, a) for a in event.actors) or "not stated",
        ", ".join(names.get(r, r) for r in event.recipients),
        event.summary,
        when(event.date),
        event.witnesses,
        event.evidence,
        history=history,
        why=event.why,
    )


def speakers(account: Account, names: dict[str, str]) -> tuple[Speaker, ...]:
    """Speakers with what they said, those with most to say first; open ones last."""
    quotes = {q.id: q for q in account.quotes}
    inside = {q.within for q in account.quotes if q.within}
    grouped = {i for s in account.statements if len(s.quotes) > 1 for i in s.quotes}
    entities = {e.id: e for e in account.entities}
    found = []
    for key in sorted({q.speaker for q in account.quotes}, key=lambda k: k or "~"):
        statements = tuple(
            (s, tuple(quotes[i] for i in s.quotes if i in quotes))
            for s in sorted(account.statements, key=lambda s: (-s.witnesses, s.id))
            if s.speaker == key and len(s.quotes) > 1
        )
        single = tuple(
            q
            for q in account.quotes
            if q.speaker == key
            and q.id not in grouped
            and not (q.within and q.within in quotes)
            and (q.kind == "direct" or q.id in inside or q.kind == "indirect")
        )
        if statements or single:
            found.append(
                Speaker(entities.get(key or ""), names.get(key or "", "Speaker not certain"), statements, single)
            )
    return tuple(
        sorted(found, key=lambda s: (s.entity is None, -sum(len(q) for _, q in s.statements) - len(s.quotes), s.name))
    )


def open_questions(account: Account, short: dict[str, str]) -> tuple[Open, ...]:
    """What could not be dated, attributed or read."""
    found = [Open("not read", f"{a.path}: {a.reason}") for a in account.set_aside]
    for d in account.documents:
        if not d.published:
            between = (
                f"between {d.published_between[0] or '…'} and {d.published_between[1] or '…'}"
                if d.published_between
                else "no day to be had"
            )
            found.append(Open("not dated", f"{short[d.id]}: {between}"))
    names = {e.id: e.name for e in account.entities}
    for q in account.quotes:
        if q.speaker is None and not q.within:
            weights = ", ".join(f"{names.get(i, i)} {w:.0%}" for i, w in q.speaker_candidates[:3])
            found.append(Open("speaker open", f"“{q.text}”" + (f" – {weights}" if weights else ""), q.anchor))
    found += [Open("stale decision", words) for words in account.stale_decisions]
    return tuple(found)
