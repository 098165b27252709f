"""Readings: which articles another parser read, and putting what this one reads in its place.

A claim that is read as before stays as it is. One that is not stays too, marked, for cases and decisions may rest on
it; but it has no voice and no keys any more.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, Select, bindparam, delete, insert, select, update

from claims.article import Article, Reading
from claims.codec import dumps
from storage.articles import ARTICLE, CLAIM, Stored, as_article
from storage.candidates import evidence_by_number
from storage.keys import KEY, Filed, salted
from storage.memory import Memory
from storage.questions import ANSWER

_LATER = ARTICLE.alias()
_COLUMNS = [c for c in ARTICLE.c if c.name not in ("content_hash", "fingerprint", "profile", "cites", "parser")]
_KEY = delete(KEY).where(KEY.c.k == bindparam("key"), KEY.c.day == bindparam("on"), KEY.c.claim_id == bindparam("of"))


@dataclass(frozen=True, slots=True)
class Kept:
    """A stored article with its number and its place."""

    number: int
    article: Article
    story: str
    origin: str
    day: int
    seen_at: datetime


def topics(connection: Connection) -> list[str]:
    """The topics that have an article, by their keys."""
    return list(connection.execute(select(ARTICLE.c.topic).distinct().order_by(ARTICLE.c.topic)).scalars())


def unlike(connection: Connection, topic: str, parser: str, after: int, most: int) -> tuple[list[list[Kept]], int]:
    """Articles that another parser read, by their stories: those of the next ``most`` numbers ``after`` one, each with
    what else of its story is to be read, ``most`` at most; and the number to go on after (0: there are no more).

    Of a page its last version alone: it speaks for the page.
    """
    stale = (ARTICLE.c.topic == topic, ARTICLE.c.parser != parser, ~_has_later())
    query = select(ARTICLE.c.id, ARTICLE.c.story).where(*stale, ARTICLE.c.id > after).order_by(ARTICLE.c.id)
    found = connection.execute(query.limit(most)).all()
    stories = dict.fromkeys(story for _, story in found)
    groups = [
        [_kept(row) for row in connection.execute(_all(stale, story).order_by(ARTICLE.c.id).limit(most))]
        for story in stories
    ]
    return groups, found[-1][0] if found else 0


def is_unlike(connection: Connection, number: int, parser: str) -> bool:
    """Whether an article is there, and another parser read it."""
    other = (ARTICLE.c.id == number) & (ARTICLE.c.parser != parser)
    return connection.execute(select(ARTICLE.c.id).where(other)).first() is not None


def standing(connection: Connection, memory: Memory, number: int) -> list[Stored]:
    """The claims that an article's last reading made, in their order."""
    query = select(CLAIM.c.id).where(CLAIM.c.article_id == number, CLAIM.c.replaced_by == "")
    numbers = sorted(connection.execute(query).scalars())
    said = evidence_by_number(connection, memory, set(numbers))
    return [said[claim] for claim in numbers]


def replace(connection: Connection, topic: str, filed: Filed, day: int, parser: str) -> None:
    """Let claims (each with the keys it was filed under) stand no more: ``parser`` reads their article otherwise."""
    numbers = [stored.claim_id for stored, _ in filed]
    rows = [
        {"key": key, "on": day, "of": stored.claim_id}
        for stored, keys in filed
        for key in salted(topic, stored.evidence.claim, keys)
    ]
    if numbers:
        connection.execute(update(CLAIM).where(CLAIM.c.id.in_(numbers)).values(replaced_by=parser))
    if rows:
        connection.execute(_KEY, rows)


def note(connection: Connection, number: int, reading: Reading) -> None:
    """Note who read an article last, and what it is about by that."""
    read = {"parser": reading.parser, "profile": dumps(reading.profile), "cites": dumps(reading.cites)}
    connection.execute(update(ARTICLE).where(ARTICLE.c.id == number).values(**read))


def answer(connection: Connection, heirs: Mapping[int, str]) -> None:
    """Let claims, by their numbers, answer the questions of those in whose place they stand."""
    if heirs:
        rows = [{"question_id": question, "claim_id": number, "judged": None} for number, question in heirs.items()]
        connection.execute(insert(ANSWER), rows)


def replaced(connection: Connection, numbers: Iterable[int]) -> set[int]:
    """Those of some claims that stand no more."""
    asked = (CLAIM.c.id.in_(list(numbers))) & (CLAIM.c.replaced_by != "")
    return set(connection.execute(select(CLAIM.c.id).where(asked)).scalars())


def sweep(connection: Connection) -> int:
    """Take out keys of replaced claims under which the present rules would not file them; reads all keys once."""
    gone = select(CLAIM.c.id).where(CLAIM.c.replaced_by != "")
    return int(connection.execute(delete(KEY).where(KEY.c.claim_id.in_(gone))).rowcount)


def _has_later() -> Any:
    same = (_LATER.c.topic == ARTICLE.c.topic) & (_LATER.c.url == ARTICLE.c.url) & (_LATER.c.id > ARTICLE.c.id)
    return select(_LATER.c.id).where(same).exists()


def _all(stale: Sequence[Any], story: str) -> Select[Any]:
    return select(*_COLUMNS).where(*stale, ARTICLE.c.story == story)


def _kept(row: Row[Any]) -> Kept:
    return Kept(row.id, as_article(row), row.story, row.origin, row.day, row.seen_at)
