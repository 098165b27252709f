"""Cases that stand alike lie together, by their latest change: a list reads its first ones, and counts need no rows."""

from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    op.create_index("case_on_shelf", "cases", ["topic", "status", "page", "relation", "changed_at", "id"])
    op.drop_index("case_by_change", "cases")
