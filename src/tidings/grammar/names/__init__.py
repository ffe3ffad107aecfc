"""Patterns that find names, roles and bodies in a text, and of what kind they are."""
