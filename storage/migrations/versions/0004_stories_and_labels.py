"""Keys that stories are looked up by, and the pairs of claims that people decided on."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.create_table(
        "story_key",
        sa.Column("k", sa.BigInteger(), nullable=False),
        sa.Column("day", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("story", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("k", "day", "story", name="story_key_pk"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "labelled_pair",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("review_id", sa.Integer(), nullable=False),
        sa.Column("a", sa.Integer(), nullable=False),
        sa.Column("b", sa.Integer(), nullable=False),
        sa.Column("relation", sa.String(), nullable=False),
        sa.Column("floor", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["review_id"], ["review.id"], name="labelled_pair_to_review", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["a"], ["claim.id"], name="labelled_pair_to_claim", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["b"], ["claim.id"], name="labelled_pair_also_to_claim", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="labelled_pair_pk"),
    )
    op.create_index("pair_of_review", "labelled_pair", ["review_id"])
