"""Act 3, one stage a file."""
