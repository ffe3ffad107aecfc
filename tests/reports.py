"""Accounts built by hand, and a large one out of a small one, for the tests of what is made of an account."""

from dataclasses import fields, is_dataclass, replace

from tidings.model import (
    Account,
    Anchor,
    Date,
    Dealing,
    Difference,
    DocumentRecord,
    Entity,
    Event,
    Generator,
    QuoteRecord,
    Side,
    StatusPoint,
    TimelineEntry,
)

TEXT = "Lirova met Dano\n\nMinister Lirova met Dano on Monday. “We agreed,” she said."
HOSTILE = "<script>alert(1)</script>\"'&</style><img src=x onerror=alert(1)>"


def at(words: str) -> Anchor:
    start = TEXT.index(words)
    return Anchor("d1", start, start + len(words), words)


def document(text: str = TEXT, title: str = "Lirova met Dano") -> DocumentRecord:
    return DocumentRecord(
        "d1",
        "a.txt",
        None,
        title,
        text,
        "2031-03-03",
        None,
        "stated",
        None,
        None,
        (),
        "en",
        "00",
        blocks=((0, 15, "title"), (17, len(text), "paragraph")),
    )


def account(title: str = "Lirova met Dano", name: str = "Lirova") -> Account:
    met, said = at("Minister Lirova met Dano on Monday."), at("We agreed,")
    return Account(
        schema="tidings.account/1",
        generator=Generator("tidings", "0", "m", "c"),
        documents=(document(title=title),),
        copies=(),
        entities=(Entity("e1", name, "person", (name,), None, "minister", (at("Lirova"),)),),
        quotes=(QuoteRecord("q1", "direct", None, said.exact, "e1", "she", (), "said", None, None, None, 0.9, said),),
        statements=(),
        times=(),
        events=(
            Event(
                "v1",
                "CONSULT",
                None,
                "CONSULT",
                ("e1",),
                (),
                Date("2031-03-03", "2031-03-03", "day"),
                "held",
                (StatusPoint("held", None, "d1"),),
                (),
                met.exact,
                1,
                0.9,
                (met,),
            ),
        ),
        dealings=(Dealing("g1", "v1", "agreement", "e1", None, title, None, "open", None, (met, said)),),
        differences=(Difference("f1", "number", title, (Side(title, 1, (met,)), Side("b", 1, (said,)))),),
        timeline=(TimelineEntry("2031-03-03", "day", met.exact, "v1", 1, (met,)),),
    )


def many(account: Account, times: int) -> Account:
    """The account over and over, each time with ids of its own."""
    ids = {
        r.id
        for kind in ("documents", "entities", "quotes", "statements", "events", "dealings", "differences")
        for r in getattr(account, kind)
    }

    def renamed(value, n):
        if isinstance(value, str):
            return f"{n}.{value}" if value in ids else value
        if isinstance(value, tuple):
            return tuple(renamed(v, n) for v in value)
        if isinstance(value, dict):
            return {renamed(k, n): renamed(v, n) for k, v in value.items()}
        if is_dataclass(value):
            return replace(value, **{f.name: renamed(getattr(value, f.name), n) for f in fields(value)})
        return value

    grown = {
        f.name: tuple(renamed(r, n) for n in range(times) for r in getattr(account, f.name))
        for f in fields(account)
        if isinstance(getattr(account, f.name), tuple) and f.name not in ("stories", "stale_decisions")
    }
    return replace(account, **grown)
