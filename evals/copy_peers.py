"""Other programs' pairs of copies in the same pile: datasketch, rensa, and the cosine of TF-IDF.

datasketch is no dependency: `pip install datasketch`; without it, it drops out, and is said. Each peer gets all of its
likenesses down to a floor, and the threshold that is best for it.
"""

import importlib.util
import re
from collections.abc import Callable, Iterator, Sequence

import numpy as np

from evals.stories import cosines

__all__ = ["copy_finders"]

Scored = dict[tuple[str, str], float]  # pair of names to how alike they are
Finder = Callable[[Sequence[tuple[str, str]]], Scored]
WORD = re.compile(r"\w+")
PERMUTATIONS = 128
FLOOR = 0.05  # of what a peer is asked for


def copy_finders() -> dict[str, Finder]:
    """Name to what takes names and texts and gives pairs."""
    finders: dict[str, Finder] = {"rensa": with_rensa, "TF-IDF cosine": with_cosine}
    if importlib.util.find_spec("datasketch") is None:
        print("SKIPPED datasketch: not installed (pip install datasketch)")
        return finders
    return {"datasketch": with_datasketch, **finders}


def runs_of(text: str) -> list[str]:
    """The five-word runs of a text, as ours are."""
    words = WORD.findall(text.casefold())
    return sorted({" ".join(words[i : i + 5]) for i in range(len(words) - 4)})


def with_datasketch(texts: Sequence[tuple[str, str]]) -> Scored:
    from datasketch import MinHash

    signed = {}
    for name, text in texts:
        minhash = MinHash(num_perm=PERMUTATIONS, seed=1)
        minhash.update_batch([run.encode("utf-8", "replace") for run in runs_of(text)])
        signed[name] = np.array(minhash.hashvalues)
    return estimated(signed)


def with_rensa(texts: Sequence[tuple[str, str]]) -> Scored:
    from rensa import RMinHash

    signed = {}
    for name, text in texts:
        minhash = RMinHash(num_perm=PERMUTATIONS, seed=1)
        minhash.update(runs_of(text))
        signed[name] = np.array(minhash.digest())
    return estimated(signed)


def estimated(signed: dict[str, np.ndarray[tuple[int], np.dtype[np.uint64]]]) -> Scored:
    """Jaccard as two signatures estimate it, for all pairs: no pair is lost to bands."""
    names = sorted(signed)
    table = np.stack([signed[name] for name in names])
    shares = (((table == row).mean(axis=1)) for row in table)
    return dict(above(names, shares))


def with_cosine(texts: Sequence[tuple[str, str]]) -> Scored:
    names = sorted(name for name, _ in texts)
    told = dict(texts)
    return dict(above(names, iter(cosines([told[name].lower() for name in names]))))


def above(
    names: Sequence[str], rows: Iterator[np.ndarray[tuple[int], np.dtype[np.float64]]]
) -> Iterator[tuple[tuple[str, str], float]]:
    for i, row in enumerate(rows):
        for j in np.flatnonzero(row >= FLOOR).tolist():
            if i < j:
                yield (names[i], names[j]), float(row[j])
