"""Act 2, one round a file."""
