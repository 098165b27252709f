"""Denials and doubts from outside a verb group: "no troops", "nor did she", "possibly, …", "… is a hoax"."""

from collections.abc import Sequence

from claims.factuality import Factuality
from parsers.lexicon import table
from parsers.roles.chains import Chain
from parsers.roles.factuality import CERTAIN, CERTAIN_NOT, compose, cue
from parsers.roles.letters import right
from parsers.roles.predicates import Clauses, Predicate
from parsers.text.tokens import Token

_UNTRUE = frozenset(table("factuality")["groups"]["denials"])
_TRUE = frozenset(("true", "real", "accurate", "correct"))
_BOUNDS = frozenset(("nearly", "almost", "barely"))  # "nearly 700 dockers lost their jobs": they did
_NOT_DONE = frozenset(("without", "than"))
_WHOM = frozenset("NPDK#RA")
_NOT_ALL = frozenset(("only", "just", "merely", "surprisingly", "sooner"))
_NOBODY = frozenset(("nobody", "no", "none", "no one", "no-one"))
_BEFALLS = frozenset(("die", "drown", "perish", "suffocate", "disappear", "vanish"))
_TRIES = frozenset("try attempt seek strive struggle fight work battle".split())
_IN_VAIN = (("in", "vain"), ("without", "success"), ("to", "no", "avail"), ("but", "failed"), ("but", "could", "not"))
_REPELLED = frozenset(
    "repelled repulsed stopped driven beaten pushed forced thwarted prevented foiled rebuffed".split()
)
_BUT = frozenset(("but", "except", "than"))


def opening(tokens: Sequence[Token], letters: str, subject: range | None) -> Factuality:
    """What an adverb before the subject makes of the clause: "Possibly, the army …", "hardly anyone"."""
    at = subject.start - 1 if subject else -1
    if subject and at >= 0 and letters[at] == "X":
        cleft = letters[right(letters, subject.stop) :][:1] == "W"  # "it was not the mayor who asked"
        any_ = tokens[subject.start].lower in ("a", "any")
        return CERTAIN_NOT if any_ or cleft else Factuality.UNKNOWN  # "not every bus ran"
    at -= at > 0 and letters[at] == ","
    if at < 0 or letters[at] != "A" or tokens[at].lower in _BOUNDS:
        return CERTAIN
    known = cue("adverbs", tokens[at].lower)
    return known[0] if known else CERTAIN


def denied_outside(tokens: Sequence[Token], letters: str, chain: Chain, subject: range | None) -> bool:
    """Denied by what stands outside the verb group: "no troops", "neither", "nor did she", "without"."""
    first = chain.head.first
    before = tokens[first - 1].lower if first else ""
    if before == "nor" or (before in _NOT_DONE and chain.head.form == "G"):
        return True
    if subject is None or subject.stop > first:
        return False
    return letters[subject.start] == "Z" or _inverted(tokens, letters, subject.start - 1)


def _inverted(tokens: Sequence[Token], letters: str, helper: int) -> bool:
    """ "At no time was the mayor arrested", "nor were the clerks told": a helper before the subject, a no before it."""
    if helper < 1 or letters[helper] not in "BbHh" or tokens[helper - 1].lower in _NOT_ALL:
        return False
    opening = letters[:helper]
    denied = opening.rstrip("AX") != opening and "X" in opening[len(opening.rstrip("AX")) :]
    return denied or opening.endswith("ZN") or tokens[helper - 1].lower == "nor"


def befell_nobody(clauses: Clauses, predicate: Predicate, who: range) -> bool:
    """ "Nobody has died": told as what befell nobody, as "nobody was killed" is."""
    nobody = clauses.tokens[who.start].lower in _NOBODY and predicate.factuality.denies
    return nobody and predicate.lemma in _BEFALLS and not predicate.passive


def unheard(letters: str, chain: Chain, subject: range | None) -> bool:
    """A participle that only tells which ones: "none of the flights booked so far was sold out"."""
    described = (
        chain.last.form == "Y" and not chain.last.helped and subject is not None and subject.stop == chain.head.first
    )
    if subject is None or not described or letters[subject.start] != "Z":
        return False
    clause = letters[chain.end :]
    clause = clause[: next((at for at, letter in enumerate(clause) if letter in "CSW,;:.-"), len(clause))]
    return any(letter in "VYMmBbHhOo" for letter in clause)


def none_of_it(tokens: Sequence[Token], letters: str, chain: Chain, thing: range | None) -> bool:
    """Denied by what it acts on: "used neither gas nor batons", "spoke to no one"; not "nothing but praise"."""
    if thing is None or thing.start < chain.end or letters[thing.start] != "Z":
        return False
    behind = right(letters, chain.end)
    between = letters[behind : thing.start]
    if between != "T" and not _WHOM.issuperset(between):
        return False  # behind a preposition; not "paid the hackers nothing"
    if len(thing) == 1 and tokens[thing.start].lower == "no":
        return False  # "voted no"
    return thing.stop == len(tokens) or tokens[thing.stop].lower not in _BUT


def judge(tokens: Sequence[Token], found: list[Predicate]) -> None:
    """Deny what a judgement behind it denies: "claims that … are false", "… is a hoax", "… are not true"."""
    for number, judgement in enumerate(found):
        if judgement.lemma != "be" or judgement.object is None:
            continue
        said = {tokens[at].lower for at in judgement.object}
        if said.isdisjoint(_UNTRUE if judgement.factuality.affirms else _TRUE):
            continue
        first = 0 if judgement.within is None else judgement.within + 1  # "denied lying and said the report was false"
        for earlier, told in enumerate(found[first:number], first):
            if not told.factuality.denies:
                found[earlier] = told._replace(factuality=compose(told.factuality, CERTAIN_NOT))


def in_vain(tokens: Sequence[Token], chain: Chain) -> bool:
    """What was tried and did not come about: "tried in vain to land", "tried to land but were driven back"."""
    if len(chain.groups) < 2 or chain.groups[-2].lemma not in _TRIES:
        return False
    said = [token.lower for token in tokens[chain.head.main :]]
    driven = any(
        said[at] == "but" and said[at + 1] in ("was", "were") and said[at + 2] in _REPELLED
        for at in range(len(said) - 2)
    )
    return driven or any(tuple(said[at : at + len(cue)]) == cue for cue in _IN_VAIN for at in range(len(said)))


def forestalled(tokens: Sequence[Token], chain: Chain, subject: range | None) -> bool:
    """As in "fled before police could arrest him": what "could" be done only after that was not done."""
    if subject is None or not subject.start or subject.stop > chain.head.first:
        return False
    helpers = {t.lower for t in tokens[chain.head.first : chain.head.main]}
    return tokens[subject.start - 1].lower == "before" and "could" in helpers
