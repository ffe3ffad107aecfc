"""`tidings mcp`: a case as tools for other programs."""

from pathlib import Path

import click

from tidings import mcp as door
from tidings.cli.options import case

__all__ = ["mcp"]


@click.command()
@case()
def mcp(case_file: Path) -> None:
    """Serve a case to other programs over standard input and output (Model Context Protocol).

    Read-only tools: search, tell, timeline, quotes, dealings, differences, why. Each answer carries anchors.
    Needs `pip install 'tidings[mcp]'`.
    """
    door.serve(case_file)
