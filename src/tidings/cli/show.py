"""What a person sees while a command works and after it: bars and warnings on standard error, tables on standard output."""

from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TaskID, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

from tidings.engine import write_text
from tidings.model import SetAside

__all__ = ["Bars", "exit_code", "out", "set_aside", "table", "write"]


class Bars:
    """Progress bars on standard error, gone when done; warnings stay. Use it in a `with` statement."""

    def __init__(self, *, hidden: bool = False) -> None:
        self._hidden = hidden
        self._console = Console(stderr=True)
        columns = (
            SpinnerColumn(),
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
        )
        self._bars = Progress(
            *columns, console=self._console, transient=True, disable=hidden or not self._console.is_terminal
        )
        self._task: TaskID | None = None

    def __enter__(self) -> "Bars":
        self._bars.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bars.stop()

    def start(self, what: str, total: int | None) -> None:
        """A new bar instead of the last."""
        if self._task is not None:
            self._bars.remove_task(self._task)
        self._task = self._bars.add_task(what, total=total)

    def advance(self, steps: int = 1) -> None:
        """Move the bar."""
        if self._task is not None:
            self._bars.advance(self._task, steps)

    def warn(self, text: str) -> None:
        """One line above the bar."""
        if not self._hidden:
            self._console.print(Text(text, style="yellow"), soft_wrap=True)


def out() -> Console:
    """Standard output: as wide as the terminal, 100 columns where there is none."""
    console = Console()
    return console if console.is_terminal else Console(width=100)


def table(*headers: str) -> Table:
    """A plain table whose columns line up."""
    made = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), show_header=bool(headers), header_style="dim")
    for header in headers:
        made.add_column(header, overflow="fold")
    return made


def set_aside(found: Sequence[SetAside]) -> None:
    """Say what was not read, compared or told, and why, a line each, on standard error."""
    width = min(48, max((len(one.path) for one in found), default=0))
    for one in sorted(found, key=lambda s: (s.path, s.stage)):
        path = "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in one.path)
        what = "left out " if one.of_story else "set aside"
        click.echo(f"{what}  {path:<{width}}  {one.stage:<10}  {one.reason}", err=True)


def exit_code(read: int, lost: int) -> int:
    """3 when more than half of the inputs, or all, were set aside."""
    return 3 if lost > read else 0


def write(target: str, text: str) -> None:
    """Write to a file, or to standard output for "-"."""
    if target == "-":
        click.echo(text, nl=False)
    else:
        write_text(Path(target), text)
