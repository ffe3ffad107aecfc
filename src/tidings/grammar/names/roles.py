"""Offices and roles: which noun names one, for which state or body, and how far its words run."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from tidings.grammar.names.gazetteer import Hit
from tidings.grammar.tree import ancestors, child, children, subtree
from tidings.lexicon import rows
from tidings.model import Analysis

__all__ = ["Office", "OfficeClass", "holder", "is_former", "office_at", "prefix_start", "role_end", "singular"]

OfficeClass = Literal["chief", "member", "speaker", "envoy", "media", "nature"]
IRREGULAR = {"spokesmen": "spokesman", "spokeswomen": "spokeswoman", "men": "man", "women": "woman", "wives": "wife"}
FORMER = frozenset({"former", "ex", "late", "ousted", "retired", "erstwhile", "then", "ex-"})
MODIFIES = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
# Words that join the pieces of a role written before a name: "head of the agency's press office".
OF = frozenset({"of", "for", "at", "with"})
OF_PLACES = frozenset({"mayor", "governor", "senator", "prosecutor", "judge", "police chief"})


@dataclass(frozen=True, slots=True)
class Office:
    """An office phrase over tokens `first` up to but not including `end`, with its head noun."""

    first: int
    end: int
    head: int
    phrase: str  # singular, lower case
    sort: OfficeClass
    plural: bool


@cache
def offices() -> dict[str, OfficeClass]:
    """Name of an office to what sort of office it is."""
    known: dict[str, OfficeClass] = {}
    for phrase, sort in rows("offices.tsv"):
        known[phrase] = sort  # type: ignore[assignment]
    return known


@cache
def ends_of_offices() -> frozenset[str]:
    """All that the name of an office may begin or end with, cut at white space and hyphens; no other word is looked at."""
    cuts = ((name, cut) for name in offices() for cut in re.finditer(r"[ -]|$", name))
    return frozenset(part for name, cut in cuts for part in (name[: cut.start()], name[cut.end() :]) if part)


def singular(word: str) -> str:
    """The singular of a regular noun, lower case; the word itself where it is none."""
    word = word.lower()
    if word in IRREGULAR:
        return IRREGULAR[word]
    if word.endswith("men"):
        return word[:-3] + "man"
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def office_at(analysis: Analysis, i: int) -> Office | None:
    """The office whose head noun is token `i`: the longest phrase of the table around it."""
    tokens = analysis.tokens
    token = tokens[i]
    if token.pos not in {"NOUN", "PROPN", "ADJ"} and token.text[:1].islower():
        return None
    first, end = analysis.sentences[token.sentence]
    if token.text == "National" and i + 1 < end and tokens[i + 1].text.istitle():
        return None  # "the National Pact" is no national called Pact
    here = token.text.lower()
    plural = singular(here) != here and here not in offices()
    one = singular(here) if plural else here
    if here not in ends_of_offices() and one not in ends_of_offices():
        return None
    for length in (3, 2):  # "secretary of state", "chief of staff"
        words = [one, *(t.text.lower() for t in tokens[i + 1 : min(i + length, end)])]
        if len(words) == length and words[1] == "of" and " ".join(words) in offices():
            return Office(i, i + length, i, " ".join(words), offices()[" ".join(words)], plural)
    if i + 2 < end and tokens[i + 1].text == "-":  # "secretary-general" comes as three tokens
        joined = f"{here}-{tokens[i + 2].text.lower()}"
        if joined in offices():
            return Office(i, i + 3, i + 2, joined, offices()[joined], plural)
    for length in (4, 3, 2, 1):
        if i - length + 1 < first:
            continue
        words = [*(t.text.lower() for t in tokens[i - length + 1 : i]), one]
        phrase = " ".join(words).replace(" - ", "-")
        if phrase in offices():
            return Office(i - length + 1, i + 1, i, phrase, offices()[phrase], plural)
    return None


def prefix_start(analysis: Analysis, office: Office) -> int:
    """Where a role written before a name begins: back over modifiers, nations and bodies, without the article."""
    tokens = analysis.tokens
    start = office.first
    lowest = analysis.sentences[tokens[office.head].sentence][0]
    above = set(ancestors(analysis, office.head))
    while start > lowest:
        before = tokens[start - 1]
        loose = before.i in above or (
            start > 1 and tokens[start - 2].text.lower() in {"a", "an"} and before.pos == "NOUN"
        )
        if tokens[office.first].text[:1].isupper() and before.text.islower() and loose:
            break  # "a step Finance Minister Berg called wise"
        if (
            (before.pos in MODIFIES and before.ent not in {"DATE", "TIME", "CARDINAL"})
            or (
                before.text in {"'s", "’s", "’", "'", "-", "&"}
                and start - 1 > lowest
                and before.tag in {"POS", "HYPH", "CC"}
            )
            or (before.tag == "VBG" and before.dep in {"amod", "compound"})
        ):
            start -= 1
        else:
            break
    while start < office.first and tokens[start].tag in {"POS", "HYPH", "CC"}:
        start += 1
    return start


def role_end(analysis: Analysis, office: Office) -> int:
    """One past the last token of a role with what follows its head: "spokesman for the foreign ministry"."""
    end = office.end
    for prep in children(analysis, office.head, "prep"):
        if prep >= office.head and analysis.tokens[prep].text.lower() in {*OF, "to", "on", "in"}:
            below = subtree(analysis, prep, frozenset({"relcl", "acl", "appos", "punct", "conj", "cc", "parataxis"}))
            if prep == end or below[0] == end:
                end = below[-1] + 1
    return end


def is_former(analysis: Analysis, first: int, end: int) -> bool:
    """Whether a role's words say that it is over."""
    return any(t.text.lower() in FORMER or t.text.lower().startswith("ex-") for t in analysis.tokens[first:end])


def holder(
    analysis: Analysis, hit_at: Mapping[int, Hit], office: Office, first: int, end: int
) -> tuple[str | None, str | None]:
    """The state (alpha-3) and the body that a role's words say it is held for.

    What stands before the head counts first ("the Russian foreign minister"), then what
    follows "of", "for" or "at"; "ambassador to Ukraine" is not held for Ukraine.
    """
    country = body = None
    seen: set[int] = set()
    for i in [*range(first, office.head), *after_of(analysis, office, end)]:
        hit = hit_at.get(i)
        if hit is None or hit.first in seen:
            continue
        seen.add(hit.first)
        entry = hit.entry
        if entry.body is not None and body is None:
            body = entry.body
        ours = entry.sort != "place" or (i > office.head and office.phrase in OF_PLACES)
        if entry.country is not None and country is None and ours and entry.kind != "shared":
            country = entry.country
    return country, body


def after_of(analysis: Analysis, office: Office, end: int) -> list[int]:
    """The tokens after an office's head that say of what it is one."""
    found: list[int] = []
    for prep in children(analysis, office.head, "prep"):
        if analysis.tokens[prep].text.lower() in OF:
            noun = child(analysis, prep, "pobj")
            if noun is not None:
                found.extend(
                    i for i in subtree(analysis, noun, frozenset({"relcl", "acl", "appos"})) if i < max(end, noun + 1)
                )
    return found
