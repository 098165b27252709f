"""Standing: what stays as it is ("stays open", "will remain in charge", "keeps the plant running"), and what is not so.

Such a state is an action class of its own, for it opposes what would end it; "unhurt" is the no to being hurt.
"""

from collections.abc import Sequence
from typing import NamedTuple

from parsers.actions.actions import Actions
from parsers.actions.forms import Action
from parsers.lexicon import table, words
from parsers.roles.chains import Chain
from parsers.roles.letters import right
from parsers.roles.objects import INTRANSITIVE
from parsers.roles.phrases import Phrases
from parsers.text.tokens import Token, word_at
from parsers.text.verbs import Form, verb

_STAYS = frozenset(("stay", "remain", "keep", "stand"))
_GOES_ON = frozenset(("keep", "continue", "go", "carry"))
_OFFICES = words(table("actors")["offices"])
_IN_OFFICE = Action("stay-in-office", "stay-in-office")
_LOOK = 4  # words between what is kept and how: "keeps its plant in Orle running"
_AMONG = frozenset(("among", "amongst"))
_AS = frozenset(("on", "as", "the", "its", "their", "acting", "interim"))


class Standing(NamedTuple):
    """A state that lasts: its class, where the words for it end, and what is kept in it (None: the subject)."""

    action: Action
    end: int
    thing: range | None


class State(NamedTuple):
    """An action that left a state: its class, whether the state is the no to it, and where the words for it end."""

    action: Action
    denied: bool
    end: int


def lasting(
    chain: Chain, thing: range | None, tokens: Sequence[Token], phrases: Phrases, actions: Actions
) -> Standing | None:
    """The state that a verb of staying tells of, None where it tells of none."""
    if chain.at != chain.last.main:
        return None
    going = actions.going_on(chain.last.lemma) if _kept_up(chain, tokens) else None
    if going is not None:
        return Standing(going, chain.end, thing)
    still = chain.last.form == "B" and "still" in (t.lower for t in tokens[chain.last.main : chain.end])
    if chain.last.lemma not in _STAYS and not still:
        return None
    at = right(phrases.letters, chain.last.main + 1)
    found = actions.standing_at(tokens, at)
    if found is not None:
        return Standing(found[0], at + found[1], None)
    if chain.last.lemma == "stand":
        return None  # "stood as mayor" is to run for it
    if chain.last.lemma != "keep":
        return _in_office(tokens, phrases, at)
    return _kept(thing, tokens, phrases, actions) if thing is not None else None


def _kept_up(chain: Chain, tokens: Sequence[Token]) -> bool:
    """ "Keeps running", "will continue to run", "goes on running", "still runs"; not "is going to run"."""
    last = chain.last
    if any(t.lower == "still" for t in tokens[last.first : last.main]):
        return True
    if len(chain.groups) < 2:
        return False
    outer = chain.groups[-2]
    on = outer.lemma in ("keep", "continue") or word_at(tokens, outer.main + 1) == "on"
    return on and outer.lemma in _GOES_ON


def _kept(thing: range, tokens: Sequence[Token], phrases: Phrases, actions: Actions) -> Standing | None:
    """ "Keeps its shop open", "kept the plant in Orle running"."""
    for start in range(thing.start + 1, min(thing.stop + _LOOK, len(tokens))):
        found = actions.standing_at(tokens, start) if tokens[start].lower != "in" else None
        if found is not None:
            return Standing(found[0], start + found[1], range(thing.start, min(thing.stop, start)))
        if start >= thing.stop and phrases.letters[start] in ",.;:SCVYMB":
            return None
    return None


def _in_office(tokens: Sequence[Token], phrases: Phrases, at: int) -> Standing | None:
    """ "Remains finance minister", "will stay on as the club's coach"."""
    while at < len(tokens) and tokens[at].lower in _AS:
        at += 1
    phrase = phrases.starting_at(at) if at < len(tokens) else None
    if phrase is None or tokens[phrases.head(phrase)].lower not in _OFFICES:
        return None
    return Standing(_IN_OFFICE, phrase.stop, None)


def suffered(
    chain: Chain, thing: range | None, tokens: Sequence[Token], phrases: Phrases, actions: Actions
) -> State | None:
    """What befell the subject, or did not, by what it is: "is unarmed", "was among the injured passengers"."""
    if thing is None or chain.last.form != "B":
        return None
    head = phrases.head(thing)
    lacks = actions.of_lack(tokens[head].lower)
    if lacks is not None:
        return State(lacks, True, head + 1)
    if thing.start != chain.end + 1 or tokens[chain.end].lower not in _AMONG:
        return None
    for at in range(thing.start, min(thing.stop + 1, len(tokens))):
        read = verb(tokens[at].lower) if at != head or tokens[at].lower.endswith("ed") else None
        if read and read.form & Form.PARTICIPLE and read.lemma not in INTRANSITIVE and phrases.letters[at] in "NYE":
            return State(actions.of_verb(read.lemma), False, max(thing.stop, at + 1))
    return None
