"""Bulletins: what we send that is not the message of one case."""
