"""Agencies in a text: which body a name, an alias or a speaker's title stands for."""

from collections.abc import Sequence
from typing import NamedTuple

from claims.agencies import Agencies
from parsers.text.tokens import Token


class _Name(NamedTuple):
    """A name but for its first word; one with a capital is only found with one."""

    rest: list[str]
    key: str
    capital: bool


class Aliases:
    """All names of the agencies by their first word, the longest first."""

    __slots__ = ("_by_first", "names")

    def __init__(self, agencies: Agencies) -> None:
        self.names = {a.key: " ".join((a.name, *a.aliases)).lower() for a in agencies}
        self._by_first: dict[str, list[_Name]] = {}
        for agency in agencies:
            for name in {agency.name, *agency.aliases, *agency.speakers}:
                words = name.lower().replace("’", "'").split()
                if words:
                    self._by_first.setdefault(words[0], []).append(_Name(words[1:], agency.key, name[:1].isupper()))
        for names in self._by_first.values():
            names.sort(key=lambda name: (-len(name.rest), name.key))

    def within(self, tokens: Sequence[Token], where: range) -> list[tuple[range, str]]:
        """Each agency named in a range of tokens, with the words that name it."""
        found = []
        for at in where:
            names = self._by_first.get(_bare(tokens[at]))
            name = _named(tokens, at, names) if names else None
            if name:
                found.append((range(at, at + 1 + len(name.rest)), name.key))
        return found


def _named(tokens: Sequence[Token], at: int, names: list[_Name]) -> _Name | None:
    ahead = [_bare(token) for token in tokens[at + 1 : at + 1 + len(names[0].rest)]]
    for name in names:
        if ahead[: len(name.rest)] == name.rest and (tokens[at].capital or not name.capital):
            return name
    return None


def _bare(token: Token) -> str:
    """A word without its possessive."""
    return token.lower.removesuffix("'s")
