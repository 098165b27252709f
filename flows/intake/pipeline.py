"""The whole pass over one article: read it, find candidates, judge, record, raise."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from claims.agencies import Agencies
from claims.article import Article, Reading
from claims.case import CaseChange
from claims.document import Document, Problem
from flows.desk import Desk
from flows.intake.evidence import gather
from flows.intake.placing import place
from flows.intake.settling import settle, settle_edits
from matching.cases.edits import edits
from matching.keys import keys
from matching.nearest import nearest
from parsers.pages.bounded import read_page
from storage import articles, outbox, versions
from storage.articles import Stored
from storage.base import Base, Connection
from storage.candidates import candidates
from storage.keys import add_keys
from storage.questions import NO_HEIRS, Heirs, Questions, questions_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of a document: an article, stored with its claims or known before; its changes; or a problem."""

    where: str
    article: Article | None = None
    known: bool = False
    claims: int = 0
    changes: tuple[CaseChange, ...] = ()
    problem: Problem | None = None


def take_in(desk: Desk, base: Base, document: Document | Problem, *, alerting: bool, now: datetime) -> Outcome:
    """One article from page to alert, in one transaction: its claims, cases and alerts together or not at all."""
    article = _relevant(desk, document)
    if isinstance(article, Problem):
        return Outcome(where=article.where, problem=article)
    topic = desk.topic.key
    with base.reading() as connection:
        if articles.known(connection, topic, article.url, article.content_hash):
            return Outcome(where=document.where, article=article, known=True)
    reading = desk.reader.read(article)
    with base.writing(topic) as connection:
        if articles.known(connection, topic, article.url, article.content_hash):  # another pass was quicker
            return Outcome(where=document.where, article=article, known=True)
        claims, settled = enter(connection, desk, base, reading, now)
        if alerting and settled:
            outbox.raise_alerts(connection, base.memory, settled, desk.topic.channels, now)
    changed = tuple(change for _, change in settled)
    return Outcome(where=document.where, article=article, claims=claims, changes=changed)


def enter(
    connection: Connection, desk: Desk, base: Base, reading: Reading, now: datetime
) -> tuple[int, list[tuple[int, CaseChange]]]:
    """Store what an article says and judge it; returns how many claims it made, and the changes with their numbers."""
    topic, article = desk.topic.key, reading.article
    home = place(connection, topic, reading, now)
    number = articles.add_article(connection, topic, reading, home, now)
    evidence = gather(reading, story=home.story, origin=home.origin, seen_at=now)
    said = articles.add_claims(connection, number, evidence)
    base.memory.keep(said)
    before = versions.before(connection, base.memory, topic, article.url, number)
    grown = ask(connection, desk, base, said, home.day)
    if not before:
        return len(said), settle(connection, desk, base, grown, (), now)
    # What the version before said is said no more: its questions are to be looked at again, too.
    edited = _edits(connection, topic, desk.agencies, before, said)
    again = {*grown, *questions_of(connection, before)}
    edits_settled = settle_edits(connection, desk, base, edited, now)
    return len(said), edits_settled + settle(connection, desk, base, grown, again, now)


def _relevant(desk: Desk, document: Document | Problem) -> Article | Problem:
    """The article, if there is one and it belongs to the topic; what a person named is taken whatever it says."""
    article = document if isinstance(document, Problem) else read_page(document)
    if isinstance(document, Problem) or isinstance(article, Problem) or document.found_in is None:
        return article
    if not desk.topic.keywords.take(f"{article.title or ''}\n{article.text}"):
        return Problem(document.where, f"is not about {desk.topic.name}", fatal=False)
    return article


def ask(
    connection: Connection, desk: Desk, base: Base, said: Iterable[Stored], day: int, heirs: Heirs = NO_HEIRS
) -> dict[str, list[int]]:
    """Find the questions that new claims answer; returns those whose evidence grew, and by which claims."""
    topic = desk.topic.key
    filed = [(stored, keys(stored.evidence)) for stored in said]
    add_keys(connection, filed, day, topic)
    near = candidates(connection, base.memory, filed, day, topic)
    related = [
        (new, found[place], verdict)
        for (new, _), found in zip(filed, near, strict=True)
        for place, verdict in nearest(new.evidence, [c.evidence for c in found], desk.agencies)
    ]
    questions = Questions(connection, topic, {candidate.claim_id for _, candidate, _ in related}, heirs)
    for new, candidate, verdict in related:
        questions.answer(new, candidate, verdict)
    return questions.store()


def _edits(
    connection: Connection, topic: str, agencies: Agencies, before: Sequence[Stored], said: Sequence[Stored]
) -> list[str]:
    """Note what a page says otherwise than in the version before; returns the questions on that."""
    earlier, later = ({stored.evidence.claim.id: stored for stored in side} for side in (before, said))
    questions = Questions(connection, topic, [stored.claim_id for stored in before])
    for verdict in edits([s.evidence for s in before], [s.evidence for s in said], agencies):
        questions.answer(later[verdict.b.claim.id], earlier[verdict.a.claim.id], verdict)
    return list(questions.store())
