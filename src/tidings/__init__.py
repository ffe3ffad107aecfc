"""tidings reads a pile of news reports about an unfolding story and gives a sourced account."""

__version__ = "0.1.0"
