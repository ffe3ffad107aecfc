"""An account for people: terminal text and self-contained HTML."""
