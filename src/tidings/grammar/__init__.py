"""Patterns over tokens and trees: one concept a file."""
