"""Mailboxes: several mails in one file."""

import io

import pytest

from tidings.model import Raw, SetAside
from tidings.sources import Limits, read_inputs

MARK = "From desk@a.example Wed May  6 09:12:00 2031\n"
HEAD = "From: desk@a.example\nTo: all@a.example\nDate: Wed, 6 May 2031 09:12:00 +0000\nSubject: {}\n\n"
BODY = "The port was closed on Tuesday, the ministry said in a statement.\n\nFrom here to May the quay stays shut.\n\n"
PORT, MINE = (MARK + HEAD.format(f"{what} closed") + BODY.replace("port", what) for what in ("port", "mine"))


def read(text, **options):
    stream = io.BytesIO(text if isinstance(text, bytes) else text.encode())
    return list(read_inputs(["-"], stdin=stream, **options))


def test_each_mail_is_an_article():
    found = read(PORT + MINE)
    assert [(raw.path, raw.line) for raw in found] == [("-", 1), ("-", 2)]
    assert ["port" in raw.text for raw in found] == [True, False]
    assert all(raw.text.endswith("stays shut.\n\n") for raw in found)


def test_windows_ends_of_lines():
    assert len(read((PORT + MINE).replace("\n", "\r\n"))) == 2


def test_one_mail_alone_goes_by_its_file():
    assert [raw.line for raw in read(PORT)] == [None]


def test_each_in_its_own_encoding():
    other = (MARK + HEAD.format("Café closed") + BODY.replace("port", "café")).encode("cp1252")
    port, cafe = read(PORT.replace("port", "pört").encode() + other)
    assert "pört" in port.text
    assert "café" in cafe.text


def test_a_mail_too_large_is_set_aside_alone():
    found = read(PORT + MINE.replace("shut.", "shut " * 2000) + PORT, limits=Limits(max_bytes=5_000))
    assert [type(one) for one in found] == [Raw, SetAside, Raw]
    assert found[1].path == "-:2"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("From the port to the mine, 10:30 on May 6 2031\nThe quay is closed.\n", id="a sentence"),
        pytest.param(HEAD.format("Port closed") + BODY, id="a mail without its postmark"),
    ],
)
def test_no_mailbox(text):
    assert [raw.line for raw in read(text)] == [None]


def test_a_postmark_inside_a_text_parts_nothing():
    assert len(read(PORT + MARK + "The quay is closed.\n\n" + MINE)) == 2


@pytest.mark.parametrize(
    "head",
    [
        pytest.param("From desk\nSubject Port closed\nDate: someday\n\n", id="fields without their colons"),
        pytest.param("Subject: Port closed\nContent-Type: text/plain; charset=none-such\n\n", id="unknown encoding"),
    ],
)
def test_a_broken_head_is_a_mails_all_the_same(head):
    found = read(
        MARK + head + BODY + "From desk@a.example\nContent-Type: multipart/mixed\n\n--x\n\nThe quay was shut.\n"
    )
    assert [raw.line for raw in found] == [1, 2]
    assert "Subject: Port closed" in found[0].text
    assert "The quay was shut." in found[1].text
