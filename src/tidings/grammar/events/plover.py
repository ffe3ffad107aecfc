"""The usual PLOVER code of an event: its type projected by its status, since PLOVER has no status of its own."""

__all__ = ["TYPES", "project"]

TYPES = (
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
)

PROMISED = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID"})
HOSTILE = frozenset({"ASSAULT", "SANCTION", "COERCE", "MOBILIZE"})
SPOKEN = frozenset({"AGREE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})


def project(type_: str, status: str) -> str | None:
    """What a coder who knows no status would write; None for what PLOVER leaves out.

    An announced meeting is an AGREE, a requested one a REQUEST, a cancelled one a REJECT, an
    announced release a CONCEDE, a strike that is still to come a THREATEN; other negated acts have no code.
    """
    if status in {"held", "ongoing"} or (type_ in SPOKEN and status not in {"cancelled", "denied"}):
        return type_
    if status in {"cancelled", "denied"}:
        return "REJECT" if type_ == "CONSULT" and status == "cancelled" else None
    if status == "requested":
        return "REQUEST"
    if type_ in PROMISED:
        return "AGREE" if status in {"announced", "conditional"} else type_
    if type_ == "RETREAT":
        return "CONCEDE" if status in {"announced", "conditional"} else type_
    if type_ in HOSTILE:
        return "THREATEN" if status in {"announced", "conditional"} else type_
    return type_
