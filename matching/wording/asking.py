"""Asking: a question of roles in plain words, from those that most of its evidence uses."""

from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from claims.agencies import Agencies
from claims.claim import RoleClaim
from claims.relation import Evidence, Kind
from matching.roles import obligations, pairs, policy
from matching.roles.complements import Said, reached, state, told_to
from matching.wording import passives
from matching.wording.answers import asked_for
from matching.wording.called import called, closed, lowered
from matching.wording.verbs import BY_ITSELF, IN_WORDS, SHORT, VERBS, is_ahead, is_told, perfect, verb


def question(evidence: Sequence[Evidence], asked: Kind, agencies: Agencies) -> str:
    """ "Will the National Guard take part in arrests?", from the words that most of the evidence uses."""
    told = _Told(evidence, agencies)
    if told.action == "arrest" and (held := told.held):
        return held
    if asked is Kind.AGENCY:
        return f"Who did it: {told.what}?"
    if not (told.names and told.named) and (befell := passives.suffered(told.on, told.small)):
        return befell
    if told.action == "be":
        return f"Is {told.who} {state(told.said) or told.thing or 'that'}?"
    if told.verb.startswith("be ") and not told.ahead:
        return f"Was {told.who} {told.what.removeprefix('be ')}?"
    if not told.named and (done := perfect(told.on)):
        several = told.who.lower() in ("they", "we", "police") or (told.who.islower() and told.who.endswith("s"))
        what = lowered(told.thing, told.small) if " " not in done else ""
        return _asked("Have" if several else "Has", told.who, done, what, told.to_do)
    first = "Must" if all(obligations.duty(claim) for _, claim in told.on) else "Will" if told.ahead else "Did"
    return _asked(first, told.who, told.what, told.to_do)


class _Told:
    """What most of the evidence on one question tells, each part of it worked out when asked for."""

    def __init__(self, evidence: Sequence[Evidence], agencies: Agencies) -> None:
        self.said: list[Said] = [(e, e.claim) for e in evidence if isinstance(e.claim, RoleClaim)]
        # words that some sentence has in small letters
        self.small = frozenset(word for e, _ in self.said for word in e.sentence.split() if word.islower())
        # A headline leaves out articles and half of the names.
        self.everybody = [(e, claim) for e, claim in self.said if e.sentence != e.title] or self.said
        self._agencies = agencies
        self._key = asked_for([claim for _, claim in self.said])

    @cached_property
    def on(self) -> list[Said]:
        """Those who do not tell it by its opposite, if there are any."""
        told = [(e, c) for e, c in self.everybody if frozenset((c.action.key, self._key)) not in pairs.OPPOSITES]
        return told or self.everybody

    @cached_property
    def action(self) -> str:
        known = self._key in IN_WORDS or self._key in VERBS
        return self._key if known else _most([c.action.family or c.action.key for _, c in self.on])

    @cached_property
    def _verb(self) -> str:
        return verb(self.action, self.everybody)

    @cached_property
    def verb(self) -> str:
        return "ask" if self.action == "request" and self.thing.startswith("for ") else self._verb

    @cached_property
    def thing(self) -> str:
        """What it is done to, or empty."""
        short = [(e, c) for e, c in self.on if c.object and len(c.object.text.split()) <= SHORT]
        things = [reached(e, c, self._verb) for e, c in short]
        return next((told for told in things if told.lower().startswith("no ")), _most(things))

    @cached_property
    def what(self) -> str:
        """The verb with what it is done to."""
        if self.thing and (self.action not in IN_WORDS or self.verb == self.action):
            return f"{self.verb} {lowered(self.thing, self.small)}"
        bare = self.verb.removesuffix(" before").removesuffix(" from").removesuffix(" in")
        return BY_ITSELF.get(self.action, bare)

    @cached_property
    def names(self) -> list[str]:
        """What those who do it are called; of what ends by itself that, "the strike", and not who ends it."""
        ending = [one for one in (self.everybody if self.thing else self.on) if self._ends(one)]
        doing = (ending or self.everybody) if self._key in policy.ERGATIVE else self.everybody
        names = [called(c.actor, self._agencies, self.small) for _, c in doing if c.actor.key]
        return [f"the {name}" if f"the {name}" in names else name for name in names]  # headlines leave it out

    def _ends(self, one: Said) -> bool:
        return bool(one[1].object if self.thing else one[1].actor.key)

    @cached_property
    def who(self) -> str:
        told = [name for name in self.names if name.lower() not in policy.PRONOUNS] or self.names
        return closed(_most(told) or "anybody")

    @cached_property
    def named(self) -> bool:
        """Whether the verb is one that people use of it."""
        return self.action in IN_WORDS or self.action in VERBS or is_told(self.verb, self.on)

    @cached_property
    def held(self) -> str:
        """ "Was the director detained?", of those whom no body of ours holds; or empty."""
        others = [(e, c) for e, c in self.on if c.actor.key not in self._agencies]
        return passives.suffered(others, self.small) or passives.held(others, self.small)

    @cached_property
    def ahead(self) -> bool:
        return any(is_ahead(claim) for _, claim in self.everybody)

    @cached_property
    def to_do(self) -> str:
        """What somebody is made or let to do: "to stay in port"."""
        return _most([to for e, c in self.on if (to := told_to(e, c))])


def _asked(*parts: str) -> str:
    return " ".join(filter(None, parts)) + "?"


def _most(words: Sequence[str]) -> str:
    return Counter(words).most_common(1)[0][0] if words else ""
