"""Text in, claims out; pure. trafilatura and the lexicons live here."""
