"""A figure claim as judging reads it: what follows from it alone is worked out once, not for each pair."""

from functools import cached_property

from claims.claim import FigureClaim, Status
from claims.relation import Evidence
from matching.events.about import About
from matching.events.events import lies_ahead, looks_back
from matching.figures.surroundings import Surroundings


class FigureSide:
    """A figure claim and what follows from it."""

    def __init__(self, claim: FigureClaim, evidence: Evidence) -> None:
        self.claim = claim
        self.evidence = evidence
        self.story = evidence.story
        self.action = claim.action.key if claim.action else ""
        self.about = About(evidence.context)
        told = None if claim.status is Status.PLANNED else evidence.published_at  # "by May" lies ahead
        self.ahead = lies_ahead(claim.time, evidence.published_at, claim.status is Status.PLANNED)
        self.looks_back = not self.ahead and looks_back(claim.time, told) and not self._of_this_year()

    @property
    def status(self) -> Status:
        """What a figure is of a time to come is planned, whatever its verb: "spending of $4 million in 2032"."""
        fact = self.claim.status in (Status.DONE, Status.ESTIMATE)
        return Status.PLANNED if fact and self.ahead else self.claim.status

    def _of_this_year(self) -> bool:
        """Whether it measures something of the year that runs: "a profit of $4 million in the first half of 2031"."""
        when, told = self.claim.time, self.evidence.published_at
        if self.claim.quantity.unit is None or when is None or told is None or not (when.start and when.end):
            return False
        return when.start <= told.date() <= when.end

    @cached_property
    def beside(self) -> Surroundings:
        return Surroundings(self.claim, self.evidence)

    @cached_property
    def heard(self) -> int:
        """One number for all that judging reads of it: a copy has the same."""
        claim, q = self.claim, self.claim.quantity
        number = (q.lower, q.upper, q.bound, q.unit)
        told = claim.factuality, claim.part, self.status
        said = (claim.counted, claim.action, claim.actor, claim.time, self.looks_back, told)
        return hash((number, said, self.evidence.context, self.story))
