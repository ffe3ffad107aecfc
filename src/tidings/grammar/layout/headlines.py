"""Headlines: what a line needs to be one."""

from tidings.grammar.layout.features import Line, look

__all__ = ["bare", "fitness", "like_title", "opening_title"]

LONGEST = 300  # characters of a headline, at most


def bare(text: str) -> str:
    """A line for comparison: letters and digits only, in lower case."""
    return "".join(c for c in text.casefold() if c.isalnum())


def like_title(line: Line) -> bool:
    """Whether a line could be a headline by its length and end."""
    return 3 <= line.count <= 30 and not line.text.rstrip().endswith((".", ":", ";", ","))


def opening_title(text: str, blocks: int) -> bool:
    """Whether the first of several paragraphs is the headline of a text that is taken as it stands."""
    line = look(text[:LONGEST])
    return (
        blocks > 1
        and len(text) < LONGEST
        and "\n" not in text
        and line.count >= 3
        and fitness(line, 1, 1, opens=True) > 0
    )


def fitness(line: Line, times: int, before_body: int, *, opens: bool = False) -> float:
    """How well a line would do as the headline; 0 where it cannot.

    It is said `times` times and stands so many lines before the body. A stop ends a headline only where it
    `opens` the text and has the words of one.
    """
    end = line.text.rstrip()[-1:]
    if not 2 <= line.count <= 35 or end == "," or line.text[0] in ",;:.)":
        return 0.0
    if end in (".", ";") and not (opens and line.count <= 16 and (line.stops < 0.15 or line.capital > 0.6)):
        return 0.0
    value = 2.0 * (1 < times < 5) + 1.0 * (4 <= line.count <= 20) + 0.5 * (line.count >= 6)
    return max(0.01, value - 0.1 * before_body + 0.35 * before_body * (before_body <= 6))
