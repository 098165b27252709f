"""The scene: a sentence as the figure reader sees it, with what other readers found in it."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter

from claims.quantity import Quantity
from claims.span import Span
from claims.term import Term
from parsers.actions.actions import Actions
from parsers.events.gazetteer import PlaceMention
from parsers.lexicon import table, words
from parsers.text.capitals import is_name, title_case
from parsers.text.tokens import NUMBER, WORD, Token
from parsers.text.verbs import Form, verb
from parsers.times.times import Moment

# Marks that end a clause; a quotation mark opens or closes another voice.
CLAUSE_ENDS = frozenset(',;:.!?—–“”"()')


_ENDS = frozenset('.!?”"')
_EDGES = words(table("factuality")["groups"]["edges"])
_TIMES = words(table("factuality")["groups"]["time"])
_MAY_TELL_WHEN = _EDGES | {"march"}
_OF_MONTH = words("of last early late mid this next during for")
_ARTICLES = frozenset(("the", "a", "an", "this", "that"))
_WHEN = words("by before after at until till since towards toward near from through in with")


@dataclass(frozen=True, slots=True)
class Scene:
    """Indices are of ``tokens``. ``actions`` names the action class of a token, ``verbs`` are finite verbs and
    participles, ``placed`` the tokens of place names; ``places`` are those that figures may be of: a people's name
    ("Afghan") only where no other is told. ``quantities``, ``places`` and ``moments`` are in order of their place.
    """

    tokens: Sequence[Token]
    span: Span
    quantities: Sequence[Quantity]
    actions: Mapping[int, Term]
    verbs: Collection[int]
    places: Sequence[PlaceMention]
    placed: Collection[int]
    moments: Sequence[Moment]
    lexicon: Actions

    def word(self, at: int) -> str:
        """The lower-cased token at ``at``, empty outside the sentence."""
        return self.tokens[at].lower if 0 <= at < len(self.tokens) else ""

    def lemma(self, at: int) -> str:
        """The base form of the token at ``at``, if it can be a verb, else empty."""
        known = verb(self.word(at))
        return known.lemma if known else ""

    def is_number(self, at: int) -> bool:
        """Whether the token at ``at`` is written in digits."""
        return 0 <= at < len(self.tokens) and self.tokens[at].kind is NUMBER

    def is_counted(self, at: int) -> bool:
        """Whether a quantity begins with the token at ``at``."""
        if not 0 <= at < len(self.tokens):
            return False
        start = self.tokens[at].start
        found = bisect_left(self.quantities, start, key=attrgetter("span.start"))
        return found < len(self.quantities) and self.quantities[found].span.start == start

    def is_measured(self, at: int) -> bool:
        """Whether the token at ``at`` is of a quantity: "points" of "5 points"."""
        start = self.tokens[at].start
        found = bisect_right(self.quantities, start, key=attrgetter("span.start")) - 1
        return found >= 0 and start < self.quantities[found].span.end

    def is_word(self, at: int) -> bool:
        """Whether the token at ``at`` is a word."""
        return 0 <= at < len(self.tokens) and self.tokens[at].kind is WORD

    def covered(self, span: Span) -> tuple[int, int]:
        """The indices of the tokens that ``span`` covers: first, and one past the last."""
        first = min(bisect_right(self.tokens, span.start, key=attrgetter("end")), len(self.tokens) - 1)
        end = bisect_left(self.tokens, span.end, lo=first, key=attrgetter("start"))
        return first, max(end, first + 1)

    def clause_before(self, first: int) -> list[int]:
        """Indices to the left within the clause, nearest first, ten at most."""
        found = []
        for at in range(first - 1, max(-1, first - 11), -1):
            if self.word(at) in CLAUSE_ENDS:
                break
            found.append(at)
        return found

    def text(self, first: int, end: int) -> str:
        """Tokens with a space between them."""
        return " ".join(t.text for t in self.tokens[first:end])


def seen(
    tokens: Sequence[Token],
    span: Span,
    quantities: Sequence[Quantity],
    places: Sequence[PlaceMention],
    moments: Sequence[Moment],
    lexicon: Actions,
    finite: Collection[int] = (),
) -> Scene:
    """The scene of a sentence, with the actions that its words tell.

    ``finite``: where in the text a verb starts that is one only in its place: "will rise", "raises pensions".
    """
    actions, verbs = _acted(tokens, lexicon, finite)
    return Scene(
        tokens=tokens,
        span=span,
        quantities=quantities,
        actions=actions,
        verbs=verbs,
        places=[mention for mention in places if not mention.of_people] or places,
        placed={at for mention in places for at in range(mention.first, mention.last)},
        moments=moments,
        lexicon=lexicon,
    )


def _acted(tokens: Sequence[Token], lexicon: Actions, finite: Collection[int]) -> tuple[dict[int, Term], set[int]]:
    """The action classes of tokens, every word of a phrase ("lay off") bearing its class, and the verbs among them."""
    actions: dict[int, Term] = {}
    verbs = set()
    told = tokens[-1].text in _ENDS and not title_case(tokens)  # no headline, where a capital says little
    for at, token in enumerate(tokens):
        if told and at and token.capital and is_name(tokens, at, headline=False):
            continue  # "the Lower Terrace", "Rail Works"
        named = lexicon.at(tokens, at)
        silent = _thing(tokens, at, lexicon) or (token.lower in _MAY_TELL_WHEN and _tells_when(tokens, at))
        if named and not silent:
            for part in range(at, at + named[1]):
                actions.setdefault(part, named[0].term(token.text))
        if _finite(token.lower) or token.start in finite or (named and lexicon.is_state(token.lower)):
            verbs.add(at)
    return actions, verbs


def _thing(tokens: Sequence[Token], at: int, lexicon: Actions) -> bool:
    """ "63 people in the building", "on the train": no action, as in "the killing of 12 people", "the strike"."""
    if not at or tokens[at - 1].lower not in _ARTICLES:
        return False
    word = tokens[at].lower
    if word.endswith("ing") and not _finite(word):
        return at + 1 == len(tokens) or tokens[at + 1].lower != "of"
    known = verb(word)
    return known is not None and known.form in (Form.BASE, Form.THIRD) and lexicon.of_noun(word) is None


def _tells_when(tokens: Sequence[Token], at: int) -> bool:
    """ "By the end of the strike", "before year's end": the edge of a stretch of time is no action, nor is a month."""
    before = tokens[at - 1].lower if at else ""
    if tokens[at].lower == "march":
        numbered = before.isdigit() or (at + 1 < len(tokens) and tokens[at + 1].kind is NUMBER)
        return tokens[at].capital and (numbered or before in _WHEN | _OF_MONTH)
    if before.removesuffix("'s").removesuffix("-") in _TIMES:
        return True
    of = at + 1 < len(tokens) and tokens[at + 1].lower == "of"
    return of and before == "the" and at > 1 and tokens[at - 2].lower in _WHEN


@lru_cache(maxsize=1 << 16)
def _finite(word: str) -> bool:
    """Whether a word is rather a verb than a noun: "fell" and "killed" are, "shares" and "building" are not."""
    known = verb(word)
    if known is None:
        return False
    if known.form & (Form.PAST | Form.PARTICIPLE):
        return not known.seldom
    return bool(known.form & (Form.GERUND | Form.THIRD)) and not known.nominal
