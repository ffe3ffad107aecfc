"""The public verbs; wires what is below."""

from tidings.engine.acts import Options
from tidings.engine.case import Added, Case, open_case
from tidings.engine.decided import Ruling
from tidings.engine.once import read, tell
from tidings.engine.plan import Plan, default_plan
from tidings.engine.why import Why

__all__ = ["Added", "Case", "Options", "Plan", "Ruling", "Why", "default_plan", "open_case", "read", "tell"]
