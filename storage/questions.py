"""Questions: which claims answer one and the same."""

from collections.abc import Iterable
from hashlib import blake2b

from sqlalchemy import Connection, insert, select

from claims.codec import dumps
from claims.relation import Kind, Verdict
from storage.articles import CLAIM, Stored
from storage.memory import Memory
from storage.tables import QuestionClaimRow, QuestionRow

QUESTION = QuestionRow.__table__  # type: ignore[attr-defined]
ANSWER = QuestionClaimRow.__table__  # type: ignore[attr-defined]


def questions_of(connection: Connection, claim_ids: Iterable[int]) -> dict[tuple[int, Kind], str]:
    """The question that each claim answers, by claim and kind; a claim may answer one of each kind."""
    query = (
        select(ANSWER.c.claim_id, QUESTION.c.kind, QUESTION.c.id)
        .join(QUESTION, QUESTION.c.id == ANSWER.c.question_id)
        .where(ANSWER.c.claim_id.in_(list(claim_ids)))
    )
    return {(claim, Kind(kind)): question for claim, kind, question in connection.execute(query)}


def ask(connection: Connection, topic: str, kind: Kind, first: Stored) -> str:
    """Begin a question with the claim that was there first; returns its id."""
    named = f"{topic}\n{kind}\n{first.evidence.id}\n{first.claim_id}"
    question = blake2b(named.encode(), digest_size=5).hexdigest()
    row = {"id": question, "topic": topic, "story": first.evidence.story, "kind": kind.value}
    connection.execute(insert(QUESTION), row)
    connection.execute(insert(ANSWER), {"question_id": question, "claim_id": first.claim_id, "judged": None})
    return question


def answer(connection: Connection, question: str, claim_id: int, verdict: Verdict) -> None:
    """Note that a claim answers a question, and the verdict that says so."""
    judged = dumps((verdict.relation, verdict.same, verdict.reason, verdict.features))
    connection.execute(insert(ANSWER), {"question_id": question, "claim_id": claim_id, "judged": judged})


def evidence_of(connection: Connection, memory: Memory, question: str) -> list[Stored]:
    """All that was said on a question, in the order in which it was read."""
    query = (
        select(CLAIM.c.id, CLAIM.c.evidence)
        .join(ANSWER, ANSWER.c.claim_id == CLAIM.c.id)
        .where(ANSWER.c.question_id == question)
        .order_by(CLAIM.c.id)
    )
    return [Stored(number, memory.evidence(number, text)) for number, text in connection.execute(query)]
