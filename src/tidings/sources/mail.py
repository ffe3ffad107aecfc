"""A mail as its program stores it: heads for machines, and a body that may be coded or one of several parts."""

import re
from email import message_from_bytes
from email.message import EmailMessage, Message
from email.policy import default

from tidings.text.decode import decode

__all__ = ["unwrapped"]

HEAD = 16_384  # bytes in which a mail's head stands
FIELD = re.compile(rb"(?:From |[A-Za-z][A-Za-z0-9-]{1,40}:)")
WRAPPED = re.compile(rb"^content-transfer-encoding:\s{0,20}(?:quoted-printable|base64)", re.IGNORECASE | re.MULTILINE)
# Heads that only mail programs read: with two of them a mail is as it was stored, not as somebody copied it.
STORED = re.compile(
    rb"^(?:received|return-path|message-id|mime-version|content-type|delivered-to|dkim-signature|in-reply-to|references|x-[a-z-]{2,40}):",
    re.IGNORECASE | re.MULTILINE,
)
STORED_HEADS = 2
PART, PARTS = b"content-type:", 1_000  # of a mail with more parts none is looked for
SENT = re.compile(rb"^(?:from|date|subject|mime-version):", re.IGNORECASE | re.MULTILINE)
SHOWN = ("From", "To", "Date", "Subject")
UNREADABLE = (LookupError, ValueError, RecursionError, AttributeError, TypeError)  # what `email` raises on broken mails


def unwrapped(data: bytes) -> str | None:
    """The heads that a reader sees and the body, plain before HTML, of a mail that is wrapped for its way (RFC 5322, 2045).

    None for what is no mail, for a mail that needs no unwrapping, and for one whose body cannot be read.
    """
    head = data[:HEAD].lstrip().replace(b"\r\n", b"\n")
    if not FIELD.match(head) or not SENT.search(head) or data.lower().count(PART) > PARTS:
        return None
    if len(STORED.findall(head.partition(b"\n\n")[0])) < STORED_HEADS and not WRAPPED.search(data):
        return None
    try:
        mail = message_from_bytes(data.lstrip(), policy=default)
        body = mail.get_body(("plain", "html")) if isinstance(mail, EmailMessage) else None
        text = content(body) if body is not None else None
        heads = [f"{name}: {mail[name]}" for name in SHOWN if mail[name]]
    except UNREADABLE:
        return None
    if text is None or not text.strip():
        return None
    text = text.replace("\r\n", "\n")
    page = body is not None and body.get_content_type() == "text/html"
    return text if page else "\n".join((*heads, "", text))


def content(body: Message) -> str | None:
    """The text of a part, in the encoding that it states; else in what its bytes show, as of pages that browsers save."""
    data = body.get_payload(decode=True)
    if not isinstance(data, bytes):
        return None
    stated = body.get_content_charset()
    try:
        return data.decode(stated) if stated else shown(data)
    except UnicodeDecodeError:
        return shown(data)


def shown(data: bytes) -> str | None:
    """Bytes as text by what they show."""
    found = decode(data)
    return found.text if found is not None else None
