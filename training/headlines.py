"""Makes src/tidings/lexicon/headline_weights.tsv, by which a headline is chosen.

    python -m training.headlines --gold ../shared/gold [--write]

A softmax over the lines that could be the headline and "none of them", fitted on the crude text of
text-fundus-evaluation: each page whole, and as people copy pages, with a few lines above the headline
and below the text; and on the articles of stories-basil as plain text. Both also without their headline.
What is right is what the page's markup or the set states. It prints what of it holds for outlets that
are left out in turn. Needs scipy, which training alone uses.
"""

import argparse
import gzip
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import TypeVar

import numpy as np

from evals.basil import Article, articles
from evals.crude import alike, crude, headlines
from evals.forms import FORMS, formed, parts
from evals.text import FOLDER
from tidings.grammar.layout.features import look
from tidings.grammar.layout.headlines import NOBODY, Evidence, bare, evidence, named_terms
from tidings.grammar.layout.judged import NOTHING, Layout
from tidings.grammar.layout.line_facts import take_fields
from tidings.grammar.layout.running_heads import running_heads, without_heads
from tidings.grammar.layout.running_text import body
from tidings.stages.read.clean import flat, whole_lines
from tidings.text.lines import quote_marks
from tidings.text.mapped import identity
from tidings.text.repair import tidied
from training.choice import Vector, chances, fit, table

TABLE = Path(__file__).parents[1] / "src/tidings/lexicon/headline_weights.tsv"
HEAD = """# What speaks for a line as the headline, with its weight; made by training/headlines.py from text-fundus-evaluation (MIT) and stories-basil.

"""
RARE = 0.3  # what a text without headline counts: few that people bring have none
RARER = 0.05  # and one in a form that has its headline as a rule
FOLDS = 4  # of outlets
ABOVE = (0, 1, 2, 3, 5, 8)  # lines that a copied page keeps above its headline
BELOW = (0, 2, 5, 10)  # and below its last paragraph
T = TypeVar("T")
STOPS = (".", *[""] * 49)  # few papers put one behind a headline
MASTHEAD, SLOGAN, SECTION = "The Valley Gazette", "News of the towns on the river", "Home > World > Politics"
MENU, SHARE = "News | Sports | Letters | Jobs", "Share this: Facebook X WhatsApp"
KEPT = sorted(FORMS.keys() - {"whole", "rows", "labelled"})  # their headline is looked for
UNTITLED = ("reader", "noted", "copied", "letter", "exported", "forwarded")  # forms that are shown without it too
SHAPES = ("whole", "a", "b", "c", "plain", "bare", *KEPT, *(f"{form} bare" for form in UNTITLED))


@dataclass(frozen=True, slots=True)
class Case:
    """A text with the evidence for each line and for none, and which are right."""

    name: str
    evidence: tuple[Evidence, ...]
    right: tuple[bool, ...]
    shown: tuple[str, ...]

    @property
    def outlet(self) -> str:
        """The outlet that the text is from."""
        return self.name.split("_")[0]


def pick(name: str, among: Sequence[T]) -> T:
    """One of some things, always the same for a name."""
    return among[int(blake2b(name.encode()).hexdigest(), 16) % len(among)]


def texts(name: str, markup: str) -> Iterator[tuple[str, list[str], list[str]]]:
    """A page's crude text in its shapes, by name, with the headlines that are right."""
    titles = headlines(markup)
    lines = crude(markup).split("\n")
    at = [n for n, line in enumerate(lines) if any(alike(bare(line), title) for title in titles)]
    if not at:
        return
    yield f"{name} whole", lines, titles
    heading = next((n for n in at if len(at) < 2 or n > 0), at[0])
    _, last = span(lines)
    end = max(last, heading) + 1
    for shape in ("a", "b", "c"):
        above, below = pick(f"{name} {shape} above", ABOVE), pick(f"{name} {shape} below", BELOW)
        kept = lines[max(0, heading - above) : end + below]
        yield f"{name} {shape}", kept, titles


def kept_forms(name: str, markup: str, wanted: Sequence[str]) -> Iterator[tuple[str, list[str], list[str], str]]:
    """A page's article in the forms in which people keep it, some of them without their headline."""
    page = parts(name, markup, wanted)
    for one in formed(page) if page else ():
        if one.form not in KEPT:
            continue
        titles = [*headlines(markup), bare(page.title)] if page else []
        lines = lines_of(one.text)
        yield f"{name} {one.form}", lines, titles, one.path
        if one.form in UNTITLED:
            rest = [line for line in lines if not any(alike(bare(line), title) for title in titles)]
            yield f"{name} {one.form} bare", rest, [], one.path


def lines_of(text: str) -> list[str]:
    """The lines of a text as they are judged."""
    whole = tidied(identity(text))
    whole = whole.edited(quote_marks(whole.text))
    whole = whole.edited(without_heads(whole.text, running_heads(whole.text)))
    return [flat(whole.part(start, end)).text for start, end in whole_lines(whole.text) if end - start > 2]


def plain_shapes(article: Article) -> Iterator[tuple[str, list[str], list[str]]]:
    """An article as people keep it in a text file: masthead, section, date and author above or below the headline."""
    name, date = f"{article.outlet}_{article.uuid}", article.day or ""
    title = article.title + pick(f"{name} stop", STOPS)
    paragraphs = list(article.paragraphs)
    common = Counter(word for word in " ".join(paragraphs[2:]).split() if word.islower() and len(word) > 5)
    about = "Notes on {}, {} and {}".format(*[word for word, _ in common.most_common(3)], *["towns"] * 3)
    heads: tuple[tuple[str, ...], ...] = (
        (MASTHEAD, "", date, "By Ann Orla"),
        (MASTHEAD, SECTION, "", f"{date} 10:20", "Ann Orla"),
        (MASTHEAD.upper(), date, MENU, ""),
        (date, ""),
        ("", date),
        (SLOGAN, MASTHEAD, "No. 14", ""),
        (MASTHEAD, about, "", "By Ann Orla", "Dear readers,"),
        (MASTHEAD, about, "View in browser", "", f"{date}"),
        (f"{MASTHEAD} #14", f"{about} by Ann Orla", date, ""),
        (MASTHEAD, MENU, "", f"{date}, by Ann Orla", "4 min read"),
        ("",),
        (f"{MASTHEAD} - {SLOGAN}", "Share: FB X", "", "Staff and agencies"),
    )
    head = heads[pick(name, range(len(heads)))]
    tail = [[], [SHARE], [MENU, SHARE]][pick(f"{name} tail", range(3))]
    yield f"{name} plain", [line or title for line in head] + paragraphs + tail, [bare(title)]
    if about not in " ".join(head) and SLOGAN not in " ".join(head):
        yield f"{name} bare", [line for line in head if line] + paragraphs + tail, []


def span(texts: Sequence[str]) -> tuple[int, int]:
    """First and last line of a text's body."""
    lines = [look(text) for text in texts]
    return body(lines, take_fields(lines, Layout([]), NOTHING))


def case(name: str, texts: Sequence[str], titles: Sequence[str], path: str = "") -> Case | None:
    """The evidence of one text beside what is right; None where no body is found or the headline is not looked at."""
    lines = [look(text) for text in texts]
    fixed = take_fields(lines, Layout([]), NOTHING)
    first, last = body(lines, fixed)
    if first > last:
        return None
    held = evidence(lines, {n: verdict.reason for n, verdict in fixed.items()}, first, last, named_terms(path))
    right = {n: n >= 0 and any(alike(bare(lines[n].text), title) for title in titles) for n in held}
    right[NOBODY] = not any(right.values())
    if titles and right[NOBODY]:
        print("not among those looked at:", name)
        right[NOBODY] = False
    return Case(name, tuple(held.values()), tuple(right.values()), tuple(lines[n].text if n >= 0 else "" for n in held))


def cases(gold: Path) -> list[Case]:
    """All cases of the set."""
    found = []
    truth = json.loads((gold / FOLDER / "ground_truth.json").read_text("utf-8"))
    for path in sorted((gold / FOLDER / "html").glob("*.gz")):
        with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
            markup = file.read()
        name = path.name.split(".")[0]
        found += [case(*each) for each in texts(name, markup)]
        found += [case(*each) for each in kept_forms(name, markup, truth[path.name]["body"])]
    for article in articles(gold):
        found += [case(*each) for each in plain_shapes(article)]
    return [one for one in found if one is not None]


def learnt(names: Sequence[str], chosen: Sequence[Case]) -> Vector:
    """The weights under which what is right is likeliest."""
    tables = [
        (table(names, one.evidence), np.array(one.right, dtype=float), counts(one)) for one in chosen if any(one.right)
    ]
    return fit(tables, len(names))


def counts(one: Case) -> float:
    """What a case counts."""
    return 1.0 if not one.right[-1] else RARER if one.name.split(" ", 1)[1] in SHAPES[6:] else RARE


def held_out(names: Sequence[str], everything: Sequence[Case]) -> dict[str, tuple[float, bool, str]]:
    """The chance and the truth of each case's best line, by weights that have not seen its outlet."""
    found = {}
    outlets = sorted({one.outlet for one in everything})
    for fold in range(FOLDS):
        out = outlets[fold::FOLDS]
        w = learnt(names, [one for one in everything if one.outlet not in out])
        for one in everything:
            if one.outlet in out:
                p = chances(table(names, one.evidence) @ w)
                best = int(p.argmax())
                found[one.name] = (float(p[best]), one.right[best], one.shown[best])
    return found


def main() -> None:
    """Fit, tell how well, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--write", action="store_true", help="write the table of the package")
    options = parser.parse_args()
    everything = cases(options.gold)
    names = sorted({name for one in everything for held in one.evidence for name in held})
    found = held_out(names, everything)
    for shape in SHAPES:
        here = [right for name, (_, right, _) in found.items() if name.split(" ", 1)[1] == shape]
        print(f"{shape}: {sum(here)} of {len(here)} right with their outlet left out")
    for name, (chance, right, shown) in sorted(found.items()):
        if not right:
            print(f"  {chance:.2f} {name}: {shown[:100]!r}")
    if options.write:
        lines = [f"{name}\t{value:.2f}" for name, value in zip(names, learnt(names, everything).tolist(), strict=True)]
        TABLE.write_text(HEAD + "\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
