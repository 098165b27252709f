"""Times: what a text says of when, as periods of days."""
