"""Telling: from the outbox to the desk, the digest, the ledger, Prefect's page, and what people answer."""
