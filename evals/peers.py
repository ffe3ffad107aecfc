"""Other programs beside ours in the same script. None is a dependency: one that is not installed drops out, and is said.

`pip install newspaper4k readability-lxml justext dateparser recognizers-text-date-time 'emoji<2'`, then
`python -m evals --gold FOLDER --task text --peers`, and the same with `--task times`.
"""

import importlib.util
import re
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

from evals.marked_times import Marked

__all__ = ["date_finders", "extractors"]

Extractor = Callable[[str], list[str]]
DateFinder = Callable[[str, str], Iterator[Marked]]
BREAKS = re.compile(r"\n\s*")


def installed(runners: dict[str, tuple[str, Any]]) -> dict[str, Any]:
    """The runners whose module is there."""
    there = {name: runner for name, (module, runner) in runners.items() if importlib.util.find_spec(module)}
    for name in sorted(runners.keys() - there.keys()):
        print(f"SKIPPED {name}: not installed")
    return there


def extractors() -> dict[str, Extractor]:
    """Name to what takes a page and gives its paragraphs."""
    return installed(
        {
            "newspaper4k": ("newspaper", newspaper4k),
            "readability-lxml": ("readability", readability_lxml),
            "justext": ("justext", justext_english),
        }
    )


def newspaper4k(markup: str) -> list[str]:
    from newspaper import Article

    article = Article("https://news.example/article", language="en", fetch_images=False)
    article.download(input_html=markup)
    article.parse()
    return BREAKS.split(article.text)


def readability_lxml(markup: str) -> list[str]:
    import lxml.html
    from readability import Document

    tree = lxml.html.fromstring(Document(markup).summary(html_partial=True))
    for block in tree.iter("p", "div", "li", "br", "h1", "h2", "h3", "blockquote", "td"):
        block.tail = f"\n{block.tail or ''}"
    return BREAKS.split(str(tree.text_content()))


def justext_english(markup: str) -> list[str]:
    import justext

    found = justext.justext(markup, justext.get_stoplist("English"))
    return [paragraph.text for paragraph in found if not paragraph.is_boilerplate]


def date_finders() -> dict[str, DateFinder]:
    """Name to what takes a text with its reference day and gives its times."""
    return installed(
        {
            "dateparser": ("dateparser", dateparser_search),
            "Microsoft Recognizers": ("recognizers_date_time", microsoft_recognizers),
        }
    )


def dateparser_search(text: str, reference: str) -> Iterator[Marked]:
    """It gives moments without their grain: each counts as right at the grain that the gold has."""
    from dateparser.search import search_dates

    base = datetime.fromisoformat(reference[:10] or "2000-01-01")
    settings = {"PREFER_DATES_FROM": "past", "RELATIVE_BASE": base}
    at = 0
    for words, moment in search_dates(text, languages=["en"], settings=settings) or ():
        start = text.find(words, at)
        if start < 0:
            continue
        at = start + len(words)
        year, week, _ = moment.isocalendar()
        full = moment.strftime("%Y-%m-%dT%H:%M")
        yield Marked(start, at, "DATE", frozenset({full, full[:10], full[:7], full[:4], f"{year}-W{week:02}"}))


def microsoft_recognizers(text: str, reference: str) -> Iterator[Marked]:
    """Its TIMEX and what that resolves to both count; of two resolutions the first, which lies in the past."""
    from recognizers_date_time import recognize_datetime

    base = datetime.fromisoformat(reference[:10] or "2000-01-01")
    for paragraph in re.finditer(r"\S(?:[^\n]|\n(?!\s*\n))*", text):
        for found in recognize_datetime(paragraph[0], "en-us", reference=base):
            values = (found.resolution or {}).get("values") or [{}]
            first = values[0]
            right = {first.get("timex", ""), first.get("value", ""), first.get("value", "")[:16].replace(" ", "T")}
            kind = found.type_name.rpartition(".")[2]
            kinds = {"duration": "DURATION", "set": "SET", "time": "TIME", "datetime": "TIME", "timerange": "TIME"}
            start = paragraph.start() + found.start
            yield Marked(start, paragraph.start() + found.end + 1, kinds.get(kind, "DATE"), frozenset(right))
