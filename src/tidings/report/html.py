"""The account as one HTML file that needs nothing else: no script, no font, no network."""

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from tidings.model import Account
from tidings.report.drift import own_words
from tidings.report.marked import anchors_of, blocks_of, excerpts_of, target
from tidings.report.view import view

__all__ = ["html"]


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
    env.globals["target"] = target
    env.globals["own_words"] = own_words
    return env


def html(account: Account, *, whole: bool = True) -> str:
    """Render an account; the same account gives the same bytes.

    Not `whole` leaves the articles and what was cut from them out, keeping the passages that lines point at.
    """
    ranges = anchors_of(account)
    show = blocks_of if whole else excerpts_of
    documents = [(d, show(d, ranges.get(d.id, [])), d.cuts if whole else ()) for d in account.documents]
    return environment().get_template("report.html.j2").render(v=view(account), account=account, documents=documents)
