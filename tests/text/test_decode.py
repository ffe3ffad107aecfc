"""Bytes become text by mark, by UTF-8, by what a page declares, by a guess."""

import pytest

from tidings.text.decode import decode, looks_binary

RUSSIAN = "Министр сказал, что переговоры продолжатся в столице на следующей неделе. " * 5

LOME = "The minister, José Núñez, said on Monday that the strike in Lomé had ended."
CURLY = "The minister won’t “go back” to Lomé, José Núñez’s spokesman said – he will stay.\n" * 3


@pytest.mark.parametrize(
    ("data", "text", "encoding", "guessed"),
    [
        pytest.param("café".encode(), "café", "utf-8", False, id="utf-8"),
        pytest.param(b"\xef\xbb\xbfcaf\xc3\xa9", "café", "utf-8-sig", False, id="utf-8 with mark"),
        pytest.param("café".encode("utf-16"), "café", "utf-16", False, id="utf-16 with mark"),
        pytest.param("plain words".encode("utf-16-le"), "plain words", "utf-16-le", True, id="utf-16 without mark"),
        pytest.param(
            b'<html><meta charset="iso-8859-1"><p>caf\xe9 \x96',
            '<html><meta charset="iso-8859-1"><p>café –',
            "cp1252",
            False,
            id="latin-1 declared is windows-1252",
        ),
        pytest.param(
            b'<meta http-equiv="x" content="text/html; charset=windows-1251">\xef\xf0\xe8\xe2\xe5\xf2',
            '<meta http-equiv="x" content="text/html; charset=windows-1251">привет',
            "cp1251",
            False,
            id="windows-1251 declared",
        ),
        pytest.param(LOME.encode("latin-1"), LOME, "cp1252", True, id="a few letters of latin-1"),
        pytest.param(CURLY.encode("mac-roman"), CURLY, "mac-iceland", True, id="mac roman"),
        pytest.param(RUSSIAN.encode("cp1251"), RUSSIAN, "cp1251", True, id="windows-1251 guessed"),
    ],
)
def test_bytes_are_read_in_their_own_encoding(data, text, encoding, guessed):
    found = decode(data)
    assert (found.text, found.encoding, found.guessed) == (text, encoding, guessed)


def test_a_codec_that_is_no_encoding_of_pages_is_not_used():
    assert decode(b'<meta charset="unicode_escape">\xe9\\n').encoding != "unicode_escape"


@pytest.mark.parametrize(
    ("data", "binary"),
    [
        (b"%PDF-1.7 ...", True),
        (b"\x89PNG\r\n", True),
        (bytes(range(256)) * 20, True),
        (b"words with one \x00 in it, and many more of them", False),
        ("words".encode("utf-16"), False),
        ("кириллица".encode("cp1251"), False),
        (b"", False),
    ],
)
def test_binary_data_is_no_text(data, binary):
    assert looks_binary(data) is binary
