"""Conditions: the "if" that an event hangs on, and the other event that alone befell nobody."""

from collections.abc import Sequence
from dataclasses import replace

from claims.claim import RoleClaim
from parsers.roles.predicates import Clauses, Predicate
from parsers.text.tokens import word_at

_ANOTHER = frozenset("another further second third fresh later".split())
_EVENTS = frozenset(
    """aftershock tremor quake earthquake blast explosion attack fire crash shooting strike collapse landslide raid
    incident derailment""".split()
)
_NOBODY = frozenset(("nobody", "none", "one"))
_BARE = 6  # tokens of "No one else was hurt."


def of(clauses: Clauses, source: str, predicate: Predicate) -> str | None:
    """The "if" that a predicate hangs on, in words."""
    ahead = any(clauses.letters[at] in "Mm" for at in predicate.words)  # "if she loses, she will resign"
    if (predicate.factuality.value.startswith("CT") and not ahead) or predicate.within is not None:
        return None
    other = next((p for p in clauses.predicates if p.conditional), None)
    if other is None:
        return _opening(clauses, source, predicate)
    first = next((at for at in range(other.words.start, -1, -1) if clauses.tokens[at].lower in ("if", "unless")), None)
    return None if first is None else clauses.text(source, range(first, other.words.stop))


def _opening(clauses: Clauses, source: str, predicate: Predicate) -> str | None:
    """ "If the price falls, …", whatever its clause is taken for."""
    if word_at(clauses.tokens, 0) not in ("if", "unless"):
        return None
    comma = next((at for at, token in enumerate(clauses.tokens) if token.text == ","), None)
    return None if comma is None or predicate.words.start < comma else clauses.text(source, range(comma))


def another(clauses: Clauses) -> str | None:
    """The other event that a sentence tells of: "a further aftershock shook the tents"."""
    for at, token in enumerate(clauses.tokens):
        if token.lower == "aftershock" or (token.lower in _EVENTS and word_at(clauses.tokens, at - 1) in _ANOTHER):
            before = word_at(clauses.tokens, at - 1)
            return f"in the {before} {token.lower}" if before in _ANOTHER else f"in the {token.lower}"
    return None


def of_another(found: Sequence[RoleClaim], clauses: Clauses, other: str | None) -> list[RoleClaim]:
    """A bare "nobody was hurt" is of the ``other`` event that the sentence before tells of."""
    if other is None or len(clauses.tokens) > _BARE:
        return list(found)
    return [replace(c, condition=other) if c.object and c.object.key in _NOBODY else c for c in found]
