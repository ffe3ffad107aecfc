"""Patterns that find events and dealings, and where each stands."""
