"""Words that say of what is called off for a day that it is only put off."""

import re

__all__ = ["PUT_OFF"]

PUT_OFF = re.compile(
    r"\b(?:postpon|delay|resched|put(?:s|ting)? (?:\w{1,20} ){0,3}(?:off|back)\b|push\w{0,3} back)", re.I
)
