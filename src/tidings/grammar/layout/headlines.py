"""Headlines: what a line needs to be one."""

from tidings.grammar.layout.features import Line, look

__all__ = ["bare", "fitness", "like_title", "opening_title"]


def bare(text: str) -> str:
    """A line for comparison: letters and digits only, in lower case."""
    return "".join(c for c in text.casefold() if c.isalnum())


def like_title(line: Line) -> bool:
    """Whether a line could be a headline by its length and end."""
    return 3 <= line.count <= 30 and not line.text.rstrip().endswith((".", ":", ";", ","))


def opening_title(text: str, blocks: int) -> bool:
    """Whether the first of several paragraphs is the headline of a text that is taken as it stands."""
    return blocks > 1 and "\n" not in text and like_title(look(text))


def fitness(line: Line, times: int, before_body: int) -> float:
    """How well a line, said `times` times, some lines before the body, would do as the headline; 0 where it cannot."""
    if not 2 <= line.count <= 35 or line.text.rstrip().endswith((".", ",", ";")) or line.text[0] in ",;:.)":
        return 0.0
    value = 2.0 * (1 < times < 5) + 1.0 * (4 <= line.count <= 20) + 0.5 * (line.count >= 6)
    return max(0.01, value - 0.1 * before_body + 0.35 * before_body * (before_body <= 6))
