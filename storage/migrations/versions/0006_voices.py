"""The few claims that speak for a question; evidence of a case has no stored order any more, for its dates give it."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

# All that is said on a question speaks for it, until it is next looked at; but not what its page has replaced. The
# seat of a claim is its own, else that of an earlier version of its page.
_SPEAK = """
INSERT INTO voice (question_id, claim_id, number)
SELECT said.question_id, said.claim_id, coalesce(
    (SELECT min(seat.number) FROM position_claim AS seat
     WHERE seat.case_id = said.question_id AND seat.claim_id = said.claim_id),
    (SELECT min(seat.number) FROM position_claim AS seat
     JOIN claim AS older ON older.id = seat.claim_id JOIN article AS version ON version.id = older.article_id
     WHERE seat.case_id = said.question_id AND version.topic = article.topic AND version.url = article.url))
FROM question_claim AS said
JOIN question ON question.id = said.question_id
JOIN claim ON claim.id = said.claim_id
JOIN article ON article.id = claim.article_id
WHERE question.kind <> 'edit' AND claim.replaced_by = '' AND NOT EXISTS (
    SELECT 1 FROM article AS later
    WHERE later.topic = article.topic AND later.url = article.url AND later.id > article.id)
"""


def upgrade() -> None:
    op.create_table(
        "voice",
        sa.Column("question_id", sa.String(), nullable=False),
        sa.Column("claim_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("number", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("question_id", "claim_id", name="voice_pk"),
        sqlite_with_rowid=False,
    )
    op.execute(_SPEAK)
    op.drop_column("position_claim", "place")
