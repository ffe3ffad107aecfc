"""What a run tells while it works; the doors show it."""

from typing import Protocol

__all__ = ["Progress", "Silent"]


class Progress(Protocol):
    """Told of each act's start, of each document or group done, and of whatever a person should know."""

    def start(self, what: str, total: int | None) -> None:
        """An act begins: "reading", with how many steps where that is known."""

    def advance(self, steps: int = 1) -> None:
        """So many steps of the act are done."""

    def warn(self, text: str) -> None:
        """One line a person should read: what, and why."""


class Silent:
    """Tells nobody."""

    def start(self, what: str, total: int | None) -> None:
        """Nothing to show."""

    def advance(self, steps: int = 1) -> None:
        """Nothing to show."""

    def warn(self, text: str) -> None:
        """Nothing to show."""
