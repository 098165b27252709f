"""The whole pass over one article: read it, find candidates, judge, record, raise."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from claims.article import Article
from claims.case import CaseChange
from claims.document import Document, Problem
from claims.relation import Kind, Relation, Verdict
from flows.desk import Desk
from flows.evidence import gather
from flows.placing import place
from matching import changes
from matching.judge import judge
from matching.keys import keys
from matching.positions import arrange
from parsers.bounded import read_page
from storage import articles, cases, outbox, questions
from storage.articles import Stored
from storage.base import Base, Connection
from storage.candidates import candidates


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
        home = place(connection, topic, reading, now)
        number = articles.add_article(connection, topic, reading, home, now)
        evidence = gather(reading, story=home.story, origin=home.origin, seen_at=now)
        said = articles.add_claims(connection, number, evidence)
        touched = _ask(connection, desk, base, said, home.day)
        settled = [done for question in touched if (done := _settle(connection, desk, base, question, now))]
        for change_number, change in settled if alerting else ():
            outbox.raise_alert(connection, change_number, change, desk.topic.channels, now)
    changed = tuple(change for _, change in settled)
    return Outcome(where=document.where, article=article, claims=len(said), changes=changed)


def _relevant(desk: Desk, document: Document | Problem) -> Article | Problem:
    """The article, if there is one and it belongs to the topic; what a person named is taken whatever it says."""
    article = document if isinstance(document, Problem) else read_page(document)
    if isinstance(document, Problem) or isinstance(article, Problem) or document.found_in is None:
        return article
    if not desk.topic.keywords.take(f"{article.title or ''}\n{article.text}"):
        return Problem(document.where, f"is not about {desk.topic.name}", fatal=False)
    return article


def _ask(connection: Connection, desk: Desk, base: Base, said: Iterable[Stored], day: int) -> list[str]:
    """Find the questions that new claims answer; returns those whose evidence grew."""
    filed = [(stored, keys(stored.evidence)) for stored in said]
    articles.add_keys(connection, day, desk.topic.key, [(stored.claim_id, ks) for stored, ks in filed])
    touched: dict[str, None] = {}
    for stored, ks in filed:
        near = candidates(connection, base.memory, stored, ks, day, desk.topic.key)
        related = _best_by_kind((c, judge(c.evidence, stored.evidence, desk.agencies)) for c in near)
        asked = questions.questions_of(connection, [c.claim_id for c, _ in related])
        for candidate, verdict in related:
            question = asked.get((candidate.claim_id, verdict.kind))
            question = question or questions.ask(connection, desk.topic.key, verdict.kind, candidate)
            questions.answer(connection, question, stored.claim_id, verdict)
            touched[question] = None
    return list(touched)


def _best_by_kind(judged: Iterable[tuple[Stored, Verdict]]) -> list[tuple[Stored, Verdict]]:
    """For each kind of question the related candidate that most surely answers the same one."""
    best: dict[Kind, tuple[Stored, Verdict]] = {}
    for candidate, verdict in judged:
        present = best.get(verdict.kind)
        if verdict.relation is not Relation.UNRELATED and (present is None or verdict.same > present[1].same):
            best[verdict.kind] = candidate, verdict
    return list(best.values())


def _settle(
    connection: Connection, desk: Desk, base: Base, question: str, now: datetime
) -> tuple[int, CaseChange] | None:
    """Arrange all that was said on a question, and store what that changes of its case."""
    said = questions.evidence_of(connection, base.memory, question)
    arrangement = arrange([stored.evidence for stored in said], desk.agencies)
    before = cases.case(connection, base.memory, question)
    if before:
        change = changes.changed(before, arrangement, now)
    elif arrangement:
        change = changes.opened(question, desk.topic.key, said[0].evidence.story, arrangement, now)
    else:
        return None
    return (cases.record(connection, change, said), change) if change else None
