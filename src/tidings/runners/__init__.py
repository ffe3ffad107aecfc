"""How work is carried out: here, with worker processes, or on a Ray cluster."""

from tidings.runners.local import Died, Local, Pool, Runner
from tidings.runners.ray import OnRay

__all__ = ["Died", "Local", "OnRay", "Pool", "Runner"]
