"""A network cut into parts: bit by bit what the whole gives."""

import numpy as np
import pytest

from tidings.analysis.encoder import ENDS, INT8, OUTPUTS, folder_with
from tidings.analysis.layered import cut, layered, through
from tidings.analysis.products import PRODUCT


def feed(count: int) -> dict[str, np.ndarray]:
    ids = np.arange(1996, 1996 + count, dtype=np.int64)
    return {"ids": ids, "shapes": ids % 3}


@pytest.fixture(scope="module")
def whole():
    return layered(folder_with(INT8) / INT8, ())


@pytest.mark.parametrize(
    ("cuts", "parts"),
    [(ENDS, 6), (ENDS[2:3], 2), (("no such value",), 1)],
    ids=["by layers", "in halves", "of a name it lacks"],
)
def test_parts_give_the_bits_of_the_whole(whole, cuts, parts):
    found = layered(folder_with(INT8) / INT8, cuts)
    assert (len(whole), len(found)) == (1, parts)
    inputs = [feed(count) for count in (3, 40, 162)]
    pairs = zip(through(whole, OUTPUTS, inputs), through(found, OUTPUTS, inputs), strict=True)
    assert all(np.array_equal(a, b) for one, other in pairs for a, b in zip(one, other, strict=True))


def test_a_model_that_is_not_cut_keeps_its_fields():
    ((data, takes, gives),) = cut(PRODUCT, ())
    assert (len(data), takes, gives) == (len(PRODUCT), ("w", "x"), ("y",))
