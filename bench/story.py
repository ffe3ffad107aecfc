"""What telling one story costs, and adding one document to a large case:

    python -m bench.story tell KEPT.zip N         LINK, TELL and writing of the first N readings as one story
    python -m bench.story add KEPT.zip N ARTICLE  a case of N made documents, then `tidings add ARTICLE` in a process of its own

KEPT.zip holds readings that `python -m bench.pile read ARTICLES --keep KEPT.zip` left.
"""

import json
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from bench.worlds import FromKept, kept
from tidings.engine import default_plan, open_case
from tidings.model import Telling
from tidings.run import linking, telling
from tidings.run.pile.telling import packed


def clocks() -> tuple[float, float]:
    """Core-seconds of this process, and wall."""
    return time.process_time(), time.monotonic()


def told(file: str, count: int) -> dict[str, float]:
    """Seconds of the three steps, core and wall, and megabytes."""
    readings = tuple(reading for _, reading in zip(range(count), kept(file), strict=False))
    plan = default_plan()
    begun = clocks()
    linked = linking.link(plan.link, readings)
    joined = clocks()
    account = telling.tell(plan.tell, Telling(readings, linked), plan.generator())
    summed = clocks()
    packed(account)
    done = clocks()
    return {
        "documents": len(readings),
        "link": round(joined[0] - begun[0], 1),
        "tell": round(summed[0] - joined[0], 1),
        "write": round(done[0] - summed[0], 1),
        "cores": round(done[0] - begun[0], 1),
        "wall": round(done[1] - begun[1], 1),
        "MB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }


def added(file: str, count: int, article: str) -> dict[str, float]:
    """Seconds of `tidings add` over a case of `count` made documents, the start of the program with them."""
    with tempfile.TemporaryDirectory() as folder:
        lines, case = Path(folder) / "lines.jsonl", Path(folder) / "large.case"
        lines.write_text("".join(json.dumps({"text": f"article number {n}"}) + "\n" for n in range(count)))
        plan = replace(default_plan(), read=(FromKept(path=str(Path(file).absolute())),))
        with open_case(str(case), plan=plan) as large:
            documents = len(large.add([str(lines)]).read)
        before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
        subprocess.run([sys.executable, "-m", "tidings", "add", article, "--case", str(case)], check=True)
        wall, used = time.monotonic() - begun, resource.getrusage(resource.RUSAGE_CHILDREN)
        cores = used.ru_utime + used.ru_stime - before.ru_utime - before.ru_stime
        return {"documents": documents, "cores": round(cores, 1), "wall": round(wall, 1), "MB": used.ru_maxrss // 1024}


def main() -> None:
    """Print one line of JSON."""
    what, file, count, *rest = sys.argv[1:]
    print(json.dumps(told(file, int(count)) if what == "tell" else added(file, int(count), *rest)))


if __name__ == "__main__":
    main()
