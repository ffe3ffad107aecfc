"""A mailbox, as mail programs store and export them: several mails in one file, each an article."""

import re
from collections.abc import Iterator
from dataclasses import replace

from tidings.model import Raw, SetAside
from tidings.sources.articles import whole
from tidings.sources.limits import Limits
from tidings.sources.packed import Source
from tidings.text.decode import looks_binary

__all__ = ["from_mbox", "is_mbox"]

# "From orla@a.example Wed May  6 09:12:00 2031", and behind it a mail's head: no sentence of a text opens so.
POSTMARK = re.compile(rb"From \S{1,300} .{0,20}\d{1,2}:\d\d.{0,40}\d{4}.{0,12}\r?\n")
# The same from a program that leaves out the day, or over a head whose first line is broken: an address tells it.
ADDRESSED = re.compile(rb"From [^\s@]{1,100}@[^\s@]{1,200}(?:[ \t][^\r\n]{0,80})?\r?\n")
BROKEN = re.compile(rb"(From|To|Cc|Subject|Date|Reply-To|Content-Type)(?=[ \t])", re.IGNORECASE)
FIELD = re.compile(rb"[A-Za-z][A-Za-z0-9-]{0,60}:")
LONGEST = 65_536  # bytes of a line that is read at once


def is_mbox(opening: bytes) -> bool:
    """Whether a file that begins so is a mailbox."""
    found = POSTMARK.match(opening)
    if found is None:
        return False
    if FIELD.match(opening, found.end()) is not None:
        return True
    head = opening[found.end() :].replace(b"\r\n", b"\n").partition(b"\n\n")[0].split(b"\n")
    return ADDRESSED.match(opening) is not None and any(FIELD.match(line) for line in head)


def from_mbox(stream: Source, path: str, limits: Limits, *, as_is: bool) -> Iterator[Raw | SetAside]:
    """One article a mail, numbered from 1; a file that holds one mail alone is known by its name alone."""
    first: bytes | None = None
    number = 0
    for mail in mails(stream, limits.max_bytes):
        number += 1
        if number == 1:
            first = mail
            continue
        if first is not None:
            yield article(first, path, 1, limits, as_is=as_is)
            first = None
        yield article(mail, path, number, limits, as_is=as_is)
    if first is not None:
        yield article(first, path, None, limits, as_is=as_is)


def mails(stream: Source, most: int) -> Iterator[bytes]:
    """The mails of a mailbox without their postmarks; of one larger than `most` bytes a little more than these."""
    held, after_blank, postmark = bytearray(), True, b""
    while line := stream.readline(LONGEST):
        if postmark and (FIELD.match(line) or (ADDRESSED.match(postmark) and BROKEN.match(line))):
            if held.strip():
                yield bytes(held)
            held, postmark = bytearray(), b""
        held += postmark if len(held) <= most else b""
        marks = POSTMARK.fullmatch(line) or ADDRESSED.fullmatch(line)
        postmark = line if after_blank and marks else b""
        after_blank = not line.strip()
        if not postmark and len(held) <= most:
            held += line
    held += postmark
    if held.strip():
        yield bytes(held)


def article(mail: bytes, path: str, number: int | None, limits: Limits, *, as_is: bool) -> Raw | SetAside:
    """The article of one mail, or why there is none."""
    where = path if number is None else f"{path}:{number}"
    if len(mail) > limits.max_bytes:
        return SetAside(where, "sources", f"a mail larger than {limits.max_bytes:,} bytes: raise max_bytes")
    if looks_binary(mail):
        return SetAside(where, "sources", "a binary mail, not text")
    found = whole(mail if as_is else mended(mail), where, as_is=as_is)
    return replace(found, path=path, line=number) if isinstance(found, Raw) else found


def mended(mail: bytes) -> bytes:
    """The mail with the colons that lines of its head lack: a broken line would end the head for any reader."""
    head, blank, rest = mail.partition(b"\r\n\r\n" if b"\r\n\r\n" in mail[:LONGEST] else b"\n\n")
    lines = head.split(b"\n")
    if not blank or not any(FIELD.match(line) for line in lines):
        return mail
    return (
        b"\n".join(BROKEN.sub(rb"\1:", line, count=1) if BROKEN.match(line) else line for line in lines) + blank + rest
    )
