"""Values with open places, for times that are known in part: XXXX-02-15, 2022-07-XX, XXXX-WXX-5."""

from tidings.grammar.dates.calendar import days_of
from tidings.model import Offset, Time

__all__ = ["common_value", "open_value", "stated_value"]

STEPS = {
    "week": "XXXX-WXX",
    "weekend": "XXXX-WXX-WE",
    "month": "XXXX-XX",
    "quarter": "XXXX-QX",
    "year": "XXXX",
    "decade": "XXX",
    "century": "XX",
}


def stated_value(time: Time) -> str:
    """The value of a time as far as its own words and document give it."""
    if time.value is not None:
        return time.value
    return open_value(time.offset) if time.offset else "XXXX-XX-XX"


def open_value(offset: Offset) -> str:
    """What an offset says without its base."""
    period = offset.part if offset.part and not offset.part.startswith("T") else None
    clock = offset.part if offset.part and offset.part.startswith("T") else ""
    if offset.month is not None:
        rest = f"-{offset.day:02}" if offset.day is not None else ""
        return f"XXXX-{offset.month:02}{rest}{clock}"
    if offset.weekday is not None:
        return f"XXXX-WXX-{offset.weekday}{clock}"
    if offset.day is not None:
        return f"XXXX-XX-{offset.day:02}{clock}"
    if period is not None and len(period) == 2:
        return f"XXXX-{period}"
    return STEPS.get(offset.unit, "XXXX-XX-XX") + (clock if offset.unit not in STEPS else "")


def common_value(first: str, last: str) -> str:
    """What two values of one kind agree on: 2022-07-28 and 2022-07-30 give 2022-07-XX."""
    if first == last:
        return first
    a, b = (days_of(v.partition("T")[0]) for v in (first, last))
    if a is None or b is None or a.grain != b.grain:
        return "XXXX-XX-XX"
    if a.grain == "day":
        if first[:7] == last[:7]:
            return f"{first[:7]}-XX"
        return f"{first[:4]}-XX-XX" if first[:4] == last[:4] else "XXXX-XX-XX"
    if a.grain == "month" and first[:4] == last[:4]:
        return f"{first[:4]}-XX"
    if a.grain == "week" and first[:4] == last[:4]:
        return f"{first[:4]}-WXX"
    return "XXXX"
