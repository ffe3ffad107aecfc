"""`tidings`, and `python -m tidings`: the command, which an interrupt ends quietly from its first moment on."""

import os
import signal
import sys
from types import FrameType

__all__ = ["main"]


def main() -> None:
    """Load the command line, run it and leave with its exit code."""
    # Loading takes seconds. An exception raised amid it may come out in words of the module that it hit, or be
    # swallowed; nothing is begun yet, so the process just ends. One told to ignore interrupts goes on ignoring them.
    heeded = signal.getsignal(signal.SIGINT) is signal.default_int_handler
    if heeded:
        signal.signal(signal.SIGINT, leave)
    from tidings.cli import run

    if heeded:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    sys.exit(run(sys.argv[1:]))


def leave(number: int, frame: FrameType | None) -> None:
    """End at once, as one who was interrupted."""
    os._exit(130)


if __name__ == "__main__":
    main()
