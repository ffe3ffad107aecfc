"""Mails as their programs store them."""

import base64
import quopri

import pytest

from tidings.model import Raw
from tidings.sources.articles import whole
from tidings.sources.mail import unwrapped

HEAD = "From: desk@a.example\nTo: all@a.example\nDate: Wed, 6 May 2031 09:12:00 +0000\nSubject: Port closed\n"
BODY = "The “shameful” closure of the port began on Tuesday, the ministry said in a statement that was sent to reporters.\n"
PAGE = "<html><body><p>The port was closed on Tuesday.</p></body></html>"


def wrapped(body, way, kind="text/plain"):
    raw = body.encode()
    packed = base64.encodebytes(raw) if way == "base64" else quopri.encodestring(raw)
    return f"Content-Type: {kind}; charset=utf-8\nContent-Transfer-Encoding: {way}\n\n".encode() + packed


@pytest.mark.parametrize("way", ["quoted-printable", "base64"])
def test_the_body_is_unwrapped(way):
    found = whole(HEAD.encode() + wrapped(BODY, way), "m.eml")
    assert isinstance(found, Raw)
    assert BODY.strip() in found.text
    assert "Subject: Port closed" in found.text


def test_of_several_parts_the_plain_one_is_taken():
    parts = [wrapped(PAGE, "quoted-printable", "text/html"), wrapped(BODY, "base64")]
    data = HEAD.encode() + b'MIME-Version: 1.0\nContent-Type: multipart/alternative; boundary="x"\n\n'
    data += b"".join(b"--x\n" + part + b"\n" for part in parts) + b"--x--\n"
    assert BODY.strip() in (unwrapped(data) or "")


def test_a_page_alone_is_a_page():
    found = whole(HEAD.encode() + wrapped(PAGE, "quoted-printable", "text/html"), "m.eml")
    assert isinstance(found, Raw)
    assert found.kind == "html"


STORED = "Return-Path: <desk@a.example>\nReceived: from mx.a.example by mx.b.example; Wed, 6 May 2031 09:12:04 +0000\nMessage-ID: <7@a.example>\n"


def test_heads_for_machines_go():
    found = unwrapped((STORED + HEAD + "Content-Type: text/plain; charset=utf-8\n\n" + BODY).encode())
    assert found is not None
    assert BODY in found
    assert "Received" not in found


def test_an_encoding_that_it_does_not_state():
    assert "The “port” was closed." in (unwrapped(f"{STORED}{HEAD}\nThe “port” was closed.\n".encode()) or "")


def test_a_page_as_browsers_save_it():
    head = (
        'From: <Saved>\nSubject: Port\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary="--b"\n\n\n----b\n'
    )
    page = quopri.encodestring(PAGE.replace("port", "“port”").encode()).decode()
    data = f"{head}Content-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n{page}\n----b--\n"
    found = whole(data.encode(), "m.mht")
    assert isinstance(found, Raw)
    assert (found.kind, "The “port” was closed" in found.text) == ("html", True)


def test_parts_that_are_not_coded():
    parts = "".join(
        f"--x\nContent-Type: text/{kind}\n\n{body}\n" for kind, body in (("plain", "Closed."), ("html", PAGE))
    )
    data = f'{STORED}{HEAD}Content-Type: multipart/alternative; boundary="x"\n\n{parts}--x--\n'
    assert (unwrapped(data.encode()) or "").split("\n\n")[1].strip() == "Closed."


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(HEAD.encode() + b"\nThe port was closed.\n", id="nothing-to-unwrap"),
        pytest.param(
            f"{STORED}{HEAD}".encode() + b"Content-Type: multipart/mixed; boundary=x\n\n--x\n" * 1001,
            id="parts without end",
        ),
        pytest.param(b"The port was closed.\nContent-Transfer-Encoding: base64\n", id="no-mail"),
        pytest.param(
            HEAD.encode() + b"Content-Transfer-Encoding: base64\nContent-Type: text/plain; charset=klingon\n\nQUJD\n",
            id="unknown-charset",
        ),
        pytest.param(
            HEAD.encode() + b"Content-Type: image/png\nContent-Transfer-Encoding: base64\n\nQUJD\n", id="a-picture"
        ),
    ],
)
def test_what_is_left_as_it_is(data):
    assert unwrapped(data) is None
