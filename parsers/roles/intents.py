"""Intents: what is planned, decided or tried where nobody says by whom.

"There is no plan to close the pool", "no decision has been taken to close it", "plans to close it were dropped".
"""

from collections.abc import Sequence

from claims.factuality import Factuality
from parsers.lexicon import table
from parsers.roles.factuality import Cue, compose, cue, effect
from parsers.roles.letters import left
from parsers.roles.verb_groups import VerbGroup
from parsers.text.tokens import Token, word_at

_LIGHT = frozenset(table("factuality")["groups"]["light"])
_SETTLES = frozenset(("approve", "announce", "confirm", "adopt", "agree", "unveil", "back", "endorse"))
_UNDOES = frozenset(
    """reverse revoke rescind withdraw overturn annul quash veto defeat thwart foil repel block frustrate abort beat
    stop""".split()
)
_AIMS = frozenset("plan plans decision intention intent proposal idea aim goal purpose task objective hope".split())
_IMPERSONAL = frozenset(("decide", "agree", "propose", "suggest", "recommend", "plan"))  # "it was decided to"


def noun_cue(word: str) -> Cue | None:
    """What a noun does to the infinitive behind it: "plans to", "no reason to"."""
    return cue("nouns", word) or cue("nouns", word.removesuffix("s"))


def decided(group: VerbGroup, tokens: Sequence[Token], letters: str) -> Cue | None:
    """The cue of the noun that is the subject of a passive: "no decision has been taken to …"."""
    if not group.passive or group.lemma not in _LIGHT:
        return None
    at = left(letters, group.first - 1)
    return noun_cue(tokens[at].lower) if at >= 0 and letters[at] in "NP" else None


def untold(groups: Sequence[VerbGroup], tokens: Sequence[Token], letters: str) -> bool:
    """Whether the first of several verbs has a subject that does nothing: "there is …", "it was decided …"."""
    head = groups[0]
    if len(groups) == 1:
        return False
    before = word_at(tokens, head.first - 1)
    if before == "it":
        return head.passive and head.lemma in _IMPERSONAL
    if head.form == "B" and groups[1].infinitive and groups[1].first == head.end and before in _AIMS:
        return True  # "the plan is to close it"
    return (before == "there" and head.form == "B") or decided(head, tokens, letters) is not None


def dropped(
    infinitive: VerbGroup, fate: VerbGroup, tokens: Sequence[Token], letters: str, *, between: str
) -> Factuality | None:
    """What becomes of a plan that is the subject of a passive: "plans to close the mine | were dropped"."""
    at = left(letters, infinitive.first - 1)
    noun = noun_cue(tokens[at].lower) if at >= 0 and letters[at] in "NP" else None
    if noun is None or between.strip("NPKDZ#RFA") != "":
        return None
    vain = [word_at(tokens, fate.main + 1), word_at(tokens, fate.main + 2)] == ["in", "vain"]
    if (vain or (fate.lemma == "fail" and not fate.passive)) and noun[0].open:
        return effect((Factuality.CERTAIN_NOT, Factuality.CERTAIN), fate.negated)  # "an attempt to land | failed"
    if not fate.passive or not fate.helped:
        return None
    ends = (Factuality.CERTAIN_NOT, Factuality.CERTAIN) if fate.lemma in _UNDOES else cue("verbs", fate.lemma)
    if ends is not None and ends[0].denies:
        over = effect(ends, fate.negated)
        return over if noun[0].open else compose(over, effect(noun, negated=False))
    return effect(noun, fate.negated) if fate.lemma in _LIGHT | _SETTLES else None
