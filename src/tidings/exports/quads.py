"""PLOVER's quad codes."""

__all__ = ["quad"]

# The manual's section on SANCTION says material conflict, its quad table verbal; material is taken.
QUADS = (
    (1, ("AGREE", "CONSULT", "SUPPORT", "CONCEDE")),
    (2, ("COOPERATE", "AID", "RETREAT")),
    (3, ("REQUEST", "ACCUSE", "REJECT", "THREATEN")),
    (4, ("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT")),
)


def quad(plover: str | None) -> int | None:
    """1 verbal and 2 material cooperation, 3 verbal and 4 material conflict; None without a code."""
    return next((number for number, codes in QUADS if plover in codes), None)
