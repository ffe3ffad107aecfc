"""The case file: one SQLite database with all that was read, linked and decided."""
