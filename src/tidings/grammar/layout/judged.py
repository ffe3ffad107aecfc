"""What is judged of a page: each line's verdict, and the fields that some lines state."""

from dataclasses import dataclass, field

from tidings.grammar.layout.records import Label
from tidings.grammar.layout.stamps import DateLine, OpenLine
from tidings.model import BlockKind

__all__ = ["NOTHING", "Layout", "Stated", "Verdict"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one line is: a block of the article, or cut for a reason."""

    kind: BlockKind | None
    reason: str = ""


@dataclass(slots=True)
class Layout:
    """The verdicts on all lines, and the fields that some of them state."""

    verdicts: list[Verdict]
    tidy: bool = False  # hardly anything of a site stands in it: its odd lines are its own
    title: int | None = None  # the line it stands in
    dates: list[tuple[int, DateLine]] = field(default_factory=list)  # all date lines, with their places
    open_days: list[tuple[int, OpenLine]] = field(default_factory=list)  # days without their year, with their places
    open_day: OpenLine | None = None  # the one that is the article's
    published: DateLine | None = None
    modified: DateLine | None = None
    authors: list[str] = field(default_factory=list)
    credits: list[str] = field(default_factory=list)
    lent: list[str] = field(default_factory=list)  # outlets that stand beside the author
    labels: dict[int, Label] = field(default_factory=dict)  # lines of a mail's or an export's head
    sent: DateLine | None = None  # the day of a mail
    outlet: str | None = None  # what a labelled head names as the source


@dataclass(frozen=True, slots=True)
class Stated:
    """What is known of an article before its lines are looked at."""

    title: str | None = None
    authors: tuple[str, ...] = ()
    named: frozenset[str] = frozenset()  # the telling words of the file's name
    extracted: bool = False  # the lines are a page's main text already, found by its markup


NOTHING = Stated()
