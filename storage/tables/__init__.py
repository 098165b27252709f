"""The tables of the claim base. Rows are plain; the values of ``claims`` are what the stages speak.

Table names are singular, but for ``cases``: CASE is a word of SQL. Days are ordinals (``date.toordinal``).
"""

from storage.tables.cases import (
    CaseChangeRow,
    CaseRow,
    LabelledPairRow,
    PositionClaimRow,
    PositionRow,
    QuestionClaimRow,
    QuestionRow,
    ReviewRow,
    VoiceRow,
)
from storage.tables.claims import ArticleRow, ClaimKeyRow, ClaimRow, StoryKeyRow, StoryRow
from storage.tables.fetches import BodyRow, FetchRow, HostRow, IngestPassRow, PageRow, SourceRow
from storage.tables.outbox import AlertRow, BulletinRow, MuteRow, NotificationRow, ThreadRow

__all__ = [
    "AlertRow", "ArticleRow", "BodyRow", "BulletinRow", "CaseChangeRow", "CaseRow", "ClaimKeyRow", "ClaimRow",
    "FetchRow", "HostRow", "IngestPassRow", "LabelledPairRow", "MuteRow", "NotificationRow", "PageRow",
    "PositionClaimRow", "PositionRow", "QuestionClaimRow", "QuestionRow", "ReviewRow", "SourceRow", "StoryKeyRow",
    "StoryRow", "ThreadRow", "VoiceRow",
]  # fmt: skip
