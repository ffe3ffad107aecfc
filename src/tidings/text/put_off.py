"""Words that say of what is called off for a day that it is only put off."""

import re

__all__ = ["OFF_ITS_DAY", "PUT_OFF"]

PUT_OFF = re.compile(
    r"\b(?:postpon|delay|resched|put(?:s|ting)? (?:\w{1,20} ){0,3}(?:off|back)\b|push\w{0,3} back)", re.I
)

OFF_ITS_DAY = re.compile(
    r"\b(?:later|earlier|sooner) than (?:(?:first|originally|initially|previously|had|been|it|was|were) )*"
    r"(?:planned|scheduled|announced|expected|foreseen|intended|promised|due|agreed)\b"
    r"|\b(?:ahead of|behind) (?:schedule|time)\b|\bafter (?:a|an|\w+) delays?\b|\bwith (?:a|an|some) delay\b|\bbelatedly\b",
    re.I,
)
"""Words that say of what took place that it was set for another day: "an hour later than promised"."""
