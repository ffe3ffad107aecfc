"""Texts of corpora that were cut into tokens by the rules of the Penn Treebank, put together again with the way back kept."""

import re

from tidings.text.mapped import Edit, Mapped

__all__ = ["untokenised"]

CUT = re.compile(r"-[LR][RSC]B-|``(?= )|(?<= )''(?= |$)|(?<=\w) (?:'s|n't)(?= )", re.MULTILINE)
COMMAS = re.compile(r"(.),")
LEAST = 3  # such tokens, from which a text counts as cut
SHARE = 0.8  # of its commas that stand apart
CODES = {"LRB": "(", "RRB": ")", "LSB": "[", "RSB": "]", "LCB": "{", "RCB": "}"}
MARKS = re.compile(
    r"(?P<opens>-L(?P<open>[RSC])B-) ?"
    r"| ?(?P<closes>-R(?P<close>[RSC])B-)"
    r"|(?P<quote>``) ?"
    r"| ?(?P<unquote>'')(?= |$)"
    r"|\\(?=[/*])"
    r"| (?=(?:[.,;:?!%]+|'s|n't|'re|'ve|'ll|'d|'m)(?: |$))"
    r"|(?<=s) (?='(?: |$))"
    r"|(?<=\$) (?=\d)",
    re.MULTILINE,
)


def untokenised(mapped: Mapped) -> Mapped:
    """The text with marks at the words they belong to and brackets and quotation marks as written; others unchanged.

    Tokens as in the Penn Treebank: "-LRB-", "``", "''", " 's", " n't", marks of punctuation between spaces.
    """
    text = mapped.text
    return mapped.edited([edit(m) for m in MARKS.finditer(text)]) if is_cut(text) else mapped


def is_cut(text: str) -> bool:
    """Whether a text was cut into tokens: some of its signs, and most commas with a space before them."""
    if len(CUT.findall(text)) < LEAST:
        return False
    before = [m[1] for m in COMMAS.finditer(text)]
    return before.count(" ") >= SHARE * len(before)


def edit(found: re.Match[str]) -> Edit:
    """What is written in the place of a token and the space that kept it apart."""
    new = ""
    if found["opens"]:
        new = CODES[f"L{found['open']}B"]
    elif found["closes"]:
        new = CODES[f"R{found['close']}B"]
    elif found["quote"]:
        new = "“"
    elif found["unquote"]:
        new = "”"
    return found.start(), found.end(), new
