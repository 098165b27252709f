"""Passives: whether a past form without a helper is one, so that what stands before it suffers it."""

from collections.abc import Sequence

from parsers.lexicon import table
from parsers.roles.chains import Chain
from parsers.roles.letters import right
from parsers.roles.objects import COMPLEMENTS, INTRANSITIVE
from parsers.roles.phrases import Phrases
from parsers.text.tokens import Token

_GROUPS = table("factuality")["groups"]
_SUFFERED = frozenset(_GROUPS["suffered"])
_ENDS = frozenset((".", "!", "?", "…"))
_ACTIVE_WITH = {lemma: frozenset(behind) for lemma, behind in _GROUPS["active_with"].items()}
_JOINED = 4  # verbs that share what stands behind the last
_PARTICLES = frozenset(("down", "up", "out", "off", "away", "back"))


def passive_alone(tokens: Sequence[Token], letters: str, phrases: Phrases, chain: Chain) -> bool:
    """A past form without helper that is a participle: "soldiers arrested at the border"."""
    group = chain.last
    if group.form != "Y" or group.helped or group.lemma == "say":
        return False  # "the bank said on Monday it would": nobody was said
    held = range(group.main + 1, group.end)
    if any(letters[at] in "NP" and tokens[at].lower not in COMPLEMENTS for at in held):
        return False  # a phrase that holds its object: "took control of", "fired shots"
    if letters[group.end - 1] == "T":
        return False  # "owned up to the theft"
    at = _past_coordinated(tokens, letters, right(letters, group.end))
    if at < len(letters) and tokens[at].lower == "having":
        return False  # "denied having paid"
    following = letters[at] if at < len(letters) else ""
    if following == "F" and tokens[at].lower == "by":
        return True
    told = tokens[-1].text in _ENDS  # in a headline the man "shot at bar" is the victim
    if following == "F" and told and tokens[at].lower in _ACTIVE_WITH.get(group.lemma, ()):
        return _verb_follows(letters, at) or letters[max(0, group.first - 1)] == "S"  # "when asked for comment"
    if following == "Z":
        return False  # "lost no time"
    if following and following in "NPKDZR#":
        phrase = phrases.starting_at(at)
        if phrase is not None and not phrases.is_time(phrase):
            return False
    if told and following in ("", ".") and group.lemma in INTRANSITIVE:
        return False  # "the mayor left."
    headline = tokens[-1].text not in _ENDS and group.lemma not in INTRANSITIVE
    return group.lemma in _SUFFERED or headline or (group.lemma not in INTRANSITIVE and _verb_follows(letters, at))


def _past_coordinated(tokens: Sequence[Token], letters: str, at: int) -> int:
    """Behind a particle and the verbs that are joined to this one: "fined and jailed | the banker"."""
    for _ in range(_JOINED):
        if at < len(letters) and tokens[at].lower in _PARTICLES:
            at = right(letters, at + 1)
        joined = right(letters, at + 1)
        if letters[at : at + 1] not in ("C", ",") or letters[joined : joined + 1] not in ("Y", "V", "E"):
            break
        at = right(letters, joined + 1)
    return at


def _verb_follows(letters: str, at: int) -> bool:
    """Whether the clause has another finite verb, so that this one only describes its subject."""
    for letter in letters[at : at + 15]:
        if letter in "VYMmBbHhOo":
            return True
        if letter in "CSW,-;:T":
            return False
    return False
