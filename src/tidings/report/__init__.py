"""An account for people: terminal text, self-contained HTML, a Markdown brief."""

from tidings.report.html import html
from tidings.report.markdown import markdown
from tidings.report.terminal import terminal

__all__ = ["html", "markdown", "terminal"]
