"""Who acts: agencies by their names and aliases, the bodies that officials speak for, people, groups.

Pronouns and "the department", "the troops" take the last fitting subject of this sentence or the last.
"""

from collections.abc import Sequence

from claims.agencies import Agencies
from claims.term import Term
from parsers.lexicon import table, words
from parsers.roles import appositions
from parsers.roles.aliases import Aliases
from parsers.roles.bounds import spells_number
from parsers.roles.memory import Memory
from parsers.roles.predicates import Clauses
from parsers.text.nouns import singular
from parsers.text.words import common

_ACTORS = table("actors")
_HANDS = words(_ACTORS["members"]) | words(_ACTORS["speakers"])
_SPEAKERS = words(_ACTORS["speakers"])
_BACK = {kind: words(listed) for kind, listed in _ACTORS["anaphora"].items()}
_PRONOUNS = {word: kind for kind, listed in _ACTORS["pronouns"].items() for word in words(listed)}
_VOICES = words(_ACTORS["voices"])
_ARMS = words(_ACTORS["arms"])
_SEXES = {word: sex for sex, listed in _ACTORS["sexes"].items() for word in words(listed)}
_SUBJECTS = {"his": "he", "her": "she"}
_COLLECTIVE = words(_ACTORS["collective"])
_NOBODY = words(_ACTORS["nobody"]["words"])
_PERSONS = frozenset(table("singles")["persons"])
_TITLES = _SPEAKERS | words(_ACTORS["offices"]) | _PERSONS | words(table("words")["titles"])
_OTHERS = words(_ACTORS["others"])
_POINTERS = frozenset("the these those that this".split())
_LONGEST_TITLE = 16  # words
_SHELLS = words(_ACTORS["shells"]["words"])
_DUTIES = frozenset(table("factuality")["groups"]["duties"])


class Actors:
    """Names actors; built once for the agencies of a topic."""

    __slots__ = ("_aliases",)

    def __init__(self, agencies: Agencies) -> None:
        self._aliases = Aliases(agencies)

    def of(self, clauses: Clauses, phrase: range, source: str, memory: Memory) -> Term | None:
        """The actor that a noun phrase names, None where it names none that can be told."""
        owner = clauses.letters[phrase.stop - 1] == "K"  # "the mill's director", for whom "we" are the mill
        head = phrase.stop - 1 if owner else clauses.phrases.head(phrase)
        word = clauses.tokens[head].lower.removesuffix("'d").removesuffix("'ll").removesuffix("'re").removesuffix("'ve")
        if word in _SHELLS and clauses.tokens[head + 1 : head + 2] and clauses.tokens[head + 1].lower == "of":
            return self.of(clauses, range(head + 2, phrase.stop), source, memory) if head + 2 < phrase.stop else None
        if word in _DUTIES:
            return self._owner(clauses, phrase, source, memory)
        if word in _PRONOUNS:
            return self._pointed_at(_PRONOUNS[word], source, clauses, phrase, memory)
        whose = _PRONOUNS.get(clauses.tokens[phrase.start].lower) if head > phrase.start else None
        if whose == "person" and word in _VOICES:
            self._speaks_for(clauses, phrase.start, memory)
        elif whose == "thing" and word in _ARMS and "thing" in memory.last:
            known = memory.last["thing"]  # "the army said its forces had …"
            return Term(clauses.text(source, phrase), known.key, known.family)
        if word in _NOBODY or clauses.letters[head] in "DZ#":
            return None
        hits = self._aliases.within(clauses.tokens, phrase)
        # "The Department of Homeland Security" is itself, "the administration" may be a name.
        listed = any(head in where and (phrase.start in where or len(where) > 1) for where, _ in hits)
        back = None if listed else self._points_back(clauses, phrase, head, memory)
        if back is not None:
            actor = Term(_without_mark(clauses.text(source, phrase)), back.key, back.family)
            memory.keep(actor, _kinds(word, clauses.letters[head]))  # "The troops …. They …"
            return actor
        return self._named(clauses, phrase, head, hits, source, memory)

    def keep_people(self, clauses: Clauses, phrase: range, source: str, memory: Memory) -> None:
        """ "Sent 300 Guard troops to Orle. The troops …": people of a listed body that something was done to."""
        word = clauses.tokens[clauses.phrases.head(phrase)].lower
        hits = self._aliases.within(clauses.tokens, phrase) if word in _BACK["people"] else []
        if hits:
            memory.keep(Term(clauses.text(source, phrase), hits[0][1], "agency"), ["people"])

    def _named(
        self, clauses: Clauses, phrase: range, head: int, hits: Sequence[tuple[range, str]], source: str, memory: Memory
    ) -> Term:
        itself = next((key for where, key in hits if head in where), None)
        agency = itself or self._spoken_for(clauses, phrase, head, hits)
        whole = appositions.named(clauses, phrase)
        if agency is None and clauses.tokens[head].lower in _SPEAKERS:
            head = appositions.name_behind(clauses, phrase) or head
        elif agency is None and whole.stop > phrase.stop:
            head = whole.stop - 1
        word, text = clauses.tokens[head].lower, _without_mark(clauses.text(source, whole))
        if agency is not None:
            actor = Term(text, agency, "agency")
            kinds = ["body", "thing", "plural", self._aliases.names[agency]]
            kinds += ["speaker"] if word in _SPEAKERS else ["people"]
            title = any(clauses.tokens[at].lower in _SPEAKERS for at in phrase)
            kinds += ["person"] if title or not itself else []  # "the president … he"
        else:
            plain = spells_number(word) or (head == 0 and word.endswith("s") and common(word))
            letter = "N" if plain else clauses.letters[head]
            actor = Term(text, singular(word), "name" if letter == "P" else "")  # "Talks broke down": no name
            kinds = _kinds(word, letter)
            if letter == "P" and any(clauses.tokens[at].lower in _TITLES for at in whole):
                kinds = ["person"]  # "Minister Ida Roth" is no company
        sex = _SEXES.get(word if word in _SEXES else clauses.tokens[clauses.phrases.head(phrase)].lower)
        if sex is not None:
            memory.sexes[actor.key] = sex
        memory.keep(actor, kinds)
        return actor

    def _spoken_for(self, clauses: Clauses, phrase: range, head: int, hits: Sequence[tuple[range, str]]) -> str | None:
        """The agency whose hand or voice the head is: "Treasury officials", "Ana Ruiz, the head of the FBI"."""
        where = phrase
        if not hits:
            where = _apposition(clauses, phrase)
            hits = self._aliases.within(clauses.tokens, where)
        title = range(where.start, head + 1 if where is phrase else where.stop)
        spoken = hits and any(clauses.tokens[at].lower in _HANDS for at in title)
        return hits[0][1] if spoken else None

    # -- pointing back ----------------------------------------------------------------------------

    def _owner(self, clauses: Clauses, phrase: range, source: str, memory: Memory) -> Term | None:
        """ "their responsibilities", "the Guard's role", "the role of the Guard"."""
        for at in phrase:
            word = clauses.tokens[at].lower
            if word in _PRONOUNS:
                return self._pointed_at(_PRONOUNS[word], source, clauses, range(at, at + 1), memory)
            if clauses.letters[at] == "K":
                owner = range(phrase.start, at + 1)
                return self._named(clauses, owner, at, self._aliases.within(clauses.tokens, owner), source, memory)
            if word == "of" and at + 1 < phrase.stop:
                rest = range(at + 1, phrase.stop)
                return self.of(clauses, rest, source, memory)
        return None

    def _pointed_at(self, kind: str, source: str, clauses: Clauses, phrase: range, memory: Memory) -> Term | None:
        word = clauses.tokens[phrase.start].lower
        known = memory.person(_SEXES[word]) if word in _SEXES else memory.last.get(kind)
        if memory.spoken_for is not None:
            where, pronoun, person = memory.spoken_for
            if where is clauses and clauses.tokens[phrase.start].lower == pronoun:
                known = person
        return Term(clauses.text(source, phrase), known.key, known.family) if known else None

    def _speaks_for(self, clauses: Clauses, at: int, memory: Memory) -> None:
        """ "His lawyer said he would appeal": he is whom "his" means; "she" would be the lawyer."""
        pronoun, person = _SUBJECTS.get(clauses.tokens[at].lower), memory.last.get("person")
        if pronoun is not None and person is not None:
            memory.sexes[person.key] = pronoun
            memory.spoken_for = clauses, pronoun, person

    def _points_back(self, clauses: Clauses, phrase: range, head: int, memory: Memory) -> Term | None:
        """ "The department", "the troops": a bare definite noun of a kind that was named before."""
        word = _without_mark(clauses.tokens[head].lower)
        told = head - phrase.start == 2 and word in _BACK["company"] and clauses.letters[phrase.start + 1] == "N"
        likened = told and clauses.tokens[phrase.start + 1].lower not in _OTHERS  # "the health giant"
        if (head - phrase.start != 1 and not likened) or clauses.tokens[phrase.start].lower not in _POINTERS:
            return None
        for kind, listed in _BACK.items():
            if word in listed:
                known = self._of_that_name(word, memory) or (None if kind == "named" else memory.last.get(kind))
                return None if known is not None and kind == "company" and known.key in memory.sexes else known
        return None

    def _of_that_name(self, word: str, memory: Memory) -> Term | None:
        """ "The department" is the last body that has the word in its name, if one has."""
        return next((actor for name, actor in reversed(memory.last.items()) if word in name.split()), None)


def _without_mark(text: str) -> str:
    """Whose something is: "the company's" is the company."""
    return text.removesuffix("'s").removesuffix("’s")


def _apposition(clauses: Clauses, phrase: range) -> range:
    """What stands between commas behind a name, empty if nothing does."""
    first, letters = phrase.stop + 1, clauses.letters
    if letters[phrase.stop : first] != ",":
        return range(first, first)
    last = min(first + _LONGEST_TITLE, len(letters))
    return range(first, next((at for at in range(first, last) if letters[at] in ",-VYMBH"), first))


def _kinds(word: str, letter: str) -> list[str]:
    if word in _SPEAKERS:
        return ["speaker", "person"] if not word.endswith("s") else ["speaker", "plural"]
    if letter == "P":
        return ["person", "thing", "company"]
    if word in _COLLECTIVE:
        return ["plural", "thing"]
    if word in _PERSONS:
        return ["person"]
    return ["plural"] if word.endswith("s") else ["thing"]
