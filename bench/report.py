"""How large the report of a story of 60 documents is and how soon it is made and opens: `python bench/report.py [OUT.html]`.

The story is an example's five reports told twelve times over, each time with other days, numbers and names.
"""

import re
import shutil
import sys
import tempfile
import time
from pathlib import Path

import tidings
from tidings.report import html

STORY = Path(__file__).parents[1] / "examples" / "ceasefire-talks" / "docs"
NAME = re.compile(r"\b(?:Yuldasheva|Ergashev|Saetre|Grebinka|Orazova)\b")
NUMBER = re.compile(r"\b(?:[2-9]|[1-9]\d)\b")
TIMES = 12


def varied(text: str, n: int) -> str:
    """The text with numbers moved by `n` and some names ended otherwise."""
    moved = NUMBER.sub(lambda m: str(int(m.group()) + n), text)
    return NAME.sub(lambda m: m.group() + "aeiou"[n % 5] * (n > 0), moved)


def pile(folder: Path) -> None:
    """Write the documents."""
    for n in range(TIMES):
        for source in sorted(STORY.iterdir()):
            (folder / f"{n:02}_{source.name}").write_text(varied(source.read_text("utf-8", "replace"), n), "utf-8")


def opened(page: Path) -> float:
    """Seconds from the request to the first paint in Chromium, its start not counted."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        browser = driver.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu", "--disable-quic"]
        )
        tab = browser.new_page()
        started = time.perf_counter()
        tab.goto(page.as_uri())
        tab.evaluate("new Promise(done => requestAnimationFrame(() => setTimeout(done)))")
        return time.perf_counter() - started


def main() -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as name:
        docs = Path(name) / "docs"
        docs.mkdir()
        pile(docs)
        started = time.perf_counter()
        account = tidings.tell([str(docs)])
        print(
            f"{len(account.documents)} documents, {len(account.events)} events told in {time.perf_counter() - started:.1f} s"
        )
        out = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(name) / "report.html"
        started = time.perf_counter()
        out.write_text(html(account), "utf-8")
        print(f"report of {out.stat().st_size / 1e6:.2f} MB made in {time.perf_counter() - started:.2f} s")
        if shutil.which("chromium"):
            print(f"opens in {opened(out.resolve()):.2f} s")


if __name__ == "__main__":
    main()
