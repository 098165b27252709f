"""One pass over a topic: what comes in, batch by batch, and what came of it all."""

import logging
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from claims.case import CaseChange
from claims.document import Document, Problem
from claims.fetching import FetchMemory
from claims.journal import note
from flows.desk import Desk
from flows.intake.pipeline import Outcome, take_in
from storage import passes as ledger
from storage.base import Base
from storage.cases import cases_by_id
from storage.errors import BaseError
from storage.passes import Tally

log = logging.getLogger("atodds")


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What a pass did, what it left out and why, and the changes of cases in their order, with the cases as they are
    when it ends.

    ``silent``: the pass made history, so its changes alerted nobody.
    """

    topic: str
    tally: Tally
    problems: tuple[Problem, ...]
    changes: tuple[CaseChange, ...]
    silent: bool

    @property
    def failed(self) -> bool:
        """Whether something was left out that should not have been."""
        return any(problem.fatal for problem in self.problems)


class Pass:
    """A pass that goes on. The first over a topic is silent (history is no news), unless history is to alert."""

    def __init__(self, desk: Desk, base: Base, memory: FetchMemory, alert_history: bool = False) -> None:
        self._desk = desk
        self._base = base
        self._memory = memory
        self._outcomes: list[Outcome] = []
        with base.writing() as connection:
            self._alerting = alert_history or ledger.seen_before(connection, desk.topic.key)
            self._number = ledger.begin(connection, desk.topic.key, datetime.now(UTC))

    def take_in(self, batch: Iterable[Document | Problem]) -> list[Outcome]:
        """Take in some documents, one transaction each; taking one in again changes nothing."""
        came = [self._take_in(document) for document in batch]
        self._outcomes += came
        return came

    def _take_in(self, document: Document | Problem) -> Outcome:
        """Take in one document, and only then tell the memory that its page is no longer owed.

        One that we cannot digest must not cost the desk the others: its trace goes to the operator's log.
        """
        now = datetime.now(UTC)
        try:
            outcome = take_in(self._desk, self._base, document, alerting=self._alerting, now=now)
        except BaseError:
            raise
        except Exception as error:
            log.exception("failed on %s", document.where)
            reason = f"an error of ours, please report it: {type(error).__name__}: {error}"
            outcome = Outcome(where=document.where, problem=Problem(document.where, reason))
        self._write_down(outcome)
        if isinstance(document, Document):
            self._memory.settle(document.url, now, outcome.problem.reason if outcome.problem else None)
        return outcome

    def _write_down(self, outcome: Outcome) -> None:
        topic, article = self._desk.topic.key, outcome.article
        if article is None or outcome.known:
            return
        ids = {"topic": topic, "url": article.url, "article": f"{article.id}@{article.content_hash[:12]}"}
        note("stored", run=self._number, claims=outcome.claims, **ids)
        for change in outcome.changes:
            note(change.kind.value, case=change.case.id, page=change.page, **ids)

    def finish(self) -> Summary:
        """Note what came of the pass."""
        tally = Tally(
            stored=sum(o.article is not None and not o.known for o in self._outcomes),
            known=sum(o.known for o in self._outcomes),
            left_out=sum(o.problem is not None for o in self._outcomes),
            claims=sum(o.claims for o in self._outcomes),
            changes=sum(len(o.changes) for o in self._outcomes),
        )
        with self._base.writing() as connection:
            ledger.finish(connection, self._number, tally, datetime.now(UTC))
        changes = [change for o in self._outcomes for change in o.changes]
        with self._base.reading() as connection:
            whole = cases_by_id(connection, self._base.memory, {change.case.id for change in changes})
        return Summary(
            topic=self._desk.topic.key,
            tally=tally,
            problems=tuple(o.problem for o in self._outcomes if o.problem),
            changes=tuple(replace(change, case=whole.get(change.case.id, change.case)) for change in changes),
            silent=not self._alerting,
        )
