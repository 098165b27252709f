"""Conditions: the "if" that an event hangs on."""

from parsers.roles.predicates import Clauses, Predicate


def of(clauses: Clauses, source: str, predicate: Predicate) -> str | None:
    """The "if" that a predicate hangs on, in words."""
    ahead = any(clauses.letters[at] in "Mm" for at in predicate.words)  # "if she loses, she will resign"
    if (predicate.factuality.value.startswith("CT") and not ahead) or predicate.within is not None:
        return None
    other = next((p for p in clauses.predicates if p.conditional), None)
    if other is None:
        return None
    first = next((at for at in range(other.words.start, -1, -1) if clauses.tokens[at].lower in ("if", "unless")), None)
    return None if first is None else clauses.text(source, range(first, other.words.stop))
