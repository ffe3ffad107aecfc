"""Docs say what the code does: run as a program, this writes their generated parts anew."""

import ast
import json
import re
from dataclasses import MISSING, fields
from pathlib import Path

import click
import jsonschema
import pytest

import tidings
from tidings.cli.main import COMMANDS
from tidings.codec import account_to_json, reading_to_json
from tidings.exports import TABLES as EXPORTED
from tidings.stages import LINK, READ, TELL

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
GENERATED = re.compile(r"(<!-- generated: (\w+) -->\n)(.*?)(<!-- end -->)", re.DOTALL)
FLOORS = (
    ("cli",),
    ("mcp",),
    ("engine",),
    ("run",),
    ("sources", "stages", "runners", "store", "report", "exports"),
    ("analysis",),
    ("grammar",),
    ("codec", "text"),
    ("lexicon",),
    ("stage", "model"),
    ("errors",),
)


def first_line(module: Path) -> str:
    return (ast.get_docstring(ast.parse(module.read_text("utf-8"))) or "").split("\n")[0]


def files_table() -> str:
    """Every module with its first docstring line, floor by floor."""
    source, lines = ROOT / "src" / "tidings", []
    for names in FLOORS:
        for name in names:
            place = source / name
            modules = sorted(place.rglob("*.py")) if place.is_dir() else [place.with_suffix(".py")]
            opening = first_line(place / "__init__.py") if place.is_dir() else ""
            lines += [f"\n### {name}\n", *([opening, ""] if opening else []), "| file | what |", "|---|---|"]
            lines += [
                f"| {m.relative_to(source).as_posix()} | {first_line(m)} |"
                for m in modules
                if m.name != "__init__.py" or m.parent != place
                if first_line(m)
            ]
    return "\n".join(lines) + "\n"


def default(field) -> str:
    value = field.default if field.default is not MISSING else field.default_factory()
    return f"{field.name} = {value!r}"


def stages_table() -> str:
    """Every stage and round: what it does, needs, gives, and its settings."""
    lines = ["| stage | what it does | needs | gives | settings |", "|---|---|---|---|---|"]
    for stage in (*READ, *LINK, *TELL):
        what = (type(stage).__doc__ or "").strip().split("\n")[0]
        settings = "<br>".join(f"`{default(field)}`" for field in fields(stage))
        needs = ", ".join(getattr(stage, "needs", ()))
        gives = ", ".join(getattr(stage, "gives", (getattr(stage, "kind", ""),)))
        lines.append(f"| {stage.name} | {what} | {needs} | {gives} | {settings} |")
    return "\n".join(lines) + "\n"


def commands_table() -> str:
    """Every command with its help and options."""
    lines = []
    for command in COMMANDS:
        context = click.Context(command, info_name=f"tidings {command.name}")
        usage = command.get_usage(context).removeprefix("Usage: ")
        paragraphs = [" ".join(p.split()) for p in (command.help or "").split("\n\n")]
        lines += [f"\n## {command.name}\n", f"    {' '.join(usage.split())}\n", "\n\n".join(paragraphs), ""]
        options = [p for p in command.params if isinstance(p, click.Option)]
        lines += ["| option | what |", "|---|---|"]
        for option in options:
            help_, shown = option.help or "", option.get_help_record(context)
            lines.append(
                f"| `{shown[0]}` | {' '.join((shown[1] if shown else help_).split())} |".replace("PATH…", "PATH")
            )
    return "\n".join(lines) + "\n"


def codebook() -> str:
    """Every table and column of the exports."""
    lines = []
    for table in EXPORTED:
        lines += [f"\n### {table.name}\n", f"{table.what}\n", "| column | type | what |", "|---|---|---|"]
        lines += [f"| {column.name} | {column.type} | {column.what} |" for column in table.columns]
    return "\n".join(lines) + "\n"


TABLES = {"tables": codebook, "files": files_table, "stages": stages_table, "commands": commands_table}


def fresh(page: str) -> str:
    return GENERATED.sub(lambda m: m[1] + TABLES[m[2]]() + m[4], page)


@pytest.mark.parametrize("page", ["layout.md", "commands.md", "tables.md"])
def test_generated_parts_are_current(page):
    text = (DOCS / page).read_text("utf-8")
    assert text == fresh(text), "run `python tests/test_docs.py`"


def test_every_stage_command_and_setting_is_documented():
    layout, commands = (DOCS / "layout.md").read_text("utf-8"), (DOCS / "commands.md").read_text("utf-8")
    for stage in (*READ, *LINK, *TELL):
        assert f"| {stage.name} |" in layout
        assert all(f"`{field.name} = " in layout for field in fields(stage))
    for command in COMMANDS:
        assert f"## {command.name}\n" in commands
        assert command.help
        assert all(p.help for p in command.params if isinstance(p, click.Option)), command.name


def test_public_names():
    assert tidings.__all__ == sorted(tidings.__all__)
    assert all(getattr(tidings, name) for name in tidings.__all__)
    library = (DOCS / "commands.md").read_text("utf-8")
    assert all(f"`{verb}" in library for verb in ("open_case", "read", "tell", "doctor"))


def test_every_module_says_what_it_is_for():
    silent = [p for p in (ROOT / "src").rglob("*.py") if p.read_text("utf-8").strip() and not first_line(p)]
    assert silent == []


def test_no_module_has_a_name_that_says_nothing():
    names = {p.stem for folder in ("src", "evals", "tests", "training") for p in (ROOT / folder).rglob("*.py")}
    assert not names & {"utils", "helpers", "common", "misc", "base"}


def test_links_between_pages_lead_somewhere():
    pages = [*DOCS.glob("*.md"), ROOT / "README.md"]
    for page in pages:
        for target in re.findall(r"\]\((?!https?:|#)([^)#\s]+)", page.read_text("utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_what_is_written_keeps_to_the_schemas(story, story_folder):
    schema = json.loads((DOCS / "account.schema.json").read_text("utf-8"))
    jsonschema.validate(json.loads(account_to_json(story)), schema)
    schema = json.loads((DOCS / "reading.schema.json").read_text("utf-8"))
    files = sorted(map(str, story_folder.iterdir()))[:2]
    found = [one for one in tidings.read(files) if isinstance(one, tidings.Found)]
    assert len(found) == len(files)
    for one in found:
        jsonschema.validate(json.loads(reading_to_json(one)), schema)


if __name__ == "__main__":
    for path in sorted(DOCS.glob("*.md")):
        path.write_text(fresh(path.read_text("utf-8")), "utf-8")
