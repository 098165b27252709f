"""Stories: which event an article tells of. Incremental and deterministic: it joins the story it is most like."""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b

from claims.article import Profile
from matching import events

# An event is in the news for weeks; a story nobody has told for so long is over.
DAYS = 30
# Weights of what makes two articles tell of one event, and how much of it they must share.
WEIGHTS = {"place": 0.25, "event": 0.2, "names": 0.3, "words": 0.25}
SAME_STORY = 0.45


@dataclass(frozen=True, slots=True)
class Story:
    """An event with what its articles say of it, taken together, and the days they span (ordinals)."""

    id: str
    profile: Profile
    first_day: int
    last_day: int


def story_of(profile: Profile, day: int | None, stories: Iterable[Story]) -> Story | None:
    """The story that an article of this ``profile`` and ``day`` tells of; None for a new one.

    An article without a day may tell of any of them: it was not in the news only when it came in.
    """
    near = [s for s in stories if day is None or s.first_day - DAYS <= day <= s.last_day + DAYS]
    scored = [(likeness(profile, s.profile), s.last_day, s.id, s) for s in near]
    best = max(scored, key=lambda found: found[:3], default=None)
    return best[3] if best and best[0] >= SAME_STORY else None


def new_id(topic: str, article: str) -> str:
    """The id of a story that begins with an article."""
    return blake2b(f"{topic}\n{article}".encode(), digest_size=6).hexdigest()


def likeness(a: Profile, b: Profile) -> float:
    """How surely two profiles tell of one event, 0 to 1; 0 where place, kind or year say no."""
    features = [events.places(a, b), events.kinds(a, b), events.names(a, b), events.words(a, b)]
    if any(f.score == 0.0 for f in features[:2]):
        return 0.0
    return sum(WEIGHTS[f.name] * (f.score or 0.0) for f in features)
