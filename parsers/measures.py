"""Measures: what a figure with a unit measures ("a 6.1-magnitude quake", "sales of $4.7 billion")."""

from collections.abc import Collection, Mapping, Sequence

from claims.quantity import Quantity
from claims.term import Term
from parsers.counted import CountedNouns, phrase_after
from parsers.lexicon import table, words
from parsers.tokens import Token, TokenKind
from parsers.words import STOP, base

_PASSED = STOP | words(table("figures")["links"]) | words(table("words")["small_change"])


# What these measure stands before them ("sales of $4 billion"); a length or a time is known by its action.
_BARE = frozenset({"speed", "temperature", "time"})
_LENGTHS = {word: key for key, listed in table("figures")["lengths"].items() for word in words(listed)}
_SUBJECTS = ("money", "percent", "share", "ratio")


def measured(
    tokens: Sequence[Token],
    actions: Mapping[int, Term],
    verbs: Collection[int],
    quantity: Quantity,
    first: int,
    last: int,
    nouns: CountedNouns,
) -> tuple[Term | None, Term | None]:
    """What the quantity at ``tokens[first:last]`` measures, and the action it belongs to."""
    action = next((actions[at] for at in _left(tokens, first) if at in actions and at in verbs), None)
    if action is None:
        action = next(
            (actions[at] for at in range(last, min(len(tokens), last + 5)) if at in actions and at in verbs), None
        )
    dimension = quantity.unit.dimension if quantity.unit else ""
    if dimension in {"magnitude", "age"}:
        return Term(dimension, dimension, dimension), action
    if dimension == "length":
        return (None if action is not None and action.key == "fall" else _length(tokens, first, last)), action
    if dimension in _BARE:
        return None, action
    after = last
    while after < len(tokens) and tokens[after].lower in {
        "of",
        "in",
        "worth",
        "-",
        "the",
        "a",
        "its",
        "his",
        "her",
        "their",
    }:
        after += 1
    end = phrase_after(tokens, after, verbs, actions, nouns)
    if (
        end > after
        and tokens[after].kind is TokenKind.WORD
        and (after == last or tokens[last].lower in {"of", "in", "worth"})
    ):
        text = " ".join(t.text for t in tokens[after:end])
        return Term(text, base(tokens[end - 1].lower)), action
    if not dimension.startswith(_SUBJECTS):
        return None, action
    for at in _left(tokens, first):
        token = tokens[at]
        if token.kind is TokenKind.WORD and token.lower not in _PASSED and at not in actions and at not in verbs:
            return Term(token.text, base(token.lower)), action
    return None, action


def _length(tokens: Sequence[Token], first: int, last: int) -> Term | None:
    """Which of its lengths a thing has there: "at a depth of 10 km", "55 km from the town", "a 60-foot-wide strip"."""
    near = [*tokens[max(0, first - 4) : first], *tokens[last : last + 3]]
    return next((Term(t.text, key, "length") for t in near if (key := _LENGTHS.get(t.lower))), None)


def _left(tokens: Sequence[Token], first: int) -> list[int]:
    """Indices to the left within the clause, nearest first, eight at most."""
    found = []
    for at in range(first - 1, max(-1, first - 9), -1):
        if tokens[at].text in ',;:.—–“”"()':
            break
        found.append(at)
    return found
