"""The three acts as explicit tuples: READ per document, LINK across documents, TELL per story."""
