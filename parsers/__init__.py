"""Text in, claims out; pure. trafilatura and the lexicons live here."""

# Stored with every claim: a claim read by older rules can be told, and read again.
PARSER_VERSION = "8"
