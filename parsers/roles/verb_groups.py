"""Verb groups: the auxiliaries, adverbs and negations around one verb, with what they make of it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claims.factuality import Factuality
from parsers.roles.factuality import CERTAIN, CERTAIN_NOT, compose, cue, effect
from parsers.roles.letters import NEGATED, VERBS
from parsers.text.tokens import Token
from parsers.text.verbs import verb

# Adverbs, "to", auxiliaries (with a pronoun in questions: "nor did she plan"), the verb itself. Possessive
# quantifiers keep it linear.
_GROUP = re.compile(r"(?=[AXTMmBbHhOorVYEG])[AX]*+(?:T[AX]*+)?(?:[MmBbHhOor](?:R(?=[AX]*+[VYEGBH]))?+[AX]*+)*+[VYEG]?")
_BESIDES = frozenset(("only", "just", "merely", "simply"))
_AUXILIARY = frozenset("MmBbHhOor")
_VERBAL = _AUXILIARY | VERBS


@dataclass(slots=True)
class VerbGroup:
    """One verb with its helpers: tokens ``first`` to ``end``, the verb (or last auxiliary) at ``main``.

    ``prefix`` is what modals and adverbs make of it; ``negated`` whether a "not" stands before the verb
    itself. ``form`` is the letter of the verb; B, H or O where an auxiliary stands alone ("is", "had").
    """

    first: int
    main: int
    end: int
    lemma: str
    form: str
    infinitive: bool
    helped: bool
    passive: bool
    prefix: Factuality
    negated: bool
    not_yet: bool

    @property
    def factuality(self) -> Factuality:
        """That of the verb itself, before anything around the clause is heard."""
        return compose(self.prefix, CERTAIN_NOT if self.negated else CERTAIN)

    @property
    def finite(self) -> bool:
        """Whether it can stand as the verb of a clause by itself."""
        return self.helped or self.form in "VYBHO"


def verb_groups(tokens: Sequence[Token], letters: str) -> list[VerbGroup]:
    """The verb groups of a sentence, in order."""
    return [
        group for match in _GROUP.finditer(letters) if (group := _group(tokens, letters, match.start(), match.end()))
    ]


def _group(tokens: Sequence[Token], letters: str, first: int, end: int) -> VerbGroup | None:
    main = end - 1
    while main >= first and letters[main] not in _VERBAL:
        main -= 1
    if main < first:
        return None
    form = NEGATED.get(letters[main], letters[main])
    form = "B" if form == "r" else form
    lemma = _AUXILIARY_LEMMA.get(form)
    if lemma is None:
        read = verb(tokens[main].lower)
        lemma = read.lemma if read else tokens[main].lower
    if end - first == 1 and form in VERBS:
        return VerbGroup(first, main, end, lemma, form, False, False, form == "E", CERTAIN, False, False)
    before = letters[first:main]
    helper = next((letter for letter in reversed(before) if letter in _AUXILIARY), "")
    prefix, negated = _prefix(tokens, letters, first, end, main)
    return VerbGroup(
        first=first,
        main=main,
        end=end,
        lemma=lemma,
        form=form,
        infinitive="T" in before,
        helped=bool(helper),
        passive=form == "E" and not (helper and helper in "Hh"),
        prefix=prefix,
        negated=negated,
        not_yet=form in "HB" and any(t.lower == "yet" for t in tokens[main:end]),
    )


_AUXILIARY_LEMMA = {"B": "be", "H": "have", "O": "do", "M": ""}


def _prefix(tokens: Sequence[Token], letters: str, first: int, end: int, main: int) -> tuple[Factuality, bool]:
    found, negated = CERTAIN, False
    modal: str | None = None
    for at, letter, word in _helpers(tokens, letters, first, end):
        if letter in "Mm":
            modal, negated = word, letter == "m"
            continue
        if letter == "X" or letter in NEGATED or word == "unsuccessfully":
            negated = True
        if letter == "X" and modal is None:
            continue
        if modal is not None and (letter != "X" or negated):
            found, negated = _taken(found, "modals", modal, negated)
            modal = None
        if letter == "A" and at != main:
            found, negated = _taken(found, "adverbs", word, negated)
    if modal is not None:
        found, negated = _taken(found, "modals", modal, negated)
    return found, negated


def _taken(found: Factuality, kind: str, word: str, negated: bool) -> tuple[Factuality, bool]:
    known = cue(kind, word)
    return (compose(found, effect(known, negated)), False) if known else (found, negated)


def _helpers(tokens: Sequence[Token], letters: str, first: int, end: int) -> Iterator[tuple[int, str, str]]:
    for at in range(first, end):
        if letters[at] == "X" and at + 1 < end and tokens[at + 1].lower in _BESIDES:
            continue  # "not only closed branches but sold its tower"
        if letters[at] in "AXMmbho":
            yield at, letters[at], _MODAL.get(tokens[at].lower, tokens[at].lower)


# Modals as the lexicon lists them: contractions stand for their full form.
_MODAL = {
    **{f"{who}'ll": "will" for who in ("", "they", "he", "she", "it", "we", "i", "you")},
    **{f"{who}'d": "would" for who in ("they", "he", "she", "we", "i")},
    **{"won't": "will", "wont": "will", "wouldn't": "would", "shouldn't": "should", "mightn't": "might"},
    **{"mayn't": "may", "can't": "can", "cant": "can", "cannot": "can", "couldn't": "could", "mustn't": "must"},
}
