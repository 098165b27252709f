"""Pruning: articles that are old and in no case go; cases keep all that was ever said on their questions."""

from datetime import datetime

from sqlalchemy import Connection, Select, delete, func, select

from storage.articles import ARTICLE, CLAIM
from storage.base import Base
from storage.cases import CASE, SEAT
from storage.keys import KEY
from storage.questions import ANSWER, QUESTION
from storage.stories import STORY, STORY_KEY
from storage.tables import PageRow
from storage.voices import VOICE, speak_all

PAGE = PageRow.__table__  # type: ignore[attr-defined]
# The keys of a batch are found by reading all keys once, for no index leads to them from their claims.
BATCH = 5000


def prunable(connection: Connection, topic: str, before: datetime) -> int:
    """How many articles `prune` would take out."""
    return connection.execute(select(func.count()).select_from(_old(topic, before).subquery())).scalar_one()


def prune(base: Base, topic: str, before: datetime) -> int:
    """Take out the articles of a topic that were published and seen before then and are in no case; how many.

    Their claims, keys and places in questions go with them, and stories and pages that nobody needs any more. Each
    batch is a transaction: killed, it is simply run again.
    """
    pruned = 0
    while taken := _batch(base, topic, before):
        pruned += taken
    with base.writing(topic) as connection:
        asked = select(ANSWER.c.question_id).where(ANSWER.c.question_id == QUESTION.c.id).exists()
        in_case = select(CASE.c.id).where(CASE.c.id == QUESTION.c.id).exists()
        connection.execute(delete(QUESTION).where(QUESTION.c.topic == topic, ~asked, ~in_case))
        told = select(ARTICLE.c.id).where(ARTICLE.c.story == STORY.c.id).exists()
        over = (STORY.c.topic == topic, ~told)
        connection.execute(delete(STORY_KEY).where(STORY_KEY.c.story.in_(select(STORY.c.id).where(*over))))
        connection.execute(delete(STORY).where(*over))
        done = (PAGE.c.topic == topic, PAGE.c.due_at.is_(None), PAGE.c.found_at < before)
        connection.execute(delete(PAGE).where(*done))
    return pruned


def _batch(base: Base, topic: str, before: datetime) -> int:
    with base.writing(topic) as connection:
        doomed = connection.execute(_old(topic, before).order_by(ARTICLE.c.id).limit(BATCH)).scalars().all()
        if doomed:
            claims = select(CLAIM.c.id).where(CLAIM.c.article_id.in_(doomed))
            connection.execute(delete(KEY).where(KEY.c.claim_id.in_(claims)))
            silenced = connection.execute(select(VOICE.c.question_id).where(VOICE.c.claim_id.in_(claims)).distinct())
            questions = silenced.scalars().all()
            connection.execute(delete(ARTICLE).where(ARTICLE.c.id.in_(doomed)))
            speak_all(connection, questions)
    return len(doomed)


def _old(topic: str, before: datetime) -> Select[tuple[int]]:
    answers = CLAIM.join(ANSWER, ANSWER.c.claim_id == CLAIM.c.id).join(CASE, CASE.c.id == ANSWER.c.question_id)
    in_question = select(CLAIM.c.id).select_from(answers).where(CLAIM.c.article_id == ARTICLE.c.id).exists()
    seated = CLAIM.join(SEAT, SEAT.c.claim_id == CLAIM.c.id)
    in_position = select(CLAIM.c.id).select_from(seated).where(CLAIM.c.article_id == ARTICLE.c.id).exists()
    # SQLite gives the number of the last claim out again once it is gone, and other processes may remember it.
    last = select(CLAIM.c.article_id).order_by(CLAIM.c.id.desc()).limit(1).scalar_subquery()
    return select(ARTICLE.c.id).where(
        ARTICLE.c.topic == topic,
        ARTICLE.c.day < before.toordinal(),
        ARTICLE.c.seen_at < before,
        ~in_question,
        ~in_position,
        ARTICLE.c.id != func.coalesce(last, -1),
    )
