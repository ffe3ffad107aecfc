"""An article that was passed on in a chat, in the export or the copy of one: the message that holds it, and its day."""

import re
from dataclasses import dataclass

from tidings.grammar.layout.stamps import DateLine, Stamp, find_stamp
from tidings.grammar.layout.stated_day import settled_day

__all__ = ["Message", "passed_on"]

DAY, HOUR = r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4}", r"\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\s?[APap]\.?[Mm]\.?)?"
# "[14/02/2024, 09:14:22] Desk: …", "14/02/2024, 09:14 - Desk: …", "Desk, [14.02.24 09:14]"
HEAD = re.compile(
    rf"(?m)^\W{{0,2}}(?:\[(?P<day>{DAY}),? {HOUR}\] [^:\n]{{1,50}}:|(?P<dash>{DAY}),? {HOUR} - [^:\n]{{1,50}}:|[^,\n\[]{{1,50}}, \[(?P<last>{DAY}),? {HOUR}\])[ \n]"
)
LEAST = 2  # messages of a chat
SHARE = 0.5  # of the words, in the one message that is an article
WORDS = 40  # of it, at least


@dataclass(frozen=True, slots=True)
class Message:
    """Where a message stands in the text, without its head, and when it was sent."""

    start: int
    end: int
    sent: DateLine | None


def passed_on(text: str) -> Message | None:
    """The message of a chat that is an article, if the text is a chat and most of its words are one message's."""
    heads = list(HEAD.finditer(text))
    if len(heads) < LEAST:
        return None
    ends = [*(head.start() for head in heads[1:]), len(text)]
    counts = [len(text[head.end() : end].split()) for head, end in zip(heads, ends, strict=True)]
    most = max(range(len(heads)), key=lambda n: (counts[n], -n))
    if counts[most] < max(WORDS, SHARE * sum(counts)):
        return None
    start, end = heads[most].end(), ends[most]
    days = [head["day"] or head["dash"] or head["last"] for head in heads]
    stamp = find_stamp(days[most])
    day = settled_day(DateLine(stamp, "", ""), [*days, text[start:end]]) if stamp else None
    return Message(start, end, DateLine(Stamp(day, 0, 0), "", "") if day else None)
