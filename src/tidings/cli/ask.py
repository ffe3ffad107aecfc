"""`tidings stories`, `search` and `why`: questions to a case."""

from pathlib import Path

import click
from rich.text import Text

from tidings import engine
from tidings.cli.options import as_json, case
from tidings.cli.show import out, table
from tidings.codec import to_json, to_plain

__all__ = ["search", "stories", "why"]


@click.command()
@case()
@as_json
def stories(case_file: Path, as_json: bool) -> None:
    """List the stories among the documents of a case, and their documents."""
    with engine.open_case(case_file, create=False) as opened:
        found = opened.stories()
        paths = opened.documents()
    if as_json:
        click.echo(to_json(to_plain(found)))
        return
    console = out()
    for story in found:
        console.print(
            Text.assemble((story.id, "bold"), "  ", story.name, (f"  {len(story.documents)} documents", "dim"))
        )
        rows = table()
        for name in story.documents:
            rows.add_row(" ", Text(name, style="dim"), Text(paths[name]))
        console.print(rows)


@click.command()
@click.argument("words", nargs=-1, required=True, metavar="WORD…")
@case()
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True, help="Most passages to show.")
@as_json
def search(words: tuple[str, ...], case_file: Path, limit: int, as_json: bool) -> None:
    """Find paragraphs and quotes of a case that hold the words.

    The query may use SQLite's full-text syntax: "exact words", OR, NOT, NEAR.
    """
    with engine.open_case(case_file, create=False) as opened:
        found = opened.search(" ".join(words), limit)
        paths = opened.documents()
    if as_json:
        click.echo(to_json(to_plain(found)))
        return
    rows = table("document", "kind", "from", "to", "words")
    for hit in found:
        place = (str(hit.start), str(hit.end))
        rows.add_row(Text(paths[hit.document]), hit.kind, *place, Text(" ".join(hit.words.split())))
    out().print(rows if found else Text("nothing found", style="dim"))


@click.command()
@click.argument("name", metavar="ID")
@case()
@as_json
def why(name: str, case_file: Path, as_json: bool) -> None:
    """Show what a line of the account stands on: the record, its words, and what joined its parts."""
    with engine.open_case(case_file, create=False) as opened:
        found = opened.why(name)
        paths = opened.documents()
    if as_json:
        click.echo(to_json(to_plain(found)))
        return
    console = out()
    console.print(Text.assemble((found.kind, "bold"), "  ", found.id))
    for step in found.formerly:
        console.print(Text(f"formerly {step.old}: {step.why}", style="dim"))
    rows = table()
    for field, value in found.fields:
        rows.add_row(Text(field, style="dim"), Text(value))
    console.print(rows)
    words = table("document", "from", "to", "words")
    for spot in found.evidence:
        words.add_row(
            Text(paths.get(spot.document, "")), str(spot.start), str(spot.end), Text(" ".join(spot.exact.split()))
        )
    console.print(words)
    links = table("link", "weight", "between", "and", "why")
    for link in found.links:
        links.add_row(link.relation, f"{link.weight:.2f}", link.a, link.b, Text(link.why))
    if found.links:
        console.print(links)
