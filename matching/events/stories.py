"""Stories: which event an article tells of. Incremental and deterministic: it joins the story it is most like."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from types import MappingProxyType

from claims.article import Profile
from matching.events import events
from matching.events.about import About
from matching.words.content import hashed

# An event is in the news for weeks; a story nobody has told for so long is over.
DAYS = 30
# What speaks for and against: rounded weights of a logistic regression (log-odds) over 7,600 pairs of an article and a
# story, of 27 events in 137 articles, 80 of them news text that nobody here wrote. In the order of publication 45
# stories stood for the 27, and one of them mixed two (two chipmakers that one article tells in one breath). NEW and
# SAME_SITE were set later, by hand: on 135 articles of 30 events 47 stories, none of them mixed. So were MENTIONED,
# PLAIN and STILL: on 208 articles of 51 events B-cubed recall went from .80 to .87, and no story mixed two; on 600 of
# the benchmarks' pages, which all name the Red Cross, precision went from .81 to .85. MENTIONED, PLAIN and OTHER_SITE
# were set anew: on 655 reports of 200 events recall from .941 to .953, on 400 of those pages precision from .91 to .94.
PLACE = {"same": 2.0, "apart": -2.0, "elsewhere": -1.5}
THERE = {"same": 1.0, "holds": 1.0, "apart": 0.0, "elsewhere": 0.0}
SAME_KIND = 0.5
SAME_KIND_THERE = 2.5  # besides, where the one place is or holds the other; by the share of names where none is said
OTHER_KIND = -0.5
SAME_SITE, OTHER_SITE = 0.5, -1.0
# Where people are taken to afterwards, and words that name other things, too: a river's bank, a party in parliament.
LOOSE_SITES = frozenset(f"site:{kind}" for kind in ("hospital", "prison", "bank", "party", "bazaar", "barracks"))
STILL = 0.5  # by the names shared what speaks against weighs less: a second report dwells on another street or side
OTHER_TITLE = -5.0  # "the Pine Ridge Fire" is not "the Granite Fire", however near
A_NAME = 1.5
NEW = 1.2  # the weight of a name that one story tells alone; of one that four do it is half
MENTIONED = 1.0  # the weight, beside that, of a name that the article tells further down
PLAIN = 0.4  # ... and of one that is a word besides: "Red", "Cross", "Works" are told of many events
ENOUGH_NAMES = 4
FEW_NAMES = 30  # a story that names more is shared with by chance: without this it grows by every report of its kind
WORDS = 3.0  # by the words in common over the root of those that the story has: a long story has any word
ENOUGH_WORDS = 1.1  # words and kind alone are a template ("a fire destroyed a house") and stay below even
LATER = -0.3  # by the logarithm of the days between
NOWHERE_ELSE: Mapping[str, int] = MappingProxyType({})
ALONE = -4.25  # nothing said, nothing shared


@dataclass(frozen=True, slots=True)
class Story:
    """An event with what its articles say of it, taken together, and the days they span (ordinals)."""

    id: str
    profile: Profile
    first_day: int
    last_day: int


def story_of(
    profile: Profile, day: int | None, stories: Iterable[Story], mentioned: frozenset[str] = frozenset()
) -> Story | None:
    """The story that an article of this ``profile`` and ``day`` tells of; None for a new one.

    An article without a day may tell of any of them: it was not in the news only when it came in. ``mentioned``: the
    names anywhere in its text that are no words besides.
    """
    near = [s for s in stories if day is None or s.first_day - DAYS <= day <= s.last_day + DAYS]
    about = About(profile)
    told_in = Counter(name for s in near for name in s.profile.names & (profile.names | mentioned))
    scored = [(likeness(about, About(s.profile), _days(day, s), told_in, mentioned), s.last_day, s.id, s) for s in near]
    best = max(scored, key=lambda found: found[:3], default=None)
    return best[3] if best and best[0] >= 0.0 else None


def keys(profile: Profile, mentioned: frozenset[str] = frozenset()) -> frozenset[int]:
    """What a story is filed under, and looked up by with what is ``mentioned``: names, places, and kinds by country.

    An article that shares neither a name nor a country with a story is not like it: see ENOUGH_WORDS.
    """
    places = {place.partition("/@")[0] for place in profile.places}
    countries = {place.split("/")[0] for place in places}
    named = [("name", name) for name in profile.names | mentioned] + [("place", place) for place in places | countries]
    kinds = [("kind", event, country) for event in profile.events for country in countries]
    return frozenset(hashed(*words) for words in named + kinds)


def new_id(topic: str, article: str) -> str:
    """The id of a story that begins with an article."""
    return blake2b(f"{topic}\n{article}".encode(), digest_size=6).hexdigest()


def likeness(
    article: About,
    story: About,
    days: int = 0,
    told_in: Mapping[str, int] = NOWHERE_ELSE,
    mentioned: frozenset[str] = frozenset(),
) -> float:
    """How surely an article tells of a story, told ``days`` before or after it: log-odds, so that 0 is even.

    ``told_in``: in how many stories of these days a name is told.
    """
    where = events.whereabouts(article, story)
    kind, site = events.kinds(article, story).score, events.sites(article, story).score
    told, known = article.profile, story.profile
    names = _names(told.names, mentioned, known.names, told_in)
    words = min(ENOUGH_WORDS, len(told.words & known.words) / math.sqrt(len(known.words) or 1))
    odds = ALONE + A_NAME * names + WORDS * words + LATER * math.log1p(days)
    against = min(0.0, PLACE.get(where, 0.0))
    odds += max(0.0, PLACE.get(where, 0.0))
    if kind == 0.0:
        against += OTHER_KIND
    elif kind is not None and kind >= events.ONE_KIND:
        fewest = min(ENOUGH_NAMES, len(told.names), len(known.names)) or 1
        odds += SAME_KIND + SAME_KIND_THERE * THERE.get(where, min(1.0, names / fewest))
    if site is not None and site < 1.0 and not (article.sites.words | story.sites.words) & LOOSE_SITES:
        against += OTHER_SITE
    elif site is not None and names:
        odds += SAME_SITE
    if events.titles(article, story).score == 0.0:
        odds += OTHER_TITLE
    return odds + against / (1 + STILL * names)


def _names(
    opening: frozenset[str], mentioned: frozenset[str], known: frozenset[str], told_in: Mapping[str, int]
) -> float:
    """What the names say that an article shares with a story's openings, the rare ones most; ENOUGH_NAMES at most."""
    rare = min(1.0, math.sqrt(FEW_NAMES / (len(known) or 1)))
    shared = 0.0
    for name in (opening | mentioned) & known:
        weight = 1.0 if name in opening and name in mentioned else PLAIN if name in opening else MENTIONED
        shared += NEW * weight / math.sqrt(told_in.get(name, 1))
    return rare * min(ENOUGH_NAMES, shared)


def _days(day: int | None, story: Story) -> int:
    return max(0, day - story.last_day, story.first_day - day) if day is not None else 0
