"""Word lists and tables as data: one concept a file, its source in the header."""
