"""How articles come out of the forms in which people keep them: `python -m evals.formed --gold FOLDER`.

For each form of evals/forms.py: headlines and days that are right, the share of the article's characters
that is kept, and of its site's lines that is cut. No floor hangs on it: it shows which form is weak.
"""

import argparse
import gzip
import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from evals.crude import alike, headlines, shared, shingles
from evals.forms import Formed, Parts, formed, parts
from evals.text import FOLDER, read
from tidings.errors import InputError
from tidings.grammar.layout.headlines import bare

__all__ = ["Came", "came_out", "pages"]

A_LINE = 3  # spaces from which on a line of the site's is looked for inside other lines


@dataclass(frozen=True, slots=True)
class Came:
    """What came of one article in one form."""

    titled: bool
    dated: bool
    body: int
    kept: float
    junk: int
    cut: int


def pages(gold: Path) -> Iterator[Parts]:
    """The parts of every page of the set that states its headline and day."""
    truth = json.loads((gold / FOLDER / "ground_truth.json").read_text("utf-8"))
    for name in sorted(truth):
        with gzip.open(gold / FOLDER / "html" / name, "rt", encoding="utf-8", newline="") as file:
            page = parts(name.split(".")[0], file.read(), truth[name]["body"])
        if page is not None:
            yield page


def came_out(page: Parts, one: Formed) -> Came:
    """Read an article in one form and compare it with its page."""
    try:
        document = read(one.path, one.text, html=False)
        title, day, lines = bare(document.title or ""), (document.published or "")[:10], document.text.split("\n\n")
    except InputError:
        title, day, lines = "", "", []
    right = {bare(page.title), *(headlines(page.markup) if one.form in ("whole", "nodes", "rows") else ())}
    found, plain, whole = shingles(lines), {bare(line) for line in lines}, bare(" ".join(lines))
    left = sum(len(line) for line in one.junk if bare(line) in (whole if line.count(" ") >= A_LINE else plain))
    junk = sum(map(len, one.junk))
    return Came(
        any(alike(title, known) for known in right),
        bool(day) and timedelta(0) <= page.day - date.fromisoformat(day) <= timedelta(1),
        sum(map(len, page.body)),
        sum(len(line) * shared(line, found) for line in page.body),
        junk,
        junk - left,
    )


def main() -> None:
    """Print a row for each form."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, required=True, help="the folder that holds the gold sets")
    rows: dict[str, list[Came]] = defaultdict(list)
    for page in pages(parser.parse_args().gold):
        for one in formed(page):
            rows[one.form].append(came_out(page, one))
            rows["all"].append(rows[one.form][-1])
    for form, came in sorted(rows.items(), key=lambda row: (row[0] == "all", row[0])):
        kept = sum(one.kept for one in came) / sum(one.body for one in came)
        cut = sum(one.cut for one in came) / max(1, sum(one.junk for one in came))
        titled, dated = (sum(flags) / len(came) for flags in ([c.titled for c in came], [c.dated for c in came]))
        print(f"{form:10} {len(came):5} titles {titled:.3f} days {dated:.3f} body kept {kept:.3f} junk cut {cut:.3f}")


if __name__ == "__main__":
    main()
