"""Channels: how a message or bulletin is laid out for each and sent, and what came of it."""
