"""Patterns that find who said what, and which quotations are one statement."""
