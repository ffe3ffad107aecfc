"""The account as one HTML file that needs nothing else: no script, no font, no network."""

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from tidings.model import Account
from tidings.report.cited import passages
from tidings.report.drift import own_words, spotted, subject
from tidings.report.marked import blocks_of, excerpts_of, target
from tidings.report.naming import line_day, published
from tidings.report.speakers import rendered
from tidings.report.view import view
from tidings.report.words import timeline_word

__all__ = ["html"]

OPEN = 12  # up to so many documents are shown open


@cache
def environment() -> Environment:
    """Templates with everything from outside escaped."""
    env = Environment(
        loader=PackageLoader("tidings.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.globals |= {
        "line_day": line_day,
        "timeline_word": timeline_word,
        "target": target,
        "own_words": own_words,
        "spotted": spotted,
        "subject": subject,
        "rendered": rendered,
        "published": published,
    }
    return env


def html(account: Account, *, whole: bool = True) -> str:
    """Render an account; the same account gives the same bytes.

    Not `whole` leaves the articles and what was cut from them out, keeping the passages that lines point at.
    """
    v = view(account)
    found = passages(account, v)
    documents = [
        (
            d,
            blocks_of(d, found.get(d.id, [])) if whole else excerpts_of(d, found.get(d.id, [])),
            d.cuts if whole else (),
        )
        for d in account.documents
    ]
    page = environment().get_template("report.html.j2")
    return page.render(v=v, account=account, documents=documents, whole=whole, unfold=len(documents) <= OPEN)
