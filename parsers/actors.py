"""Who acts: agencies by their names and aliases, the bodies that officials speak for, people, groups.

Pronouns and "the department", "the troops" take the last fitting subject of this sentence or the last.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from claims.agencies import Agencies
from claims.claim import RoleClaim
from claims.term import Term
from parsers.clauses import Clauses
from parsers.lexicon import table, words
from parsers.nouns import singular
from parsers.tokens import Token

_ACTORS = table("actors")
_HANDS = words(_ACTORS["members"]) | words(_ACTORS["speakers"])
_SPEAKERS = words(_ACTORS["speakers"])
_BACK = {kind: words(listed) for kind, listed in _ACTORS["anaphora"].items()}
_PRONOUNS = {word: kind for kind, listed in _ACTORS["pronouns"].items() for word in words(listed)}
_COLLECTIVE = words(_ACTORS["collective"])
_NOBODY = words(_ACTORS["nobody"]["words"])
_SHELLS = words(_ACTORS["shells"]["words"])
_DUTIES = frozenset(table("factuality")["groups"]["duties"])


@dataclass(slots=True)
class Memory:
    """What a later sentence may point back to: the last subjects by kind, and what the last sentence asked.

    Lives through one article.
    """

    last: dict[str, Term] = field(default_factory=dict)
    asked: list[RoleClaim] = field(default_factory=list)

    def keep(self, actor: Term, kinds: Sequence[str]) -> None:
        for kind in kinds:
            self.last.pop(kind, None)  # the latest comes last
            self.last[kind] = actor


class Actors:
    """Names actors; built once for the agencies of a topic."""

    __slots__ = ("_aliases", "_names")

    def __init__(self, agencies: Agencies) -> None:
        self._names = {a.key: " ".join((a.name, *a.aliases)).lower() for a in agencies}
        self._aliases: dict[str, list[tuple[tuple[str, ...], str, bool]]] = {}
        for agency in agencies:
            for alias in {agency.name, *agency.aliases, *agency.speakers}:
                spelled = tuple(t for t in alias.replace("’", "'").split())
                if spelled:
                    entry = (tuple(w.lower() for w in spelled), agency.key, spelled[0][:1].isupper())
                    self._aliases.setdefault(spelled[0].lower(), []).append(entry)
        for entries in self._aliases.values():
            entries.sort(key=lambda entry: -len(entry[0]))

    def of(self, clauses: Clauses, phrase: range, source: str, memory: Memory) -> Term | None:
        """The actor that a noun phrase names, None where it names none that can be told."""
        head = clauses.phrases.head(phrase)
        word = clauses.tokens[head].lower.removesuffix("'d").removesuffix("'ll").removesuffix("'re").removesuffix("'ve")
        if word in _SHELLS and clauses.tokens[head + 1 : head + 2] and clauses.tokens[head + 1].lower == "of":
            return self.of(clauses, range(head + 2, phrase.stop), source, memory) if head + 2 < phrase.stop else None
        if word in _DUTIES:
            return self._owner(clauses, phrase, source, memory)
        if word in _PRONOUNS:
            return self._pointed_at(_PRONOUNS[word], source, clauses, phrase, memory)
        if word in _NOBODY or clauses.letters[head] in "DZ#":
            return None
        back = self._points_back(clauses, phrase, head, memory)
        if back is not None:
            return Term(clauses.text(source, phrase), back.key, back.family)
        return self._named(clauses, phrase, head, source, memory)

    def _named(self, clauses: Clauses, phrase: range, head: int, source: str, memory: Memory) -> Term:
        text = clauses.text(source, phrase)
        agency = self.agency(clauses, phrase, head)
        if agency is None and clauses.tokens[head].lower in _SPEAKERS:
            head = _name_behind(clauses, phrase) or head
        word = clauses.tokens[head].lower
        if agency is not None:
            actor = Term(text, agency, "agency")
            kinds = ["body", "thing", "plural", self._names[agency]]
            kinds += ["people"] if word not in _SPEAKERS else ["speaker"]
            kinds += ["person"] if word in _SPEAKERS or self._alias_over(clauses, phrase, head) is None else []
        else:
            actor = Term(text, singular(word), "name" if clauses.letters[head] == "P" else "")
            kinds = _kinds(word, clauses.letters[head])
        memory.keep(actor, kinds)
        return actor

    def agency(self, clauses: Clauses, phrase: range, head: int) -> str | None:
        """The agency that is the head of a phrase, or whose hand or voice its head is."""
        found = [(at, end, key) for at in phrase if (hit := self._alias_at(clauses.tokens, at)) for end, key in [hit]]
        if not found:
            return self._in_apposition(clauses, phrase)
        over_head = self._alias_over(clauses, phrase, head)
        if over_head:
            return over_head
        spoken = {clauses.tokens[at].lower for at in range(phrase.start, head + 1)}
        return found[0][2] if spoken & _HANDS else None

    def _alias_over(self, clauses: Clauses, phrase: range, head: int) -> str | None:
        """The agency of whose name the head is part."""
        hits = ((at, self._alias_at(clauses.tokens, at)) for at in phrase if at <= head)
        return next((hit[1] for at, hit in hits if hit and at <= head < hit[0]), None)

    def _in_apposition(self, clauses: Clauses, phrase: range) -> str | None:
        """ "Ana Ruiz, the deputy director of the FBI, said": the title behind the name says for whom."""
        at = phrase.stop
        if at + 1 >= len(clauses.tokens) or clauses.letters[at] != ",":
            return None
        end = next(
            (i for i in range(at + 1, min(at + 16, len(clauses.letters))) if clauses.letters[i] in ",-VYMBH"), at
        )
        title = {t.lower for t in clauses.tokens[at + 1 : end]}
        if not title & _HANDS:
            return None
        return next((hit[1] for i in range(at + 1, end) if (hit := self._alias_at(clauses.tokens, i))), None)

    def _alias_at(self, tokens: Sequence[Token], at: int) -> tuple[int, str] | None:
        first = tokens[at].lower.removesuffix("'s")
        for spelled, key, capital in self._aliases.get(first, ()):
            end = at + len(spelled)
            if capital and not tokens[at].capital:
                continue
            if len(spelled) == 1 or tuple(t.lower.removesuffix("'s") for t in tokens[at:end]) == spelled:
                return end, key
        return None

    # -- pointing back ----------------------------------------------------------------------------

    def _owner(self, clauses: Clauses, phrase: range, source: str, memory: Memory) -> Term | None:
        """ "their responsibilities", "the Guard's role", "the role of the Guard"."""
        for at in phrase:
            word = clauses.tokens[at].lower
            if word in _PRONOUNS:
                return self._pointed_at(_PRONOUNS[word], source, clauses, range(at, at + 1), memory)
            if clauses.letters[at] == "K":
                return self._named(clauses, range(phrase.start, at + 1), at, source, memory)
            if word == "of" and at + 1 < phrase.stop:
                rest = range(at + 1, phrase.stop)
                return self.of(clauses, rest, source, memory)
        return None

    def _pointed_at(self, kind: str, source: str, clauses: Clauses, phrase: range, memory: Memory) -> Term | None:
        known = memory.last.get(kind)
        return Term(clauses.text(source, phrase), known.key, known.family) if known else None

    def _points_back(self, clauses: Clauses, phrase: range, head: int, memory: Memory) -> Term | None:
        """ "The department", "the troops": a bare definite noun of a kind that was named before."""
        if head - phrase.start != 1 or clauses.tokens[phrase.start].lower not in (
            "the",
            "these",
            "those",
            "that",
            "this",
        ):
            return None
        word = clauses.tokens[head].lower
        for kind, listed in _BACK.items():
            if word in listed:
                return self._of_that_name(word, memory) or (None if kind == "named" else memory.last.get(kind))
        return None

    def _of_that_name(self, word: str, memory: Memory) -> Term | None:
        """ "The department" is the last body that has the word in its name, if one has."""
        return next((actor for name, actor in reversed(memory.last.items()) if word in name.split()), None)


def _name_behind(clauses: Clauses, phrase: range) -> int | None:
    """ "The bank's chief, Marta Oren, …": the last name that stands between commas behind a title."""
    letters, at = clauses.letters, phrase.stop
    if letters[at : at + 2] != ",P":
        return None
    end = at + 1
    while end < len(letters) and letters[end] == "P":
        end += 1
    return end - 1 if letters[end : end + 1] == "," else None


def _kinds(word: str, letter: str) -> list[str]:
    if word in _SPEAKERS:
        return ["speaker", "person"] if not word.endswith("s") else ["speaker", "plural"]
    if letter == "P":
        return ["person", "thing", "company"]
    if word in _COLLECTIVE:
        return ["plural", "thing"]
    return ["plural"] if word.endswith("s") else ["thing"]
