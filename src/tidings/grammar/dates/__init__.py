"""Dates and times: what a phrase says (TIMEX3), and what day that is."""
