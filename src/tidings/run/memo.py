"""What an earlier run analysed: read from the case by any process, written by the driver alone."""

from dataclasses import dataclass, field
from pathlib import Path

from tidings.store import MemoReader

__all__ = ["CaseMemo"]


@dataclass
class CaseMemo:
    """A memo over a case file: `get` reads the file, `put` keeps for `drain`, which the driver then writes.

    It pickles as its path. Deleting the memo changes no byte of any output.
    """

    path: Path
    _fresh: dict[str, bytes] = field(default_factory=dict, repr=False)
    _reader: MemoReader | None = field(default=None, repr=False)

    def __getstate__(self) -> tuple[Path]:
        return (self.path,)

    def __setstate__(self, state: tuple[Path]) -> None:
        (self.path,) = state
        self._fresh, self._reader = {}, None

    def get(self, key: str) -> bytes | None:
        """What was put under a key, now or in an earlier run."""
        if key in self._fresh:
            return self._fresh[key]
        if self._reader is None:
            self._reader = MemoReader(self.path)
        return self._reader.get(key)

    def put(self, key: str, value: bytes) -> None:
        """Keep a value until the driver drains it."""
        self._fresh[key] = value

    def drain(self) -> tuple[tuple[str, bytes], ...]:
        """What was put since the last time, by key."""
        fresh, self._fresh = tuple(sorted(self._fresh.items())), {}
        return fresh

    def close(self) -> None:
        """Let go of the case file."""
        if self._reader is not None:
            self._reader.close()
            self._reader = None
