"""Role claims held against each other: one question or not, and whether a yes and a no can both be true."""
