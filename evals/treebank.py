"""Texts from the tokens of the Penn Treebank: marks close to the words they belong to, brackets and quotation marks as written."""

import re

__all__ = ["joined", "untokenised"]

BRACKETS = {"-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]"}
STRAIGHT = {**BRACKETS, "``": '"', "''": '"'}
CURLY = {**BRACKETS, "``": "“", "''": "”"}
CLOSES = re.compile(r"n't|'\w*|[,.;:?!%)\]]+|-")
OPENS = ("(", "[", "$", "-")


def joined(tokens: list[str]) -> tuple[str, list[tuple[int, int]]]:
    """A text as it was before it was cut into tokens, and the place of each in it."""
    text, spans, quoted = "", list[tuple[int, int]](), False
    for raw in tokens:
        token = STRAIGHT.get(raw, raw)
        closes = bool(CLOSES.fullmatch(token)) or (token == '"' and quoted)
        opened = text.endswith(OPENS) or (text.endswith('"') and quoted)
        if text and not closes and not opened:
            text += " "
        if token == '"':
            quoted = not quoted
        spans.append((len(text), len(text) + len(token)))
        text += token
    return text, spans


def untokenised(text: str) -> str:
    """The same for a text whose tokens stand between spaces, its line breaks kept."""
    for code, mark in CURLY.items():
        text = text.replace(code, mark)
    text = re.sub(r" ([.,;:?!)”])", r"\1", text)
    text = re.sub(r"([(“]) ", r"\1", text)
    text = re.sub(r" ('s|n't|'re|'ve|'ll|'d|'m)\b", r"\1", text)
    return text.replace(" %", "%").replace("$ ", "$")
