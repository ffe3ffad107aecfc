"""The command line: what it is called with in, what the engine gives out, in words and exit codes."""

from tidings.cli.main import run

__all__ = ["run"]
