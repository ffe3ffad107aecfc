"""Files, folders, JSON lines and standard input to `Raw` articles."""
