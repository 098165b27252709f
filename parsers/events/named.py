"""Named events: "the Pine Ridge Fire", "Hurricane Alma": two of one kind with other names are two events."""

from collections.abc import Iterator, Sequence

from parsers.lexicon import table, words
from parsers.text.tokens import Token

NAMED = "named:"
_LISTS = table("events")["named"]
_BEHIND = words(_LISTS["behind"])
_BEFORE = words(_LISTS["before"])
_HEADS = _BEHIND | _BEFORE
_BODIES = words(_LISTS["bodies"])
_LONGEST = 3  # words of a name


def named_events(tokens: Sequence[Token]) -> Iterator[str]:
    """The events that a sentence calls by a name, as "named:pine ridge"."""
    for at in [at for at, token in enumerate(tokens) if token.lower in _HEADS and token.capital]:
        if tokens[at].lower in _BEHIND and not _capital(tokens, at + 1):
            first = at
            while first > 0 and at - first < _LONGEST and _capital(tokens, first - 1):
                first -= 1
            name = [t.lower for t in tokens[first:at] if t.lower != "the"]
            if name and name[-1] not in _BODIES:
                yield NAMED + " ".join(name)
        elif tokens[at].lower in _BEFORE and _capital(tokens, at + 1):
            yield NAMED + tokens[at + 1].lower.removesuffix("'s")


def _capital(tokens: Sequence[Token], at: int) -> bool:
    return 0 <= at < len(tokens) and tokens[at].capital
