"""The tables of what is at odds: questions, who speaks on them, cases, and what people decided."""

from datetime import datetime

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from storage.tables.columns import moment_column, text_column


class QuestionRow(SQLModel, table=True):
    """What makes claims comparable. It begins with the first two related claims; a lonely claim has none."""

    __tablename__ = "question"
    id: str = Field(primary_key=True)
    topic: str
    story: str
    kind: str


class QuestionClaimRow(SQLModel, table=True):
    """That a claim answers a question, and the verdict (JSON) on the pair that brought it there."""

    __tablename__ = "question_claim"
    __table_args__ = (Index("question_of_claim", "claim_id"),)
    question_id: str = Field(foreign_key="question.id", primary_key=True, ondelete="CASCADE")
    claim_id: int = Field(foreign_key="claim.id", primary_key=True, ondelete="CASCADE")
    judged: str | None = text_column()


class VoiceRow(SQLModel, table=True):
    """A claim that speaks for what is said on a question: it is these few that cases are arranged from.

    ``number`` is the position that it speaks for, None where the question has no case. No foreign key: to look each up
    cost PostgreSQL four times what it takes to store it.
    """

    __tablename__ = "voice"
    __table_args__ = ({"sqlite_with_rowid": False},)
    question_id: str = Field(primary_key=True)
    claim_id: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    number: int | None


class CaseRow(SQLModel, table=True):
    """A question with two positions or more; it bears the question's id."""

    __tablename__ = "cases"
    __table_args__ = (Index("case_on_shelf", "topic", "status", "page", "relation", "changed_at", "id"),)
    id: str = Field(primary_key=True, foreign_key="question.id", ondelete="CASCADE")
    topic: str
    story: str
    question: str = text_column()
    kind: str
    status: str
    relation: str
    page: bool
    reason: str = text_column()
    same: float | None
    features: str = text_column()
    opened_at: datetime = moment_column()
    changed_at: datetime = moment_column()


class PositionRow(SQLModel, table=True):
    """What some evidence of a case says; its ``number`` stays, whatever is told later. Of edits it gives the order."""

    __tablename__ = "position"
    case_id: str = Field(foreign_key="cases.id", primary_key=True, ondelete="CASCADE")
    number: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    says: str = text_column()


class PositionClaimRow(SQLModel, table=True):
    """The evidence of a position, all of it."""

    __tablename__ = "position_claim"
    __table_args__ = (Index("position_of_claim", "claim_id"),)
    case_id: str = Field(foreign_key="cases.id", primary_key=True, ondelete="CASCADE")
    number: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    claim_id: int = Field(foreign_key="claim.id", primary_key=True, ondelete="CASCADE")


class CaseChangeRow(SQLModel, table=True):
    """An event in the life of a case, with its reason."""

    __tablename__ = "case_change"
    __table_args__ = (Index("change_of_case", "case_id"),)
    id: int | None = Field(default=None, primary_key=True)
    case_id: str = Field(foreign_key="cases.id", ondelete="CASCADE")
    kind: str
    page: bool
    reason: str = text_column()
    at: datetime = moment_column()


class ReviewRow(SQLModel, table=True):
    """A person's decision on a case. It sticks, and the pair is kept as a labelled one.

    ``sides`` is what the positions said when the person looked: a JSON array of texts.
    """

    __tablename__ = "review"
    __table_args__ = (Index("review_of_case", "case_id"),)
    id: int | None = Field(default=None, primary_key=True)
    case_id: str = Field(foreign_key="cases.id", ondelete="CASCADE")
    decision: str
    because: str | None
    note: str | None = text_column(default=None)
    reviewer: str | None = None
    sides: str | None = text_column(default=None)
    at: datetime = moment_column()


class LabelledPairRow(SQLModel, table=True):
    """Two claims that a person's decision was about, one of each side; the latest decision on a pair holds.

    ``relation`` is what the rules said then, ``floor`` what they said when they were last found good.
    """

    __tablename__ = "labelled_pair"
    __table_args__ = (Index("pair_of_review", "review_id"),)
    id: int | None = Field(default=None, primary_key=True)
    review_id: int = Field(foreign_key="review.id", ondelete="CASCADE")
    a: int = Field(foreign_key="claim.id", ondelete="CASCADE")
    b: int = Field(foreign_key="claim.id", ondelete="CASCADE")
    relation: str
    floor: str
