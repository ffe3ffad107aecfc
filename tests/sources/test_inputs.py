"""Every input gives an article or a reason; one bad one loses nothing else."""

import io
import json
import os

import pytest

from tidings.model import Raw, SetAside
from tidings.sources import Limits, read_inputs

ARTICLE = "Bridge to open\n\nThe envoy said on Monday that the bridge would open to lorries in the spring.\n"
RECORD = {"title": "Bridge to open", "text": "The envoy said that the bridge would open.", "published": "2023-05-02"}


def read(*paths, **options):
    return list(read_inputs([str(path) for path in paths], **options))


def write(path, data):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def test_a_file_goes_by_its_name_and_keeps_its_line_ends(tmp_path):
    path = write(tmp_path / "deep" / "a.txt", ARTICLE.replace("\n", "\r\n"))
    (raw,) = read(path)
    assert (raw.path, raw.kind, raw.line, raw.encoding) == ("a.txt", "text", None, "utf-8")
    assert raw.text == ARTICLE.replace("\n", "\r\n")


def test_a_folder_is_read_whole_in_order_of_names(tmp_path):
    for name in ("b.txt", "a.html", "sub/c.txt", ".hidden.txt", ".git/d.txt"):
        write(tmp_path / name, ARTICLE)
    assert [raw.path for raw in read(tmp_path)] == ["a.html", "b.txt", "sub/c.txt"]


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        pytest.param("a.txt", b"", "empty", id="empty file"),
        pytest.param("a.txt", b" \n \n", "empty", id="blank file"),
        pytest.param("a.pdf", b"%PDF-1.4 " + b"\x00" * 99, "binary", id="binary"),
        pytest.param("a.txt", bytes(range(256)) * 3, "binary", id="binary by its bytes"),
        pytest.param("a.txt", b"x " * 600, "larger than 1,000 bytes", id="over the limit"),
        pytest.param(
            "a.txt", b"half \xed\xa0\xbd of a character, " * 3, "lone surrogate", id="lone surrogate in a file"
        ),
        pytest.param("a.txt", b"1234 5678 --- 99", "no words", id="no words"),
        pytest.param("a.rtf", b"{\\rtf1\\ansi The port was closed.\\par}", "rich text", id="rich text"),
        pytest.param("a.jsonl", b"", "empty", id="empty lines"),
        pytest.param("a.json", b"[]", "empty list", id="empty list"),
        pytest.param("a.json", b"[1, 2", "broken JSON", id="broken list"),
        pytest.param("a.jsonl", b'{"text": "a \\ud83d b"}', "lone surrogate", id="lone surrogate in a record"),
        pytest.param("a.jsonl", b'{"title": "only"}', "no article", id="record without text"),
        pytest.param("a.jsonl", b'"words"', "not a record", id="no record"),
        pytest.param("a.jsonl", b"[" * 500, "nested", id="brackets without end"),
        pytest.param("a.jsonl", b'{"text": "caf\xe9"}', "not UTF-8", id="record in another encoding"),
        pytest.param("a.jsonl", b'{"n": ' + b"9" * 900 + b"}", "no article", id="a long number"),
        pytest.param("a.jsonl", b'{"text": "' + b"w " * 600 + b'"}', "longer than 1,000 bytes", id="a long line"),
    ],
)
def test_bad_input_is_set_aside_with_its_reason(tmp_path, name, data, reason):
    (found,) = read(write(tmp_path / name, data), limits=Limits(max_bytes=1000, max_line_bytes=1000))
    assert isinstance(found, SetAside)
    assert found.path.startswith(name)
    assert reason in found.reason


def test_one_bad_line_loses_nothing_else(tmp_path):
    good = json.dumps(RECORD)
    path = write(tmp_path / "a.jsonl", "\n".join([good, "{broken", "", "x" * 3000, good, '["list"]', good]))
    found = read(path, limits=Limits(max_line_bytes=1000))
    assert [(f.line if isinstance(f, Raw) else f.path) for f in found] == [
        1,
        "a.jsonl:2",
        "a.jsonl:4",
        5,
        "a.jsonl:6",
        7,
    ]
    assert {f.digest for f in found if isinstance(f, Raw)} == {found[0].digest}


def test_a_record_keeps_what_it_states(tmp_path):
    (raw,) = read(write(tmp_path / "a.jsonl", json.dumps(RECORD)))
    assert (raw.kind, raw.line, raw.text) == ("record", 1, RECORD["text"])
    assert (raw.given.title, raw.given.published) == (RECORD["title"], RECORD["published"])


@pytest.mark.parametrize("indent", [None, 2])
def test_a_json_file_is_one_record_or_a_list_of_them(tmp_path, indent):
    write(tmp_path / "one.json", json.dumps(RECORD, indent=indent))
    write(tmp_path / "two.json", json.dumps([RECORD, RECORD], indent=indent))
    assert [(raw.path, raw.line) for raw in read(tmp_path)] == [("one.json", 1), ("two.json", 1), ("two.json", 2)]


def test_a_record_that_opens_in_its_first_line(tmp_path):
    (raw,) = read(write(tmp_path / "a.json", json.dumps(RECORD).replace(', "', ',\n "')))
    assert (raw.text, raw.line) == (RECORD["text"], 1)


def test_standard_input_is_one_article_or_lines():
    (raw,) = read("-", stdin=io.BytesIO(ARTICLE.encode()))
    assert (raw.path, raw.kind) == ("-", "text")
    lines = "\n".join([json.dumps(RECORD)] * 3).encode()
    assert [raw.line for raw in read("-", stdin=io.BytesIO(lines))] == [1, 2, 3]


def test_a_file_that_vanished(tmp_path):
    (found,) = read(tmp_path / "gone.txt")
    assert isinstance(found, SetAside) and "not there" in found.reason


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_a_file_that_cannot_be_read(tmp_path):
    write(tmp_path / "a.txt", ARTICLE).chmod(0)
    (found,) = read(tmp_path / "a.txt")
    assert "permissions" in found.reason


def test_links_that_lead_out_of_the_folder_are_not_followed(tmp_path):
    write(tmp_path / "outside" / "secret.txt", ARTICLE)
    inside = tmp_path / "inside"
    write(inside / "a.txt", ARTICLE)
    (inside / "out.txt").symlink_to(tmp_path / "outside" / "secret.txt")
    (inside / "folder").symlink_to(tmp_path / "outside")
    (inside / "same.txt").symlink_to(inside / "a.txt")
    found = read(inside)
    assert sorted(f.path for f in found if isinstance(f, Raw)) == ["a.txt", "same.txt"]
    assert sorted(f.path for f in found if isinstance(f, SetAside)) == ["folder", "out.txt"]


def test_what_is_no_file_is_set_aside(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "self.txt").symlink_to("self.txt")
    found = read(tmp_path)
    assert [(f.path, type(f)) for f in found] == [("pipe.txt", SetAside), ("self.txt", SetAside)]


@pytest.mark.parametrize("path", [pytest.param("", id="empty"), pytest.param("a" * 5000, id="too-long")])
def test_a_path_that_cannot_be_one(path):
    (found,) = read(path)
    assert isinstance(found, SetAside)


def test_a_name_that_is_no_utf_8_can_be_written(tmp_path):
    write(tmp_path / os.fsdecode(b"x\xff.txt"), "")
    write(tmp_path / os.fsdecode(b"y\xff.txt"), ARTICLE)
    assert [f.path for f in read(tmp_path)] == ["x\\xff.txt", "y\\xff.txt"]


def test_a_folder_without_articles(tmp_path):
    (found,) = read(tmp_path)
    assert "without articles" in found.reason


def test_more_files_than_the_limit_are_left_out_and_said(tmp_path):
    for n in range(4):
        write(tmp_path / f"{n}.txt", ARTICLE)
    found = read(tmp_path, limits=Limits(max_files=2))
    assert [type(f) for f in found] == [Raw, Raw, SetAside]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("<!DOCTYPE html><html><body><p>Words</p></body></html>", "html"),
        ("  <div><p>Words of a fragment</p></div>", "html"),
        ("Words <b>in bold</b> are no page", "text"),
        ("<3 hearts in a plain text", "text"),
    ],
)
def test_a_page_is_known_by_its_first_tag(tmp_path, text, kind):
    (raw,) = read(write(tmp_path / "a.txt", text))
    assert raw.kind == kind


def test_as_is_is_passed_on(tmp_path):
    (raw,) = read(write(tmp_path / "a.txt", ARTICLE), as_is=True)
    assert raw.as_is
