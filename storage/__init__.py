"""The claim base: SQLModel tables, candidates, cases, outbox; migrations/ holds the Alembic revisions."""
