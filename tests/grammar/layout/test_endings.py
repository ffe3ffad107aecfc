"""What stands below an article's end: other reports' headlines, which name nothing of it."""

import pytest

from tests.stages.read.test_clean_shapes import ONE, THREE, TWO, read

STORY = f"<h1>Bridge over the river opens to lorries</h1><p>{ONE}</p><p>{TWO}</p><p>{THREE} Ann Orla was there.</p>"


def page(*last: str) -> str:
    """A page with these lines below its text."""
    below = "".join(f"<p>{line}</p>" for line in last)
    return f"<html><body><article>{STORY}{below}</article></body></html>"


@pytest.mark.parametrize(
    ("last", "gone"),
    [
        pytest.param(("Herring prices climb again", "The lamp that would not go out"), True, id="other-headlines"),
        pytest.param(("Also in the Lantern", "Kite festival returns to Basil"), True, id="with-their-heading"),
        pytest.param(("Herring prices climb again",), False, id="one-line-alone"),
        pytest.param(("Herring prices climb again", "The lamp that Orla lit"), False, id="a-name-of-the-text"),
        pytest.param(("Herring prices climb again.", "The lamp went out."), False, id="sentences"),
    ],
)
def test_other_headlines_below_the_text(last: tuple[str, ...], gone: bool) -> None:
    text = read(page(*last), kind="html", path="a.html").text
    assert [line in text for line in last] == [not gone] * len(last)
    assert THREE in text
