"""The parsers that are fuzzed, each with what must hold of whatever it is given.

Most bytes of an input stand for a fragment of the format, so that a mutation is a page or a text
and not noise; the others are taken as they are.
"""

import gzip
import io
import re
from itertools import pairwise

import zstandard

from bench.fuzz.fragments import CRAWL, DATES, JSON, MAIL, MARKS, MARKUP, PLAIN
from tidings.errors import InputError
from tidings.grammar.dates.calendar import days_of
from tidings.grammar.quotes.quote_marks import quoted
from tidings.model import Document, Raw, Reading, SetAside, Span
from tidings.sources.inputs import read_inputs
from tidings.sources.jsonl import from_list, from_stream, is_list
from tidings.sources.limits import Limits
from tidings.stages.read.clean import Clean
from tidings.stages.read.times import Times
from tidings.text.decode import decode
from tidings.text.ids import digest
from tidings.text.mapped import identity
from tidings.text.repair import repaired, tidied
from tidings.text.sentences import sentences

__all__ = ["TARGETS"]

ARTICLE = (
    "The ministry said on Monday that it had asked for talks with the other side, and that no answer had come.\n\n"
)


def composed(data: bytes, fragments: tuple[str, ...]) -> str:
    """A text of fragments; bytes from 0xf0 on take the next as a character of its own."""
    parts, i = [], 0
    while i < len(data):
        if data[i] < 0xF0:
            parts.append(fragments[data[i] % len(fragments)])
        elif i + 2 < len(data):
            code = data[i + 1] << 8 | data[i + 2]
            parts.append(chr(code) if not 0xD800 <= code < 0xE000 else "\ud800" if code == 0xD800 else " ")
            i += 2
        i += 1
    return "".join(parts)


def must(held: bool, words: str) -> None:  # noqa: FBT001
    if not held:
        raise AssertionError(words)


def cleaned(text: str, kind: str) -> None:
    """A document whose blocks, pieces and cuts lie where they say, or a refusal in words."""
    raw = Raw("x", kind, text, digest(text.encode("utf-8", "surrogatepass")), "utf-8")  # type: ignore[arg-type]
    try:
        document = next(Clean().run([raw])).document
    except InputError as error:
        must(bool(str(error)), "a refusal without words")
        return
    at = 0
    for block in document.blocks:
        must(at <= block.start < block.end <= len(document.text), "blocks in order, inside the text")
        at = block.end
    at = 0
    for piece in document.pieces:
        must(at <= piece.start <= piece.end <= len(document.text), "pieces in order, inside the text")
        must(0 <= piece.raw_start <= piece.raw_end <= len(text), "pieces inside the source")
        at = piece.end
    for cut in document.cuts:
        must(0 <= cut.raw_start <= cut.raw_end <= len(text), "cuts inside the source")
    must("\x00" not in document.text, "no NUL in a text")


def html(data: bytes) -> None:
    cleaned(composed(data, MARKUP), "html")


def plain(data: bytes) -> None:
    text = composed(data, PLAIN)
    cleaned(text, "text")
    spans = sentences(text)
    must(all(a.end <= b.start for a, b in pairwise(spans)), "sentences do not overlap")


def decoding(data: bytes) -> None:
    """Any bytes: decoded or not, and repaired with a way back."""
    found = decode(data)
    if found is None:
        return
    for mend in (repaired, tidied):
        mapped = mend(identity(found.text))
        for piece in mapped.pieces:
            must(0 <= piece.start <= piece.end <= len(mapped.text), "pieces inside the repaired text")
            must(0 <= piece.raw_start <= piece.raw_end <= len(found.text), "pieces inside the source")


def dates(data: bytes) -> None:
    text = composed(data[1:], DATES)
    published = (None, "2024-02-29", "2023-01-01T05:00", "0001-01-01", "9999-12-31")[data[0] % 5 if data else 0]
    for time in next(Times().run([Reading(Document("x", "x", "0", text, (), published=published))])).times:
        must(0 <= time.span.start < time.span.end <= len(text), "times inside the text")
        must(time.type in ("DATE", "TIME", "DURATION", "SET"), time.type)
        if time.value is not None and time.type == "DATE":
            days_of(time.value)


def quotes(data: bytes) -> None:
    text = composed(data, MARKS)
    for each in quoted(text, [Span(m.start(), m.end()) for m in re.finditer(r"(?:[^\n]|\n(?!\n))+", text)]):
        must(0 <= each.outer.start <= each.span.start <= each.span.end <= each.outer.end <= len(text), "inside")


def json_lines(data: bytes) -> None:
    source = composed(data, JSON).encode("utf-8", "surrogatepass")
    limits = Limits()
    found = (
        from_list(source, "x", as_is=False)
        if is_list(source)
        else from_stream(io.BytesIO(source), "x", limits, as_is=False)
    )
    for each in found:
        must(bool(each.reason) if isinstance(each, SetAside) else isinstance(each, Raw), "an article or a reason")


def archive(data: bytes) -> None:
    """A crawl, or any bytes: plain, packed, packed twice, or packed and then damaged."""
    way, rest = (data[0], data[1:]) if data else (0, b"")
    source = rest if way & 8 else composed(rest, CRAWL).encode("utf-8", "surrogatepass")
    packed = {
        0: source,
        1: gzip.compress(source, 1),
        2: zstandard.compress(source),
        3: gzip.compress(gzip.compress(source, 1), 1),
    }[way & 3]
    if way & 4 and rest:
        at = rest[0] * len(packed) // 256
        packed = packed[:at] + rest[:2] + packed[at + rest[-1] % 4 :]
    for each in read_inputs(["-"], Limits(max_bytes=100_000), stdin=io.BytesIO(packed)):
        must(bool(each.reason) if isinstance(each, SetAside) else isinstance(each, Raw), "an article or a reason")


def mail(data: bytes) -> None:
    """A mail or a mailbox in any encoding, cleaned as far as it is one."""
    way, rest = (data[0], data[1:]) if data else (0, b"")
    text = composed(rest, MAIL)
    source = rest if way & 4 else text.encode(("utf-8", "cp1252", "utf-16", "ascii")[way & 3], "replace")
    for each in read_inputs(["-"], Limits(max_bytes=100_000), stdin=io.BytesIO(source)):
        if isinstance(each, Raw):
            cleaned(each.text, each.kind)
        else:
            must(bool(each.reason), "an article or a reason")


TARGETS = {
    "html": html,
    "plain": plain,
    "decode": decoding,
    "dates": dates,
    "quotes": quotes,
    "json": json_lines,
    "archive": archive,
    "mail": mail,
}
