"""The server: tools over a case, on standard input and output, with the official `mcp` package."""

from collections.abc import Callable
from functools import wraps
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from tidings import engine
from tidings.errors import OutputError, TidingsError
from tidings.mcp.answers import Answers

__all__ = ["serve"]

ABOUT = (
    "A sourced account of news reports: who said what to whom, what happened and where it stands, where reports differ. "
    "Every record carries anchors: document id, code points, exact words. Quote those; where a speaker or day is null, "
    "the reports leave it open."
)


def serve(case: Path) -> None:
    """Serve the case over standard input and output until the client closes.

    Raises OutputError where `mcp` is not installed, CaseError where the case is not sound.
    """
    if find_spec("mcp") is None:
        raise OutputError("the MCP server needs the mcp package: pip install 'tidings[mcp]'")
    from mcp.server.mcpserver import MCPServer
    from mcp.server.mcpserver.exceptions import ToolError
    from mcp.types import ToolAnnotations

    with engine.open_case(case, create=False):  # a missing or damaged case is said now, not at the first question
        pass
    server = MCPServer("tidings", instructions=ABOUT)
    for tool in Answers(case).tools:
        server.add_tool(
            _saying_errors(tool, ToolError),
            annotations=ToolAnnotations(read_only_hint=True, destructive_hint=False, open_world_hint=False),
        )
    server.run("stdio")


def _saying_errors(tool: Callable[..., dict[str, Any]], error_of: type[Exception]) -> Callable[..., dict[str, Any]]:
    """The tool, with our errors turned into the protocol's, whose text the client gets to see."""

    @wraps(tool)
    def answer(*given: Any, **named: Any) -> dict[str, Any]:  # noqa: ANN401  as the client gives them
        try:
            return tool(*given, **named)
        except TidingsError as error:
            raise error_of(str(error)) from error

    return answer
