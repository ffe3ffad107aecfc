"""Packed files and crawls give the articles of the plain ones, and none of them can fill the memory."""

import gzip
import io
import json

import pytest

from tidings.model import Raw, SetAside
from tidings.sources import Limits, packed, read_inputs

zstandard = pytest.importorskip("zstandard", reason="zstandard is not installed: pip install 'tidings[archives]'")
pytest.importorskip("fastwarc", reason="fastwarc is not installed: pip install 'tidings[archives]'")

ARTICLE = "Bridge to open\n\nThe envoy said on Monday that the bridge would open to lorries in the spring.\n"
PAGE = f"<html><head><title>Bridge to open</title></head><body><p>{ARTICLE}</p></body></html>"
LINES = "".join(json.dumps({"title": f"Bridge {n}", "text": ARTICLE}) + "\n" for n in range(3)).encode()
ZSTD = zstandard.ZstdCompressor().compress


def read(path, **options):
    return list(read_inputs([str(path)], **options))


@pytest.mark.parametrize(
    ("name", "data"),
    [
        pytest.param("a.jsonl.gz", gzip.compress(LINES), id="gzip"),
        pytest.param("a.jsonl.gz", gzip.compress(LINES[:50]) + gzip.compress(LINES[50:]), id="gzip in two members"),
        pytest.param("a.jsonl.zst", ZSTD(LINES), id="zstd"),
        pytest.param("a.jsonl.zst", ZSTD(LINES[:50]) + ZSTD(LINES[50:]), id="zstd in two frames"),
        pytest.param("a.jsonl", gzip.compress(LINES), id="packed without saying so"),
    ],
)
def test_packed_lines_are_the_plain_ones(tmp_path, name, data):
    (tmp_path / name).write_bytes(data)
    (tmp_path / "plain.jsonl").write_bytes(LINES)
    plain = read(tmp_path / "plain.jsonl")
    assert [(r.line, r.text, r.digest) for r in read(tmp_path / name)] == [(r.line, r.text, r.digest) for r in plain]


@pytest.mark.parametrize("pack", [gzip.compress, ZSTD], ids=["gzip", "zstd"])
def test_a_packed_article_and_standard_input(tmp_path, pack):
    (tmp_path / "a.txt.gz").write_bytes(pack(ARTICLE.encode()))
    (raw,) = read(tmp_path / "a.txt.gz")
    assert (raw.path, raw.kind, raw.text) == ("a.txt.gz", "text", ARTICLE)
    assert len(read("-", stdin=io.BytesIO(pack(LINES)))) == 3


def test_a_file_cut_off_gives_what_stands_before_the_cut(tmp_path):
    lines = b"".join(json.dumps({"text": f"{n * 7919 % 1009} {ARTICLE}"}).encode() + b"\n" for n in range(2_000))
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(lines)[:-2_000])
    *whole, last = read(tmp_path / "a.jsonl.gz")
    assert len(whole) > 500
    assert isinstance(last, SetAside)
    assert last.reason.startswith("damaged or cut off")


@pytest.mark.parametrize("pack", [gzip.compress, ZSTD], ids=["gzip", "zstd"])
def test_a_bomb_is_set_aside(tmp_path, monkeypatch, pack):
    monkeypatch.setattr(packed, "ALWAYS", 1_000_000)
    (tmp_path / "a.jsonl.gz").write_bytes(pack(b"\0" * 30_000_000))
    assert ["200 times its size" in one.reason for one in read(tmp_path / "a.jsonl.gz")][-1:] == [True]


def test_a_packed_article_over_the_limit(tmp_path):
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(b"word " * 1_000))
    (lost,) = read(tmp_path / "a.txt.gz", limits=Limits(max_bytes=1_000))
    assert "larger than 1,000 bytes" in lost.reason


def record(kind, target, body, content="application/http; msgtype=response"):
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {target}\r\nWARC-Date: 2030-01-01T00:00:00Z\r\n"
    head += f"WARC-Record-ID: <urn:uuid:{abs(hash(target)):032x}>\r\nContent-Type: {content}\r\nContent-Length: {len(body)}\r\n\r\n"
    return head.encode() + body + b"\r\n\r\n"


def answer(body, status="200 OK", content="text/html; charset=utf-8", more=""):
    return f"HTTP/1.1 {status}\r\nContent-Type: {content}\r\n{more}\r\n".encode() + body


CRAWL = (
    record("warcinfo", "", b"software: x\r\n", "application/warc-fields")
    + record("response", "http://a.example/1", answer(PAGE.encode()))
    + record("response", "http://a.example/none", answer(PAGE.encode(), "404 Not Found"))
    + record("response", "http://a.example/pic", answer(b"\x89PNG" + b"\0" * 50, content="image/png"))
    + record("response", "http://a.example/2", answer(gzip.compress(PAGE.encode()), more="Content-Encoding: gzip\r\n"))
    + record("response", "http://a.example/3", answer(b"\x89PNG" + b"\0" * 50))
    + record("conversion", "http://a.example/4", ARTICLE.encode(), "text/plain")
)


@pytest.mark.parametrize("pack", [bytes, gzip.compress, ZSTD], ids=["plain", "gzip", "zstd"])
def test_the_pages_of_a_crawl(tmp_path, pack):
    (tmp_path / "a.warc.gz").write_bytes(pack(CRAWL))
    found = read(tmp_path / "a.warc.gz")
    pages = [one for one in found if isinstance(one, Raw)]
    assert [(p.line, p.kind, p.given.url) for p in pages] == [
        (2, "html", "http://a.example/1"),
        (5, "html", "http://a.example/2"),
        (7, "text", "http://a.example/4"),
    ]
    assert pages[0].text == pages[1].text == PAGE
    assert [one.path for one in found if isinstance(one, SetAside)] == ["a.warc.gz:6"]
