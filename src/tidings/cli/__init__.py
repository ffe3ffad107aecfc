"""The command line."""

from tidings.cli.commands import main

__all__ = ["main"]
