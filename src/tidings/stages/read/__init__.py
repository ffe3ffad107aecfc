"""Act 1, one stage a file."""
