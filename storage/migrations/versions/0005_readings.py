"""Claims that a later reading of their article replaced stay, marked, beside those that it made."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    # SQLite makes the table anew, its foreign keys off (see `storage.migrating`): else all that refers to it would go.
    with op.batch_alter_table("claim") as claim:
        claim.add_column(sa.Column("replaced_by", sa.String(), nullable=False, server_default=""))
        claim.drop_constraint("claim_one_article_id_stable_id", type_="unique")
        claim.create_unique_constraint(
            "claim_one_article_id_stable_id_replaced_by", ["article_id", "stable_id", "replaced_by"]
        )
