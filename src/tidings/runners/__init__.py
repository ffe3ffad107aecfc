"""How work is carried out: here, with worker processes."""

from tidings.runners.local import Died, Local, Runner

__all__ = ["Died", "Local", "Runner"]
