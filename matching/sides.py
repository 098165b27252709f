"""Sides: a claim as judging reads it. What follows from one claim alone is worked out once, not for each pair."""

from functools import cached_property
from typing import TypeAlias

from claims.claim import FigureClaim, RoleClaim, Status
from claims.relation import Evidence
from matching import role_policy as policy
from matching.about import About
from matching.content import content, denies, named_behind, negates, proper, stem, stems, words
from matching.events import lies_ahead, looks_back
from matching.surroundings import Surroundings

# A page is held against some hundred claims: more than one page's worth of sides is kept, and not a base's.
KEPT = 20_000


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
        said = (claim.counted, claim.action, claim.actor, claim.time, self.looks_back, claim.part, self.status)
        return hash((number, said, self.evidence.context, self.story))


class RoleSide:
    """A role claim and what follows from it: its words, cut to stems, and whether they call a story untrue."""

    def __init__(self, claim: RoleClaim, evidence: Evidence) -> None:
        self.claim = claim
        self.evidence = evidence
        self.story = evidence.story

    @cached_property
    def heard(self) -> int:
        """One number for all that judging reads of it: a copy has the same."""
        claim, context = self.claim, self.evidence.context
        said = (claim.actor, claim.action, claim.object, claim.condition, claim.factuality)
        return hash((said, self.evidence.sentence, context.names, context.years, self.story))

    @cached_property
    def actor(self) -> frozenset[str]:
        return content(self.claim.actor.text)

    @cached_property
    def thing(self) -> frozenset[str]:
        """The words for what it is done to."""
        return content(self.claim.object.text) if self.claim.object else frozenset()

    @cached_property
    def bare(self) -> bool:
        """Whether it tells of no object but one that says what is done: "fired two shots" is to shoot."""
        return self.claim.object is None or self.names_itself

    @cached_property
    def names_itself(self) -> bool:
        """Whether its object says no more than its action."""
        thing = self.claim.object
        return thing is not None and thing.key in policy.OF_ITSELF.get(self.claim.action.key, ())

    @cached_property
    def words(self) -> list[str]:
        """The words of the sentence."""
        return words(self.evidence.sentence)

    @cached_property
    def behind(self) -> list[str]:
        """The words behind what is done, up to the next comma."""
        return words(self.evidence.sentence.partition(self.claim.action.text)[2].partition(",")[0])

    @cached_property
    def sentence(self) -> frozenset[str]:
        return stems(self.words)

    @cached_property
    def matter(self) -> frozenset[str]:
        """What the sentence is about beside actor and action."""
        return self.sentence - self.actor - content(self.claim.action.text)

    @cached_property
    def named(self) -> frozenset[str]:
        """The proper names in what it is done to."""
        return proper(self.claim.object.text, self.evidence.sentence) if self.claim.object else frozenset()

    @cached_property
    def sites(self) -> frozenset[str]:
        """The names behind "in" or "at" right behind what it is done to: "its plant in Orle"."""
        return named_behind(self.claim.object.text, self.evidence.sentence) if self.claim.object else frozenset()

    @cached_property
    def names(self) -> frozenset[str]:
        return frozenset(map(stem, self.evidence.context.names))

    @cached_property
    def calls_untrue(self) -> bool:
        return denies(self.evidence.sentence, self.words)

    @cached_property
    def may_deny(self) -> bool:
        return negates(self.words)


Side: TypeAlias = FigureSide | RoleSide
_sides: dict[int, Side] = {}


def side(evidence: Evidence) -> Side:
    """The side that a piece of evidence takes; kept beside the evidence itself, for candidates come back."""
    found = _sides.get(id(evidence))
    if found is None or found.evidence is not evidence:
        if len(_sides) >= KEPT:
            _sides.clear()
        claim = evidence.claim
        found = FigureSide(claim, evidence) if isinstance(claim, FigureClaim) else RoleSide(claim, evidence)
        _sides[id(evidence)] = found
    return found
