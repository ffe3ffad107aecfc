"""What bad input gets: a clear line with the file and the reason, the rest still done, no traceback."""

import json

import pytest

from tidings.cli import run

GOOD = """Harbour talks resume in Lomé

LOMÉ, March 3, 2031 - The foreign minister of Ghana, Ama Owusu, met her counterpart from Togo on Monday.

"We will reopen the northern crossing in April," Owusu told reporters after the meeting. She said both sides
had agreed on new rules for trucks, and that the two governments would sign a protocol next week.

The crossing has been closed since last year, when the two neighbours could not agree on customs duties.
"""
FRENCH = (
    "Les ministres des affaires étrangères se sont rencontrés lundi à Lomé pour parler de la réouverture du poste "
    "frontière. Ils ont promis de signer un protocole la semaine prochaine, selon un communiqué du gouvernement. "
) * 4


def empty(folder):
    (folder / "bad.txt").write_bytes(b"")


def blank(folder):
    (folder / "bad.txt").write_bytes(b" \n\t\n ")


def binary(folder):
    (folder / "bad.txt").write_bytes(bytes(range(256)) * 40)


def too_large(folder):
    (folder / "bad.txt").write_text("word " * 60_000)


def menu(folder):
    (folder / "bad.html").write_text("<html><body><nav><a href='/'>Home</a> <a href='/x'>Sport</a></nav></body></html>")


def foreign(folder):
    (folder / "bad.txt").write_text(FRENCH)


def half_a_character(folder):
    (folder / "bad.jsonl").write_text(json.dumps({"text": GOOD + "\ud83d"}) + "\n")


def broken_line(folder):
    (folder / "bad.jsonl").write_text('{"text": "and then\n')


def no_text(folder):
    (folder / "bad.jsonl").write_text('{"headline": "and then"}\n')


def outside(folder):
    other = folder.parent / "outside.txt"
    other.write_text(GOOD)
    (folder / "bad.txt").symlink_to(other)


def vanished(folder):
    (folder / "bad.txt").symlink_to(folder / "gone.txt")


def long_line(folder):
    (folder / "bad.jsonl").write_text(json.dumps({"text": "word " * 2_000_000}) + "\n")


@pytest.fixture
def folder(tmp_path):
    found = tmp_path / "pile"
    found.mkdir()
    (found / "good.txt").write_text(GOOD)
    return found


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        pytest.param(empty, "an empty file", id="empty"),
        pytest.param(blank, "an empty file", id="blank"),
        pytest.param(binary, "a binary file", id="binary"),
        pytest.param(too_large, "larger than 200,000 bytes", id="over-the-limit"),
        pytest.param(menu, "no article in it", id="no-article"),
        pytest.param(foreign, "English", id="another-language"),
        pytest.param(half_a_character, "half of a character", id="lone-surrogate"),
        pytest.param(broken_line, "broken JSON", id="broken-line"),
        pytest.param(no_text, "no article in it", id="record-without-text"),
        pytest.param(outside, "a link that leads out of the folder", id="link-out"),
        pytest.param(vanished, "the file is not there", id="vanished"),
        pytest.param(long_line, "a line longer than", id="ten-megabyte-line"),
    ],
)
def test_it_is_named_and_the_rest_is_told(folder, tmp_path, capfd, make, reason):
    make(folder)
    code = run(["tell", str(folder), "--max-bytes", "200000", "--json", str(tmp_path / "a.json"), "--workers", "1"])
    out, err = capfd.readouterr()
    account = json.loads((tmp_path / "a.json").read_text())
    assert code == 0
    (line,) = [line for line in err.splitlines() if line.startswith("set aside")]
    assert line.split()[2].startswith("bad.")
    assert reason in line
    assert [d["path"] for d in account["documents"]] == ["good.txt"]
    assert [s["path"].split(":")[0] for s in account["set_aside"]] == [line.split()[2].split(":")[0]]
    assert "Traceback" not in out + err


def test_a_date_in_the_year_0_is_no_date(folder, tmp_path, capfd):
    record = {
        "text": GOOD.replace("March 3, 2031", "March 3, 0000"),
        "published": "0000-03-03",
        "url": "https://x.example/0",
    }
    (folder / "zero.jsonl").write_text(json.dumps(record) + "\n")
    assert run(["tell", str(folder), "--json", str(tmp_path / "a.json")]) == 0
    dates = {d["path"]: d["published"] for d in json.loads((tmp_path / "a.json").read_text())["documents"]}
    assert dates["zero.jsonl"] is None


def test_a_folder_without_articles(tmp_path, capfd):
    assert run(["tell", str(tmp_path), "--json", str(tmp_path / "a.json")]) == 3
    assert "a folder without articles" in capfd.readouterr().err
    assert json.loads((tmp_path / "a.json").read_text())["documents"] == []


def test_more_than_half_set_aside(folder, capfd):
    for n in range(2):
        (folder / f"empty{n}.txt").write_bytes(b"")
    assert run(["read", str(folder)]) == 3
    out, err = capfd.readouterr()
    assert "good" not in err
    assert "Harbour talks resume" in " ".join(out.split())


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        pytest.param(["sing"], 2, "No such command", id="unknown-command"),
        pytest.param(["tell"], 2, "name a file or folder", id="nothing-to-read"),
        pytest.param(["tell", "x", "--as-of", "0000-01-01"], 2, "is not a day", id="year-0"),
        pytest.param(["tell", "x", "--as-of", "yesterday"], 2, "is not a day", id="no-day"),
        pytest.param(["tell", "x", "--workers", "0"], 2, "not in the range", id="no-workers"),
        pytest.param(["tell", "x", "--story", "s"], 2, "needs --case", id="story-without-case"),
        pytest.param(["tell", "x", "--case", "a", "--json", "./a"], 2, "one file twice", id="account-over-the-case"),
        pytest.param(["tell", "--case", "none.case"], 1, "there is no such file", id="no-such-case"),
        pytest.param(["search", "x", "--case", "none.case"], 1, "there is no such file", id="search-no-case"),
        pytest.param(["add", "x", "--case", "no/such/folder.case"], 1, "cannot be opened", id="case-without-folder"),
        pytest.param(["decide", "same", "a", "--case", "none.case"], 2, "needs two values", id="half-a-decision"),
        pytest.param(["stories", "--case", "x" * 5000], 1, "there is no such file", id="case-name-too-long"),
        pytest.param(["read", "gone.txt"], 3, "the file is not there", id="gone"),
    ],
)
def test_a_line_and_an_exit_code(tmp_path, monkeypatch, capfd, arguments, code, words):
    monkeypatch.chdir(tmp_path)
    assert run(arguments) == code
    out, err = capfd.readouterr()
    assert words in err
    assert "Traceback" not in out + err


def test_an_output_that_cannot_be_written(folder, capfd):
    assert run(["tell", str(folder), "--json", str(folder / "good.txt" / "a.json")]) == 1
    assert "cannot write" in capfd.readouterr().err


def test_a_name_with_a_line_end_stays_in_its_line(folder, capfd):
    (folder / "two\nlines.txt").write_text(FRENCH)
    assert run(["read", str(folder)]) == 0
    (line,) = capfd.readouterr().err.splitlines()
    assert line.startswith("set aside  two\\nlines.txt  ")
    assert line.count("lines.txt") == 1


def test_standard_output_on_a_full_disk(folder, capfd, monkeypatch):
    def full(*args, **kwargs):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("tidings.cli.read.reading_to_json", full)
    assert run(["read", str(folder), "--jsonl"]) == 1
    assert capfd.readouterr().err == "tidings: No space left on device\n"


def test_interrupted(folder, monkeypatch, capfd):
    def interrupt(*args, **kwargs):
        raise KeyboardInterrupt

    monkeypatch.setattr("tidings.engine.case.read_articles", interrupt)
    assert run(["tell", str(folder)]) == 130
    assert capfd.readouterr().err.strip() == "tidings: interrupted; what was kept so far is whole"
