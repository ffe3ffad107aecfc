"""Patterns that tell which mentions are one thing, in a text and across texts."""
