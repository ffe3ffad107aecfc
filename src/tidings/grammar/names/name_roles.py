"""The roles and states that stand with a name: before it, after it, shared by a list, told respectively."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from tidings.grammar.names.gazetteer import Hit
from tidings.grammar.names.name_signs import body_kind, titles
from tidings.grammar.names.name_splits import outer_role
from tidings.grammar.names.nominals import group_kind
from tidings.grammar.names.roles import Office, office_at, prefix_start, role_end
from tidings.grammar.tree import children, conjuncts, first_conjunct, subtree
from tidings.model import Analysis

__all__ = ["Name", "respective_states", "with_roles"]

SIGNS = frozenset({"sign", "initial", "negotiate", "attend", "ratify"})
STATES = frozenset({"country", "demonym", "capital", "seat"})


@dataclass(frozen=True, slots=True)
class Name:
    """A name over tokens `first` up to but not including `end`."""

    first: int
    end: int
    head: int  # the token that the rest of the sentence hangs on
    hit: Hit | None = None  # where the tables know it
    title: str | None = None
    prefix: tuple[int, int] | None = None  # tokens of the role before it
    prefix_head: int | None = None
    suffix: tuple[int, int] | None = None  # tokens of the role after it
    suffix_head: int | None = None
    country: str | None = None  # the state that the words around it give: "Ada Berg of Kenya"
    glued: bool = False  # a full stop stands inside that does not belong there


def with_roles(analysis: Analysis, hit_at: Mapping[int, Hit], states: Mapping[int, str], name: Name) -> Name:
    """The name with the role words before and after it."""
    abroad, state = office_abroad(analysis, hit_at, name)
    prefix = office_before(analysis, name) or shared_office(analysis, name) or office_over(analysis, name) or abroad
    suffix = office_after(analysis, name)
    start = prefix_start(analysis, prefix) if prefix is not None else None
    return Name(
        name.first,
        name.end,
        name.head,
        name.hit,
        name.title,
        (start, max(prefix.end, prefix.head + 1)) if prefix is not None and start is not None else None,
        prefix.head if prefix is not None else None,
        (suffix.first, role_end(analysis, suffix)) if suffix is not None else None,
        suffix.head if suffix is not None else None,
        states.get(name.head)
        or state_after(analysis, hit_at, name)
        or state_before(analysis, hit_at, name)
        or (state_of_body(analysis, hit_at, name.end) if prefix is not None else None)
        or (state if prefix is abroad else None),
        name.glued,
    )


def respective_states(analysis: Analysis, hit_at: Mapping[int, Hit]) -> dict[int, str]:
    """Heads of names told apart by a list of states: "the ministers of Kenya and Chad, Ada Berg and Ali Nur"."""
    found: dict[int, str] = {}
    tokens = analysis.tokens
    for token in tokens:
        office = office_at(analysis, token.i) if token.tag in {"NNS", "NNPS"} else None
        if office is None or not office.plural:
            continue
        below = set(subtree(analysis, office.head, frozenset({"relcl", "acl", "appos", "punct", "parataxis"})))
        end, last = office.end, analysis.sentences[token.sentence][1]
        while end in below:
            end += 1
        if end >= last or tokens[end].text != ",":
            continue
        head = next((k for k in range(end + 1, min(end + 6, last)) if tokens[k].dep != "compound"), None)
        if head is None or tokens[head].pos != "PROPN":
            continue
        people = [k for k in conjuncts(analysis, head) if k >= head]
        reach = range(max(analysis.sentences[token.sentence][0], office.first - 4), end)
        inside = dict.fromkeys(h for k in reach if (h := hit_at.get(k)) is not None and h.entry.sort in STATES)
        states = [h.entry.country for h in inside if h.entry.country is not None]
        if len(people) == len(states) > 1:
            found.update(zip(people, states, strict=True))
    return found


def state_after(analysis: Analysis, hit_at: Mapping[int, Hit], name: Name) -> str | None:
    """The state in "Ada Berg of Kenya", and in "signed by Ada Berg for Kenya"."""
    hit = hit_at.get(name.end + 1)
    link = analysis.tokens[name.end].text if name.end < len(analysis.tokens) else ""
    verb = analysis.tokens[analysis.tokens[name.head].head]
    signs = link == "for" and any(t.lemma in SIGNS for t in (verb, analysis.tokens[verb.head]))
    of = link == "of" or signs
    return hit.entry.country if of and hit is not None and hit.entry.sort == "country" else None


def state_of_body(analysis: Analysis, hit_at: Mapping[int, Hit], end: int) -> str | None:
    """The state in "Colonel Ada Berg of the Kenyan coastguard", where a name ends."""
    tokens = analysis.tokens
    if end + 3 >= len(tokens) or [tokens[end].text, tokens[end + 1].text] != ["of", "the"]:
        return None
    hit = hit_at.get(end + 2)
    at = min(end + 3 if hit is None else hit.end, len(tokens) - 1)
    body = group_kind(tokens[at].text) == "organization" or body_kind(tokens[at].text) == "organization"
    people = hit is not None and hit.entry.sort in {"demonym", "people"}
    return hit.entry.country if hit is not None and people and body else None


def state_before(analysis: Analysis, hit_at: Mapping[int, Hit], name: Name) -> str | None:
    """The state in "Kenya's Ada Berg"."""
    if name.first < 2 or analysis.tokens[name.first - 1].tag != "POS":
        return None
    hit = hit_at.get(name.first - 2)
    return hit.entry.country if hit is not None and hit.entry.sort == "country" else None


def office_before(analysis: Analysis, name: Name) -> Office | None:
    """The office that stands right before a name, or before it with a comma: "the spokeswoman, Ada Berg,"."""
    tokens, i = analysis.tokens, name.first - 1
    lowest = analysis.sentences[tokens[name.first].sentence][0]
    while i >= lowest and tokens[i].text in titles() and office_at(analysis, i) is None:
        i -= 1
    if i < lowest:
        return None
    comma = tokens[i].text == ","
    if comma and (tokens[name.head].dep != "appos" or i - 1 < lowest):
        return None
    for at in range(i - comma, max(lowest, i - comma - 3) - 1, -1):
        office = office_at(analysis, at)
        if office is not None and office.end == i + (not comma) and not (office.plural and comma):
            return outer_office(analysis, office, lowest)
    return None


def office_over(analysis: Analysis, name: Name) -> Office | None:
    """The office whose "of" or "for" phrase ends right before a name: "envoy for the Sahel Ada Berg"."""
    tokens, begins = analysis.tokens, name.first
    if begins and tokens[begins - 1].text == "," and closes(analysis, name.end):
        begins -= 1  # "head of the agency, Ada Berg,"
    if begins == 0 or tokens[begins - 1].pos not in {"NOUN", "PROPN"}:
        return None
    head = outer_role(analysis, begins)
    office = office_at(analysis, head) if head is not None else None
    if office is not None and is_anothers(analysis, office):
        return None
    end = name.first - 1 if analysis.tokens[name.first - 1].text == "," else name.first
    return None if office is None or office.plural else replace(office, end=end)


def is_anothers(analysis: Analysis, office: Office) -> bool:
    """Whether an office follows a name and its comma, so that what ends it is a body: "Ada Berg, director of the operator Argus"."""
    tokens, start = analysis.tokens, prefix_start(analysis, office)
    start -= start > 0 and tokens[start - 1].text.lower() in {"the", "a", "an"}
    opens = start - 3 == analysis.sentences[tokens[office.head].sentence][0] and tokens[start - 3].pos == "ADP"
    if opens:
        return False  # "In Oslo, the minister of justice Ada Berg"
    return start > 1 and tokens[start - 1].text == "," and tokens[start - 2].pos == "PROPN"


def closes(analysis: Analysis, end: int) -> bool:
    """Whether a mark or a verb follows a name, so that it stands in apposition and not in a list."""
    after = analysis.tokens[end] if end < len(analysis.tokens) else None
    return after is None or after.text in {",", ".", ")", ";"} or after.pos in {"VERB", "AUX"}


def office_abroad(
    analysis: Analysis, hit_at: Mapping[int, Hit], name: Name
) -> tuple[Office, str | None] | tuple[None, None]:
    """The office whose state stands before the comma that opens a name, and that state: "her counterpart from Togo, Ada Berg,"."""
    tokens, at = analysis.tokens, name.first - 1
    lowest = analysis.sentences[tokens[name.first].sentence][0]
    closed = name.end < len(tokens) and tokens[name.end].text in {",", ".", ")", ";"}
    if not closed or at - 2 < lowest or tokens[at].text != "," or tokens[name.head].dep != "appos":
        return None, None
    hit = hit_at.get(at - 1)
    if hit is None or hit.entry.sort not in STATES:
        return None, None
    before = hit.first - 1 - (tokens[hit.first - 1].text.lower() == "the")
    if before <= lowest or tokens[before].text not in {"from", "in"}:
        return None, None
    office = office_at(analysis, before - 1)
    return (None, None) if office is None or office.plural else (replace(office, end=at), hit.entry.country)


def shared_office(analysis: Analysis, name: Name) -> Office | None:
    """The plural office of a list of names that this one stands in: "Ministers Ada Berg and Ali Nur", "…, Ali Nur"."""
    first = first_conjunct(analysis, name.head)
    token = analysis.tokens[first]
    if token.dep == "appos" and first != token.head:
        office = office_at(analysis, token.head)
    elif first != name.head:
        lead = next((c for c in analysis.children[first] if c < first and analysis.tokens[c].dep == "compound"), first)
        before = [office_at(analysis, k) for k in range(max(0, lead - 2), first)]
        office = next((o for o in before if o is not None and o.plural), None)
    else:
        return None
    return office if office is not None and office.plural else None


def outer_office(analysis: Analysis, office: Office, lowest: int) -> Office:
    """The office that holds this one: "press secretary of the president" for "president" before a name."""
    tokens = analysis.tokens
    at = prefix_start(analysis, office) - 1
    if at >= lowest and tokens[at].text.lower() in {"the", "a", "an"}:
        at -= 1
    if at - 1 < lowest or tokens[at].text.lower() not in {"of", "to", "for"}:
        return office
    outer = office_at(analysis, at - 1)
    if outer is None or outer.plural or outer.end != at:
        return office
    return replace(outer, end=office.end)


def office_after(analysis: Analysis, name: Name) -> Office | None:
    """The office in apposition after a name: "Ada Berg, a spokeswoman for the ministry,"."""
    for c in children(analysis, name.head, "appos"):
        if c >= name.end and (office := office_at(analysis, c)) is not None and not office.plural:
            return office
    tokens, i = analysis.tokens, name.end
    last = analysis.sentences[tokens[name.first].sentence][1]
    if i >= last or tokens[i].text not in {",", "("}:
        return None
    for at in range(i + 1, min(last, i + 9)):
        if tokens[at].pos not in {"DET", "ADJ", "NOUN", "PROPN", "PART", "NUM"} and tokens[at].text not in {
            "-",
            "'s",
            "’s",
        }:
            return None
        office = office_at(analysis, at)
        ends = office is not None and (office.end >= last or tokens[office.end].pos in {"PUNCT", "ADP"})
        if office is not None and ends:
            return None if office.plural or tokens[at].dep in {"nsubj", "nsubjpass", "conj"} else office
    return None
