"""A claim base like that of the news, made up: zipf over places, bodies, actions and nouns, three years, seeded.

A few events are told by hundreds of articles and most by two or three; what an article says is two thirds about its
event and for the rest about anything. Names are made of syllables, so that no text of the world is in it.
"""

import random
from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from itertools import accumulate
from typing import Any, Generic, TypeVar

from claims.article import Article, Profile, Reading, Sentence
from claims.claim import Attribution, AttributionKind, Claim, FigureClaim, RoleClaim, Status
from claims.factuality import Factuality
from claims.quantity import Bound, Quantity, Unit
from claims.span import Span
from claims.term import Term

FIRST_DAY = datetime(2031, 1, 1, tzinfo=UTC)
YEARS = 3
CLAIMS = 25  # of one article
# How many surface forms in a hundred the lexicon does not know, so that they are filed under themselves.
UNKNOWN = 15
ABOUT_EVENT = 0.65
# Of the questions on an event, those on which sources are at odds.
DISPUTED = 0.1
T = TypeVar("T")
_UNITS = (None, None, None, None, Unit("$", "money:USD"), Unit("%", "percent"), Unit("km", "length", Decimal(1000)))


class Zipf(Generic[T]):
    """Draws things so that the n-th comes up in proportion to 1/n."""

    def __init__(self, things: Sequence[T], exponent: float = 1.0) -> None:
        self._things = things
        self._sums = list(accumulate(1 / n**exponent for n in range(1, len(things) + 1)))

    def draw(self, chance: random.Random) -> T:
        return self._things[bisect(self._sums, chance.random() * self._sums[-1])]


@dataclass(frozen=True, slots=True)
class Ask:
    """What may be asked of an event: how many of what, or whether somebody did it."""

    figure: bool
    actor: int
    action: int
    noun: int
    unit: Unit | None
    value: int
    disputed: bool


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, and how many articles tell of it."""

    start: float
    place: str
    kind: str
    names: tuple[str, ...]
    words: tuple[str, ...]
    asks: tuple[Ask, ...]
    articles: int


@dataclass(frozen=True, slots=True)
class Told:
    """An article of an event, and what each of its claims answers (None: nothing of the event)."""

    event: Event
    reading: Reading
    asked: tuple[Ask | None, ...]


class World:
    """The vocabulary that all events share, drawn once."""

    def __init__(self, seed: int = 1) -> None:
        self._chance = random.Random(seed)
        words = list(dict.fromkeys(self._word() for _ in range(40_000)))
        self._countries = Zipf(words[:120])
        self._cities = {country: Zipf(words[200 + 25 * n : 225 + 25 * n]) for n, country in enumerate(words[:120])}
        self._agencies = [" ".join(w.title() for w in words[4000 + 2 * n : 4002 + 2 * n]) for n in range(4000)]
        self._actions = [words[13_000 + 4 * n : 13_004 + 4 * n] for n in range(300)]
        self._nouns = [words[15_000 + 4 * n : 15_004 + 4 * n] for n in range(3000)]
        self._people = words[28_000:34_000]
        self._content = Zipf(words[34_000:], 0.8)
        self._agency, self._action, self._noun = Zipf(range(4000)), Zipf(range(300)), Zipf(range(3000))
        self._kinds = Zipf([f"kind-{n}" for n in range(40)])
        self._sizes = Zipf(range(1, 400), 1.6)
        self._outlets = Zipf([f"{words[150 + n].title()} Post" for n in range(50)])

    def events(self) -> Iterator[Event]:
        """Events without end, at any time within three years."""
        while True:
            yield self._event()

    def article(self, event: Event, number: int, only: Ask | None = None) -> Told:
        """The ``number``-th article of ``event``; with ``only``, one that makes a single claim, about that."""
        chance = self._chance
        at = FIRST_DAY + timedelta(days=event.start + min(25.0, chance.expovariate(0.3)), minutes=number)
        profile = self._lead(event)
        asked = (only,) if only else tuple(self._asked(event) for _ in range(CLAIMS))
        text, claims, sentences = "", [], []
        for ask in asked:
            claim, line = self._claim(ask or self._ask(), event.place if ask else self._place(), len(text))
            text += line + "\n"
            claims.append(claim)
            own = self._passage(event, claim, bool(ask))
            sentences.append(Sentence(claim.sentence, own, claim.sentence.start < 600))
        outlet = self._outlets.draw(chance)
        name = f"{outlet}-{number}-{chance.getrandbits(48):x}"
        article = Article(
            id=name, url=f"https://{name}.example/", outlet=outlet, title=text[:60], published_at=at, text=text
        )
        return Told(event, Reading(article, tuple(claims), tuple(sentences), profile, frozenset(), "made"), asked)

    def drawn(self, things: Sequence[T]) -> T:
        """One of the things, each as likely."""
        return self._chance.choice(things)

    def _word(self) -> str:
        chance = self._chance
        return "".join(
            chance.choice("b br c d dr f g gr h j k l m n p pr r s st t tr v w z".split()) + chance.choice("aeiou")
            for _ in range(chance.choice((2, 2, 3)))
        ) + chance.choice(("", "n", "r", "l", "s"))

    def _place(self) -> str:
        country = self._countries.draw(self._chance)
        return f"{country}/{self._cities[country].draw(self._chance)}"

    def _event(self) -> Event:
        chance = self._chance
        return Event(
            start=chance.random() * 365 * YEARS,
            place=self._place(),
            kind=self._kinds.draw(chance),
            names=tuple(chance.choice(self._people) for _ in range(6))
            + tuple(self._agencies[self._agency.draw(chance)].split()[0].lower() for _ in range(3)),
            words=tuple({self._content.draw(chance) for _ in range(30)}),
            asks=tuple(self._ask() for _ in range(14)),
            articles=self._sizes.draw(chance),
        )

    def _ask(self) -> Ask:
        chance = self._chance
        return Ask(
            figure=chance.random() < 0.6,
            actor=self._agency.draw(chance),
            action=self._action.draw(chance),
            noun=self._noun.draw(chance),
            unit=chance.choice(_UNITS),
            value=int(10 ** chance.uniform(0.5, 5)),
            disputed=chance.random() < DISPUTED,
        )

    def _asked(self, event: Event) -> Ask | None:
        if self._chance.random() > ABOUT_EVENT:
            return None
        return event.asks[int(len(event.asks) * self._chance.random() ** 2)]

    def _lead(self, event: Event) -> Profile:
        """What an opening says of an event: most of its names, some of its words; now and then no kind."""
        chance = self._chance
        return Profile(
            names=frozenset(chance.sample(event.names, 5)),
            places=frozenset({event.place if chance.random() < 0.8 else event.place.split("/")[0]}),
            events=frozenset({event.kind} if chance.random() < 0.85 else ()),
            words=frozenset(chance.sample(event.words, min(14, len(event.words))))
            | {self._content.draw(chance) for _ in range(12)},
        )

    def _passage(self, event: Event, claim: Claim, of_event: bool) -> Profile:
        """What a sentence says of where it happened: often nothing."""
        chance = self._chance
        return Profile(
            names=frozenset({chance.choice(event.names)}),
            places=frozenset({claim.place.key} if claim.place else ()),
            events=frozenset({event.kind} if of_event and chance.random() < 0.4 else ()),
            words=frozenset(self._content.draw(chance) for _ in range(6)),
        )

    def _term(self, forms: Sequence[str], family: str = "") -> Term:
        """One of the ways to say it; some of them the lexicon does not know."""
        surface = self._chance.choice(forms)
        known = self._chance.randrange(100) >= UNKNOWN
        return Term(surface, forms[0] if known else surface, family if known else "")

    def _claim(self, ask: Ask, place: str, start: int) -> tuple[Claim, str]:
        chance = self._chance
        action = self._term(self._actions[ask.action])
        # Every other noun is a kind of person, as in the news.
        noun = self._term(self._nouns[ask.noun], "person" if ask.noun % 2 else self._nouns[ask.noun // 4 * 4][0])
        agency = self._agencies[ask.actor]
        actor = Term(agency, agency.lower(), "name") if chance.random() < 0.7 else None
        named = Term(place.title(), place, "place") if chance.random() < 0.4 else None
        value = ask.value if not ask.disputed or chance.random() < 0.7 else ask.value + chance.randrange(1, 9)
        number = f"{value:,}"
        who = agency if actor else chance.choice(("Officials", "They", "Authorities"))
        where = f" in {place.split('/')[1].title()}" if named else ""
        filler = " ".join(self._content.draw(chance) for _ in range(chance.randrange(3, 12)))
        head = f"{who} {action.text} " + (f"{number} " if ask.figure else "the ")
        line = f"{head}{noun.text}{where} {filler}, a spokesman said."
        sentence = Span(start, start + len(line))
        shared: dict[str, Any] = {
            "action": action,
            "place": named,
            "time": None,
            "factuality": Factuality.CERTAIN,
            "attribution": Attribution("a spokesman", "said", AttributionKind.UNNAMED),
            "sentence": sentence,
            "evidence": Span(start, start + len(head) + len(noun.text)),
            "parser": "made",
        }
        if not ask.figure:
            return RoleClaim(actor=actor or Term("", "", ""), object=noun, condition=None, **shared), line
        at = start + head.rindex(number)
        worth = Decimal(value)
        quantity = Quantity(worth, worth, Bound.EXACT, ask.unit, Span(at, at + len(number)))
        return FigureClaim(quantity=quantity, counted=noun, actor=actor, part=None, status=Status.DONE, **shared), line
