"""Upkeep of a base that stands: read anew, tested against what people decided, pruned."""
