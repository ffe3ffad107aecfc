"""What lies where in the folder of a run, and the receipts that say what of it is done."""

import fcntl
import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tidings.codec import to_json
from tidings.errors import OutputError
from tidings.run.pile.files import digest_of, write_whole

__all__ = ["Layout", "Receipt"]

SCHEMA = "tidings.run/1"
Receipt = dict[str, "str | int | list[str] | dict[str, str] | dict[str, int]"]


@dataclass(frozen=True, slots=True)
class Layout:
    """The folder of a run. What a person wants lies on top, what a run goes on from under `work/`."""

    root: Path

    @property
    def work(self) -> Path:
        """What is being written."""
        return self.root / "work"

    def file(self, kind: str, partition: int) -> Path:
        """A partition's file of one kind: articles, cards, readings, told."""
        return self.work / kind / f"{partition:05}"

    def receipt_path(self, kind: str, name: str) -> Path:
        """Where the receipt of a partition lies."""
        return self.root / "receipts" / kind / f"{name}.json"

    @property
    def set_aside(self) -> Path:
        """The list of what could not be read."""
        return self.root / "set_aside.jsonl"

    @contextmanager
    def held(self) -> Iterator[None]:
        """The folder to this process alone; raises OutputError where another run is at work in it."""
        try:
            self.work.mkdir(parents=True, exist_ok=True)
            lock = (self.work / "lock").open("w")
        except OSError as error:
            raise OutputError(f"cannot write into {str(self.root)!r}: {error.strerror}; name another folder") from error
        with lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError as error:
                raise OutputError(
                    f"another run is at work in {str(self.root)!r}: wait for it, or name another folder"
                ) from error
            yield

    def partitions(self, asked: int | None, guess: int) -> int:
        """Into how many partitions the work is cut: as this run was begun, else as asked, else `guess`.

        Raises OutputError where the folder holds something else, or was begun otherwise.
        """
        path = self.root / "run.json"
        if not path.exists():
            strange = [p.name for p in self.root.iterdir() if p.name != "work" and not p.name.startswith(".")]
            if strange:
                raise OutputError(
                    f"{str(self.root)!r} holds {strange[0]!r} and is no folder of a run: name an empty one"
                )
            self.write(path, {"schema": SCHEMA, "partitions": asked or guess})
            return asked or guess
        known = self._read(path)
        count = known.get("partitions") if known.get("schema") == SCHEMA else None
        if not isinstance(count, int):
            raise OutputError(f"{str(path)!r} is not of {SCHEMA}: name another folder")
        if asked is not None and asked != count:
            raise OutputError(
                f"{str(self.root)!r} was begun with {count} partitions: leave out --partitions, or name another folder"
            )
        return count

    def receipt(self, kind: str, name: str) -> Receipt | None:
        """What a partition's receipt says, where it is there."""
        path = self.receipt_path(kind, name)
        return self._read(path) if path.exists() else None

    def done(self, kind: str, partition: int, key: str, files: tuple[str, ...]) -> bool:
        """Whether this very work was done and its files are as they were left."""
        receipt = self.receipt(kind, f"{partition:05}")
        if receipt is None or receipt.get("key") != key:
            return False
        return all(receipt.get(name) == digest_of(self.file(name, partition)) for name in files)

    def sign(self, kind: str, partition: int, receipt: Receipt, files: tuple[str, ...]) -> None:
        """Write a partition's receipt, after its files."""
        digests = {name: digest_of(self.file(name, partition)) or "" for name in files}
        self.write(self.receipt_path(kind, f"{partition:05}"), {**receipt, **digests})

    def write(self, path: Path, receipt: Receipt, *, lasting: bool = True) -> None:
        """Write a receipt, whole or not at all."""
        with write_whole(path, lasting=lasting) as stream:
            stream.write((to_json(dict(sorted(receipt.items()))) + "\n").encode("utf-8"))

    def empty(self, kind: str) -> Path:
        """A folder under work/ with nothing in it."""
        folder = self.work / kind
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        return folder

    def tidy(self) -> None:
        """Take away what a killed run left half written, and the receipt of the whole, which comes last."""
        for part in self.root.rglob(".*.part"):
            part.unlink(missing_ok=True)
        (self.root / "receipt.json").unlink(missing_ok=True)

    @staticmethod
    def _read(path: Path) -> Receipt:
        try:
            found = json.loads(path.read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        return found if isinstance(found, dict) else {}
