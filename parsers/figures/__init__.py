"""Figure claims: what a quantity counts, the action it belongs to, whose, when and whether."""
