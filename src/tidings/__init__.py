"""tidings reads a pile of news reports about an unfolding story and gives a sourced account."""

from tidings.codec import Found, account_from_json, account_to_json, reading_to_json
from tidings.engine import (
    Added,
    Case,
    Check,
    Limits,
    Options,
    Plan,
    Ruling,
    Why,
    as_html,
    as_markdown,
    as_text,
    default_plan,
    doctor,
    open_case,
    read,
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
    "Plan",
    "PlanError",
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
    "default_plan",
    "doctor",
    "open_case",
    "read",
    "reading_to_json",
    "tell",
]

__version__ = "0.1.0"
