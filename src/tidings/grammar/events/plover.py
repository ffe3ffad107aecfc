"""PLOVER's types of events: the groups that the rules speak of, and the usual code of an event that stands so."""

from tidings.model import Status

__all__ = [
    "ANSWERS",
    "FRIENDLY",
    "HOSTILE",
    "JUDGING",
    "MEETING",
    "PROMISED",
    "PUBLIC",
    "SPOKEN",
    "STANDINGS",
    "TYPES",
    "VERBAL",
    "project",
]

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

# How an act stands, in the order in which the encoder weighs it.
STANDINGS: tuple[Status, ...] = (
    "requested",
    "conditional",
    "announced",
    "held",
    "ongoing",
    "cancelled",
    "denied",
    "rumoured",
)

SPOKEN = frozenset({"AGREE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})  # done by words alone
PUBLIC = frozenset({"AID", "COERCE", "CONCEDE", "COOPERATE", "MOBILIZE", "RETREAT", "SANCTION"})  # deeds of states
VERBAL = SPOKEN | {"CONCEDE"}  # done by words, or told as if
PROMISED = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID"})
HOSTILE = frozenset({"ASSAULT", "SANCTION", "COERCE", "MOBILIZE"})
FRIENDLY = PROMISED | {"AGREE", "RETREAT", "CONCEDE"}
MEETING = frozenset({"CONSULT", "SUPPORT"})  # talks, and what they lead to
ANSWERS = frozenset({"AGREE", "CONCEDE", "REJECT"})
JUDGING = frozenset({"ACCUSE", "SUPPORT"})  # blame and praise of what others do


def project(type_: str, status: str) -> str | None:
    """What a coder who knows no status would write (PLOVER has none of its own); None for what PLOVER leaves out.

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
