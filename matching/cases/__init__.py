"""Cases: all that is said on a question, sorted into positions; what changed, and what a desk must hear of."""
