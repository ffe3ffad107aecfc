"""Every error that tidings raises on purpose.

TidingsError              something a person can mend; the CLI prints it in one line and exits 1
├── InputError            one input cannot be read: set aside, the rest goes on
├── CaseError             a case file is missing, damaged, locked or of another version
├── ModelError            a language model is missing or is not the pinned one
├── OutputError           a file cannot be written
├── DecisionError         a person's decision cannot be applied as it stands
└── PlanError             a pipeline is wired wrongly: a stage needs what nobody gives
"""

__all__ = ["CaseError", "DecisionError", "InputError", "ModelError", "OutputError", "PlanError", "TidingsError"]


class TidingsError(Exception):
    """Base of all errors raised on purpose; its text says what was wrong, what is allowed and what to do."""


class InputError(TidingsError):
    """One input cannot be read; the text names the file, the reason and the cure."""


class CaseError(TidingsError):
    """A case file is missing, damaged, locked or written by another version."""


class ModelError(TidingsError):
    """A language model is missing or its files are not the pinned ones."""


class OutputError(TidingsError):
    """A file cannot be written; the text names it and the reason."""


class DecisionError(TidingsError):
    """A decision names an anchor that does not hold, or contradicts another."""


class PlanError(TidingsError):
    """A tuple of stages does not fit together."""
