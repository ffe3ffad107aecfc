"""Pure functions on strings: spans, normal forms, sentences, alignment."""
