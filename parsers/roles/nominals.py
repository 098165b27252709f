"""Actions told as nouns: "makes arrests", "helps with arrests" and "carried out a raid" tell of arrests and a raid."""

from collections.abc import Sequence
from typing import NamedTuple

from parsers.actions.actions import Actions
from parsers.actions.forms import Action
from parsers.lexicon import table
from parsers.roles.factuality import Cue, cue
from parsers.roles.letters import right
from parsers.roles.phrases import Phrases
from parsers.roles.verb_groups import VerbGroup
from parsers.text.nouns import singular
from parsers.text.tokens import Token, word_at

_GROUPS = {name: frozenset(table("factuality")["groups"][name]) for name in ("light", "support", "join", "shells")}
_SHARES = frozenset(("have", "play", "take"))
_PAPERS = frozenset(("plan", "propose", "request", "agree", "order", "ban", "claim"))  # who backs one lends no hand
_PART = Action("take-part", "attend")
_PARTS = frozenset(("part", "role", "hand", "involvement"))
_LEADS = _GROUPS["light"] | _GROUPS["support"] | _GROUPS["join"]


class Nominal(NamedTuple):
    """The noun at ``at`` names an event; ``denied``: "no arrests"; ``support``: a hand is lent in it.

    ``over`` is what the verb makes of it: "rules out an arrest".
    """

    action: Action
    at: int
    denied: bool
    support: bool
    over: Cue | None = None


def named(group: VerbGroup, tokens: Sequence[Token], phrases: Phrases, actions: Actions) -> Nominal | None:
    """The noun behind the verb that names the event: "has issued no statement"."""
    lemma, letters = group.lemma, phrases.letters
    lent = lemma in _GROUPS["support"]
    told = lent and group.end > group.main + 1  # "backed away from the plan": the phrase names the event
    if told or not (lemma in _LEADS or lemma in ("play", "leave") or group.form == "H") or group.passive:
        return None
    part = part_at(group, tokens, letters)
    start = _start(group, tokens, letters)
    phrase = phrases.starting_at(start)
    if part is not None and (phrase is None or actions.of_noun(tokens[phrases.head(phrase)].lower) is None):
        return Nominal(_PART, part, "Z" in letters[group.end : part], False)
    if phrase is None or word_at(tokens, group.end) == "by":
        return None
    head = phrases.head(phrase)
    if tokens[head].lower in _GROUPS["shells"] and head > phrase.start:
        head -= 1
    action = actions.of_noun(tokens[head].lower)
    if action is None or letters[head] not in "NPGVYE" or (lent and action.key in _PAPERS):
        return None
    acted_on = singular(tokens[head].lower)
    if actions.of_object(lemma, acted_on) or actions.of_object(f"{lemma} {word_at(tokens, group.main + 1)}", acted_on):
        return None  # "holds hostages", "takes over the search"
    denied = "Z" in letters[group.end : head]
    if lemma == "leave":  # "would leave every arrest to the police"
        return Nominal(action, head, True, False) if word_at(tokens, phrase.stop) == "to" else None
    return Nominal(action, head, denied, lent)


def existing(group: VerbGroup, tokens: Sequence[Token], phrases: Phrases, actions: Actions) -> Nominal | None:
    """What there was or was not: "there has been no contact with the crew"."""
    if group.lemma != "be" or group.form != "B" or word_at(tokens, group.first - 1) != "there":
        return None
    phrase = phrases.starting_at(right(phrases.letters, group.end))
    if phrase is None:
        return None
    head = phrases.head(phrase)
    told = actions.phrase_at(tokens, head - 1) if head > phrase.start else None  # "job cuts"
    action = told[0] if told and told[1] == 2 else actions.of_noun(tokens[head].lower)
    if action is None:
        return None
    return Nominal(action, head, "Z" in phrases.letters[phrase.start : phrase.stop], False)


def ruled_out(group: VerbGroup, tokens: Sequence[Token], phrases: Phrases, actions: Actions) -> Nominal | None:
    """What somebody will not do: "ruled out any further rise", "has decided against an appeal"."""
    known = cue("verbs", f"{group.lemma} {word_at(tokens, group.end)}")
    if known is None or not known[0].denies or group.passive or group.end > group.main + 1:
        return None
    phrase = phrases.starting_at(right(phrases.letters, group.end + 1))
    action = actions.of_noun(tokens[phrases.head(phrase)].lower) if phrase else None
    return Nominal(action, phrases.head(phrase), False, False, known) if phrase and action else None


def part_at(group: VerbGroup, tokens: Sequence[Token], letters: str) -> int | None:
    """The noun where somebody has a part in something: "has no part", "played a leading role"."""
    at = right(letters, group.end)
    while at < len(letters) and letters[at] in "DZN" and tokens[at].lower not in _PARTS:
        at += 1
    shared = group.lemma in _SHARES and at < len(letters) and tokens[at].lower in _PARTS
    return at if shared and (word_at(tokens, at + 1) == "in" or "Z" in letters[group.end : at]) else None


def part_in(group: VerbGroup, tokens: Sequence[Token], letters: str) -> int | None:
    """Where stands what somebody has a part in: "has no part in |"."""
    at = part_at(group, tokens, letters)
    return at + 2 if at is not None and word_at(tokens, at + 1) == "in" else None


def _start(group: VerbGroup, tokens: Sequence[Token], letters: str) -> int:
    """Where the noun that names the event may start: "help with arrests", "carry out a raid"."""
    light = group.lemma in _GROUPS["light"] or group.form == "H"
    start = right(letters, group.end)
    part = part_in(group, tokens, letters)
    if part is not None:
        return part  # "take part in arrests" is to make them
    if group.lemma == "take" and word_at(tokens, start) == "part":
        start += 1
    behind = start < len(letters) and letters[start] in "FT"
    if behind and (not light or word_at(tokens, start) in ("out", "in")):
        start = right(letters, start + 1)
    return start
