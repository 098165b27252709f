"""Verbs: by which an action is asked for, in a question of roles."""

from collections.abc import Sequence

from claims.claim import RoleClaim
from matching.roles import policy
from matching.roles.complements import AHEAD, AUXILIARY, Said

# Families whose name is no verb that people use, or whose object is in it.
IN_WORDS = {
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
VERBS = {
    "concede-defeat": "concede", "pass-test": "pass", "fail-test": "fail", "shoot-down": "shoot down",
    "stay-open": "keep open", "stay-closed": "keep closed", "fire-gas": "fire", "hold-captive": "hold",
    "absent": "stay away from", "take-part": "take part in", "give-evidence": "testify before",
    "orbit": "put into orbit", "cancel": "cancel", "accept-verdict": "accept", "hold-level": "freeze",
    "at-large": "be at large", "be-behind": "be behind", "stay-in-group": "stay in",
    "leave-group": "leave", "replay": "play again", "deny-part": "deny a part in it",
    "run-for-office": "run", "retain": "keep", "lift-ban": "lift", "as-planned": "take place as planned",
}  # fmt: skip
# What they are called where nobody does them to it.
BY_ITSELF = {"stay-open": "stay open", "stay-closed": "stay closed", "orbit": "reach orbit"}
# What a report says in more words than these is left out of a question.
SHORT = 5


def verb(action: str, everybody: Sequence[Said]) -> str:
    """The verb of the question."""
    if action == "kill":
        killed = [c for _, c in everybody if c.action.key == action and c.object]
        if not killed or any(c.object and c.object.key in policy.NOBODY for c in killed):
            return "die"
        return action if any(c.actor.key for c in killed) else IN_WORDS[action]  # "Did police kill the gunman?"
    itself = policy.OF_ITSELF.get(action, frozenset())
    if any(c.object and c.object.key in itself for _, c in everybody):
        return "fire"  # "fired two shots"
    return IN_WORDS.get(action) or VERBS.get(action, action.replace("-", " "))


def is_told(done: str, on: Sequence[Said]) -> bool:
    """Whether some report uses the word that names the class: "paid" is of "pay", and "suspended" not of "end"."""
    told = (word for _, c in on for word in c.action.text.lower().split() if word not in AUXILIARY)
    return any(word[0] == done[0] for word in told)


def perfect(on: Sequence[Said]) -> str:
    """What somebody has done, in a report's words: "halted", of "had halted", "raised the alarm"; or empty."""
    for _, claim in on:
        first, _, rest = claim.action.text.lower().partition(" ")
        said = [word for word in rest.split() if word not in AUXILIARY]
        if first in ("has", "have", "had") and "been" not in rest and len(said) == 1:
            return said[0]
        if first.endswith("ed") and len(said) <= SHORT:
            return claim.action.text.lower()
    return ""


def is_ahead(claim: RoleClaim) -> bool:
    """Whether what is told lies ahead, or is not told as a fact."""
    first = claim.action.text.partition(" ")[0].lower()
    return first in AHEAD or (claim.factuality not in policy.FACTS and first != "having")
