"""Who "we" are: the body that the speaker of a sentence speaks for.

"We have not paid," said Telvar's security chief; "We will strike," said Ana Ruiz, head of the bakers' union.
"""

from parsers.lexicon import table, words
from parsers.roles import attribution
from parsers.roles.predicates import Clauses

_WE = frozenset(("we", "we've", "we're", "we'll", "we'd"))
_ACTORS = table("actors")
_SPEAKERS = (
    words(_ACTORS["speakers"]) | words(_ACTORS["offices"]) | words(_ACTORS["voices"]) | {"negotiator", "adviser"}
)


def body(clauses: Clauses, who: range) -> range | None:
    """The body that a "we" stands for, None where ``who`` is somebody else or it is not told."""
    if len(who) != 1 or clauses.tokens[who.start].lower not in _WE:
        return None
    speaker = attribution.speaker(clauses)
    if speaker is None:
        return None
    found = _owner(clauses, speaker)
    if found is None and clauses.letters[speaker.stop : speaker.stop + 1] == ",":
        apposed = clauses.phrases.starting_at(speaker.stop + 1)
        found = _owner(clauses, apposed) if apposed is not None else None
    return found


def _owner(clauses: Clauses, speaker: range) -> range | None:
    """Whose speaker somebody is: "the mill's director", "a spokesman for the mill"."""
    office = next((at for at in speaker if clauses.tokens[at].lower in _SPEAKERS), None)
    if office is None:
        return None
    owners = [at for at in range(speaker.start, office) if clauses.letters[at] == "K"]
    if owners:
        whose = owners[-1]
        return range(whose - (whose > speaker.start and clauses.letters[whose - 1] == "D"), whose + 1)
    behind = office + 2
    if behind < len(clauses.tokens) and clauses.tokens[office + 1].lower in ("of", "for", "at"):
        return clauses.phrases.starting_at(behind)
    return None
