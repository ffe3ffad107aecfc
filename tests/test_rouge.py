"""ROUGE-LSum by hand-counted examples."""

import pytest

from evals.rouge import rouge_lsum


@pytest.mark.parametrize(
    ("gold", "found", "figures"),
    [
        pytest.param(["a b c d"], ["a b c d"], (1.0, 1.0, 1.0), id="the same"),
        pytest.param(["a b c d"], ["a b x d"], (0.75, 0.75, 0.75), id="one word wrong"),
        pytest.param(["a b", "c d"], ["a b c d x x x x"], (0.5, 1.0, 2 / 3), id="union over lines"),
        pytest.param(["a b"], [], (0.0, 0.0, 0.0), id="nothing found"),
        pytest.param(["a a"], ["a"], (1.0, 0.5, 2 / 3), id="a word counts once"),
        pytest.param(["a b", "[c d]"], ["a b"], (1.0, 1.0, 1.0), id="an optional line left out"),
        pytest.param(["a b", "[c d]"], ["a b", "c d"], (1.0, 1.0, 1.0), id="an optional line found"),
    ],
)
def test_rouge_lsum(gold, found, figures):
    assert rouge_lsum(gold, found) == pytest.approx(figures)
