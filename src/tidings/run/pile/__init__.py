"""A pile of any size, worked through in partitions that are kept whole or not at all: `tidings run`."""
