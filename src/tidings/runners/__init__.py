"""How stages and rounds are carried out: here, with worker processes."""
