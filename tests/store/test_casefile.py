import sqlite3

import pytest

from tidings.errors import CaseError
from tidings.model import (
    Block,
    Bound,
    Decision,
    Document,
    Formerly,
    Group,
    Link,
    Linked,
    Quote,
    Raw,
    Reading,
    SetAside,
    Span,
)
from tidings.store import SCHEMA, CaseFile, Kept, MemoReader
from tidings.store.schema import APPLICATION

TEXT = "Ministers met in Lomé. “The ferry sails,” one said."


def kept(name="d1", path="a.txt", text=TEXT, version="1", line=None):
    raw = Raw(path, "text", text, f"digest-{name}", "utf-8", line=line)
    quote = Quote(f"{name}/q/24", "direct", (Span(24, 40),), (Span(24, 40),))
    document = Document(
        name, path, raw.digest, text, (Block(0, 22, "lead"), Block(23, len(text), "paragraph")), line=line
    )
    return Kept(raw, Reading(document, quotes=(quote,)), path, f"{path}-{name}", version, "2030-01-01T00:00:00+00:00")


@pytest.fixture
def case(tmp_path):
    with CaseFile(tmp_path / "x.case") as opened:
        yield opened


def test_what_is_kept_comes_back(case):
    article = kept()
    case.keep((article,), (SetAside("b.txt", "sources", "empty"),), (("k", b"v"),))
    assert case.documents() == {"d1": "a.txt"}
    assert list(case.readings()) == [article.reading]
    assert case.raw("d1") == article.raw
    assert case.set_aside() == (SetAside("b.txt", "sources", "empty"),)
    assert case.knows("a.txt-d1")
    assert not case.knows("other")


def test_a_lone_surrogate_is_kept(case):
    case.keep((kept(text="x\ud800" + TEXT),), ())
    assert next(case.readings()).document.text == "x\ud800" + TEXT


def test_keeping_twice_doubles_nothing(case):
    case.keep((kept(),), ())
    case.keep((kept(),), ())
    assert len(case.search("ferry")) == 2
    assert len(list(case.readings())) == 1


def test_the_first_path_by_name_stays_whichever_came_first(tmp_path):
    for order in (("a.txt", "b.txt"), ("b.txt", "a.txt")):
        with CaseFile(tmp_path / f"{order[0]}.case") as opened:
            for path in order:
                opened.keep((kept(path=path),), ())
            assert opened.documents() == {"d1": "a.txt"}
            assert next(opened.readings()).document.path == "a.txt"


def test_a_document_that_was_set_aside_and_is_read_now(case):
    case.keep((), (SetAside("a.txt", "sources", "empty"),))
    case.keep((kept(),), ())
    assert case.set_aside() == ()


def test_other_stages_make_a_reading_outdated(case):
    case.keep((kept(version="1"),), ())
    assert list(case.outdated("1")) == []
    assert [raw.path for raw in case.outdated("2")] == ["a.txt"]
    case.keep((kept(version="2"),), ())
    assert list(case.outdated("2")) == []


def test_remove_takes_all_that_came_from_a_document(case, tmp_path):
    case.keep((kept("d1"), kept("d2", "b.txt", "No ship today.")), (), (("k", b"v"),))
    case.remove(["d1"])
    assert case.documents() == {"d2": "b.txt"}
    assert case.search("ferry") == ()
    assert MemoReader(case.path).get("k") is None
    case.close()
    assert "ferry" not in "".join(sqlite3.connect(tmp_path / "x.case").iterdump())
    assert b"ferr" not in (tmp_path / "x.case").read_bytes()


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        pytest.param("ferry", ["paragraph", "quote"], id="word"),
        pytest.param("sailing", ["paragraph", "quote"], id="stem"),
        pytest.param("lome", ["lead"], id="without-accent"),
        pytest.param('"the ferry"', ["paragraph", "quote"], id="phrase"),
        pytest.param("ferry OR lome", ["lead", "paragraph", "quote"], id="or"),
        pytest.param('fer"ry (', [], id="no-query-language"),
        pytest.param("", [], id="empty"),
        pytest.param("\udcff", [], id="no-utf-8"),
    ],
)
def test_search(case, query, expected):
    case.keep((kept(),), ())
    hits = case.search(query)
    assert sorted(hit.kind for hit in hits) == expected
    assert all(TEXT[hit.start : hit.end] == hit.words for hit in hits)


def test_links_groups_and_former_ids_come_back(case):
    linked = Linked(
        (Link("copy", "d1", "d2", "same", 0.7, "one text", "link/copies@1"),),
        (Bound("d1", "not_after", "2030-01-01", "a copy", (("d2", 0, 4),), "link/dating@1"),),
        (Group("d1", "copy", ("d1", "d2")),),
        ("too many",),
    )
    case.keep_linked("key", linked, (Formerly("b", "a", "joined"),))
    case.keep_linked("key2", linked, (Formerly("a", "0", "joined"),))
    assert case.linked() == ("key2", linked)
    assert case.formerly() == (Formerly("b", "a", "joined"), Formerly("a", "0", "joined"))


def test_decisions_come_back_and_can_be_taken_back(case):
    decision = Decision("x", "same", ("d", 0, "A"), ("e", 1, "B"), None, "the same man", "2030-01-01", "me")
    case.decide(decision)
    assert case.decisions() == (decision,)
    assert case.undecide("x")
    assert not case.undecide("x")


def test_only_the_latest_account_is_kept(case):
    case.keep_account("one", "{}")
    case.keep_account("two", '{"a":1}')
    assert (case.account("one"), case.account("two")) == (None, '{"a":1}')


def test_a_sound_file_has_no_damage(case):
    case.keep((kept(),), ())
    assert case.damage() == ()


def make_text(path):
    path.write_text("Dear diary, this is not a database but a long enough text to be looked at. " * 20)


def make_other_database(path):
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE t (x)")
    connection.close()


def make_newer(path):
    CaseFile(path).close()
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {SCHEMA + 1}")
    connection.close()


@pytest.mark.parametrize(
    ("make", "words"),
    [
        pytest.param(make_text, "not a case file", id="a-text"),
        pytest.param(make_other_database, "not a case file", id="another-database"),
        pytest.param(make_newer, "a later tidings made it", id="a-newer-schema"),
        pytest.param(lambda path: path.mkdir(), "it is a folder", id="a-folder"),
    ],
)
def test_what_is_no_case_is_said(tmp_path, make, words):
    make(tmp_path / "x.case")
    with pytest.raises(CaseError, match=words):
        CaseFile(tmp_path / "x.case")


def test_a_case_that_is_not_there(tmp_path):
    with pytest.raises(CaseError, match="there is no such file"):
        CaseFile(tmp_path / "x.case", write=False)
    with pytest.raises(CaseError, match="cannot be opened"):
        CaseFile(tmp_path / "no" / "x.case")


def test_a_locked_case_is_said(tmp_path, monkeypatch):
    monkeypatch.setattr("tidings.store.connection.PATIENCE", 0.05)
    with CaseFile(tmp_path / "x.case") as case:
        other = sqlite3.connect(tmp_path / "x.case", isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(CaseError, match="another process is writing"):
            case.keep((kept(),), ())
        other.execute("ROLLBACK")
        other.close()
        case.keep((kept(),), ())


def test_a_full_disk_loses_nothing(case):
    case.keep((kept(),), ())
    pages = case._connection.execute("PRAGMA page_count").fetchone()[0]
    case._connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(CaseError, match="the disk is full"):
        case.keep((kept("d2", "b.txt", "Sea. " * 100_000),), (), (("k", bytes(1_000_000)),))
    assert case.documents() == {"d1": "a.txt"}
    assert case.damage() == ()


def test_a_case_says_what_it_is(case):
    assert case._connection.execute("PRAGMA application_id").fetchone() == (APPLICATION,)
    assert case._connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_a_memo_that_cannot_be_read_is_empty(tmp_path):
    assert MemoReader(tmp_path / "no.case").get("k") is None


def test_the_memo_gives_back_what_it_was_given(case):
    case.keep((), (), (("k", b"value " * 100),))
    reader = MemoReader(case.path)
    assert (reader.get("k"), reader.get("other")) == (b"value " * 100, None)
    reader.close()
    case.forget_memo()
    assert MemoReader(case.path).get("k") is None
