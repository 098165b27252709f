"""Voices: the few claims that speak for each question, and which position of its case they speak for."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, delete, insert, select

from storage import batches
from storage.among import among
from storage.articles import ARTICLE, CLAIM
from storage.questions import ANSWER
from storage.tables import VoiceRow

VOICE = VoiceRow.__table__  # type: ignore[attr-defined]


@dataclass(frozen=True, slots=True)
class Voice:
    """A claim (its number) that speaks for a question, and its position's number, None without a case."""

    question: str
    claim_id: int
    number: int | None


_OF = select(VOICE).where(among(VOICE.c.question_id, "questions"))
_HUSH = delete(VOICE).where(VOICE.c.question_id == bindparam("question"), VOICE.c.claim_id == bindparam("claim"))
_HUSH_ALL = delete(VOICE).where(among(VOICE.c.question_id, "questions"))
_LATER = ARTICLE.alias()
_OF_OTHER_VERSIONS = (
    (_LATER.c.topic == ARTICLE.c.topic) & (_LATER.c.url == ARTICLE.c.url) & (_LATER.c.id > ARTICLE.c.id)
)
_ALL = (
    select(ANSWER.c.question_id, ANSWER.c.claim_id)
    .join(CLAIM, CLAIM.c.id == ANSWER.c.claim_id)
    .join(ARTICLE, ARTICLE.c.id == CLAIM.c.article_id)
    .where(among(ANSWER.c.question_id, "questions"))
    .where(CLAIM.c.replaced_by == "", ~select(_LATER.c.id).where(_OF_OTHER_VERSIONS).exists())
)
_ADD_ALL = insert(VOICE).from_select(["question_id", "claim_id"], _ALL)


def voices(connection: Connection, questions: Collection[str]) -> list[Voice]:
    """Those who speak for some questions, in the order in which they were read."""
    rows = connection.execute(_OF, {"questions": list(questions)})
    return sorted((Voice(*row) for row in rows), key=lambda voice: voice.claim_id)


def keep(connection: Connection, before: Collection[Voice], after: Collection[Voice]) -> None:
    """Store who speaks now, where those ``before`` did."""
    spoke, speak = set(before), set(after)
    if gone := [{"question": v.question, "claim": v.claim_id} for v in before if v not in speak]:
        connection.execute(_HUSH, gone)
    batches.add(connection, VOICE, [_row(v) for v in after if v not in spoke])


def replace_all(connection: Connection, questions: Collection[str], after: Iterable[Voice]) -> None:
    """Store who speaks for some questions, whoever did before."""
    connection.execute(_HUSH_ALL, {"questions": list(questions)})
    batches.add(connection, VOICE, [_row(v) for v in after])


def speak_all(connection: Connection, questions: Sequence[str]) -> None:
    """Let all that pages still say on questions without a case speak for them, until they are next looked at."""
    replace_all(connection, questions, ())
    connection.execute(_ADD_ALL, {"questions": list(questions)})


def _row(voice: Voice) -> tuple[object, ...]:
    return voice.question, voice.claim_id, voice.number
