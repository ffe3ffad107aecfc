"""What is exported keeps to the formats of others: schemas, offsets, libraries that read it."""

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import duckdb
import jsonschema
import pytest
from pyarrow import parquet
from reports import HOSTILE, account

import tidings
from tidings.cli import run
from tidings.exports import TABLES, annotations, arrow_tables, csv_files, ftm_lines, plover_lines
from tidings.exports.csv_files import safe
from tidings.exports.sectors import sectors
from tidings.model import Account, Entity

ROOT = Path(__file__).parent.parent.parent
DOCS = ROOT / "docs"
EMPTY = Account("tidings.account/1", account().generator, *[()] * 10)
BY_HAND = {"hand": account(), "hostile": account(HOSTILE, HOSTILE), "empty": EMPTY}


@pytest.mark.parametrize("name", [*BY_HAND, "story"])
def test_every_row_has_every_column_in_its_type(name, request):
    given = BY_HAND.get(name) or request.getfixturevalue("story")
    for table, arrow in zip(TABLES, arrow_tables(given).values(), strict=True):
        assert arrow.column_names == [column.name for column in table.columns]
        arrow.validate(full=True)


def test_ids_hold_between_tables(story):
    tables = arrow_tables(story)
    connection = duckdb.connect()
    for name, table in tables.items():
        connection.register(name, table)

    def lost(query: str) -> int:
        return len(connection.sql(query).fetchall())

    assert lost("select * from evidence anti join documents using (document)") == 0
    assert lost("select * from history anti join events using (event)") == 0
    assert (
        lost("select speaker from quotes where speaker is not null and speaker not in (select entity from entities)")
        == 0
    )
    assert (
        lost(
            "select * from evidence e join documents d using (document) where substr(d.text, e.start + 1, e.end - e.start) <> e.exact"
        )
        == 0
    )


def test_parquet_gives_the_tables_again(story, tmp_path):
    files = tidings.export(story, "parquet", tmp_path / "tables")
    for file, table in zip(files, arrow_tables(story).values(), strict=True):
        assert parquet.read_table(file).equals(table)
    first = [file.read_bytes() for file in files]
    assert [file.read_bytes() for file in tidings.export(story, "parquet", tmp_path / "tables")] == first


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("=cmd()", "'=cmd()", id="equals"),
        pytest.param("+1", "'+1", id="plus"),
        pytest.param("-1", "'-1", id="minus"),
        pytest.param("@SUM(A1)", "'@SUM(A1)", id="at"),
        pytest.param("  =1", "'  =1", id="behind blanks"),
        pytest.param("\t=1", "'\t=1", id="tab"),
        pytest.param("＝1", "'＝1", id="full width"),
        pytest.param("a=b", "a=b", id="inside"),
        pytest.param("", "", id="empty"),
    ],
)
def test_no_cell_is_a_formula(text, expected):
    assert safe(text) == expected


def test_csv_gives_its_cells_again():
    nasty = '=HYPERLINK("http://x";"y"), "z"\nnext\0'
    rows = list(csv.DictReader(io.StringIO(csv_files(account(nasty))["dealings.csv"], newline="")))
    assert rows[0]["about"] == "'" + nasty.replace("\0", "")


def test_csv_has_a_file_a_table_with_its_header(story):
    files = csv_files(story)
    assert list(files) == [f"{table.name}.csv" for table in TABLES]
    for table, text in zip(TABLES, files.values(), strict=True):
        rows = list(csv.reader(io.StringIO(text, newline="")))
        assert rows[0] == [column.name for column in table.columns]
        assert all(len(row) == len(rows[0]) for row in rows)
        assert len(rows) - 1 == arrow_tables(story)[table.name].num_rows


@pytest.mark.parametrize("name", [*BY_HAND, "story"])
def test_plover_lines_keep_to_their_schema(name, request):
    given = BY_HAND.get(name) or request.getfixturevalue("story")
    schema = json.loads((DOCS / "plover.schema.json").read_text("utf-8"))
    lines = [json.loads(line) for line in plover_lines(given)]
    for line in lines:
        jsonschema.validate(line, schema)
    assert [line["id"] for line in lines] == [event.id for event in given.events if event.plover]
    texts = {document.id: document.text for document in given.documents}
    for line in lines:
        told = texts[line["cite_info"]["citation"]][line["text"]["start"] : line["text"]["end"]]
        assert line["event_text"] == " ".join(told.split())


def test_an_event_to_come_is_exported_as_plover_codes_it():
    event = replace(account().events[0], status="announced", plover="AGREE", actors=(), mode="phone")
    (line,) = map(json.loads, plover_lines(replace(account(), events=(event,))))
    assert (line["event"], line["act"], line["quad_code"], line["mode"]) == ("AGREE", "CONSULT", 1, None)
    assert line["actor"] == [{"code": None, "sector": ["UNK"], "entity_text": None}]


def test_what_plover_leaves_out_is_left_out():
    event = replace(account().events[0], type="ASSAULT", status="denied", plover=None)
    assert list(plover_lines(replace(account(), events=(event,)))) == []


@pytest.mark.parametrize("name", [*BY_HAND, "story"])
def test_annotations_keep_to_the_data_model_and_point_at_their_words(name, request):
    given = BY_HAND.get(name) or request.getfixturevalue("story")
    page = json.loads(annotations(given))
    jsonschema.validate(page, json.loads((DOCS / "web-annotation.schema.json").read_text("utf-8")))
    texts = {f"urn:tidings:document:{one.id}": one.text for one in given.documents}
    for item in page["items"]:
        for target in item["target"]:
            quote, place = target["selector"]
            text = texts[target["source"]]
            assert text[place["start"] : place["end"]] == quote["exact"]
            assert text[: place["start"]].endswith(quote["prefix"])
            assert text[place["end"] :].startswith(quote["suffix"])
    names = [item["id"] for item in page["items"]]
    assert len(names) == len(set(names))


FREE = {"name", "alias", "bodyText", "notes", "description", "title", "fileName", "publisher", "author", "full"}


@pytest.mark.parametrize("name", [*BY_HAND, "story"])
def test_followthemoney_takes_every_entity_as_it_is(name, request):
    ftm = pytest.importorskip("followthemoney", reason="followthemoney is not installed (it needs libicu-dev and g++)")
    given = BY_HAND.get(name) or request.getfixturevalue("story")
    lines = [json.loads(line) for line in ftm_lines(given)]
    ids = {line["id"] for line in lines}
    assert len(ids) == len(lines)
    for line in lines:
        proxy = ftm.model.get_proxy(line)
        proxy.schema.validate({"properties": line["properties"]})
        for key, values in line["properties"].items():
            kind = proxy.schema.get(key).type
            assert key in FREE or [kind.clean(value, proxy=proxy) for value in values] == values, (line["schema"], key)
            assert str(kind) != "entity" or set(values) <= ids


@pytest.mark.parametrize(
    ("entity", "codes"),
    [
        pytest.param(("Ama Owusu", "person", "GHA", "foreign minister"), ("GOV",), id="minister"),
        pytest.param(("Ama Owusu", "person", None, "leader of the opposition party"), ("OPP",), id="opposition"),
        pytest.param(("Judge Major", "person", None, None), (), id="a name says nothing of a person"),
        pytest.param(("Supreme Court", "organization", "GHA", None), ("JUD",), id="court"),
        pytest.param(("Ghana Border Guards", "organization", "GHA", None), ("MIL",), id="border guards"),
        pytest.param(("European Union", "organization", None, None), (), id="a union of states"),
        pytest.param(("Dockers' Union", "organization", None, None), ("LAB",), id="a union of workers"),
        pytest.param(("Ghana", "country", "GHA", None), ("GOV",), id="state"),
        pytest.param(("Court Square", "place", None, None), (), id="place"),
    ],
)
def test_sectors_come_from_roles_and_names_of_bodies(entity, codes):
    name, kind, acts_for, role = entity
    assert sectors(Entity("e", name, kind, (name,), acts_for, role, ())) == codes


@pytest.mark.parametrize("form", ["plover-jsonl", "web-annotation", "ftm"])
def test_the_command_writes_what_the_library_gives(form, story_case, story, capsys):
    assert run(["export", "--case", str(story_case), "--as", form]) == 0
    assert capsys.readouterr().out == tidings.export_text(story, form)


@pytest.mark.parametrize("form", ["parquet", "csv"])
def test_a_folder_format_needs_a_folder(form, story_case, tmp_path, capsys):
    assert run(["export", "--case", str(story_case), "--as", form]) == 2
    assert "--out FOLDER" in capsys.readouterr().err
    file = tmp_path / "file"
    file.write_text("")
    assert run(["export", "--case", str(story_case), "--as", form, "--out", str(file)]) == 1
    assert "is a file" in capsys.readouterr().err
    assert file.read_text() == ""


def test_the_questions_of_the_page_have_answers(story, tmp_path, monkeypatch):
    tidings.export(story, "parquet", tmp_path)
    monkeypatch.chdir(tmp_path)
    page = (DOCS / "tables.md").read_text("utf-8")
    queries = [block.partition("\n```")[0] for block in page.split("```sql\n")[1:]]
    assert len(queries) == 10
    found = [len(duckdb.sql(query).fetchall()) for query in queries]
    assert sum(rows > 0 for rows in found) >= 8  # an answered offer, say, is not in every story
