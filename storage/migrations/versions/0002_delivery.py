"""Delivery: bulletins, threads, leases and mutes; who reviewed, and what the sides said then."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table(
        "bulletin",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("topic", sa.String(), nullable=False),
        sa.Column("payload", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="bulletin_pk"),
        sa.UniqueConstraint("key", name="bulletin_one_key"),
    )
    op.create_table(
        "thread",
        sa.Column("case_id", sa.String(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("reference", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name="thread_to_cases", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("case_id", "channel", name="thread_pk"),
    )
    op.create_table(
        "mute",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("topic", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("because", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="mute_pk"),
    )
    op.create_index("mute_by_topic", "mute", ["topic"])
    with op.batch_alter_table("review") as review:
        review.add_column(sa.Column("reviewer", sa.String(), nullable=True))
        review.add_column(sa.Column("sides", sa.Text(), nullable=True))
    _notifications_of_bulletins_too()


def _notifications_of_bulletins_too() -> None:
    """Nobody could send what stood in the old table, so it is made anew rather than copied."""
    op.drop_index("notification_due", "notification")
    op.drop_table("notification")
    op.create_table(
        "notification",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("alert_id", sa.Integer(), nullable=True),
        sa.Column("bulletin_id", sa.Integer(), nullable=True),
        sa.Column("topic", sa.String(), nullable=False),
        sa.Column("case_id", sa.String(), nullable=True),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("page", sa.Boolean(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("error", sa.Text(), nullable=True),
        sa.Column("progress", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["alert_id"], ["alert.id"], name="notification_to_alert", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["bulletin_id"], ["bulletin.id"], name="notification_to_bulletin", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="notification_pk"),
        sa.UniqueConstraint("alert_id", "channel", name="notification_one_alert_id_channel"),
        sa.UniqueConstraint("bulletin_id", "channel", name="notification_one_bulletin_id_channel"),
    )
    op.create_index("notification_due", "notification", ["topic", "channel", "state", "due_at"])
    op.create_index("notification_in_thread", "notification", ["case_id", "channel"])
