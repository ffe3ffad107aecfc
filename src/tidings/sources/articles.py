"""A file that is one article: plain text or a web page."""

import re
from typing import Literal

from tidings.model import Given, Raw, SetAside
from tidings.sources.mail import unwrapped
from tidings.text.decode import decode
from tidings.text.ids import digest
from tidings.text.repair import lone_surrogate

__all__ = ["kind_of", "whole"]

PAGE = re.compile(
    r"\s{0,1000}(?:<!--[^>]{0,500}-->\s{0,100})?<(?:!doctype\s{1,10}html|html|head|body|article|main|\?xml|div|meta|title)\b",
    re.IGNORECASE,
)
TAGS = re.compile(r"</(?:p|div|article|body|html|h1)>", re.IGNORECASE)
# A surrogate written as UTF-8 is invalid there: half of a pair that some program cut in two.
HALF = re.compile(rb"\xed[\xa0-\xbf][\x80-\xbf]")


def whole(data: bytes, name: str, *, as_is: bool = False) -> Raw | SetAside:
    """The article of a file's bytes, or why there is none."""
    if data.lstrip()[:5] == b"{\\rtf":
        return SetAside(name, "sources", "rich text (RTF), not plain: save it as text or as a page")
    mail = None if as_is else unwrapped(data)
    decoded = decode(data if mail is None else mail.encode("utf-8", "replace"))
    if decoded is None:
        return SetAside(name, "sources", "its encoding cannot be told: save it as UTF-8")
    if (decoded.guessed and HALF.search(data)) or lone_surrogate(decoded.text) is not None:
        return SetAside(name, "sources", "it holds half of a character (a lone surrogate): save it anew as UTF-8")
    if not any(c.isalpha() for c in decoded.text[:100_000]):
        return SetAside(name, "sources", "no words in it: not an article")
    kind = kind_of(decoded.text, name)
    return Raw(name, kind, decoded.text, digest(data), decoded.encoding, Given(), None, as_is, decoded.guessed)


def kind_of(text: str, name: str) -> Literal["text", "html"]:
    """Whether a text is a page: by its name, else by its first tag."""
    if name.casefold().endswith((".html", ".htm", ".xhtml")):
        return "html"
    if PAGE.match(text) and TAGS.search(text[:200_000]):
        return "html"
    return "text"
