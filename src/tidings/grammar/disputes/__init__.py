"""Patterns that find where accounts of one thing differ, one kind of difference a file."""

from tidings.grammar.disputes.claims import Claim, Dispute
from tidings.grammar.disputes.denials import denials
from tidings.grammar.disputes.numbers import numbers
from tidings.grammar.disputes.places import places
from tidings.grammar.disputes.roles import legal_states
from tidings.grammar.disputes.wordings import loaded_words, renderings

__all__ = ["Claim", "Dispute", "denials", "legal_states", "loaded_words", "numbers", "places", "renderings"]
