"""Samples for hand-coding and what their coding says."""

import csv
import io

import pytest
from reports import account

import tidings
from tidings.cli import run
from tidings.exports.precision import precisions


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


@pytest.mark.parametrize("kind", ["events", "quotes", "dealings", "differences"])
def test_a_row_shows_its_sentence_with_the_words_marked(kind):
    (row,) = rows(tidings.sample(account(), kind, 5))
    assert "«" in row["sentences"] and "»" in row["sentences"]
    assert row["correct"] == "" and row["of"] == "1" and row["documents"].startswith("a.txt")


def test_a_larger_sample_begins_with_the_smaller(story):
    small, large = (tidings.sample(story, "quotes", n) for n in (5, 20))
    assert large.startswith(small.rstrip("\r\n"))
    assert tidings.sample(story, "quotes", 20, "other") != large


@pytest.mark.parametrize(
    ("answers", "coded", "right", "low", "high"),
    [
        pytest.param("yyyyyyyyyn", 10, 9, 0.5958, 0.9821, id="nine of ten"),
        pytest.param("y" * 10, 10, 10, 0.7225, 1.0, id="all"),
        pytest.param("n", 1, 0, 0.0, 0.7935, id="none of one"),
        pytest.param("y n  ", 2, 1, 0.0945, 0.9055, id="empty cells count for nothing"),
    ],
)
def test_wilson(answers, coded, right, low, high):
    (found,) = precisions([{"correct": answer} for answer in answers], ["correct", "right_type"])
    assert (found.question, found.coded, found.right) == ("correct", coded, right)
    assert (found.low, found.high) == (pytest.approx(low, abs=1e-4), pytest.approx(high, abs=1e-4))


def coded(tmp_path, change) -> str:
    made = rows(tidings.sample(account(), "events", 5))
    out = io.StringIO()
    writer = csv.DictWriter(out, list(made[0]))
    writer.writeheader()
    writer.writerows(change(row) for row in made)
    file = tmp_path / "coded.csv"
    file.write_text(out.getvalue(), "utf-8-sig")
    return str(file)


def test_a_coded_sample_is_scored(tmp_path, capsys):
    file = coded(tmp_path, lambda row: {**row, "correct": "Y", "right_type": "no"})
    assert run(["score-sample", file]) == 0
    shown = capsys.readouterr().out
    assert "correct" in shown and "1.000" in shown and "right_type" in shown and "right_status" not in shown
    (correct, _) = tidings.score_sample(file)
    assert (correct.coded, correct.right) == (1, 1)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        pytest.param(lambda row: row, "nothing is coded yet", id="not coded"),
        pytest.param(lambda row: {**row, "correct": "maybe"}, "row 2, correct: 'maybe'", id="neither y nor n"),
        pytest.param(lambda row: {**row, "kind": "apples"}, "is no sample", id="no sample"),
    ],
)
def test_a_bad_file_is_one_line(change, says, tmp_path, capsys):
    assert run(["score-sample", coded(tmp_path, change)]) == 1
    assert says in capsys.readouterr().err
    assert run(["score-sample", str(tmp_path / "none.csv")]) == 1
    assert "none.csv" in capsys.readouterr().err
