"""What can be wrong within a claim base: rows that lead nowhere, contents unlike their hashes, an outbox stuck."""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import blake2b
from typing import Any

from sqlalchemy import Connection, Row, Select, func, select, text
from sqlalchemy.exc import DatabaseError, OperationalError

from claims.article import Article
from claims.codec import loads
from claims.notification import State
from claims.relation import Evidence
from storage.articles import ARTICLE, CLAIM
from storage.base import Base
from storage.outbox import NOTIFICATION
from storage.tables import BodyRow

BODY = BodyRow.__table__  # type: ignore[attr-defined]
BATCH = 500
# A sender's lease is minutes long, and a night's quiet hours are no fault.
PATIENCE = timedelta(days=1)

# What no foreign key holds: each query counts the rows that are wrong.
ROWS = {
    "pair keys of claims that are gone (`atodds prune` takes them out)": """
        SELECT count(*) FROM claim_key WHERE NOT EXISTS (SELECT 1 FROM claim WHERE claim.id = claim_key.claim_id)""",
    "pair keys of claims that another reading replaced (`atodds reparse` takes them out)": """
        SELECT count(*) FROM claim_key JOIN claim ON claim.id = claim_key.claim_id WHERE claim.replaced_by <> ''""",
    "keys of stories that are gone": """
        SELECT count(*) FROM story_key WHERE NOT EXISTS (SELECT 1 FROM story WHERE story.id = story_key.story)""",
    "articles of a story that is not there": """
        SELECT count(*) FROM article WHERE NOT EXISTS (SELECT 1 FROM story WHERE story.id = article.story)""",
    "article versions that are there twice": """
        SELECT count(*) FROM
        (SELECT 1 AS twice FROM article GROUP BY topic, url, content_hash HAVING count(*) > 1) AS x""",
    "questions that no claim answers": """
        SELECT count(*) FROM question
        WHERE NOT EXISTS (SELECT 1 FROM question_claim WHERE question_claim.question_id = question.id)""",
    "questions that nobody speaks for": """
        SELECT count(*) FROM question WHERE kind <> 'edit'
        AND EXISTS (SELECT 1 FROM question_claim WHERE question_claim.question_id = question.id)
        AND NOT EXISTS (SELECT 1 FROM voice WHERE voice.question_id = question.id)""",
    "voices of claims that are gone": """
        SELECT count(*) FROM voice WHERE NOT EXISTS (SELECT 1 FROM question_claim AS said
        WHERE said.question_id = voice.question_id AND said.claim_id = voice.claim_id)""",
    "open cases with fewer than two positions": """
        SELECT count(*) FROM cases
        WHERE status = 'open' AND (SELECT count(*) FROM position WHERE position.case_id = cases.id) < 2""",
    "positions without evidence": """
        SELECT count(*) FROM position AS p WHERE NOT EXISTS
        (SELECT 1 FROM position_claim AS s WHERE s.case_id = p.case_id AND s.number = p.number)""",
    "pieces of evidence without a position": """
        SELECT count(*) FROM position_claim AS s WHERE NOT EXISTS
        (SELECT 1 FROM position AS p WHERE s.case_id = p.case_id AND s.number = p.number)""",
    "cases without the change that opened them": """
        SELECT count(*) FROM cases WHERE NOT EXISTS (SELECT 1 FROM case_change WHERE case_change.case_id = cases.id)""",
    "notifications of nothing": "SELECT count(*) FROM notification WHERE alert_id IS NULL AND bulletin_id IS NULL",
    "notifications noted as sent without the time": """
        SELECT count(*) FROM notification WHERE state = 'sent' AND sent_at IS NULL""",
    "alerts on another case than their change": """
        SELECT count(*) FROM alert JOIN case_change ON case_change.id = alert.change_id
        WHERE case_change.case_id <> alert.case_id""",
}


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong, in words for people, and how many rows it concerns."""

    what: str
    rows: int

    def __str__(self) -> str:
        return f"{self.rows} {self.what}" if self.rows else self.what


def check(base: Base, now: datetime) -> list[Fault]:
    """All that is wrong with a base; nothing is changed. Reads every article and claim: minutes for a million."""
    with base.reading() as connection:
        try:
            return [*_database(connection), *_lost(connection), *_outbox(connection, now), *_contents(connection)]
        except OperationalError:
            raise  # it does not answer; what it holds may be sound
        except DatabaseError as error:
            return [Fault(f"the base is damaged ({error.orig}); restore a backup", 0)]


def _database(connection: Connection) -> Iterator[Fault]:
    """What the database itself finds; PostgreSQL holds its own foreign keys, and its `pg_amcheck` does the rest."""
    if connection.dialect.name != "sqlite":
        return
    for (said,) in connection.execute(text("PRAGMA integrity_check")).all():
        if said != "ok":
            yield Fault(f"the file is damaged: {said}; restore a backup", 0)
    broken = connection.execute(text("PRAGMA foreign_key_check")).all()
    for table in sorted({row[0] for row in broken}):
        yield Fault(f"rows of {table} that refer to what is gone", sum(row[0] == table for row in broken))


def _lost(connection: Connection) -> Iterator[Fault]:
    for what, query in ROWS.items():
        if count := connection.execute(text(query)).scalar_one():
            yield Fault(what, count)


def _outbox(connection: Connection, now: datetime) -> Iterator[Fault]:
    known = [state.value for state in State]
    counted = select(func.count()).select_from(NOTIFICATION)
    unknown = connection.execute(counted.where(NOTIFICATION.c.state.not_in(known))).scalar_one()
    if unknown:
        yield Fault("notifications in a state that nobody knows", unknown)
    waits = NOTIFICATION.c.state.in_([State.FRESH, State.READY, State.SENDING])
    overdue = select(NOTIFICATION.c.topic, NOTIFICATION.c.channel, func.count()).where(
        waits, NOTIFICATION.c.due_at < now - PATIENCE
    )
    grouped = overdue.group_by(NOTIFICATION.c.topic, NOTIFICATION.c.channel)
    for topic, channel, count in connection.execute(grouped):
        what = f"notifications of {topic} over {channel} that nobody sends; does its file still name the channel, and"
        yield Fault(f"{what} do passes or `deliver` runs come through?", count)


def _contents(connection: Connection) -> Iterator[Fault]:
    altered = unreadable = unquoted = 0
    for number, title, text_, noted in _rows(connection, select(*_ARTICLE_COLUMNS).order_by(ARTICLE.c.id)):
        article = Article(id=str(number), url="", outlet=None, title=title, published_at=None, text=text_)
        altered += article.content_hash != noted
    of_claims = select(CLAIM.c.stable_id, CLAIM.c.evidence, ARTICLE.c.text).join(ARTICLE)
    for stable_id, told, text_ in _rows(connection, of_claims):
        try:
            evidence = loads(Evidence, told)
            unquoted += evidence.claim.id != stable_id or evidence.claim.evidence.of(text_) != evidence.quote
        except (ValueError, KeyError, TypeError, AttributeError):
            unreadable += 1
    rotten = sum(_rotten(hash, data) for hash, data in _rows(connection, select(BODY.c.hash, BODY.c.data)))
    found = {
        "articles whose text is not what its hash says": altered,
        "claims whose evidence cannot be read": unreadable,
        "claims whose quote or id is not what their article says": unquoted,
        "archived pages whose bytes are not what their hash says": rotten,
    }
    yield from (Fault(what, count) for what, count in found.items() if count)


_ARTICLE_COLUMNS = (ARTICLE.c.id, ARTICLE.c.title, ARTICLE.c.text, ARTICLE.c.content_hash)


def _rows(connection: Connection, query: Select[Any]) -> Iterator[Row[Any]]:
    yield from connection.execute(query, execution_options={"yield_per": BATCH})


def _rotten(hash: str, data: bytes) -> bool:
    try:
        return blake2b(zlib.decompress(data), digest_size=20).hexdigest() != hash
    except zlib.error:
        return True
