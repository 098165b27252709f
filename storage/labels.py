"""Labelled pairs: the claims that people's decisions were about, to go by from then on and to test the rules on."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import combinations
from typing import Any

from sqlalchemy import Connection, Row, Select, insert, select, update

from claims.article import Article
from claims.case import Case, CaseStatus
from claims.relation import Evidence, Relation
from claims.review import Because, Decision, LabelledPair
from storage.articles import ARTICLE, CLAIM, as_article
from storage.candidates import evidence_by_number
from storage.cases import CASE, SEAT
from storage.memory import Memory
from storage.tables import LabelledPairRow, ReviewRow

PAIR = LabelledPairRow.__table__  # type: ignore[attr-defined]
REVIEW = ReviewRow.__table__  # type: ignore[attr-defined]


def keep(connection: Connection, review: int, case: Case) -> None:
    """Keep the pairs that a decision (its number) on ``case`` was about: the first to say it, for every two sides."""
    seats = connection.execute(select(SEAT.c.claim_id).where(SEAT.c.case_id == case.id)).scalars()
    said = evidence_by_number(connection, Memory(), set(seats))
    numbers = {stored.evidence: number for number, stored in said.items()}
    first = [numbers[position.evidence[0]] for position in case.arrangement.positions if position.evidence]
    relation = case.arrangement.relation.value
    rows = [
        {"review_id": review, "a": a, "b": b, "relation": relation, "floor": relation}
        for a, b in combinations(first, 2)
    ]
    if rows:
        connection.execute(insert(PAIR), rows)


def pairs(connection: Connection, memory: Memory, topic: str | None = None) -> list[LabelledPair]:
    """All labelled pairs, of a topic if one is named; of several decisions on one pair the latest."""
    query = _pairs() if topic is None else _pairs().where(CASE.c.topic == topic)
    return _read(connection, memory, query)


def settled(connection: Connection, memory: Memory, cases: Iterable[str]) -> dict[str, list[tuple[Evidence, Evidence]]]:
    """For each dismissed case whose dismissal settled its two sides alone, those sides."""
    wanted = (CASE.c.id.in_(list(cases))) & (CASE.c.status == CaseStatus.DISMISSED.value)
    found: dict[str, list[tuple[Evidence, Evidence]]] = defaultdict(list)
    for pair in _read(connection, memory, _pairs().where(wanted)):
        if pair.decision is Decision.DISMISS and pair.because and pair.because.of_pair:
            found[pair.case].append((pair.a, pair.b))
    return found


def article_of(connection: Connection, claim: Evidence) -> tuple[Article, str] | None:
    """The article version that a claim was read in, and its story; None where it is no longer kept."""
    query = (
        select(ARTICLE)
        .join(CLAIM, CLAIM.c.article_id == ARTICLE.c.id)
        .where(CLAIM.c.stable_id == claim.claim.id, ARTICLE.c.url == claim.url, ARTICLE.c.seen_at == claim.seen_at)
    )
    row = connection.execute(query).first()
    if row is None:
        return None
    article = as_article(row)
    return article, row.story


def set_floor(connection: Connection, relations: Mapping[int, Relation]) -> None:
    """What the rules say of pairs (by number) is good, and is what later rules are held against."""
    for number, relation in relations.items():
        connection.execute(update(PAIR).where(PAIR.c.id == number).values(floor=relation.value))


def _pairs() -> Select[Any]:
    return (
        select(PAIR, REVIEW.c.decision, REVIEW.c.because, REVIEW.c.case_id, CASE.c.topic)
        .join(REVIEW, REVIEW.c.id == PAIR.c.review_id)
        .join(CASE, CASE.c.id == REVIEW.c.case_id)
        .order_by(PAIR.c.id)
    )


def _read(connection: Connection, memory: Memory, query: Select[Any]) -> list[LabelledPair]:
    latest = {(row.case_id, row.a, row.b): row for row in connection.execute(query)}
    said = evidence_by_number(connection, memory, {n for row in latest.values() for n in (row.a, row.b)})
    return [_pair(row, said[row.a].evidence, said[row.b].evidence) for row in latest.values()]


def _pair(row: Row[Any], a: Evidence, b: Evidence) -> LabelledPair:
    return LabelledPair(
        number=row.id,
        case=row.case_id,
        topic=row.topic,
        decision=Decision(row.decision),
        because=Because(row.because) if row.because else None,
        a=a,
        b=b,
        relation=Relation(row.relation),
        floor=Relation(row.floor),
    )
