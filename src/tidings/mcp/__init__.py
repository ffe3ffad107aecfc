"""A door for other programs: a case as read-only tools of the Model Context Protocol."""

from tidings.mcp.server import serve

__all__ = ["serve"]
