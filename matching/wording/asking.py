"""Asking: a question of roles in plain words, from those that most of its evidence uses."""

from collections import Counter
from collections.abc import Sequence

from claims.agencies import Agencies
from claims.claim import RoleClaim
from claims.relation import Evidence, Kind
from matching.roles import obligations, pairs, policy
from matching.roles.complements import AHEAD, AUXILIARY, PLURAL, Said, behind_participle, reached, state, told_to
from matching.wording.answers import asked_for
from matching.wording.called import are_several, called, closed, lowered

# Families whose name is no verb that people use, or whose object is in it.
_IN_WORDS = {
    "arrest": "take part in arrests",
    "comment": "speak about it",
    "kill": "kill anyone",
    "stay-put": "stay put",
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
_VERBS = {
    "concede-defeat": "concede", "pass-test": "pass", "fail-test": "fail", "shoot-down": "shoot down",
    "stay-open": "keep open", "stay-closed": "keep closed", "fire-gas": "fire", "hold-captive": "hold",
    "absent": "stay away from", "take-part": "take part in", "give-evidence": "testify before",
    "orbit": "put into orbit", "cancel": "cancel", "accept-verdict": "accept", "hold-level": "freeze",
    "at-large": "be at large", "be-behind": "be behind", "stay-in-group": "stay in",
    "leave-group": "leave", "replay": "play again", "deny-part": "deny a part in it",
    "run-for-office": "run", "retain": "keep", "lift-ban": "lift", "as-planned": "take place as planned",
}  # fmt: skip
# What they are called where nobody does them to it.
_BY_ITSELF = {"stay-open": "stay open", "stay-closed": "stay closed", "orbit": "reach orbit"}
_BE = frozenset("be been is are was were being".split())
_LOOSE_ENDS = frozenset("at by to from in on for with".split())
# An object of more words than these makes no question.
_SHORT, _LONG = 5, 8  # where somebody does it; where nobody is named


def question(evidence: Sequence[Evidence], asked: Kind, agencies: Agencies) -> str:
    """ "Will the National Guard take part in arrests?", from the words that most of the evidence uses."""
    said = [(e, e.claim) for e in evidence if isinstance(e.claim, RoleClaim)]
    small = frozenset(word for e, _ in said for word in e.sentence.split() if word.islower())
    key = asked_for([claim for _, claim in said])
    # A headline leaves out articles and half of the names.
    everybody = [(e, claim) for e, claim in said if e.sentence != e.title] or said
    on = [(e, c) for e, c in everybody if frozenset((c.action.key, key)) not in pairs.OPPOSITES] or everybody
    action = key if key in _IN_WORDS or key in _VERBS else _most([c.action.family or c.action.key for _, c in on])
    done = _done(action, everybody)
    short = [(e, c) for e, c in on if c.object and len(c.object.text.split()) <= _SHORT]
    things = [reached(e, c, done) for e, c in short]
    thing = next((told for told in things if told.lower().startswith("no ")), _most(things))
    others = [(e, c) for e, c in on if c.actor.key not in agencies]
    if action == "arrest" and (held := _of_passive(others, small) or _held(others, small)):
        return held
    if action == "request" and thing.startswith("for "):
        done = "ask"
    bare = done.removesuffix(" before").removesuffix(" from").removesuffix(" in")
    takes = thing and (action not in _IN_WORDS or done == action)
    what = f"{done} {lowered(thing, small)}" if takes else _BY_ITSELF.get(action, bare)
    if asked is Kind.AGENCY:
        return f"Who did it: {what}?"
    # What ends by itself, "the strike", and not who ends it.
    ending = [one for one in everybody if one[1].object] if thing else [one for one in on if one[1].actor.key]
    doing = (ending or everybody) if key in policy.ERGATIVE else everybody
    told = [called(c.actor, agencies, small) for _, c in doing if c.actor.key]
    told = [f"the {name}" if f"the {name}" in told else name for name in told]  # headlines leave it out
    named = action in _IN_WORDS or action in _VERBS or _is_told(done, on)
    if not (told and named) and (asked_of := _of_passive(on, small)):
        return asked_of
    who = closed(_most([name for name in told if name.lower() not in policy.PRONOUNS] or told) or "anybody")
    if action == "be":
        return f"Is {who} {state(said) or thing or 'that'}?"
    to_do = _most([to for e, c in on if (to := told_to(e, c))])
    ahead = any(_is_ahead(c) for _, c in everybody)
    if done.startswith("be ") and not ahead:
        return f"Was {who} {what.removeprefix('be ')}?"
    if not named and (done_so := _perfect(on)):
        several = who.lower() in ("they", "we", "police") or (who.islower() and who.endswith("s"))
        have = "Have" if several else "Has"
        return _asked(f"{have} {who} {done_so}", lowered(thing, small) if " " not in done_so else "", to_do)
    must = all(obligations.duty(c) for _, c in on)
    return _asked("Must" if must else "Will" if ahead else "Did", who, what, to_do)


def _asked(*parts: str) -> str:
    return " ".join(filter(None, parts)) + "?"


def _done(action: str, everybody: Sequence[Said]) -> str:
    """The verb of the question."""
    if action == "kill":
        killed = [c for _, c in everybody if c.action.key == action and c.object]
        if not killed or any(c.object and c.object.key in policy.NOBODY for c in killed):
            return "die"
        return action if any(c.actor.key for c in killed) else _IN_WORDS[action]  # "Did police kill the gunman?"
    itself = policy.OF_ITSELF.get(action, frozenset())
    if any(c.object and c.object.key in itself for _, c in everybody):
        return "fire"  # "fired two shots"
    return _IN_WORDS.get(action) or _VERBS.get(action, action.replace("-", " "))


def _is_told(done: str, on: Sequence[Said]) -> bool:
    """Whether some report uses the word that names the class: "paid" is of "pay", and "suspended" not of "end"."""
    told = (word for _, c in on for word in c.action.text.lower().split() if word not in AUXILIARY)
    return any(word[0] == done[0] for word in told)


def _perfect(on: Sequence[Said]) -> str:
    """What somebody has done, in a report's words: "halted", of "had halted", "raised the alarm"; or empty."""
    for _, claim in on:
        first, _, rest = claim.action.text.lower().partition(" ")
        said = [word for word in rest.split() if word not in AUXILIARY]
        if first in ("has", "have", "had") and "been" not in rest and len(said) == 1:
            return said[0]
        if first.endswith("ed") and len(said) <= _SHORT:
            return claim.action.text.lower()
    return ""


def _is_ahead(claim: RoleClaim) -> bool:
    first = claim.action.text.partition(" ")[0].lower()
    return first in AHEAD or (claim.factuality not in policy.FACTS and first != "having")


def _of_passive(on: Sequence[Said], small: frozenset[str]) -> str:
    """ "Was the captain arrested?", in the words of the first that does not deny it."""
    told = [(e, c) for e, c in on if c.object and len(c.object.text.split()) <= _LONG]
    suffered = [(e, c) for e, c in told if not (c.actor.key and _BE.isdisjoint(c.action.text.lower().split()))]
    item, claim = min(suffered, key=lambda one: one[1].factuality.denies, default=(None, None))
    if item is None or claim is None or claim.object is None:
        return ""
    first, _, said = claim.action.text.lower().partition(" ")
    words = [word for word in said.split() if word not in AUXILIARY]
    done = " ".join(words[:-1] if words[1:] and words[-1] in _LOOSE_ENDS else words)  # "fired at" is "fired"
    whom = closed(lowered(claim.object.text, small))
    if not done and first.endswith("ed") and not claim.actor.key:  # a headline's "Director detained"
        return _befell(whom, first)
    if not done or first not in AUXILIARY:
        return ""
    done = " ".join(filter(None, (done, behind_participle(item, claim, done), told_to(item, claim))))
    if _is_ahead(claim):
        return f"Will {whom} be {done}?"
    several = first in PLURAL or (first == "had" and are_several(whom))
    return f"{'Were' if several else 'Was'} {whom} {done}?"


def _held(on: Sequence[Said], small: frozenset[str]) -> str:
    """ "Was the director detained?", of "prosecutors have detained the director"."""
    for _, claim in on:
        done = claim.action.text.lower().rpartition(" ")[2]
        if claim.object and done.endswith("ed") and len(claim.object.text.split()) <= _LONG:
            return _befell(closed(lowered(claim.object.text, small)), done)
    return ""


def _befell(whom: str, done: str) -> str:
    return _asked("Were" if are_several(whom) else "Was", whom, done)


def _most(words: Sequence[str]) -> str:
    return Counter(words).most_common(1)[0][0] if words else ""
