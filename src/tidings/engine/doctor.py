"""Whether what tidings stands on is there and sound."""

import platform
import sqlite3
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import version
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path

from tidings.engine.acts import Options
from tidings.engine.once import passing_case
from tidings.engine.plan import VERSION, cpu_class
from tidings.errors import TidingsError
from tidings.store import SCHEMA, CaseFile

__all__ = ["Check", "doctor"]

DECIDING = ("spacy", "onnxruntime", "tokenizers", "trafilatura")
EXTRAS = (("tables", "pyarrow"), ("archives", "zstandard"), ("mcp", "mcp"), ("ray", "ray"))
SELF_TEST = """Ghana and Togo agree to reopen a crossing

LOME, March 3, 2031 - The foreign minister of Ghana, Ama Owusu, met the foreign minister of Togo, Kossi Adjavon, on
Monday, and both said that the talks would go on.

"We will reopen the northern crossing in April," Owusu said after the meeting.
"""


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at."""

    name: str
    says: str
    sound: bool = True


def doctor(case: str | Path | None = None) -> tuple[Check, ...]:
    """Look at Python, SQLite, the parser's files and, where one is named, a case."""
    found = [
        Check("tidings", f"{VERSION} on {cpu_class()}"),
        Check("python", f"{platform.python_version()}; 3.11 or later is needed", sound=sys.version_info >= (3, 11)),
        _sqlite(),
        _packages(),
        _model(),
        _itself(),
    ]
    if case is not None:
        found += _case(Path(case))
    return tuple(found)


def _sqlite() -> Check:
    connection = sqlite3.connect(":memory:")
    try:
        connection.execute("CREATE VIRTUAL TABLE t USING fts5 (w, tokenize = 'porter unicode61 remove_diacritics 2')")
    except sqlite3.OperationalError as error:
        return Check("sqlite", f"{sqlite3.sqlite_version}: {error}; a build with FTS5 is needed", sound=False)
    finally:
        connection.close()
    return Check("sqlite", f"{sqlite3.sqlite_version} with full-text search")


def _packages() -> Check:
    """The packages that decide what is found; for each extra, whether it is there."""
    there = ", ".join(f"{name} {version(name)}" for name in DECIDING)
    extras = (f"{extra} {'yes' if find_spec(package) else 'no'}" for extra, package in EXTRAS)
    return Check("packages", f"{there}; extras: {', '.join(extras)}")


def _itself() -> Check:
    """One document, read, linked and told in memory: whether what must be found in it is found, and its anchors hold."""
    try:
        with passing_case() as case:
            case.add(["-"], Options(stdin=BytesIO(SELF_TEST.encode())))
            account = case.tell()
    except TidingsError as error:
        return Check("self-test", str(error), sound=False)
    text = account.documents[0].text if account.documents else ""
    spots = [spot for event in account.events for spot in event.evidence] + [quote.anchor for quote in account.quotes]
    found = {
        "event": any(e.type == "CONSULT" and e.status == "held" and len(e.actors) == 2 for e in account.events),
        "quote": any(q.kind == "direct" and q.speaker for q in account.quotes),
        "date": any(t.value == "2031-03-03" for t in account.times),
        "anchors": bool(spots) and all(text[s.start : s.end] == s.exact for s in spots),
    }
    missed = [name for name, there in found.items() if not there]
    return Check(
        "self-test",
        f"not as it must be: {', '.join(missed)}" if missed else "one document read and told",
        sound=not missed,
    )


def _model() -> Check:
    from tidings.analysis import INT8, PINNED, encoder_digest, model_digest, verify

    try:
        verify()
        encoder = f"{INT8} {encoder_digest()}"
    except TidingsError as error:
        return Check("model", str(error), sound=False)
    return Check("model", f"{PINNED} {model_digest()}, every file as pinned; encoder {encoder}")


def _case(path: Path) -> Iterator[Check]:
    try:
        with CaseFile(path, write=False) as file:
            damage = file.damage()
            counts = f"{len(file.documents())} documents, {len(file.decisions())} decisions, {len(file.set_aside())} set aside"
    except TidingsError as error:
        yield Check("case", str(error), sound=False)
        return
    yield Check("case", "; ".join(damage[:3]) or f"sound, schema {SCHEMA}: {counts}", sound=not damage)
