"""How work is carried out: here, with worker processes."""

from tidings.runners.local import Died, Local

__all__ = ["Died", "Local"]
