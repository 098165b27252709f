"""Questions: which claims answer one and the same."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from types import MappingProxyType
from typing import TypeAlias

from sqlalchemy import Connection, select

from claims.codec import dumps
from claims.relation import Kind, Verdict
from storage import batches
from storage.among import among
from storage.articles import Stored
from storage.candidates import evidence_by_number
from storage.memory import Memory
from storage.tables import QuestionClaimRow, QuestionRow

QUESTION = QuestionRow.__table__  # type: ignore[attr-defined]
ANSWER = QuestionClaimRow.__table__  # type: ignore[attr-defined]
_ANSWERS = (
    select(ANSWER.c.question_id, ANSWER.c.claim_id)
    .where(among(ANSWER.c.question_id, "questions"))
    .order_by(ANSWER.c.claim_id)
)
_ASKED = (
    select(ANSWER.c.claim_id, QUESTION.c.kind, QUESTION.c.id)
    .join(QUESTION, QUESTION.c.id == ANSWER.c.question_id)
    .where(among(ANSWER.c.claim_id, "claims"))
)
# The length of an id. With five, two were alike among the 580,441 questions of a soak, and the article that asked could
# not be stored; with eight that happens once in a thousand bases of 200 million questions.
_BYTES = 8
Heirs: TypeAlias = Mapping[tuple[int, Kind], str]
NO_HEIRS: Heirs = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Answer:
    """That a claim answers a question, and the verdict on the pair that brought it there (None: it was the first)."""

    question: str
    claim_id: int
    verdict: Verdict | None


class Questions:
    """The questions of some claims; what is asked and answered anew is stored together, by `store`.

    ``heirs``: questions that claims take up, if they answer any, from the readings of their articles before.
    """

    def __init__(self, connection: Connection, topic: str, claim_ids: Iterable[int], heirs: Heirs = NO_HEIRS) -> None:
        self._connection = connection
        self._topic = topic
        self._known = questions_by_kind(connection, claim_ids)
        self._heirs = heirs
        self._asked: list[tuple[str, ...]] = []
        self._answers: list[Answer] = []

    def answer(self, new: Stored, candidate: Stored, verdict: Verdict) -> None:
        """``new`` answers the question of ``candidate``, which begins with the two where there was none.

        A claim answers one question of each kind.
        """
        kind = verdict.kind
        question = self._known.get((candidate.claim_id, kind)) or self._begin(kind, candidate, new)
        self._known[new.claim_id, kind] = question
        self._answers.append(Answer(question, new.claim_id, verdict))

    def store(self) -> dict[str, list[int]]:
        """Store what was asked and answered; returns the questions whose evidence grew, and by which claims."""
        batches.add(self._connection, QUESTION, self._asked)
        batches.add(self._connection, ANSWER, [_answer_row(a) for a in self._answers])
        grown: dict[str, list[int]] = {}
        for answer in self._answers:
            grown.setdefault(answer.question, []).append(answer.claim_id)
        return grown

    def _begin(self, kind: Kind, first: Stored, other: Stored) -> str:
        question = self._heirs.get((first.claim_id, kind)) or self._heirs.get((other.claim_id, kind))
        if question is None:
            question = self._ask(kind, first)
        self._known[first.claim_id, kind] = question
        self._answers.append(Answer(question, first.claim_id, None))
        return question

    def _ask(self, kind: Kind, first: Stored) -> str:
        named = f"{self._topic}\n{kind}\n{first.evidence.id}\n{first.claim_id}"
        question = blake2b(named.encode(), digest_size=_BYTES).hexdigest()
        self._asked.append((question, self._topic, first.evidence.story, kind.value))
        return question


def evidence_of(connection: Connection, memory: Memory, questions: Sequence[str]) -> dict[str, list[Stored]]:
    """All that was said on each question, in the order in which it was read."""
    pairs = connection.execute(_ANSWERS, {"questions": list(questions)}).all()
    said = evidence_by_number(connection, memory, {number for _, number in pairs})
    found: dict[str, list[Stored]] = {question: [] for question in questions}
    for question, number in pairs:
        found[question].append(said[number])
    return found


def questions_of(connection: Connection, said: Iterable[Stored]) -> list[str]:
    """The questions that claims answer, but for those on edits."""
    known = questions_by_kind(connection, [stored.claim_id for stored in said])
    return sorted({question for (_, kind), question in known.items() if kind is not Kind.EDIT})


def questions_by_kind(connection: Connection, claim_ids: Iterable[int]) -> dict[tuple[int, Kind], str]:
    """The question of each kind that claims answer."""
    rows = connection.execute(_ASKED, {"claims": list(claim_ids)})
    return {(claim, Kind(kind)): question for claim, kind, question in rows}


def _answer_row(answer: Answer) -> tuple[object, ...]:
    verdict = answer.verdict
    judged = dumps((verdict.relation, verdict.same, verdict.reason, verdict.features)) if verdict else None
    return answer.question, answer.claim_id, judged
