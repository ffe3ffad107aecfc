"""The nouns that name an offer, demand, condition or agreement, and the words that leave open or take back what a clause tells of one."""

import re
from collections.abc import Mapping

__all__ = ["DOUBT", "NOUN", "NOUNS", "OWN", "SURE", "UNDONE", "WHOSE", "is_doubted", "kind_of", "said_before"]

NOUNS: Mapping[str, str] = {
    "offer": r"offers?|proposals?|propositions?|invitations?|ideas?|suggestions?|plans?|good offices|mediation|overtures?|initiatives?|drafts?|compromises?|counter-?(?:offers?|proposals?|drafts?)",
    "demand": r"demands?|requests?|calls?|appeals?|ultimatums?|pleas?|insistence",
    "condition": r"conditions?|preconditions?|terms",
    "agreement": r"agreements?|deals?|accords?|pacts?|truces?|treat(?:y|ies)|cease-?fires?|memorandum|protocols?|bargains?|declarations?|settlements?|arrangements?|understandings?|commitments?|undertakings?",
    "warning": r"threats?|warnings?",
    "word": r"word|promises?|pledges?|vow",
}
NOUN = "|".join(f"(?P<{kind}>{words})" for kind, words in NOUNS.items())
OWN = frozenset({"his", "her", "its", "their"})
WHOSE = r"(?:the|this|that|these|those|his|her|its|their|such an?|an?|[\w’'-]{1,40}(?: [\w’'-]{1,40}){0,3}?['’]s?|[A-Z]\w{1,40})"
UNDONE = re.compile(
    r"(?:\b(?:not|never|nor|neither|nobody|no one|without|would|could|might|may|will|should|must|can|if|whether|unless|had not|to|be|being|ready to|almost|nearly|hardly|scarcely|barely|reportedly|allegedly|supposedly|yet|said that if)\b|n['’]t\b)(?:\s\w{1,40}){0,2}\s?$",
    re.I,
)
# What is feared, denied, guessed or only claimed is not told as done.
DOUBT = re.compile(
    r"\b(?:fear(?:s|ed|ing)?|den(?:y|ies|ied|ying)|warn(?:s|ed|ing|ings)?|worr(?:y|ies|ied)|doubt(?:s|ed|ful)?|rumou?r(?:s|ed)?|claim(?:s|ed|ing)?|alleg(?:e|es|ed|ing|ations?)|suspect(?:s|ed)?"
    r"|suggest(?:s|ed|ing)?|predict(?:s|ed|ions?)?|expect(?:s|ed|ing)?|hop(?:e|es|ed|ing)|wonder(?:s|ed|ing)?|wish(?:es|ed)?|speculat\w{1,8}|imagin\w{1,6}|risk(?:s|ed)?|if|unless|whether|lest|suppos\w{1,6}"
    r"|no (?:sign|evidence|proof|indication|truth|reason to believe)|(?:not|un)true|false(?:ly)?|believ(?:e|es|ed)|think|thinks|thought|premature(?:ly)?|mistaken(?:ly)?|pretend(?:s|ed)?|threaten(?:s|ed|ing)?)\b",
    re.I,
)
# Adverbs that leave an act done; "nearly", "reportedly", "hardly" do not.
SURE = r"(?:since|already|now|also|then|later|soon|again|both|in turn|at once|at last|(?!(?:near|hard|scarce|bare|reported|alleged|supposed|apparent|seeming|virtual|possib|probab|purported|practical|like|narrow|part|partial|conditional|tentative|rare|presumab|conceivab|potential|ostensib|false|wrong|mistaken|on)ly\b)\b[a-z]{1,20}ly)"
FAR = 120  # characters before a clause in which doubt of it is told
BREAK = re.compile(r";\s|\bbut\s")


def said_before(said: str, at: int, far: int = FAR) -> str:
    """The words before a place back to a semicolon or a "but", at most so many characters."""
    return BREAK.split(said[max(0, at - far) : at])[-1]


def is_doubted(said: str, at: int) -> bool:
    """Whether the words before a clause, or the question that it is part of, leave open what it tells."""
    return DOUBT.search(said_before(said, at)) is not None or said.rstrip("”\"'’» ").endswith("?")


def kind_of(match: re.Match[str]) -> str:
    """The class of the noun that a pattern met; none where it is but "which"."""
    return next((kind for kind, words in match.groupdict().items() if words and kind in NOUNS), "")
