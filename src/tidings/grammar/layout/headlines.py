"""Headlines: which line of a page is one, weighed by its words, its neighbours and the text it stands over.

The weights are fitted by training/headlines.py, a softmax over the lines that could be it and "none of them".
"""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tidings.grammar.layout.captions import is_caption, is_name
from tidings.grammar.layout.features import Line, look
from tidings.lexicon import weights, words
from tidings.text.terms import news_share, stem, word_list

__all__ = [
    "NOBODY",
    "bare",
    "chances",
    "evidence",
    "is_possible",
    "likeliest",
    "named_terms",
    "opening_title",
    "telling",
]

LONGEST = 300  # characters of a headline, at most
WORDS = range(2, 36)
HEAD = 60  # lines above the body that are looked at
INTO = 12  # lines from the body's first on that are looked at: it may have begun with what stands above the headline
TOP = 20  # lines in which a page may state its headline before all else
LEAD = 120  # words of running text after a line in which a headline's words come back
FAR = 100  # lines within which they stand
LIKELY = 0.2  # the chance that a headline needs
RARE = 0.5  # what the chance of none counts: the training texts have more without one than people bring
# Chosen on stories-basil as plain text: 292 of 300 headlines, 129 of 156 texts without.
LIKELY_IF_TIDY, RARE_IF_TIDY = 0.1, 0.12
STOPPED = 7  # words of a headline that ends on a full stop, at most, where nothing else shows it
LIKELY_TOO = 0.15  # the chance that a line in capitals needs to be the headline over a likelier one
SET_LARGE = 4  # words in capitals that are a headline over a line in small letters
DECK = 3  # lines between a headline and itself once more, beside the picture
NOBODY = -1  # in place of a line: the text has no headline

TABLE = "headline_weights.tsv"
Evidence = Mapping[str, float]
FIELDS = (
    "date",
    "byline",
    "credit",
    "masthead",
    "icons",
    "head",
    "navigation",
    "advertisement",
)  # lines that are surely none
VAGUE = ("menu", "related")  # furniture by its shape alone
Fixed = Mapping[int, str]
"""Lines that are known to be no part of the article, with the reason."""

NAME_WORD = re.compile(r"[^\W\d_]+")
ISSUE = re.compile(r"(?:no\.?|nr\.?|issue|edition|vol\.?|volume|#)\s?\d{1,5}\b", re.IGNORECASE)
QUOTED = re.compile(r"[“\"‘']([^“”\"‘’]{10,200})[”\"’']")
# A headline by its form: a question, or words in quote marks and nothing else.
CALLS = re.compile(r"[“\"‘'«][^“”\"«»]{8,200}[”\"’'»]|(?:\S{1,30} ){2,20}\S{1,30}\?")
LABEL = re.compile(r"[A-Z][\w' ]{2,24}[:|]\s")


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of a page, and what a line is weighed against."""

    lines: Sequence[Line]
    fixed: Fixed
    first: int
    last: int
    plain: Mapping[int, str]  # the lines that are looked at, without spaces and marks
    terms: tuple[frozenset[str], ...]  # the telling words of each line
    open: tuple[int, ...]  # the lines above the body that are no furniture and long enough
    short: frozenset[int]  # those that are no furniture and of a name's length
    told: Mapping[str, int]  # in how many lines of the body's running text a telling word stands
    named: frozenset[str]  # the telling words of the file's name


def bare(text: str) -> str:
    """A line for comparison: letters and digits only, in lower case."""
    return "".join(c for c in text.casefold() if c.isalnum())


def telling(text: str) -> frozenset[str]:
    """The words of a line that say what it is about, without their endings."""
    return frozenset(stem(word) for word in word_list(text) if len(word) > 2 and word not in words("stop_words.txt"))


def named_terms(path: str) -> frozenset[str]:
    """The telling words of a file's name: people keep an article under its headline, whole or shortened."""
    name = path.rpartition("/")[2]
    return telling(" ".join(NAME_WORD.findall(name.rpartition(".")[0] or name)))


def rarity(terms: frozenset[str]) -> float:
    """How much the terms say: the rarer in news, the more."""
    return sum(-math.log(news_share().get(term, 0.01)) for term in terms)


def is_possible(line: Line) -> bool:
    """Whether a line could be a headline by its length and its ends."""
    end = line.text.rstrip()[-1:]
    return line.count in WORDS and len(line.text) < LONGEST and end not in (",", ";") and line.text[0] not in ",;:.)"


def evidence(
    lines: Sequence[Line], fixed: Fixed, first: int, last: int, named: frozenset[str] = frozenset()
) -> dict[int, Evidence]:
    """What speaks for each line that could be the headline of the body from `first` to `last`, and for none."""
    looked = range(max(0, first - HEAD), min(last, first + INTO) + 1)
    terms = tuple(telling(line.text) for line in lines)
    told = Counter(term for n in range(first, last + 1) if lines[n].prose for term in terms[n])
    plain = {n: bare(lines[n].text) for n in sorted({*range(min(TOP, len(lines))), *looked})}
    above = tuple(n for n in looked if n < first and n not in fixed and lines[n].count >= 4 and is_possible(lines[n]))
    short = frozenset(n for n in looked if n < first and n not in fixed and lines[n].count <= 5)
    page = Page(lines, fixed, first, last, plain, terms, above, short, told, named)
    found: dict[int, Evidence] = {
        n: of_line(page, n) for n in looked if is_possible(lines[n]) and fixed.get(n) not in FIELDS
    }
    found[NOBODY] = {"nobody": 1.0, "nobody, body opens the page": float(not any(n < first for n in found))}
    return found


def of_line(page: Page, n: int) -> dict[str, float]:
    """All that speaks for or against one line."""
    line = page.lines[n]
    return {**by_itself(page, n, line), **by_place(page, n), **by_words(page, n)}


def by_itself(page: Page, n: int, line: Line) -> dict[str, float]:
    """What a line shows by itself."""
    text = line.text.rstrip()
    letters = [c for c in text if c.isalpha()]
    return {
        "short": float(line.count < 4),
        "shortish": float(line.count in (4, 5)),
        "long": min(max(0, line.count - 14) / 10, 1.0),
        "ends as a sentence": float(text.endswith((".", "…", ".”", '."'))),
        "ends on a colon": float(text.endswith(":")),
        "asks or calls": float(text.endswith(("?", "!", "?”", "!”"))),
        "in capitals": float(bool(letters) and sum(c.isupper() for c in letters) > 0.8 * len(letters)),
        "capital words": line.capital,
        "function words": line.stops,
        "words of a site": line.page,
        "rows of a site": float(line.separators > 0),
        "furniture": float(page.fixed.get(n) in VAGUE),
        "clear furniture": float(n in page.fixed and page.fixed[n] not in VAGUE),
        "caption": float(is_caption(line, near_top=False)),
        "a name": float(is_name(line.text)),
        "prose": float(line.prose),
        "issue": float(ISSUE.search(text) is not None),
        "label": float(LABEL.match(text) is not None),
        "code": float(line.code > 0.02),
    }


def by_place(page: Page, n: int) -> dict[str, float]:
    """Where a line stands: how far above the body, between what."""
    above = max(0, page.first - n)
    near = page.lines[n + 1 : n + 5]
    soon = [page.fixed.get(k) for k in range(n + 1, n + 5)]
    open_lines = [k for k in range(max(0, n - 3), n) if k not in page.fixed]
    return {
        "lines above the body": math.log1p(above),
        "far above": float(above > 10),
        "very far above": float(above > 25),
        "just above": float(above == 1),
        "two or three above": float(above in (2, 3)),
        "in the body": float(n > page.first),
        "opens the body": float(n == page.first),
        "prose before": float(any(page.lines[k].prose for k in range(page.first, n))),
        "much prose before": float(sum(page.lines[k].count for k in range(page.first, n) if page.lines[k].prose) > 60),
        "date below": float("date" in soon[:3]),
        "byline below": float("byline" in soon[:3]),
        "date just above": float(page.fixed.get(n - 1) in ("date", "byline")),
        "prose below": float(bool(near) and near[0].prose),
        "prose soon": float(any(line.prose for line in near)),
        "first of the page": float(n == 0),
        "first that may be": float(all(k in page.fixed for k in range(n))),
        "headlines before": sum(alike(page.lines[k]) for k in open_lines) / 3,
        "under a masthead": float(page.open[:-1].count(n) > 0 and n - 1 in page.short and n < 4),
        "nearest": float(page.open[-1:] == (n,)),
        "second nearest": float(page.open[-2:-1] == (n,)),
        "headlines after": sum(alike(line) for k, line in enumerate(near[:3], n + 1) if k not in page.fixed) / 3,
    }


def alike(line: Line) -> bool:
    """Whether a line has the length and the open end of a headline."""
    return 5 <= line.count <= 20 and not line.terminal


def by_words(page: Page, n: int) -> dict[str, float]:
    """How the words of a line come back: in the text under it, and in other lines of the page."""
    own, lead, count = page.terms[n], set[str](), 0
    for k in range(n + 1, min(page.last + 1, n + FAR)):
        if page.lines[k].prose and count < LEAD:
            lead.update(page.terms[k])
            count += page.lines[k].count
    itself = page.first <= n <= page.last and page.lines[n].prose
    told = frozenset(term for term in own if page.told.get(term, 0) > itself)
    whole = max(0.1, rarity(own))
    own_words = "" if is_caption(page.lines[n]) else page.plain[n]  # a caption often stands twice
    again = [k for k, other in page.plain.items() if k != n and own_words and other.startswith(own_words)]
    return {
        "in the lead": rarity(own & lead) / whole,
        "in the body": rarity(told) / whole,
        "much in the lead": math.log1p(rarity(own & lead)),
        "much in the body": math.log1p(rarity(told)),
        "said again": float(bool(again)),
        "said often": float(len(again) > 2),
        "said above": float(any(k < n for k in again)),
        "no telling word": float(not own),
        "quoted from the body": float(quoted(page, n)),
        "of the file's name": rarity(own & page.named) / whole,
        "the file's name": rarity(own & page.named) / max(0.1, rarity(page.named)),
    }


def quoted(page: Page, n: int) -> bool:
    """Whether words in quote marks in a line stand in the text as well."""
    said = [" ".join(word_list(part)) for part in QUOTED.findall(page.lines[n].text)]
    long = [part for part in said if part.count(" ") >= 2]
    if not long:
        return False
    body = (
        " ".join(word_list(line.text))
        for k, line in enumerate(page.lines[page.first : page.last + 1], page.first)
        if k != n and line.prose
    )
    return any(part in text for text in body for part in long)


def chances(
    lines: Sequence[Line], fixed: Fixed, first: int, last: int, named: frozenset[str] = frozenset()
) -> dict[int, float]:
    """How likely each line is the headline, and that none is (`NOBODY`)."""
    held = evidence(lines, fixed, first, last, named)
    known = weights(TABLE)
    sums = {n: sum(known.get(name, 0.0) * value for name, value in one.items()) for n, one in held.items()}
    most = max(sums.values())
    raised = {n: math.exp(value - most) for n, value in sums.items()}
    total = math.fsum(raised.values())
    return {n: value / total for n, value in raised.items()}


def likeliest(  # noqa: PLR0913
    lines: Sequence[Line],
    fixed: Fixed,
    first: int,
    last: int,
    *,
    tidy: bool = False,
    named: frozenset[str] = frozenset(),
) -> int | None:
    """The line that is the headline, if one is; lines that say it again speak for it, and the last of them is it.

    Over a `tidy` text, in which nothing of a site stands, a line that is no sentence needs less to be it.
    """
    found = chances(lines, fixed, first, last, named)
    plain = {n: bare(lines[n].text) for n in found if n != NOBODY}

    def together(n: int) -> float:
        if is_caption(lines[n]):
            return found[n]
        again = (k for k, other in plain.items() if k != n and is_named_again(lines[n], plain[n], other))
        return found[n] + math.fsum(found[k] for k in again)

    best = max(plain, key=lambda n: (together(n), found[n], -n), default=NOBODY)
    ends = lines[best].text.rstrip()[-1:]
    stopped = ends == ":" or (ends == "." and lines[best].count > STOPPED)
    over = tidy and best < first and not lines[best].prose and not stopped
    rare, likely = (RARE_IF_TIDY, LIKELY_IF_TIDY) if over else (RARE, LIKELY)
    if best == NOBODY or together(best) <= max(rare * found[NOBODY], likely):
        return None
    longer = (n for n in plain if best < n <= first and is_named_again(lines[best], plain[best], plain[n]))
    same = sorted({*(n for n in plain if plain[n] == plain[best]), *longer}, reverse=True)
    best = same[0]
    for n in same:
        best = n if best - DECK <= n else best
    upper = best - 1
    likely_too = found.get(upper, 0.0) >= LIKELY_TOO
    calls = upper in plain and upper not in fixed and stands_over(lines[upper], lines[best], likely=likely_too)
    if calls and best < first and not plain[best].startswith(plain[upper]):
        return upper  # what stands under it is its deck
    return best


def stands_over(upper: Line, lower: Line, *, likely: bool) -> bool:
    """Whether the upper of two lines is the headline by its form, and the lower its deck; a paper's name in capitals is none."""
    if CALLS.fullmatch(upper.text.strip()):
        return True
    return likely and upper.count >= SET_LARGE and upper.text.isupper() and not lower.text.isupper()


def is_named_again(line: Line, plain: str, other: str) -> bool:
    """Whether another line says a headline again, the name of the site behind it or not."""
    return line.count >= 4 and other.startswith(plain) and len(other) < len(plain) + 40


def opening_title(text: str, blocks: int) -> bool:
    """Whether the first of several paragraphs is the headline of a text that is taken as it stands."""
    line = look(text[:LONGEST])
    if not (blocks > 1 and len(text) < LONGEST and "\n" not in text and 3 <= line.count <= 35):
        return False
    end = text.rstrip()[-1:]
    stop = end in (".", ";") and not (line.count <= 16 and (line.stops < 0.15 or line.capital > 0.6))
    return not stop and end != "," and text[0] not in ",;:.)"
