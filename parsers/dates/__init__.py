"""Dates: days, dates as written, years, and the days that have a name."""
