"""An account for people: terminal text and self-contained HTML."""

from tidings.report.html import html
from tidings.report.terminal import terminal

__all__ = ["html", "terminal"]
