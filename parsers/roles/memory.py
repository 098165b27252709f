"""Memory: whom and what later sentences of an article may point back to."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from claims.claim import RoleClaim
from claims.factuality import Factuality
from claims.term import Term
from parsers.roles.predicates import Clauses

_NO = {("no",), ("nope",), ("wrong",), ("false",), ("not", "so"), ("not", "really"), ("not", "true")}


@dataclass(slots=True)
class Memory:
    """What a later sentence may point back to: the last subjects by kind, and what the last sentence asked or told.

    Lives through one article.
    """

    last: dict[str, Term] = field(default_factory=dict)
    asked: list[RoleClaim] = field(default_factory=list)
    another: str | None = None  # the other event that the last sentence told of
    kinds: dict[str, tuple[str, ...]] = field(default_factory=dict)
    sexes: dict[str, str] = field(default_factory=dict)  # by key: "she" or "he", where it was heard
    persons: dict[str, Term] = field(default_factory=dict)  # the latest comes last
    spoken_for: tuple[Clauses, str, Term] | None = None  # in a sentence, "he" is whom "his lawyer" speaks for

    def keep(self, actor: Term, kinds: Sequence[str]) -> None:
        self.kinds[actor.key] = tuple(kinds)
        if "person" in kinds:
            self.persons.pop(actor.key, None)
            self.persons[actor.key] = actor
        for kind in kinds:
            self.last.pop(kind, None)  # the latest comes last
            self.last[kind] = actor

    def person(self, sex: str) -> Term | None:
        """Whom "she" or "he" means: the latest person not known to be the other; a bare name may be a firm's."""
        fitting = [key for key in reversed(self.persons) if self.sexes.get(key, sex) == sex]
        surely = (key for key in fitting if key in self.sexes or "company" not in self.kinds.get(key, ()))
        key = next(surely, fitting[0] if fitting else None)
        if key is None:
            return None
        self.sexes[key] = sex
        return self.persons[key]

    def keep_again(self, actor: Term) -> None:
        """Makes an actor the latest of its kinds: what a clause with "as" or "after" named was said aside."""
        self.keep(actor, self.kinds.get(actor.key, ()))

    def answered(self, clauses: Clauses) -> list[RoleClaim]:
        """What a question before asked, denied by a sentence that begins with a no: "Will X sell? Not so, says X"."""
        first = tuple(token.lower for token in clauses.tokens[:2])
        if not self.asked or not {first, first[:1]} & _NO:
            return []
        return [replace(claim, factuality=Factuality.CERTAIN_NOT) for claim in self.asked]
