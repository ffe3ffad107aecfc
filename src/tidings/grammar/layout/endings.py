"""Where a text says that it ends: the sign under a press release, a dispatch or a transcript, and what follows it."""

import re
from collections.abc import Sequence

from tidings.grammar.layout.judged import Layout, Verdict

__all__ = ["drop_after_end", "drop_teasers"]

END = re.compile(
    r"\W*(?:#(?:\s?#){1,4}|-{1,3}\s?30\s?-{1,3}|\W{0,3}ends?\W{0,3}|end of (?:segment|transcript|text|story|message|document|(?:press |news )?release|statement|interview|bulletin))\W*",
    re.IGNORECASE,
)
ABOUT = re.compile(
    r"(?:About|ABOUT) (?:the )?[A-Z][^.!?:]{1,60}|Notes? (?:to|for) [Ee]ditors?:?|NOTES? (?:TO|FOR) EDITORS?:?"
)
TEASERS = 2  # lines at least, unless a heading leads them up
LINE = 11  # words of one at most
FEWEST = 60  # words of running text before them
RUNNING = 10  # words of a line of running text
CAPITAL = re.compile(r"\b[A-Z]\w{2,}")
IMPRINT = re.compile(r"\A(?:Responsible editor|Editor-in-chief|Publisher): .{1,60}\bcopyright\b", re.IGNORECASE)
STOPS = (".", "!", "?", "”", '"', "»", "…", ":", ";", ",")
SHARE = 0.5  # of a page's words must stand before the sign
BOILERPLATE = 0.6  # and before a heading under which bodies present themselves
MOST = 200  # words below it


def drop_after_end(texts: Sequence[str], places: Sequence[int], layout: Layout) -> None:
    """Cut what is kept below a sign of the end; `places` are the lines that have verdicts, by their index in `texts`."""
    kept = {n for n, verdict in zip(places, layout.verdicts, strict=True) if verdict.kind is not None}
    whole = sum(len(texts[n].split()) for n in kept)
    before = 0
    for n, text in enumerate(texts):
        share = before / max(1, whole)
        if len(text) <= 80 and whole - before <= MOST and ends(text, share):
            for at, place in enumerate(places):
                if place >= n and layout.verdicts[at].kind is not None and at != layout.title:
                    layout.verdicts[at] = Verdict(None, "tail")
            return
        before += len(text.split()) if n in kept else 0


def drop_teasers(texts: Sequence[str], places: Sequence[int], layout: Layout) -> None:
    """Cut the last lines where they are other reports' headlines: short, without a stop, with no name of the text above them."""
    kept = [n for n, verdict in enumerate(layout.verdicts) if verdict.kind is not None and n != layout.title]
    first = len(kept)
    while first and (IMPRINT.search(texts[places[kept[first - 1]]]) or is_teaser(texts[places[kept[first - 1]]])):
        first -= 1
    if len(kept) - first < TEASERS or not first:
        return
    above = " ".join(texts[places[n]] for n in kept[:first])
    last = texts[places[kept[first - 1]]].rstrip()
    running = len(last.split()) >= RUNNING and last.endswith((".", "!", "?", "”", '"', "»", ")"))
    if len(above.split()) < FEWEST or not running:
        return
    told = set(CAPITAL.findall(above))
    if not any(told & set(CAPITAL.findall(texts[places[n]].partition(" ")[2])) for n in kept[first:]):
        for n in kept[first:]:
            layout.verdicts[n] = Verdict(None, "tail")


def is_teaser(line: str) -> bool:
    """Whether a line may be another report's headline: words alone, no number of anybody's, no sign of a list, no stop."""
    words = line.split()
    plain = line[:1].isupper() and line[:1].isalpha() and not line.rstrip().endswith(STOPS)
    return plain and 2 < len(words) <= LINE and sum(w[:1].islower() for w in words) >= len(words) / 2


def ends(text: str, share: float) -> bool:
    """Whether a line closes a text of which such a share stands above it."""
    return (share >= SHARE and END.fullmatch(text) is not None) or (
        share >= BOILERPLATE and ABOUT.fullmatch(text) is not None
    )
