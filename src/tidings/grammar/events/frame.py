"""An act as one clause tells it, by a verb or a noun."""

from dataclasses import dataclass

from tidings.grammar.events.lexicon import Sense

__all__ = ["Frame"]


@dataclass(frozen=True, slots=True)
class Frame:
    """An act as one clause tells it, in token indexes; actors and recipients are heads of mentions."""

    sense: Sense
    trigger: tuple[int, ...]
    verb: int  # what carries tense and negation: the trigger, or the light verb beside a noun
    base: str  # status of a plain past
    actors: tuple[int, ...]
    recipients: tuple[int, ...]
    about: int | None = None
    noun: int | None = None

    @property
    def head(self) -> int:
        """The token that stands for the act: its noun, else its verb."""
        if self.noun is not None:
            return self.noun
        return self.verb if self.verb in self.trigger else self.trigger[0]
