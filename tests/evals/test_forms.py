"""The forms that articles are kept in: each holds the article whole, and says what is right of it."""

from datetime import date

import pytest

from evals.crude import shared, shingles
from evals.formed import came_out
from evals.forms import FORMS, formed, parts

BODY = tuple(
    f"The envoy told the {place} on Monday that the bridge over the river would open to lorries before the end of the spring, whatever it cost."
    for place in ("council", "harbour board", "governor of the valley", "mayors of both towns")
)
PAGE = parts(
    "orla_0",
    '<html><head><script type="application/ld+json">{"@type": "NewsArticle", "headline": "Bridge over the river to open in spring",'
    ' "datePublished": "2031-11-12T08:00:00Z", "author": {"name": "Ann Orla"}}</script></head><body><p>Home</p><p>Sign in</p>'
    f"<h1>Bridge over the river to open in spring</h1>{''.join(f'<p>{line}</p>' for line in BODY)}<p>Read more about salt</p></body></html>",
    BODY,
)


@pytest.mark.parametrize("form", sorted(FORMS))
def test_a_form_holds_the_article(form):
    (one,) = [each for each in formed(PAGE) if each.form == form]
    text = " ".join(one.text.replace("\n> ", "\n").split())
    assert (one.day, one.title) == (date(2031, 11, 12), "Bridge over the river to open in spring")
    assert shared(" ".join(BODY), shingles([text])) > 0.9
    assert not {*one.junk} & {*BODY, one.title}


def test_what_comes_out_of_a_labelled_record():
    (one,) = [each for each in formed(PAGE) if each.form == "labelled"]
    came = came_out(PAGE, one)
    assert (came.titled, came.dated, came.kept, came.cut) == (True, True, came.body, came.junk)
