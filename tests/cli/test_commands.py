"""Each command on a small case: what it prints, as words and as JSON."""

import json
from importlib.resources import files

import pytest
from light import LIGHT

from tidings.cli import run
from tidings.engine import default_plan

FIRST = 'First\nAnna said "we will sign".\nBoris said "not today".'
SECOND = 'Second\nAnna said "we will sign".'


@pytest.fixture(autouse=True)
def light_plan(monkeypatch):
    monkeypatch.setattr("tidings.engine.case.default_plan", lambda: LIGHT)


@pytest.fixture
def case(tmp_path, capfd):
    (tmp_path / "a.txt").write_text(FIRST)
    (tmp_path / "b.txt").write_text(SECOND)
    assert run(["add", str(tmp_path / "a.txt"), str(tmp_path / "b.txt"), "--case", str(tmp_path / "x.case")]) == 0
    assert capfd.readouterr().out == "read 2, known 0, set aside 0\n"
    return str(tmp_path / "x.case")


@pytest.fixture
def said(case, capfd):
    """What a command prints as JSON; it exits with 0."""

    def ask(*arguments):
        assert run([*arguments, "--case", case, "--json"]) == 0
        return json.loads(capfd.readouterr().out)

    return ask


@pytest.fixture
def account(case, capfd):
    assert run(["tell", "--case", case, "--json", "-"]) == 0
    return json.loads(capfd.readouterr().out)


def test_add_again(said, tmp_path):
    assert said("add", str(tmp_path / "a.txt")) == {"read": [], "known": 1, "set_aside": []}


def test_tell_prints_where_it_wrote(case, tmp_path, capfd):
    assert run(["tell", "--case", case, "--json", str(tmp_path / "out" / "a.json"), "--since", "2030-01-01"]) == 0
    out = capfd.readouterr().out
    assert "new since 2030-01-01: 0 documents" in out
    assert f"account: {tmp_path / 'out' / 'a.json'}" in out
    assert (tmp_path / "out" / "a.json").exists()


def test_every_way_out(case, tmp_path, capfd):
    files = [str(tmp_path / name) for name in ("a.html", "a.md", "a.json")]
    assert (
        run(["tell", "--case", case, "--html", files[0], "--markdown", files[1], "--json", files[2], "--excerpts"]) == 0
    )
    out = capfd.readouterr().out
    assert all(file in out and (tmp_path / file).stat().st_size > 100 for file in files)
    assert run(["tell", "--case", case, "--html", "-", "--json", "-"]) == 2
    assert "only one of" in capfd.readouterr().err


def test_quiet_prints_nothing(case, tmp_path, capfd):
    assert run(["tell", "--case", case, "--json", str(tmp_path / "a.json"), "--quiet"]) == 0
    assert capfd.readouterr() == ("", "")


def test_search(case, said, capfd):
    assert sorted({hit["kind"] for hit in said("search", "today")}) == ["paragraph", "quote"]
    assert said("search", "nowhere") == []
    assert run(["search", "today", "--case", case]) == 0
    assert 'Boris said "not today".' in capfd.readouterr().out


def test_why(case, said, account, capfd):
    anna = next(e for e in account["entities"] if e["name"] == "Anna")
    found = said("why", anna["id"])
    assert (found["kind"], len(found["evidence"]), len(found["links"])) == ("entity", 2, 1)
    assert run(["why", anna["id"], "--case", case]) == 0
    out = capfd.readouterr().out
    assert "same name" in out
    assert "a.txt" in out


def test_decide_and_undo(said, account, case, capfd):
    ids = {e["name"]: e["id"] for e in account["entities"]}
    (decision,) = said("decide", "same", ids["Anna"], ids["Boris"], "--because", "one man", "--who", "me")
    assert (decision["verdict"], decision["reason"], decision["who"]) == ("same", "one man", "me")
    assert run(["decide", "--case", case]) == 0
    assert "one man" in capfd.readouterr().out
    assert said("decide", "--undo", decision["id"]) == []


def test_who_decides_where_nobody_is_logged_in(said, account, monkeypatch):
    monkeypatch.setattr("getpass.getuser", lambda: {}["no such user"])
    (decision,) = said("decide", "name", account["entities"][0]["id"], "Zed")
    assert decision["who"] == "unnamed"


def test_remove(said, case, capfd):
    (gone,) = said("remove", "a.txt")["removed"]
    assert run(["remove", gone, "--case", case]) == 1
    assert "no document" in capfd.readouterr().err


def test_stories(said, case, capfd):
    assert said("stories") == []
    assert run(["stories", "--case", case]) == 0


def test_doctor(said, capfd, tmp_path, monkeypatch):
    monkeypatch.setattr("tidings.engine.case.default_plan", default_plan)  # the self-test is of the real stages
    assert [check["sound"] for check in said("doctor")] == [True] * 7
    assert run(["doctor", "--case", str(tmp_path / "none.case")]) == 1
    assert "BAD" in capfd.readouterr().out


@pytest.mark.parametrize("command", ["tell", "read", "add", "remove", "stories", "search", "why", "decide", "doctor"])
def test_help(command, capfd):
    assert run([command, "--help"]) == 0
    assert "Usage: tidings" in capfd.readouterr().out


def test_version(capfd):
    assert run(["--version"]) == 0
    assert capfd.readouterr().out.startswith("tidings 0.")


@pytest.mark.parametrize("option", [["--exact"], ["--pipeline", "no_such_pipeline"]], ids=["exact", "pipeline"])
def test_a_model_that_is_not_there_is_named_with_its_cure(option, tmp_path, capfd):
    (tmp_path / "a.txt").write_text(FIRST)
    if option == ["--exact"] and (files("tidings.analysis") / "models" / "encoder.onnx").is_file():
        pytest.skip("the weights in full precision are installed here")
    assert run(["tell", str(tmp_path / "a.txt"), *option]) == 1
    assert "install" in capfd.readouterr().err
