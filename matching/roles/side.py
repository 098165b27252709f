"""A role claim as judging reads it: what follows from it alone is worked out once, not for each pair."""

from functools import cached_property

from claims.claim import RoleClaim
from claims.relation import Evidence
from matching.roles import policy
from matching.words.content import content, denies, named_behind, negates, proper, stem, stems, words


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
