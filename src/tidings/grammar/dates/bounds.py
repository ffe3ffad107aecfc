"""Both ends of when a document was published, from all that bounds it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tidings.model import Bound

__all__ = ["Window", "window"]


@dataclass(frozen=True, slots=True)
class Window:
    """The first and last day that are left, each None where nothing limits it, and why."""

    first: str | None
    last: str | None
    why: tuple[str, ...]

    @property
    def day(self) -> str | None:
        """The day, where only one is left."""
        return self.first if self.first is not None and self.first == self.last else None


def window(bounds: Iterable[Bound]) -> Window:
    """The narrowest window that the bounds leave; of likely ones only where they lie within what the others leave."""
    found = sorted(set(bounds))
    sure = narrowest([b for b in found if not b.likely])
    likely = narrowest([b for b in found if b.likely])
    if likely.first is None or likely.last is None:
        return sure
    fits = (sure.first or likely.first) <= likely.first and likely.last <= (sure.last or likely.last)
    return likely if fits else sure


def narrowest(found: Sequence[Bound]) -> Window:
    """The narrowest window; an empty one is told, and left open at the softer end."""
    early = max((b for b in found if b.side == "not_before"), key=lambda b: (b.day, b.why), default=None)
    late = min((b for b in found if b.side == "not_after"), key=lambda b: (b.day, b.why), default=None)
    why = [f"not before {early.day}: {early.why}"] if early else []
    if late and early and late.day < early.day:
        why.append(f"contradicted: not after {late.day}: {late.why}")
        return Window(early.day, None, tuple(why))
    if late:
        why.append(f"not after {late.day}: {late.why}")
    return Window(early.day if early else None, late.day if late else None, tuple(why))
