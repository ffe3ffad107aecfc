"""An account out: as text, as a page, into a file."""

from pathlib import Path

from rich.console import RenderableType

from tidings.errors import OutputError
from tidings.model import Account
from tidings.report import html, markdown, terminal

__all__ = ["as_html", "as_markdown", "as_text", "write_text"]


def as_text(account: Account) -> RenderableType:
    """The account for a terminal."""
    return terminal(account)


def as_html(account: Account, *, whole: bool = True) -> str:
    """The account as one self-contained page; not `whole` leaves out all of the articles but what lines point at."""
    return html(account, whole=whole)


def as_markdown(account: Account) -> str:
    """The account as a brief with footnotes."""
    return markdown(account)


def write_text(path: Path, text: str) -> None:
    """Write a file, whole or not at all; its folder is made where it does not exist."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and not path.is_file():  # a pipe or a terminal
            path.write_text(text, "utf-8", newline="")
        else:
            _replace(path, text)
    except OSError as error:
        raise OutputError(f"cannot write {str(path)!r}: {error.strerror}; name another file") from error


def _replace(path: Path, text: str) -> None:
    part = path.with_name(f".{path.name}.part")
    try:
        part.write_text(text, "utf-8", newline="")
        part.replace(path)
    except OSError:
        part.unlink(missing_ok=True)
        raise
