"""Autovacuum looks after the pair keys often: look-ups read only their index, but for rows it has not seen yet."""

from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    # Some two hundred articles' rows. By itself it waits for a fifth of the table, which at a million claims are
    # thousands of articles: their rows are fetched one by one, and a look-up of 4 ms takes 20.
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            "ALTER TABLE claim_key SET (autovacuum_vacuum_insert_scale_factor = 0, "
            "autovacuum_vacuum_insert_threshold = 50000, autovacuum_analyze_scale_factor = 0.02)"
        )
