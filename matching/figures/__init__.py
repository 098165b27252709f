"""Figure claims held against each other: one question or not, and how their values stand."""
