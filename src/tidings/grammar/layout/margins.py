"""The lines around a text, and its opening, in which it may say what agency it is from in a form that no rule knows."""

import re
from functools import cache

from tidings.grammar.layout.credits import is_medium, outlet_key
from tidings.grammar.layout.datelines import capitals
from tidings.lexicon import rows, words
from tidings.model import Document

__all__ = ["margin_lines", "names_of", "opening", "signed_in", "stands_in"]

NAMED = re.compile(r"[A-Z][\w&’'-]{1,30}(?:\s[A-Z][\w&’'-]{1,30}){0,3}")
MARGIN = 140  # code points of a line beside the text, or of a last paragraph, that may credit an agency
LENDING = re.compile(
    r"\b(?:contribut\w{2,4}|materials?|reporting|files|dispatch\w{0,2}|translat\w{2,4}|prepared|compiled|based on|distributed|agenc(?:y|ies)|wires?|newsroom|staff)\b|\A\W?[(\[][^()\[\]]{2,40}[)\]]\W?\Z",
    re.IGNORECASE,
)
TELLS = re.compile(r"\b(?:reported|says|said|told)\b")  # a sentence of the report itself
PICTURED = re.compile(r"\b(?:photo\w*|pictures?|images?|illustration|video|graphic)\b", re.IGNORECASE)
CREDITS = frozenset({"byline", "credit", "date", "head"})  # lines that are cut for what they say of the report
OTHERS = frozenset({"menu", "related"})  # lines that may be cut for a credit that no rule knows
OPENS = re.compile(
    r"[^—–:.!?]{3,60}?(?:\s[—–-]{1,2}\s(?:[^—–:.!?]{3,30}\s[—–-]{1,2}\s)?|:\s)|(?:[^\W\d_][^.!?()\[\]]{2,30}\s)?[\[(][^\])]{3,50}[\])]"
)
SIGNED = re.compile(
    r"[\[(/](?P<signed>[^\])/]{2,40})[\])/]|/(?P<last>[\w ]{2,30})\s[—–-]"
)  # "(Delta)", "/DPN/", "BROD/DPN -"
OPENING = 3  # blocks in which a byline may still stand


def margin_lines(document: Document) -> tuple[str, ...]:
    """The short lines around a text that may credit an agency: cut, as an odd block before it, as a last paragraph."""
    found = [c.text for c in document.cuts if c.reason in CREDITS]
    found += [c.text for c in document.cuts if c.reason in OTHERS and LENDING.search(c.text)]
    blocks = [(b.kind, document.text[b.start : b.end]) for b in document.blocks]
    found += [t for kind, t in blocks[:OPENING] if kind not in ("title", "dateline") and t[-1:].isalnum()]
    found += [t for kind, t in blocks[-1:] if kind == "paragraph" and lends(t)]
    return tuple(t for t in found if len(t) <= MARGIN and not PICTURED.search(t))


def lends(paragraph: str) -> bool:
    """Whether a last paragraph says from whom a report is: with a word of lending that is no part of a name, and nothing that anybody says."""
    lending = LENDING.finditer(paragraph)
    return TELLS.search(paragraph) is None and any(m.start() <= 1 or m[0][0].islower() for m in lending)


def opening(document: Document) -> str:
    """What opens a text before its first dash or colon, as a dateline that no rule knows would; empty where that is long."""
    first = next((b for b in document.blocks if b.kind in ("lead", "paragraph")), None)
    match = OPENS.match(document.text, first.start, first.end) if first is not None else None
    return match[0] if match else ""


def names_of(line: str) -> set[str]:
    """The keys of all names that a line may hold, states and capitals left out: "told Lima" cites no agency of Lima."""
    runs = (m[0].split() for m in NAMED.finditer(line))
    named = {
        outlet_key(" ".join(run[i:j])) for run in runs for i in range(len(run)) for j in range(i + 1, len(run) + 1)
    }
    return named - seats() - words("media_words.txt")


def signed_in(line: str) -> set[str]:
    """The keys of the agencies that an opening is signed with: in brackets or strokes, or a medium by its name; "Brod -" is a place."""
    marked = " / ".join(m["signed"] or m["last"] for m in SIGNED.finditer(line))
    media = [part.strip() for part in re.split(r"[,:—–-]", line) if is_medium(part.strip())]
    return names_of(" / ".join([marked, *media]))


@cache
def seats() -> frozenset[str]:
    """States and capitals, small."""
    return capitals() | {name.casefold() for row in rows("countries.tsv") for name in row[1].split("; ")}


def stands_in(name: str, line: str) -> bool:
    """Whether a name stands whole in a line."""
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", line, re.IGNORECASE if " " in name else 0) is not None
