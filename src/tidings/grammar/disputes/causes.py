"""Two causes of one thing, told right beside each other: "blamed the delay on fog; a docker said the crane had failed"."""

import re
from collections.abc import Iterator

from tidings.grammar.disputes.claims import Dispute
from tidings.grammar.disputes.denied_beside import words
from tidings.grammar.disputes.scene import Scene
from tidings.grammar.disputes.voiced_clauses import Told, apart, clauses

__all__ = ["causes"]

# What somebody gives as the cause: of a thing, not the blame of a party
GIVEN = re.compile(
    r"\b(?:attribut(?:es|ed|ing)|ascrib(?:es|ed|ing)|blam(?:es|ed|ing)|(?:put|puts|putting)(?=\s[^.;]{3,60}?\sdown to\b))\s"
    r"(?:the|this|its|their|his|her|an?|it|that)\s?[^.;:“”]{0,60}?\s?\b(?:to|on|by|with|as)\s",
    re.IGNORECASE,
)
BECAUSE = re.compile(
    r"\b(?:because|due to|owing to|on account of|as a result of|thanks to|for (?:\w+\s){0,2}reasons?|following|caused by)\b",
    re.IGNORECASE,
)
# Another cause, or the same called by another name
OTHER = re.compile(
    r"\bmore to do with\b|\b(?:real|true|actual|only) (?:reason|cause|motive)\b|\bbecause\b|\bcall(?:s|ed) (?:it|this|that) (?:an?|the)\b|\baccus(?:es|ed)\b|\bblam(?:es|ed)\b|\bwas caused by\b",
    re.IGNORECASE,
)
CALLED = re.compile(r"\bcall(?:s|ed) (?:it|this|that) (?:an?|the)\b", re.IGNORECASE)
WISHED = re.compile(
    r"\b(?:demand|propos|offer|urg|appeal|invit|welcom|thank|hop|promis|pledg|will|would|call(?:s|ed)? (?:on|for))\w*",
    re.IGNORECASE,
)
INSISTS = re.compile(r"\b(?:insist|maintain|counter|retort|assur|claim|contend)(?:s|ed|es)\b", re.IGNORECASE)
REACH = 2  # sentences from a cause to the other one, where who gives it is quoted between
NEAR = 0.3  # cosine of a cause to what happened, where nobody gives its cause by such a verb


def causes(scene: Scene) -> Iterator[Dispute]:
    """Each cause with the other one that stands right behind it."""
    told = list(clauses(scene))
    for n, one in enumerate(told):
        two = next((t for t in told[n + 1 : n + 3] if not own_words(one, t)), None)
        if two and of_one_thing(scene, one, two) and (a := one.claim) and (b := two.claim):
            sides = ((words(scene, a), (a,)), (words(scene, b), (b,)))
            yield Dispute("attribution", f"the cause: {words(scene, a)}", sides, ("two voices give two causes",), 0.6)


def own_words(one: Told, two: Told) -> bool:
    """Whether a clause is the own words of who gives the cause right before."""
    return (not one.voices or bool(one.voices & two.voices)) and two.text.lstrip().startswith(("“", '"', "«", "‘"))


def of_one_thing(scene: Scene, one: Told, two: Told) -> bool:
    """Whether two clauses in a row give two causes, by two voices."""
    if one.passage.document != two.passage.document or one.passage.paragraph != two.passage.paragraph:
        return False
    if (
        two.at - one.at > REACH
        or not (two.voices or CALLED.search(two.text))
        or not apart(scene, one, two)
        or WISHED.search(two.text)
    ):
        return False
    if GIVEN.search(one.text):
        return bool(one.voices or one.passage.who or one.passage.countries) and OTHER.search(two.text) is not None
    again = INSISTS.search(two.text) and BECAUSE.search(two.text) and BECAUSE.search(one.text)
    return bool(again) and scene.cosine is not None and scene.cosine(one.text, two.text) >= NEAR
