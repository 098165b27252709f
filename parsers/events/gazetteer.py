"""Places by name. A place is filed under a path ("pakistan/peshawar"), so that to hold is to be a prefix.

A city whose region is not known stands under a question mark ("pakistan/?/peshawar"). A quarter of a
place ends its path with an at sign: "southwest China" is "china/@sw".
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from claims.term import Term
from parsers.lexicon import FOLDER, table, words
from parsers.text.tokens import WORD, Token, tokenize

# "us" and "turkey" are places only in capitals or with one; a name in lower case is a word.
_ALL_CAPITALS = frozenset({"us", "uk", "uae", "png", "nz", "drc", "nsw"})


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place named by ``tokens[first:last]``; ``term.key`` is its path.

    ``of_people`` is set for a nationality: "an Afghan climber" may die anywhere.
    """

    term: Term
    first: int
    last: int
    of_people: bool


class Gazetteer:
    """Place names looked up by their words, the longest name first."""

    __slots__ = ("_by_first", "_people")

    def __init__(self, names: Iterable[tuple[str, str]], people: Iterable[str]) -> None:
        by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for name, path in names:
            parts = tuple(token.lower for token in tokenize(name))
            by_first.setdefault(parts[0], []).append((parts, path))
        self._people = frozenset(people)
        for entries in by_first.values():
            entries.sort(key=lambda entry: -len(entry[0]))
        self._by_first = by_first

    def find(self, tokens: Sequence[Token]) -> list[PlaceMention]:
        """The places that ``tokens`` name, in order, without overlap."""
        found: list[PlaceMention] = []
        free = 0
        for at, token in enumerate(tokens):
            if token.capital and at >= free and token.kind is WORD:
                names = self._by_first.get(_bare(token.lower))
                mention = self._at(tokens, at, names) if names else None
                if mention:
                    found.append(mention)
                    free = mention.last
        return found

    def _at(self, tokens: Sequence[Token], at: int, names: list[tuple[tuple[str, ...], str]]) -> PlaceMention | None:
        token = tokens[at]
        for name, path in names:
            last = at + len(name)
            if len(name) > 1 and tuple([_bare(t.lower) for t in tokens[at + 1 : last]]) != name[1:]:
                continue
            if name[0] in _ALL_CAPITALS and not token.text.isupper():
                continue
            if (len(name) == 1 and _surname(tokens, at)) or _abroad(tokens, last):
                return None
            text = " ".join(t.text for t in tokens[at:last])
            quarter = _QUARTERS.get(_word_before(tokens, at))
            term = Term(text, f"{path}/@{quarter}" if quarter else path, "place")
            return PlaceMention(term, at, last, " ".join(name) in self._people)
        return None


def _abroad(tokens: Sequence[Token], at: int) -> bool:
    """Whether the words behind a name make it a body that tells of places anywhere: "the US Geological Survey"."""
    behind = " ".join(t.text for t in tokens[at : at + 2])
    return behind.startswith(_BODIES_ABROAD)


def _bare(word: str) -> str:
    return word[:-2] if word.endswith("'s") else word


def _surname(tokens: Sequence[Token], at: int) -> bool:
    """Whether a one-word name ends a person's name: "Tyler Jackson", "Mr. Houston"."""
    return _word_before(tokens, at).title() in _GIVEN


def _word_before(tokens: Sequence[Token], at: int) -> str:
    """The word before ``at`` in lower case, past the dot of an abbreviation: "C. China", "Mr. Houston"."""
    if at > 1 and tokens[at - 1].text == ".":
        at -= 1
    return tokens[at - 1].lower if at else ""


_BODIES_ABROAD = tuple(table("words")["bodies_abroad"])
_QUARTERS: dict[str, str] = table("words")["quarters"]
_GIVEN = words(table("words")["given"])


@lru_cache(maxsize=1)
def shared_gazetteer() -> Gazetteer:
    """The places that ship with the reader: countries, regions, cities."""
    countries = table("countries")
    people = {form: path for path, forms in countries["people"].items() for form in forms}
    names = people | {form: path for path, forms in countries["names"].items() for form in forms}
    for line in (FOLDER / "cities.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#") and ": " in line:
            holder, _, cities = line.partition(": ")
            for city in cities.split(", "):
                names.setdefault(city, f"{holder}/{city}" if "/" in holder else f"{holder}/?/{city}")
    for holder, forms in table("regions").items():
        for form in forms:
            names[form] = f"{holder}/{form.rstrip('.')}"
    return Gazetteer(names.items(), people)
