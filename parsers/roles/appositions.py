"""Appositions: a name between commas behind a title or a kind is the same person: "the captain, Rodel Vane,"."""

from parsers.roles.predicates import Clauses

_DEFINITE = frozenset(("the", "its", "his", "her", "their"))


def named(clauses: Clauses, phrase: range) -> range:
    """The phrase together with the name behind it, the phrase itself where none stands there."""
    last = name_behind(clauses, phrase)
    letters = clauses.letters
    loose = any(letters[at] == "F" and clauses.tokens[at].lower != "of" for at in phrase)
    plain = letters[clauses.phrases.head(phrase)] == "N" and not loose
    known = clauses.tokens[phrase.start].lower in _DEFINITE or "K" in letters[phrase.start : phrase.stop]
    return range(phrase.start, last + 1) if last is not None and plain and known else phrase


def name_behind(clauses: Clauses, phrase: range) -> int | None:
    """ "The bank's chief, Marta Oren, …": the last name that stands between commas behind a title."""
    letters, at = clauses.letters, phrase.stop
    if letters[at : at + 2] != ",P":
        return None
    end = at + 1
    while end < len(letters) and letters[end] == "P":
        end += 1
    return end - 1 if letters[end : end + 1] in (",", ".", "") else None
