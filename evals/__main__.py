"""`python -m evals --gold FOLDER`: a table of scores on the gold sets, the seeds and the examples, and a gate.

Exit 0 where every score holds its floor or the gold sets are not there (said loudly);
1 where one is below, was not measured, or a task crashed, which counts as a full miss.
"""

import argparse
import multiprocessing
import sys
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from evals.gate import Floors
from evals.tasks import TASKS, Measures, Result, Task, one

PAGE_HEAD = (
    "Written by `make scores`: development parts of public gold sets, the seed story and the examples. "
    "Floors that `make eval` holds stand in `evals/floors.json`."
)


def main() -> int:
    """Measure, print, and hold the floors."""
    asked = arguments().parse_args()
    chosen = [task for task in TASKS if asked.task in (None, task.name)]
    there = [task for task in chosen if all((asked.gold / task.root / part).is_dir() for part in task.parts)]
    for task in chosen:
        if task not in there:
            print(
                f"SKIPPED {task.name}: no {', '.join(task.parts)} in {asked.gold / task.root}; its floors are NOT checked"
            )
    if asked.worst:
        show_worst(there, asked.gold, asked.worst)
        return 0
    if asked.peers:
        show_peers(there, asked.gold)
        return 0
    results, crashed = measured(there, asked.gold)
    floors = Floors.load()
    print_table(results, floors)
    if asked.scores:
        asked.scores.write_text(scores_page(results), "utf-8")
    broken = list(crashed)
    for name, result in results.items():
        if asked.raise_floors or asked.allow_regression:
            floors.set(name, gated(name, result), result.digest, lower=asked.allow_regression)
        else:
            broken += floors.moved(name, result.digest) or floors.broken(name, result.measures)
    if asked.raise_floors or asked.allow_regression:
        floors.save()
    for words in broken:
        print(f"BELOW  {words}")
    print(
        f"\n{len(broken)} below the floor"
        if broken
        else "\nevery floor that was checked holds"
        if results
        else "\nNO floor was checked"
    )
    return 1 if broken else 0


def arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m evals", description="Score tidings on the gold sets.")
    parser.add_argument("--gold", type=Path, required=True, help="the folder that holds gold/, seeds/ and tools/")
    parser.add_argument("--task", choices=[task.name for task in TASKS], help="one task only")
    parser.add_argument("--worst", type=int, metavar="N", help="show the N worst cases instead of scores")
    parser.add_argument(
        "--peers", action="store_true", help="show other programs' scores beside ours on the same, where installed"
    )
    parser.add_argument("--scores", type=Path, metavar="FILE", help="write the table as a page too")
    parser.add_argument("--raise", dest="raise_floors", action="store_true", help="raise the floors to these scores")
    parser.add_argument("--allow-regression", metavar="WHY", help="set lower floors too, with the reason")
    return parser


def measured(tasks: Sequence[Task], gold: Path) -> tuple[dict[str, Result], list[str]]:
    """What each task measures, two at a time; and those that crashed, in words."""
    results: dict[str, Result] = {}
    crashed: list[str] = []
    with ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("spawn")) as pool:
        running = {task.name: pool.submit(one, task, gold) for task in tasks}
        for name, future in running.items():
            error = future.exception()
            if error is None:
                results[name] = future.result()
            else:
                crashed.append(f"{name}: crashed: {type(error).__name__}: {error}")
    return results, crashed


def gated(name: str, result: Result) -> Measures:
    """The measures of a task that have a floor, with the floor that they allow."""
    task = next(task for task in TASKS if task.name == name)
    return {measure: result.measures[measure] - task.slack for measure in task.gated or result.measures}


def print_table(results: Mapping[str, Result], floors: Floors) -> None:
    """A row a measure, with its floor."""
    width = max((len(m) for result in results.values() for m in result.measures), default=0)
    print(f"{'task':<10}{'measure':<{width}}  {'score':>7}  {'floor':>7}")
    for name, result in results.items():
        for measure, value in result.measures.items():
            floor = floors.of(name, measure)
            print(f"{name:<10}{measure:<{width}}  {value:>7.3f}  {'-' if floor is None else format(floor, '.3f'):>7}")
        print(f"{name:<10}{'seconds':<{width}}  {result.seconds:>7.1f}")


def scores_page(results: Mapping[str, Result]) -> str:
    """The table as Markdown, without seconds, so that it changes only when a score does."""
    lines = ["# Scores", "", PAGE_HEAD, "", "| task | measure | score |", "|---|---|--:|"]
    for name, result in results.items():
        lines += [f"| {name} | {measure} | {value:.3f} |" for measure, value in result.measures.items()]
    return "\n".join(lines) + "\n"


def show_worst(tasks: Sequence[Task], gold: Path, most: int) -> None:
    for task in tasks:
        print(f"{task.name}:")
        for case in task.worst(gold / task.root)[:most]:
            print(f"  {case}")


def show_peers(tasks: Sequence[Task], gold: Path) -> None:
    for task in tasks:
        if task.peers is not None:
            root = gold / task.root
            for name, score in (*task.run(root).items(), *task.peers(root).items()):
                print(f"{task.name:<10}{name:<60}{score:>7.4f}")


if __name__ == "__main__":
    sys.exit(main())
