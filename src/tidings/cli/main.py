"""The door: one group of commands, and the edge where errors become one line and an exit code.

0 fine, 1 a problem named in one line, 2 wrong usage, 3 more than half of the inputs
set aside, 130 interrupted.
"""

from collections.abc import Sequence

import click

from tidings.cli.ask import search, stories, why
from tidings.cli.decide import decide
from tidings.cli.doctor import doctor
from tidings.cli.documents import add, remove
from tidings.cli.export import export
from tidings.cli.mcp import mcp
from tidings.cli.read import read
from tidings.cli.run import run as run_pile
from tidings.cli.sample import sample, score_sample
from tidings.cli.tell import tell
from tidings.errors import TidingsError

__all__ = ["COMMANDS", "commands", "run"]

COMMANDS = (tell, read, add, remove, stories, search, why, decide, export, run_pile, sample, score_sample, mcp, doctor)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="tidings", message="%(prog)s %(version)s")
def commands() -> None:
    """Read a pile of news reports about an unfolding story and give a sourced account, offline."""


for command in COMMANDS:
    commands.add_command(command)


def run(arguments: Sequence[str]) -> int:
    """Run one command; its exit code. Nothing a user can do ends in a traceback."""
    try:
        code = commands.main(list(arguments), prog_name="tidings", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except TidingsError as error:
        click.echo(f"tidings: {error}", err=True)
        return 1
    except (KeyboardInterrupt, click.Abort):
        click.echo("tidings: interrupted; what was kept so far is whole", err=True)
        return 130
    except OSError as error:  # standard output on a full disk, a name that no system takes
        click.echo(f"tidings: {error.strerror or error}", err=True)
        return 1
    return code if isinstance(code, int) else 0
