"""Junk inside a good line: tags and attributes that a stripper left, shortcodes, undecoded entities."""

import html
import re

__all__ = ["entities", "leftovers"]

LONGEST = 120  # characters of a printed page's line
QUOTE = '"“”″'
ATTRIBUTE = rf"[a-z][a-z-]{{1,14}}\s?=\s?[{QUOTE}][^\n<>{QUOTE}]{{0,300}}(?:[{QUOTE}](?!\s|/|>|\Z)[^\n<>{QUOTE}]{{0,100}}){{0,4}}[{QUOTE}](?=\s|/|>|\Z)"
ATTRIBUTES = re.compile(rf"(?<!\w){ATTRIBUTE}(?:\s{{1,3}}{ATTRIBUTE}){{0,8}}\s{{0,3}}/?\s?>?")
# What may stand before the attributes of a tag: its name, or the end of the address that was its first attribute.
BEFORE = re.compile(rf"<[a-z]{{1,10}}|\S{{0,200}}\b(?:jpe?g|png|gif|webp|svg|html?|php|mp4)[{QUOTE}]")
WHOLE_TAG = re.compile(
    r"</?(?:a|abbr|article|aside|b|blockquote|br|center|cite|code|div|em|figcaption|figure|font|h[1-6]|hr|i|iframe|img|li|ol|p|section"
    r"|script|small|span|strong|sub|sup|table|tbody|td|th|tr|u|ul|video)(?:\s[^<>\n]{0,600})?/?>",
    re.IGNORECASE,
)
SHORTCODE = re.compile(
    r"\[/?(?:caption|gallery|embed|video|audio|vc_\w{1,20}|et_pb_\w{1,20}|shortcode|ad|adrotate|youtube)\b[^\[\]\n]{0,300}\]"
)
IMAGE_LINK = re.compile(r"!\[[^\[\]\n]{0,300}\]\([^()\s]{1,300}\)")
CLOSE = re.compile(r"(?<=\s)/>(?=\s|\Z)")
ENTITY = re.compile(
    r"&(?:nbsp|amp|quot|apos|lt|gt|mdash|ndash|hellip|[lr][sd]quo|laquo|raquo|#\d{2,5}|#x[0-9a-fA-F]{2,4});"
)
# Where a printed report goes on: "Continued on Page 11, Col. 4"
ELSEWHERE = re.compile(
    r"(?:\A|(?<=\s))[(\[]?continued (?:on|from) (?:the )?(?:(?:next|back|front) )?page\b.{0,24}\Z", re.IGNORECASE
)
# The same in a newspaper's own way, "See FLOOD, Page A4"; and the line that each printed page bears.
PRINTED = re.compile(
    r"\W{0,3}see [A-Z][\w ]{1,30}, (?:on )?(?:page|pg\.?|p\.) ?[A-Z]?\d{1,3}\W{0,3}|.{0,80}\bpage \d{1,3} (?:of|/) \d{1,3}\W{0,3}|\W{0,3}page \d{1,3}\W{0,3}",
    re.IGNORECASE,
)
STARRED = re.compile(r"\s{0,3}(?P<open>\*)[^\s*][^*]{3,280}(?P<close>\*)\s{0,3}")  # bold, as chats write it
CARET = re.compile(r"\A\s{0,3}\^\s{0,3}(?=\w)")  # what opens an agency's lines above the text
# A site's call to its reader that ran into the end of a paragraph, with no stop of its own.
CALL = re.compile(
    r"(?<=[.!?”\"]\s)(?:[A-Z][^.!?]{3,60}\?\s)?(?:Buy|Support|Subscribe|Sign up|Click|Follow|Donate|Join|Download)\s[^.!?]{0,60}"
    r"\b(?:coffee|us|here|newsletter|channel|app|Telegram|WhatsApp|Facebook|Twitter|YouTube)\b[^.!?”\"]{0,30}\Z"
)
PARAGRAPH = 100  # characters before such a call: a short line that holds one is a site's, whole
HINT = re.compile(r"[=<\[/]")


def leftovers(line: str) -> list[tuple[int, int]]:
    """The stretches of a line that are remains of markup, in order and disjoint."""
    if len(line) <= LONGEST and PRINTED.fullmatch(line):
        return [(0, len(line))]
    if starred := STARRED.fullmatch(line):
        return [starred.span("open"), starred.span("close")]
    found = [match.span() for form in (ELSEWHERE, CARET) for match in form.finditer(line)]
    found += [match.span() for match in CALL.finditer(line, PARAGRAPH)]
    if not HINT.search(line):
        return found
    for form in (ATTRIBUTES, WHOLE_TAG, SHORTCODE, IMAGE_LINK, CLOSE):
        found += [(opening(line, m.start()) if form is ATTRIBUTES else m.start(), m.end()) for m in form.finditer(line)]
    merged: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def opening(line: str, start: int) -> int:
    """Where a tag begins whose attributes begin at `start`."""
    before = line[max(0, start - 220) : start].split()
    if before and line[start - 1].isspace() and BEFORE.fullmatch(before[-1]):
        return line.rindex(before[-1], 0, start)
    return start


def entities(line: str) -> list[tuple[int, int, str]]:
    """The character references that stand undecoded in a plain text, with what they mean."""
    if "&" not in line:
        return []
    return [(m.start(), m.end(), html.unescape(m.group()).replace("\xa0", " ")) for m in ENTITY.finditer(line)]
