"""Figure claims: each quantity of a sentence with what it counts and the action it belongs to."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from claims.claim import Attribution, FigureClaim, Part, Period, Status
from claims.factuality import Factuality
from claims.quantity import Quantity
from claims.span import Span
from claims.term import Term
from parsers.counted import CountedNouns, implied, phrase_after
from parsers.gazetteer import PlaceMention
from parsers.governors import governor
from parsers.lexicon import table, words
from parsers.measures import measured
from parsers.persons import person_at
from parsers.profiles import title_case
from parsers.times import Moment
from parsers.tokens import Token


@dataclass(frozen=True, slots=True)
class FigureContext:
    """A sentence as the figure reader needs it: its tokens and what other readers found in it.

    ``actions`` maps token indices to action classes, ``verbs`` are the indices of verb forms; ``quantities``
    are in order of their place.
    """

    tokens: Sequence[Token]
    span: Span
    quantities: Sequence[Quantity]
    actions: Mapping[int, Term]
    verbs: Collection[int]
    places: Sequence[PlaceMention]
    placed: Collection[int]
    moments: Sequence[Moment]
    attribution: Attribution | None
    parser: str


def read(context: FigureContext, nouns: CountedNouns) -> list[FigureClaim]:
    """The figure claims of one sentence, in order."""
    headline = title_case(context.tokens)
    found: list[FigureClaim] = []
    previous: tuple[int, Term | None] = (0, None)
    for quantity in context.quantities:
        first, last = token_range(context.tokens, quantity.span)
        if quantity.unit is None:
            phrase = _skip_of(context.tokens, last)
            end = phrase_after(context.tokens, phrase, context.verbs, context.actions, nouns)
            counted = nouns.head([context.tokens[at] for at in range(phrase, end) if not _told(context, at)])
            counted = counted or nouns.somebody(context.tokens[first + 1 : last])
            action = governor(context.tokens, context.actions, context.verbs, first, phrase, end, previous)
        else:
            end = last
            counted, action = measured(context.tokens, context.actions, context.verbs, quantity, first, last, nouns)
        previous = (end, action)
        found.append(
            FigureClaim(
                quantity=quantity,
                counted=counted,
                action=action,
                actor=owner(context, first, last) if quantity.unit and not headline else None,
                place=place_of(context.places, first),
                time=time_of(context.moments, quantity.span),
                part=None if quantity.unit else part_of(context.tokens, first, last),
                status=status_of(context.tokens, context.actions, first, quantity.unit is not None),
                factuality=Factuality.CERTAIN,
                attribution=context.attribution,
                sentence=context.span,
                evidence=Span(quantity.span.start, max(quantity.span.end, context.tokens[end - 1].end)),
                parser=context.parser,
            )
        )
    return found


def _told(context: FigureContext, at: int) -> bool:
    """Whether the word at ``at`` tells what befell rather than whom: "9 hurt", "33 missing crew"."""
    return at in context.actions and (at in context.verbs or implied(context.tokens[at].lower) is not None)


def owner(context: FigureContext, first: int, last: int) -> Term | None:
    """The person a measure is of, by name: "Robert Hale, 32", "32-year-old Robert Hale", "Hale fell 60 metres"."""
    for at in range(last, min(len(context.tokens), last + 4)):
        after = person_at(context.tokens, context.placed, at, 1)
        if after is not None:
            return after
        if at in context.verbs or context.tokens[at].text in ",.;:":
            break
    for at in range(first - 1, max(-1, first - 20), -1):
        if context.tokens[at].lower in _SOMEONE or context.tokens[at].text in ".;":
            return None
        found = person_at(context.tokens, context.placed, at, -1)
        if found is not None:
            return found
    return None


def token_range(tokens: Sequence[Token], span: Span) -> tuple[int, int]:
    """The indices of the tokens that ``span`` covers: first, and one past the last."""
    first = next((i for i, t in enumerate(tokens) if t.end > span.start), len(tokens) - 1)
    last = next((i for i in range(first, len(tokens)) if tokens[i].start >= span.end), len(tokens))
    return first, max(last, first + 1)


def place_of(places: Sequence[PlaceMention], first: int) -> Term | None:
    """The named place nearest to the figure."""
    return min(places, key=lambda p: abs(p.first - first)).term if places else None


def _than(tokens: Sequence[Token], at: int) -> bool:
    """ "more than 40" is a bound, "40 more" an addition."""
    return at + 1 < len(tokens) and tokens[at + 1].lower == "than"


def time_of(moments: Sequence[Moment], span: Span) -> Period | None:
    """The time told nearest to a figure, in characters."""
    nearest = min(moments, key=lambda m: max(m.span.start - span.end, span.start - m.span.end), default=None)
    return nearest.period if nearest else None


_LISTS = table("figures")
_SOMEONE = words(_LISTS["someone"])
_EARLIER = tuple(_LISTS["earlier"])
_PART_BEFORE = words(_LISTS["part_before"])
_PART_AFTER = tuple(_LISTS["part_after"])
_ADDITIONAL = words(_LISTS["additional"])
_TOTAL = words(_LISTS["total"])
_STATUS = {word: Status(status) for status, listed in _LISTS["status"].items() for word in words(listed)}


def part_of(tokens: Sequence[Token], first: int, last: int) -> Part | None:
    """Whether the figure is a part, an addition or a total, as the words next to it say."""
    before = {t.lower for t in tokens[max(0, first - 3) : first]}
    after = " ".join(t.lower for t in tokens[last : last + 2])
    if before & _PART_BEFORE or after.startswith(_PART_AFTER):
        return Part.PART
    near = range(max(0, first - 1), min(len(tokens), last + 2))
    if any(tokens[at].lower in _ADDITIONAL and not _than(tokens, at) for at in near):
        return Part.ADDITIONAL
    if before & _TOTAL or "in total" in after:
        return Part.TOTAL
    return None


def status_of(tokens: Sequence[Token], actions: Mapping[int, Term], first: int, measure: bool) -> Status:
    """Whether the counted thing is done, planned, asked, a goal, an estimate, or what another is compared with."""
    if measure and " ".join(t.lower for t in tokens[max(0, first - 2) : first]).endswith(_EARLIER):
        return Status.EARLIER
    for at in range(first - 1, max(-1, first - 12), -1):
        if tokens[at].text in ".;":
            break
        if at in actions and actions[at].key == "request":
            return Status.ASKED
        if tokens[at].lower in _STATUS:
            return _STATUS[tokens[at].lower]
    return Status.DONE


def _skip_of(tokens: Sequence[Token], last: int) -> int:
    """Past "of", "of the" and "or so": "thousands of extra Guardsmen" counts Guardsmen."""
    at = last
    while at < len(tokens) and at < last + 2 and tokens[at].lower in {"of", "the", "these", "those", "its", "their"}:
        at += 1
    return at
