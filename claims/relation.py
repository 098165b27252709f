"""Relations of two claims on one question, and the verdict that names one."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from claims.article import Profile
from claims.claim import Claim


class Relation(StrEnum):
    """From weakest to strongest; `strength` orders them."""

    UNRELATED = "unrelated"
    AGREES = "agrees"
    COMPATIBLE = "compatible"
    DIFFERS = "differs"
    UPDATES = "updates"
    CONFLICTS = "conflicts"

    @property
    def strength(self) -> int:
        return _STRENGTH[self]


_STRENGTH = {relation: place for place, relation in enumerate(Relation)}


class Kind(StrEnum):
    """What a question asks for; EDIT: what a page has changed since it was published."""

    FIGURE = "figure"
    ROLE = "role"
    AGENCY = "agency"
    EDIT = "edit"


class Feature(NamedTuple):
    """One line of a comparison: how alike two claims are in one respect, and the strings compared.

    ``score`` is 0 to 1; None where one side does not say. A tuple, as a verdict is: an article takes a thousand of
    them, and a frozen dataclass takes more than twice as long to make.
    """

    name: str
    score: float | None
    detail: str
    a: str
    b: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A claim in its article version, with all that judging and showing it need.

    ``context`` is what the sentence is about (without a story: what it does not say, the lead does);
    ``origin`` is who it really comes from (wire copies of one report share one); ``story`` the event its
    article tells of, empty outside a claim base.
    """

    claim: Claim
    article_id: str
    url: str
    title: str | None
    outlet: str | None
    origin: str
    published_at: datetime | None
    seen_at: datetime
    sentence: str
    quote: str
    lead: bool
    context: Profile
    story: str = ""

    @property
    def id(self) -> str:
        return f"{self.article_id}:{self.claim.id}"


class Verdict(NamedTuple):
    """The relation of ``a`` to ``b``, why, and the features that led to it.

    ``same`` in 0–1 is how sure we are that both answer one question; ``reason`` is one sentence for
    people; ``page`` says whether, taken alone, the pair is one the desk must hear of now.
    """

    relation: Relation
    kind: Kind
    page: bool
    reason: str
    same: float
    features: tuple[Feature, ...]
    a: Evidence
    b: Evidence
