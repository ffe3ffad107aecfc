"""Records to JSON and back; the one place that knows the wire form."""
