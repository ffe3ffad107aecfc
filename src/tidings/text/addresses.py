"""Web addresses: which of them lead to one page."""

import re

__all__ = ["page_key"]

WRITTEN = re.compile(r"(?:https?:)?//(?:[^/@\s]*@)?(?P<host>[^/?#\s:]+)(?::\d+)?(?P<path>[^?#]*)(?P<query>\?[^#]*)?")
HOST = re.compile(r"^(?:www|m|mobile|amp)\.")
AMP = re.compile(r"(?:/amp|\.amp)/?$|(?<=/)amp/")
TRACKING = re.compile(r"(?:utm_\w+|fbclid|gclid|mc_[ce]id|amp|ref|cmpid|ns_\w+|ocid|share|output)")


def page_key(url: str | None) -> str | None:
    """What all addresses of one page share: no scheme, no "www.", no tracking, no place in the page.

    None where the address names no page of its own, as a site's front page does: what stands there
    today is no later version of what stood there before.
    """
    found = WRITTEN.match(url.strip()) if url else None
    if found is None:
        return None
    path = AMP.sub("", found["path"]).rstrip("/")
    fields = [field for field in (found["query"] or "?")[1:].split("&") if field]
    query = "&".join(sorted(field for field in fields if not TRACKING.fullmatch(field.partition("=")[0])))
    if not path and not query:
        return None
    return HOST.sub("", found["host"].casefold()) + path + (f"?{query}" if query else "")
