"""WARC, what crawlers keep: the pages and texts in it, each an article. Needs the extra `archives`."""

from collections.abc import Iterator
from dataclasses import replace
from importlib.util import find_spec
from typing import Any

from tidings.errors import InputError
from tidings.model import Given, Raw, SetAside
from tidings.sources.articles import whole
from tidings.sources.limits import Limits
from tidings.sources.packed import DAMAGED, Source
from tidings.text.decode import looks_binary

__all__ = ["OPENING", "from_warc"]

OPENING = b"WARC/1."
PAGES = ("text/html", "application/xhtml+xml")
FOUND = 200  # the HTTP status of a page that was there


def from_warc(stream: Source, path: str, limits: Limits, *, as_is: bool) -> Iterator[Raw | SetAside]:
    """One article a page that was found, numbered by its record from 1; other records are passed over."""
    if find_spec("fastwarc") is None:
        raise InputError("WARC needs a library: pip install 'tidings[archives]'")
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    kinds = WarcRecordType.response | WarcRecordType.conversion
    told = _Told(stream)
    every = ArchiveIterator(told, record_types=WarcRecordType.any_type, auto_decode="all", stream_detect=False)
    for number, record in enumerate(every, 1):
        if record.record_type & kinds and is_page(record):
            found = article(record, path, number, limits)
            yield replace(found, as_is=as_is) if isinstance(found, Raw) else found
    if told.error is not None:
        raise told.error


class _Told:
    """A stream as the library wants it, which takes an error inside `read` for its own: it is kept, and the stream ends."""

    def __init__(self, stream: Source) -> None:
        self.error: Exception | None = None
        self._stream = stream
        self._at = 0

    def tell(self) -> int:
        """How many bytes were read."""
        return self._at

    def read(self, size: int = -1) -> bytes:
        """Up to `size` bytes."""
        try:
            data = self._stream.read(size if size >= 0 else 1 << 20)
        except (InputError, OSError, *DAMAGED) as error:
            self.error = error
            return b""
        self._at += len(data)
        return data


def is_page(record: Any) -> bool:  # noqa: ANN401  the library's record
    """Whether a record holds a page or a text that was found."""
    if not record.is_http:
        return str(record.headers.get("Content-Type", "")).startswith("text/plain")
    return record.http_headers.status_code == FOUND and str(record.http_content_type or "").startswith(PAGES)


def article(record: Any, path: str, number: int, limits: Limits) -> Raw | SetAside:  # noqa: ANN401
    """The article of one record, known by its address; or why there is none."""
    where = f"{path}:{number}"
    data = record.reader.read(limits.max_bytes + 1)
    if len(data) > limits.max_bytes:
        return SetAside(where, "sources", f"a page larger than {limits.max_bytes:,} bytes: raise max_bytes")
    if not data.strip():
        return SetAside(where, "sources", "an empty page: nothing to read")
    if looks_binary(data):
        return SetAside(where, "sources", "a binary file that says it is a page")
    found = whole(data, where)
    if isinstance(found, SetAside):
        return found
    address = record.headers.get("WARC-Target-URI")
    kind = "html" if record.is_http else found.kind
    return replace(found, path=path, line=number, kind=kind, given=Given(url=address or None))
