"""Agencies in a text: which body a name, an alias or a speaker's title stands for."""

from collections.abc import Iterator, Sequence

from claims.agencies import Agencies
from parsers.text.tokens import Token


class Aliases:
    """All names of the agencies by their first word. A name with a capital is only found with one."""

    __slots__ = ("_by_first", "names")

    def __init__(self, agencies: Agencies) -> None:
        self.names = {a.key: " ".join((a.name, *a.aliases)).lower() for a in agencies}
        self._by_first: dict[str, list[tuple[tuple[str, ...], str, bool]]] = {}
        for agency in agencies:
            for name in {agency.name, *agency.aliases, *agency.speakers}:
                words = tuple(name.lower().replace("’", "'").split())
                if words:
                    self._by_first.setdefault(words[0], []).append((words, agency.key, name[:1].isupper()))
        for entries in self._by_first.values():
            entries.sort(key=lambda entry: (-len(entry[0]), entry[1]))

    def within(self, tokens: Sequence[Token], where: range) -> Iterator[tuple[range, str]]:
        """Each agency named in a range of tokens, with the words that name it."""
        for at in where:
            found = self._at(tokens, at)
            if found:
                yield range(at, at + found[0]), found[1]

    def _at(self, tokens: Sequence[Token], at: int) -> tuple[int, str] | None:
        for words, key, capital in self._by_first.get(_bare(tokens[at]), ()):
            if capital and not tokens[at].capital:
                continue
            named = tokens[at : at + len(words)]
            if len(named) == len(words) and all(_bare(t) == w for t, w in zip(named, words, strict=True)):
                return len(words), key
        return None


def _bare(token: Token) -> str:
    """A word without its possessive."""
    return token.lower.removesuffix("'s")
