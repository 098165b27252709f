"""Asking: a question of roles in plain words, from those that most of its evidence uses."""

from collections import Counter
from collections.abc import Sequence

from claims.agencies import Agencies
from claims.claim import RoleClaim
from claims.relation import Evidence, Kind
from claims.term import Term
from matching import pair_policy as pairs
from matching import role_policy as policy
from matching.answers import asked_for

# Families whose name is no verb that people use, or whose object is in it.
_IN_WORDS = {
    "arrest": "take part in arrests",
    "comment": "speak about it",
    "kill": "kill anyone",
    "enforce": "take part in enforcement",
    "missing": "go missing",
    "lay-off": "lay people off",
    "plead-guilty": "plead guilty",
    "plead-not-guilty": "plead not guilty",
    "stay-in-office": "stay in office",
    "stay-in-custody": "stay in custody",
    "resign": "resign",
}
# Classes that are named for what their verb acts on.
_VERBS = {"concede-defeat": "concede", "pass-test": "pass", "fail-test": "fail", "shoot-down": "shoot down",
          "stay-open": "keep open", "stay-closed": "keep closed", "fire-gas": "fire", "hold-captive": "hold",
          "absent": "stay away from", "take-part": "take part in", "give-evidence": "testify before",
          "orbit": "put into orbit", "cancel": "cancel", "accept-verdict": "accept", "hold-level": "freeze",
          "at-large": "be at large", "stay-in-group": "stay in", "leave-group": "leave", "replay": "play again",
          "deny-part": "deny a part in it", "run-for-office": "run", "retain": "keep", "lift-ban": "lift",
          "as-planned": "take place as planned"}  # fmt: skip
# What they are called where nobody does them to it.
_BY_ITSELF = {"stay-open": "stay open", "stay-closed": "stay closed", "orbit": "reach orbit"}
# The first words of what is yet to come, and those that only say when and whether.
_AHEAD = frozenset("will won't would wouldn't shall to".split())
_PLURAL = frozenset("were are have weren't aren't haven't".split())
_AUXILIARY = (
    _AHEAD
    | _PLURAL
    | frozenset("was is has had be been being not never wasn't isn't hasn't hadn't also may might".split())
)
_NUMBERS = frozenset("three four five six seven eight nine ten eleven twelve dozens hundreds thousands".split())
_BE = frozenset("be been is are was were being".split())
_TOWARDS = frozenset("to for into with on at from against over about before through by".split())
# Verbs that take the preposition of their noun: "began the search for survivors" is to search for them.
_LED_ON = frozenset(
    ("search for", "negotiate with", "talk with", "vote on", "appeal against", "invest in", "protest against")
)
_LOOSE_ENDS = frozenset("at by to from in on for with".split())
# An object of more words than these makes no question.
_SHORT, _LONG = 5, 8  # where somebody does it; where nobody is named


def question(evidence: Sequence[Evidence], asked: Kind, agencies: Agencies) -> str:
    """ "Will the National Guard take part in arrests?", from the words that most of the evidence uses."""
    said = [(e, e.claim) for e in evidence if isinstance(e.claim, RoleClaim)]
    small = frozenset(word for e, _ in said for word in e.sentence.split() if word.islower())
    key = asked_for([claim for _, claim in said])
    # A headline leaves out articles and half of the names.
    everybody = [claim for e, claim in said if e.sentence != e.title] or [claim for _, claim in said]
    claims = [c for c in everybody if frozenset((c.action.key, key)) not in pairs.OPPOSITES] or everybody
    action = key if key in _IN_WORDS or key in _VERBS else _most([c.action.family or c.action.key for c in claims])
    died = action == "kill" and not any(c.object for c in everybody if c.action.key == action)
    done = "die" if died else _IN_WORDS.get(action) or _VERBS.get(action, action.replace("-", " "))
    short = [(e, c) for e, c in said if c in claims and c.object and len(c.object.text.split()) <= _SHORT]
    thing = _most([_reached(e, c, done) for e, c in short])
    bare = done.removesuffix(" before").removesuffix(" from").removesuffix(" in")
    takes = thing and action not in _IN_WORDS
    what = f"{done} {_lowered(thing, small)}" if takes else _BY_ITSELF.get(action, bare)
    if asked is Kind.AGENCY:
        return f"Who did it: {what}?"
    # What ends by itself, "the strike", and not who ends it.
    ending = [c for c in everybody if c.object] if thing else [c for c in claims if c.actor.key]
    doing = (ending or everybody) if key in policy.ERGATIVE else everybody
    told = [_called(c.actor, agencies, small) for c in doing if c.actor.key]
    told = [f"the {name}" if f"the {name}" in told else name for name in told]  # headlines leave it out
    named = action in _IN_WORDS or action in _VERBS or _is_told(done, claims)
    if not (told and named) and (asked_of := _of_passive(claims, small)):
        return asked_of
    who = _closed(_most([name for name in told if name.lower() not in policy.PRONOUNS] or told) or "anybody")
    if action == "be":
        return f"Is {who} {_state(said) or thing or 'that'}?"
    if not named and (done_so := _perfect(claims)):
        several = who.lower() in ("they", "we", "police") or (who.islower() and who.endswith("s"))
        have = "Have" if several else "Has"
        return f"{have} {who} {done_so} {_lowered(thing, small)}?".replace(" ?", "?")
    ahead = any(_is_ahead(c) for c in everybody)
    return f"{'Will' if ahead else 'Did'} {who} {what}?"


def _reached(item: Evidence, claim: RoleClaim, done: str) -> str:
    """What it is done to, with the preposition before it: "for the tanks"; one that ``done`` has is left out."""
    thing = claim.object.text if claim.object else ""
    before = item.sentence.partition(claim.action.text)[2].partition(thing)[0].strip()
    noun = (
        len([word for word in claim.action.text.lower().split() if word not in _AUXILIARY]) > 1
    )  # "made contact with"
    led_on = f"{done} {before}" in _LED_ON or not noun
    return f"{before} {thing}" if before in _TOWARDS and led_on and not done.endswith(f" {before}") else thing


def _state(said: Sequence[tuple[Evidence, RoleClaim]]) -> str:
    """What something is, with the words before it: "in force"."""
    for item, claim in said:
        behind = item.sentence.partition(claim.action.text)[2]
        before, found, _ = behind.partition(claim.object.text) if claim.object else ("", "", "")
        if found and len(before.split()) <= 1:
            return f"{before}{found}".strip()
    return ""


def _is_told(done: str, claims: Sequence[RoleClaim]) -> bool:
    """Whether some report uses the word that names the class: "paid" is of "pay", and "suspended" not of "end"."""
    told = (word for c in claims for word in c.action.text.lower().split() if word not in _AUXILIARY)
    return any(word[0] == done[0] for word in told)


def _perfect(claims: Sequence[RoleClaim]) -> str:
    """What somebody has done, in a report's word: "halted", of "had halted"; empty where none tells it so."""
    for claim in claims:
        first, _, rest = claim.action.text.lower().partition(" ")
        said = [word for word in rest.split() if word not in _AUXILIARY]
        if first in ("has", "have", "had") and "been" not in rest and len(said) == 1:
            return said[0]
        if first.endswith("ed") and not rest:
            return first
    return ""


def _is_ahead(claim: RoleClaim) -> bool:
    first = claim.action.text.partition(" ")[0].lower()
    return first in _AHEAD or (claim.factuality not in policy.FACTS and first != "having")


def _of_passive(claims: Sequence[RoleClaim], small: frozenset[str]) -> str:
    """ "Was the captain arrested?", in the words of the first that does not deny it."""
    told = [c for c in claims if c.object and len(c.object.text.split()) <= _LONG]
    told = [c for c in told if not (c.actor.key and _BE.isdisjoint(c.action.text.lower().split()))]
    claim = min(told, key=lambda c: c.factuality.denies, default=None)
    if claim is None or claim.object is None:
        return ""
    first, _, said = claim.action.text.lower().partition(" ")
    words = [word for word in said.split() if word not in _AUXILIARY]
    done = " ".join(words[:-1] if words[1:] and words[-1] in _LOOSE_ENDS else words)  # "fired at" is "fired"
    whom = _closed(_lowered(claim.object.text, small))
    if not done or first not in _AUXILIARY:
        return ""
    if _is_ahead(claim):
        return f"Will {whom} be {done}?"
    several = first in _PLURAL or (first == "had" and _are_several(whom))
    return f"{'Were' if several else 'Was'} {whom} {done}?"


def _are_several(whom: str) -> bool:
    first = whom.partition(" ")[0]
    counted = first[:1].isdigit() or (first in policy.COUNTS and first != "one")
    return counted or whom.endswith("s") or "people" in whom.split()


def _lowered(text: str, small: frozenset[str]) -> str:
    """Without the capital of a first word that some sentence has in ``small`` letters; "no shots" are "any shots"."""
    first, space, rest = text.partition(" ")
    word = first.lower()
    if word == "no":
        return f"any {rest}"
    if word in policy.STOP | _NUMBERS:
        return word + space + rest
    titled = rest[:1].isupper()  # "Captain Olle Berg", "Chief Executive"
    common = word in small or word in policy.GENERIC_ACTORS or word.removesuffix("s") in policy.GENERIC_ACTORS
    return word + space + rest if common and not titled else text


def _closed(name: str) -> str:
    """ "The captain, Olle Berg," with its second comma."""
    return f"{name}," if "," in name else name


def _called(actor: Term, agencies: Agencies, small: frozenset[str]) -> str:
    """A body by its name, with the article that most of them bear; others as the text has them."""
    if actor.key not in agencies:
        return _lowered(actor.text, small)
    name = agencies.name(actor.key)
    bare = name.lower().startswith("the ") or (len(name.split()) == 1 and not actor.text.lower().startswith("the "))
    return name if bare else f"the {name}"


def _most(words: Sequence[str]) -> str:
    return Counter(words).most_common(1)[0][0] if words else ""
