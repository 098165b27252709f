"""Claims in; candidate keys, features, relations and positions out; pure. rapidfuzz lives here."""
