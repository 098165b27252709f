"""Actions told as nouns: "makes arrests", "helps with arrests" and "carried out a raid" tell of arrests and a raid."""

from collections.abc import Sequence
from typing import NamedTuple

from parsers.actions import Action, Actions
from parsers.lexicon import table
from parsers.roles.letters import right
from parsers.roles.phrases import Phrases
from parsers.roles.verb_groups import VerbGroup
from parsers.text.tokens import Token, word_at

_GROUPS = {name: frozenset(table("factuality")["groups"][name]) for name in ("light", "support", "join", "shells")}
_LEADS = _GROUPS["light"] | _GROUPS["support"] | _GROUPS["join"]


class Nominal(NamedTuple):
    """The noun at ``at`` names an event; ``denied``: "no arrests"; ``support``: a hand is lent in it."""

    action: Action
    at: int
    denied: bool
    support: bool


def named(group: VerbGroup, tokens: Sequence[Token], phrases: Phrases, actions: Actions) -> Nominal | None:
    """The noun behind the verb that names the event: "has issued no statement"."""
    lemma, letters = group.lemma, phrases.letters
    lent = lemma in _GROUPS["support"]
    told = lent and group.end > group.main + 1  # "backed away from the plan": the phrase names the event
    if told or not (lemma in _LEADS or group.form == "H") or group.passive:
        return None
    start = _start(group, tokens, letters)
    phrase = phrases.starting_at(start)
    if phrase is None or word_at(tokens, group.end) == "by":
        return None
    head = phrases.head(phrase)
    if tokens[head].lower in _GROUPS["shells"] and head > phrase.start:
        head -= 1
    action = actions.of_noun(tokens[head].lower)
    if action is None or letters[head] not in "NPGVYE":
        return None
    return Nominal(action, head, "Z" in letters[phrase.start : head], lent)


def _start(group: VerbGroup, tokens: Sequence[Token], letters: str) -> int:
    """Where the noun that names the event may start: "help with arrests", "carry out a raid"."""
    light = group.lemma in _GROUPS["light"] or group.form == "H"
    start = right(letters, group.end)
    if group.lemma == "take" and word_at(tokens, start) == "part":
        start += 1  # "take part in arrests" is to make them
    behind = start < len(letters) and letters[start] in "FT"
    if behind and (not light or word_at(tokens, start) in ("out", "in")):
        start = right(letters, start + 1)
    return start
