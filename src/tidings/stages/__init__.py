"""The three acts as explicit tuples: READ per document, LINK across documents, TELL per story."""

import sys
from importlib import import_module
from importlib.util import find_spec
from typing import Any

__all__ = ["LINK", "READ", "TELL"]


def _there(act: str, *names: str) -> tuple[Any, ...]:
    found = []
    for name in names:
        module = f"tidings.stages.{act}.{name.lower()}"
        if find_spec(module) is not None:
            try:
                found.append(getattr(import_module(module), name)())
            except (ImportError, AttributeError) as error:
                print(module, error, file=sys.stderr)
    return tuple(found)


READ: tuple[Any, ...] = _there("read", "Clean", "Analyse", "Mentions", "Chains", "Times", "Quotes", "Events")
LINK: tuple[Any, ...] = _there("link", "Entities", "Copies", "Dating", "Events", "Statements", "Answers", "Stories")
TELL: tuple[Any, ...] = _there(
    "tell",
    "Documents",
    "Witnesses",
    "Entities",
    "Times",
    "Quotes",
    "Statements",
    "Events",
    "Dealings",
    "Differences",
    "Timeline",
)
