"""All policy of a run, once: progress, quarantine, receipts, memo, grouping."""
