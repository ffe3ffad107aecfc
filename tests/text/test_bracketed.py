"""Words with names in brackets are those of their source."""

import pytest

from tidings.text.bracketed import is_told_by


@pytest.mark.parametrize(
    ("told", "exact", "is_so"),
    [
        ("[Ada Lind] sailed at noon", "when she sailed, at noon", True),
        ("the minister [Ada Lind] sailed …", "the minister sailed at noon", True),
        ("sailed at noon", "sailed at night", False),
        ("[Ada Lind] sailed then wept", "wept, then sailed", False),
        ("[Ada Lind] …", "she sailed", False),
    ],
    ids=["pronoun", "office-and-cut-end", "other-words", "other-order", "no-words"],
)
def test_is_told_by(told, exact, is_so):
    assert is_told_by(told, exact) == is_so
