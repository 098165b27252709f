"""Articles, and what reading one yields."""

from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b

from claims.claim import Claim
from claims.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One version of one page. ``id`` is the reader's own where it came with one.

    ``published_at`` is aware (UTC) or None where the page does not say; ``outlet`` is who publishes.
    """

    id: str
    url: str
    outlet: str | None
    title: str | None
    published_at: datetime | None
    text: str

    @property
    def content_hash(self) -> str:
        """What makes a version: the same address with another hash is a new version."""
        return blake2b(f"{self.title}\n{self.text}".encode(), digest_size=16).hexdigest()


@dataclass(frozen=True, slots=True)
class Profile:
    """What a stretch of text is about, to tell one event from another.

    All lower-cased canonical forms: proper ``names`` (people, bodies, things), ``places``, ``events``
    (event classes such as "earthquake", "shooting"), ``years`` named, and the ``words`` that carry
    meaning besides.
    """

    names: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    events: frozenset[str] = frozenset()
    years: frozenset[int] = frozenset()
    words: frozenset[str] = frozenset()

    def __or__(self, other: "Profile") -> "Profile":
        return Profile(
            self.names | other.names,
            self.places | other.places,
            self.events | other.events,
            self.years | other.years,
            self.words | other.words,
        )

    def within(self, wider: "Profile") -> "Profile":
        """What a sentence is about in its article: places, kind and year are the lead's where it names none itself."""
        return Profile(
            self.names | wider.names,
            self.places or wider.places,
            self.events or wider.events,
            self.years,
            self.words | wider.words,
        )


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of an article: where it is, and what it is about. ``lead``: headline or opening."""

    span: Span
    profile: Profile
    lead: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """An article, its claims in order of their place, and what it is about.

    ``cites`` are the outlets or agencies whose reports it leans on, canonical and lower-cased; ``mentions`` the proper
    names anywhere in its text that are no words of the language besides ("Nordlux", not "Red" and "Cross").
    """

    article: Article
    claims: tuple[Claim, ...]
    sentences: tuple[Sentence, ...]
    profile: Profile
    cites: frozenset[str]
    parser: str
    mentions: frozenset[str] = frozenset()
