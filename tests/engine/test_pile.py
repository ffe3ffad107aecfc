"""A pile worked through in partitions: the same bytes for 1, 2 and 7, against a known answer, with one poisoned record."""

import json
from pathlib import Path

import pytest
from light import LIGHT

from tidings.engine import Pile, run_pile, tell
from tidings.errors import OutputError
from tidings.model import SetAside
from tidings.runners import Local

parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed: pip install 'tidings[tables]'")

NAMES = ("Anna", "Boris", "Cara")
DAYS = ("2030-01-01", "2030-01-02", "2030-01-03", None)


def write_pile(folder: Path) -> Path:
    folder.mkdir()
    lines = []
    for number in range(14):
        text = f'Day {number}\n{NAMES[number % 3]} said "ship {number % 4} sails".'
        record = {"text": text + (" POISON" if number == 6 else ""), "published": DAYS[number % 4]}
        lines.append(json.dumps(record))
    (folder / "a.jsonl").write_text("\n".join(lines[:9]) + "\n{broken\n")
    (folder / "b.jsonl").write_text("\n".join(lines[9:]) + "\n")
    return folder


@pytest.fixture
def pile(tmp_path):
    return write_pile(tmp_path / "pile")


def run(pile, out, partitions=None, runner=None):
    return run_pile([str(pile)], out, Pile(runner or Local(), partitions), plan=LIGHT)


def content(out: Path) -> dict[str, bytes]:
    """Every file but what a run keeps for itself."""
    return {
        path.relative_to(out).as_posix(): path.read_bytes()
        for path in sorted(out.rglob("*"))
        if path.is_file() and not path.is_relative_to(out / "work") and own(path.relative_to(out).as_posix())
    }


def own(name: str) -> bool:
    return name != "run.json" and not name.startswith(("receipts/read", "receipts/tell"))


def rows(out: Path, table: str) -> list[dict]:
    return [row for path in sorted((out / table).rglob("*.parquet")) for row in parquet.read_table(path).to_pylist()]


def test_the_known_answer(pile, tmp_path):
    ran = run(pile, tmp_path / "out")
    assert (ran.articles, ran.documents, ran.stories) == (14, 13, 1)
    assert ran.set_aside == (
        SetAside("a.jsonl:10", "sources", "broken JSON (Expecting property name enclosed in double quotes at character 2): mend or drop it"),
        SetAside("a.jsonl:7", "read/clean", "ValueError: this one cannot be read"),
    )  # fmt: skip
    listed = (tmp_path / "out" / "set_aside.jsonl").read_text().splitlines()
    assert [json.loads(line)["path"] for line in listed] == ["a.jsonl:10", "a.jsonl:7"]
    assert sorted(row["path"] for row in rows(tmp_path / "out", "documents")) == ["a.jsonl"] * 8 + ["b.jsonl"] * 5
    assert {row["name"]: row["mentions"] for row in rows(tmp_path / "out", "entities")} == {
        "Anna": 4,
        "Boris": 5,
        "Cara": 4,
    }
    days = {p.parent.name for p in (tmp_path / "out" / "quotes").rglob("*.parquet")}
    assert days == {"day=2030-01-01", "day=2030-01-02", "day=2030-01-03", "day=__HIVE_DEFAULT_PARTITION__"}
    table = parquet.read_table(tmp_path / "out" / "documents")
    assert table.filter(table["published"].is_null()).num_rows == 3


def test_the_account_in_the_table_is_what_tell_gives(pile, tmp_path):
    run(pile, tmp_path / "out")
    (story,) = rows(tmp_path / "out", "stories")
    account = tell([str(pile)], plan=LIGHT)
    told = json.loads(story["account"])
    assert [d["id"] for d in told["documents"]] == [d.id for d in account.documents] == story["documents"]
    assert {s["id"]: s["quotes"] for s in told["statements"]} == {s.id: list(s.quotes) for s in account.statements}


@pytest.mark.parametrize(("partitions", "runner"), [(2, Local()), (7, Local()), (7, Local(2))])
def test_the_same_bytes_for_any_partitions_and_runner(pile, tmp_path, partitions, runner):
    run(pile, tmp_path / "one", 1)
    run(pile, tmp_path / "many", partitions, runner)
    assert content(tmp_path / "one") == content(tmp_path / "many")


def test_a_day_too_large_to_be_sent_to_a_worker_has_the_same_files(pile, tmp_path, monkeypatch):
    run(pile, tmp_path / "sent")
    monkeypatch.setattr("tidings.run.pile.tables.AWAY", 0)
    run(pile, tmp_path / "here")
    assert content(tmp_path / "sent") == content(tmp_path / "here")


@pytest.mark.parametrize(
    "torn", ["quotes/day=2030-01-02/part-00000.parquet", "receipts/days/2030-01-02.json"], ids=["a table", "a receipt"]
)
@pytest.mark.parametrize("spoil", [lambda path: path.write_bytes(b""), Path.unlink], ids=["emptied", "gone"])
def test_a_day_of_which_a_cut_of_power_left_half_is_written_anew(pile, tmp_path, torn, spoil):
    run(pile, tmp_path / "out")
    before = content(tmp_path / "out")
    spoil(tmp_path / "out" / torn)
    run(pile, tmp_path / "out")
    assert content(tmp_path / "out") == before


def test_grown_inputs_are_read_as_far_as_new_and_shrunk_ones_forgotten(pile, tmp_path, monkeypatch):
    run(pile, tmp_path / "out", 3)
    seen = []
    monkeypatch.setattr("light.LightClean.run", spy(seen))
    (pile / "c.jsonl").write_text('{"text": "Late\\nAnna said \\"ship 9 sails\\".", "published": "2030-02-01"}\n')
    run(pile, tmp_path / "out")
    assert seen == ["c.jsonl"]
    run(pile, tmp_path / "anew", 2)
    assert content(tmp_path / "out") == content(tmp_path / "anew")
    (pile / "c.jsonl").unlink()
    run(pile, tmp_path / "out")
    assert not (tmp_path / "out" / "documents" / "day=2030-02-01").exists()


def spy(seen):
    from light import LightClean

    before = LightClean.run

    def run(self, batch):
        seen.extend(raw.path for raw in batch)
        return before(self, batch)

    return run


def test_an_article_that_kills_its_worker_is_lost_alone(pile, tmp_path):
    (pile / "deadly.txt").write_text("DEADLY")
    ran = run(pile, tmp_path / "out", 2, Local(1, apart=True))
    assert ran.documents == 13
    reason = "its worker process ended under it, twice"
    assert SetAside("deadly.txt", "read", reason) in ran.set_aside


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda out: (out / "letter.txt").write_text("mine"), "is no folder of a run"),
        (lambda out: (out / "run.json").write_text("{}"), "is not of tidings.run/1"),
        (lambda out: (out / "run.json").write_text('{"schema":"tidings.run/1","partitions":3}'), "begun with 3 partitions"),
    ],
    ids=["a strange folder", "another schema", "other partitions"],
)  # fmt: skip
def test_a_folder_that_cannot_be_used_says_why(pile, tmp_path, spoil, words):
    out = tmp_path / "out"
    out.mkdir()
    spoil(out)
    with pytest.raises(OutputError, match=words):
        run(pile, out, 2)
