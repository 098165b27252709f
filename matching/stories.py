"""Stories: which event an article tells of. Incremental and deterministic: it joins the story it is most like."""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b

from claims.article import Profile
from matching import events
from matching.about import About
from matching.keys import hashed

# An event is in the news for weeks; a story nobody has told for so long is over.
DAYS = 30
# What makes an article tell of a story, with how many shared names and words are enough: measured on 80 articles of
# ten events, one list in any order, where 17 stories stood for the ten and one in three runs mixed two of them.
WEIGHTS = {"place": 0.25, "event": 0.1, "names": 0.35, "words": 0.3}
ENOUGH_NAMES = 4
ENOUGH_WORDS = 8
UNSAID = 0.3
SAME_STORY = 0.5


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
    about = About(profile)
    scored = [(likeness(about, About(s.profile)), s.last_day, s.id, s) for s in near]
    best = max(scored, key=lambda found: found[:3], default=None)
    return best[3] if best and best[0] >= SAME_STORY else None


def keys(profile: Profile) -> frozenset[int]:
    """What a story is looked up by: its names, places, and kinds by country.

    An article that shares neither a name nor a country with a story is less like it than SAME_STORY asks for: kind
    and words together weigh .4, and a place that one of the two does not name adds less than .1.
    """
    places = {place.partition("/@")[0] for place in profile.places}
    countries = {place.split("/")[0] for place in places}
    named = [("name", name) for name in profile.names] + [("place", place) for place in places | countries]
    kinds = [("kind", event, country) for event in profile.events for country in countries]
    return frozenset(hashed(*words) for words in named + kinds)


def new_id(topic: str, article: str) -> str:
    """The id of a story that begins with an article."""
    return blake2b(f"{topic}\n{article}".encode(), digest_size=6).hexdigest()


def likeness(article: About, story: About) -> float:
    """How surely an article tells of a story, 0 to 1: what it names is looked for among what the story names."""
    kind = events.kinds(article, story).score
    place = events.held(article, story)
    if kind == 0.0 or place == 0.0:
        return 0.0
    told, known = article.profile, story.profile
    return (
        WEIGHTS["place"] * (UNSAID if place is None else place)
        + WEIGHTS["event"] * (UNSAID if kind is None else kind)
        + WEIGHTS["names"] * _shared(told.names, known.names, ENOUGH_NAMES)
        + WEIGHTS["words"] * _shared(told.words, known.words, ENOUGH_WORDS)
    )


def _shared(x: frozenset[str], y: frozenset[str], enough: int) -> float:
    return min(1.0, len(x & y) / max(1, min(len(x), enough)))
