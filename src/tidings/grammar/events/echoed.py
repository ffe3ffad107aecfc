"""What words that only point at another verb stand for: "agreed to do so", "refused, as Ghana had asked it to"."""

import re

from tidings.model import EventMention, Reading, Span

__all__ = ["echoed", "is_echo"]

DO_SO = (
    r"(?:to )?(?:do|doing|have done) (?:so|it|that|this|the same|exactly that|just that|as (?:asked|told|requested))"
)
SO = re.compile(rf"(?:{DO_SO}|to)\b(?P<more>.*)", re.I | re.S)
MORE = re.compile(
    r"(?:\s(?:(?:on|in|at|by|from|within|before|after|last|late|early)\b|today|yesterday|at once|immediately|again)[^,;]*)?[\s.,;]*",
    re.I,
)
AS_TO = re.compile(r"\bas\b.*\bto[\s.,;]*", re.I | re.S)
NEAR = 350  # characters: about a sentence and the next
ASKED = frozenset({"offer", "counter_offer", "demand", "condition"})


def is_echo(about: str, clause: str) -> bool:
    """Whether a clause names its matter only by pointing at another verb."""
    so = SO.fullmatch(about.strip())
    if so is not None:
        return MORE.fullmatch(so.group("more")) is not None
    return not about and AS_TO.fullmatch(clause.strip()) is not None


def echoed(reading: Reading, event: EventMention) -> EventMention | None:
    """The act just before whose matter a telling points at; "do so" looks for what was asked, "as … to" for its own sentence's act."""
    text = reading.document.text
    clause = text[event.clause.start : event.clause.end]
    if event.dealing is None or not is_echo(worded(text, event.about), clause):
        return None
    own = next((s for s in reading.sentences if s.start <= event.trigger.start < s.end), event.clause)
    beside = AS_TO.fullmatch(clause.strip()) is not None
    before = [
        e
        for e in reading.events
        if e.about is not None
        and e.dealing is not None
        and e.trigger.end <= event.trigger.start
        and not is_echo(worded(text, e.about), text[e.clause.start : e.clause.end])
        and (own.start <= e.trigger.start if beside else event.trigger.start - e.trigger.start <= NEAR)
    ]
    asked = before if beside else [e for e in before if e.dealing in ASKED]
    return max(asked, key=lambda e: e.trigger.start, default=None)


def worded(text: str, span: Span | None) -> str:
    """The words of a span, if there is one."""
    return "" if span is None else text[span.start : span.end]
