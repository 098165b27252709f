"""Appositions: a name between commas behind a title or a kind is the same person: "the captain, Rodel Vane,"."""

from parsers.roles.predicates import Clauses

_DEFINITE = frozenset(("the", "a", "an", "its", "his", "her", "their"))
_CALLED = frozenset(("identified", "named", "known"))
_LONGEST = 6  # "later identified by the police as"


def named(clauses: Clauses, phrase: range) -> range:
    """The phrase together with the name behind it, the phrase itself where none stands there."""
    last = name_behind(clauses, phrase)
    letters = clauses.letters
    loose = any(letters[at] == "F" and clauses.tokens[at].lower != "of" for at in phrase)
    plain = letters[clauses.phrases.head(phrase)] == "N" and not loose
    known = clauses.tokens[phrase.start].lower in _DEFINITE or "K" in letters[phrase.start : phrase.stop]
    return range(phrase.start, last + 1) if last is not None and plain and known else phrase


def name_behind(clauses: Clauses, phrase: range) -> int | None:
    """ "The bank's chief, Marta Oren, …", "the man, identified as Joel Oren, …": the last word of the name."""
    letters, at = clauses.letters, phrase.stop
    if letters[at : at + 1] != ",":
        return None
    end = at + 1 + _called(clauses, at + 1)
    if letters[end : end + 1] != "P":
        return None
    while end < len(letters) and letters[end] == "P":
        end += 1
    return end - 1 if letters[end : end + 1] in (",", ".", "") else None


def _called(clauses: Clauses, at: int) -> int:
    """How many words there are of "identified by police as"; none where the name itself stands there."""
    ahead = [token.lower for token in clauses.tokens[at : at + _LONGEST]]
    return ahead.index("as") + 1 if "as" in ahead and not _CALLED.isdisjoint(ahead[:2]) else 0
