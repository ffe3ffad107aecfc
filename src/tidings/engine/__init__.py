"""The public verbs; wires what is below."""
