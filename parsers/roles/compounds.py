"""Compounds: words in the form of a verb that stand before or at the end of a noun phrase, and are no verb there.

"Visiting fans set off flares", "threw burning rags", "gas stations closed", "the complete set covers", "a single shot".
"""

from parsers.lexicon import table, words
from parsers.roles.letters import AUXILIARIES, END, alone, listed
from parsers.roles.surroundings import Surroundings
from parsers.text.verbs import BASE, PARTICIPLE, PAST, THIRD, Verb

_SAYS = words(table("attribution")["says"])
_SEVERAL = frozenset(("people", "men", "women", "children", "troops", "police", "staff"))
_HEADS = frozenset("NP")
_LINKS = frozenset("remain stay look stand sound feel lie run come go turn fall get keep leave stop rest".split())
_OBJECT = frozenset("DZRK#")
_PHRASE = frozenset("NPDZ#KAF")
_CLOSES = frozenset((END, ",", ".", ";", "F", "S", "W", "C"))
_GOVERN = frozenset("for against over about despite since after before".split())
_ORDINALS = frozenset(("first", "second", "third", "fourth", "fifth", "last", "next", "other", "latest"))
_MODIFIERS = _ORDINALS | frozenset(
    "single final new old further same full complete entire whole main major big huge small large long short deep"
    " recent previous fresh heavy sharp slight joint sole brief fatal lone early late".split()
)
_PLURAL_HELPERS = frozenset(("are", "were", "have", "do", "aren't", "weren't", "haven't", "don't"))


def attributive(around: Surroundings, at: int, read: Verb) -> bool:
    """A gerund that describes the noun behind it: "by fleeing rebels", "after visiting fans attacked the stand"."""
    before, word = around.before, around.word(at)
    if before == "N":
        return _after_participle(around, at)
    if before in "PKR#" or before in AUXILIARIES or before == "T":
        return False
    if word in listed("gerunds_that_describe"):
        return True
    if before in "VYE":
        return False
    return word in listed("gerunds_of_doers") and _acts_itself(around, at + 1)


def _after_participle(around: Surroundings, at: int) -> bool:
    """ "An overturned cooking stove", "a broken pumping station"."""
    if at < 2 or around.before_at != at - 1 or around.letters[-2] not in "DK":
        return False
    described = alone(around.word(at - 1)).verb
    return described is not None and bool(described.form & PARTICIPLE) and not described.form & BASE


def _acts_itself(around: Surroundings, at: int) -> bool:
    """Whether the plural noun at ``at`` has a verb of its own."""
    behind = around.word(at + 1)
    read = alone(behind).verb
    past = read is not None and bool(read.form & PAST) and not alone(behind).closed
    return around.word(at).endswith("s") and (past or behind in _PLURAL_HELPERS)


def describes(around: Surroundings, at: int, read: Verb) -> bool:
    """A participle before the noun that is acted on: "the council approved planned cuts"."""
    behind = around.tokens[at + 1] if at + 1 < len(around.tokens) else None
    if behind is None or around.ahead(at) != "N" or not around.word(at).endswith("ed"):
        return False
    several = behind.lower.endswith("s") or behind.lower in _SEVERAL
    return several and read.lemma not in _SAYS


def heads_phrase(around: Surroundings, at: int, read: Verb) -> bool:
    """The last word of a noun phrase: "a single shot", "the new set of rules", "the complete set covers ten songs"."""
    if around.before not in _HEADS:
        return False
    ahead = around.ahead(at)
    modified = (
        around.before_at == at - 1
        and around.word(at - 1) in _MODIFIERS
        and around.letters[-2:-1] in (["D"], ["Z"], ["K"])
    )
    if modified and not (around.word(at - 1) in _ORDINALS and ahead in _OBJECT):
        return True
    if not (read.form & BASE and read.form & PAST):
        return False
    if ahead in _CLOSES and _governed(around):
        return True
    return around.word(at + 1) == "of" or (
        _third(around, at + 1) and (around.ahead(at + 1) in _OBJECT or _counted(around, at + 2))
    )


def _governed(around: Surroundings) -> bool:
    """Whether the noun phrase so far is what a preposition governs: "voted against Thursday's rate | cut"."""
    at = around.before_at
    while at >= 0 and around.letters[at] in "NPA#":
        at -= 1
    at -= at >= 0 and around.letters[at] in "DZRK"
    return at >= 0 and around.word(at) in _GOVERN


def ends_compound(around: Surroundings, at: int, read: Verb) -> bool:
    """A plural at the end of a compound: "gas stations closed", "in the van with the hollow seats lay money"."""
    if around.before not in _HEADS or not read.form & THIRD or read.lemma in _LINKS:
        return False
    behind = alone(around.word(at + 1)).verb
    past = behind is not None and bool(behind.form & PAST) and not behind.form & BASE
    if past and around.ahead(at + 1) not in _HEADS:
        return True
    return _opens_with_place(around)


def _opens_with_place(around: Surroundings) -> bool:
    """Whether all that the clause has so far is where: no subject stands behind "in the van with the hollow"."""
    letters = around.letters
    if letters[-3:] != ["F", "D", "N"]:
        return False
    at = len(letters)
    while at > 0 and letters[at - 1] in _PHRASE:
        at -= 1
    return letters[at] == "F"


def _third(around: Surroundings, at: int) -> bool:
    read = alone(around.word(at)).verb
    return read is not None and bool(read.form & THIRD)


def _counted(around: Surroundings, at: int) -> bool:
    return around.word(at) != "" and alone(around.word(at)).number and around.ahead(at) != END
