"""How much of one input is read at most."""

from dataclasses import dataclass

__all__ = ["Limits"]


@dataclass(frozen=True, slots=True)
class Limits:
    """Sizes in bytes. A JSON lines file may be of any size: it is read line by line."""

    max_bytes: int = 10_000_000  # of one file that is one article, or a .json list
    max_line_bytes: int = 5_000_000  # of one line of a JSON lines file
    max_files: int = 1_000_000  # of one folder with all below it
