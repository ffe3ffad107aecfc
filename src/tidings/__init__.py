"""tidings reads a pile of news reports about an unfolding story and gives a sourced account."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tidings.codec import Found, account_from_json, account_to_json, reading_to_json
    from tidings.engine import (
        Added,
        Case,
        Check,
        Limits,
        Options,
        PairCode,
        Plan,
        Precision,
        Ruling,
        Why,
        as_html,
        as_markdown,
        as_text,
        code_pair,
        default_plan,
        doctor,
        export,
        export_text,
        open_case,
        read,
        sample,
        score_sample,
        tables,
        tell,
    )
    from tidings.errors import (
        CaseError,
        DecisionError,
        InputError,
        ModelError,
        OutputError,
        PlanError,
        TidingsError,
    )
    from tidings.model import Account, Reading, SetAside

__all__ = [
    "Account",
    "Added",
    "Case",
    "CaseError",
    "Check",
    "DecisionError",
    "Found",
    "InputError",
    "Limits",
    "ModelError",
    "Options",
    "OutputError",
    "PairCode",
    "Plan",
    "PlanError",
    "Precision",
    "Reading",
    "Ruling",
    "SetAside",
    "TidingsError",
    "Why",
    "account_from_json",
    "account_to_json",
    "as_html",
    "as_markdown",
    "as_text",
    "code_pair",
    "default_plan",
    "doctor",
    "export",
    "export_text",
    "open_case",
    "read",
    "reading_to_json",
    "sample",
    "score_sample",
    "tables",
    "tell",
]

__version__ = "0.1.0"

HOMES = ("errors", "model", "codec", "engine")  # where the public names are, the lightest first


def __getattr__(name: str) -> object:
    """A public name, its module loaded when it is first asked for.

    Loading the engine takes seconds, and this file is run before the first line of the command, which
    must be able to catch an interrupt in them.
    """
    for home in HOMES if name in __all__ else ():
        if hasattr(module := import_module(f"tidings.{home}"), name):
            globals()[name] = found = getattr(module, name)
            return found
    raise AttributeError(f"module 'tidings' has no attribute {name!r}")


def __dir__() -> list[str]:
    """The public names too, loaded or not."""
    return sorted({*globals(), *__all__})
