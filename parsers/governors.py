"""Governors: the action a counted figure belongs to.

The order is measured: a toll phrase first ("toll rises to N"), then a verb right before ("kills N"),
then the participle after the noun phrase ("N people killed"), then back to the verb, then what coordination hands on.
"""

from collections.abc import Collection, Mapping, Sequence

from claims.term import Term
from parsers.counted import implied
from parsers.lexicon import table, words
from parsers.tokens import Token, TokenKind
from parsers.verbs import verb

_LISTS = table("figures")
_TOLL = words(_LISTS["toll"])
_TOLL_VERBS = words(_LISTS["toll_verbs"])
_BETWEEN = words(_LISTS["between"])
_OBJECTS = words(_LISTS["objects"])
_OBJECT_GAP = words(_LISTS["object_gap"])


def governor(
    tokens: Sequence[Token],
    actions: Mapping[int, Term],
    verbs: Collection[int],
    first: int,
    phrase: int,
    end: int,
    previous: tuple[int, Term | None],
) -> Term | None:
    """The action that the figure at ``tokens[first:…]`` belongs to; its noun phrase is ``tokens[phrase:end]``.

    ``previous`` is where the last figure's phrase ended and its action, for "killed 3 men and 2 women".
    """
    return (
        _asked(tokens, actions, first)
        or _within(tokens, actions, verbs, phrase, end)
        or _toll(tokens, actions, first)
        or (actions.get(first - 1) if first and verb(tokens[first - 1].lower) else None)
        or _after(tokens, actions, verbs, end)
        or _before(tokens, actions, first)
        or _handed_on(tokens, first, previous)
        or _later(tokens, actions, verbs, end)
    )


def _within(
    tokens: Sequence[Token], actions: Mapping[int, Term], verbs: Collection[int], phrase: int, end: int
) -> Term | None:
    """ "33 missing crew members", "9 hurt", "41 bodies"; "12 murder suspects" are not murdered."""
    for at in range(phrase, end):
        if at in actions and (at in verbs or at == end - 1):
            return actions[at]
    told = implied(tokens[end - 1].lower) if end > phrase else None
    return Term(tokens[end - 1].text, told, told) if told else None


def _asked(tokens: Sequence[Token], actions: Mapping[int, Term], first: int) -> Term | None:
    """A request that governs through nouns and infinitives: "asked the Pentagon to allow 20,000 troops"."""
    for at in range(first - 1, max(-1, first - 12), -1):
        if tokens[at].text in ',;:.—–“”"' or tokens[at].lower in {"that", "which", "who", "and", "but", "as", "after"}:
            return None
        action = actions.get(at)
        if action is not None and action.key == "request":
            return action
    return None


def _toll(tokens: Sequence[Token], actions: Mapping[int, Term], first: int) -> Term | None:
    """ "death toll from the collapse rises to 42", "collapse deaths top 620", "put the toll at 40"."""
    if not (first and (tokens[first - 1].lower in _TOLL_VERBS | _TOLL or tokens[first].lower in _TOLL_VERBS)):
        return None
    for at in range(first - 1, max(-1, first - 14), -1):
        if tokens[at].text in ";." or tokens[at].kind is TokenKind.NUMBER:
            return None
        if tokens[at].lower in _TOLL:
            return actions.get(at)
    return None


def _after(tokens: Sequence[Token], actions: Mapping[int, Term], verbs: Collection[int], end: int) -> Term | None:
    """ "47 dead", "38 feared dead", "two people were wounded"; "two men shot a guard" is what they did."""
    at = end
    while at < len(tokens) and at < end + 6 and at not in actions and tokens[at].lower in _BETWEEN:
        at += 1
    action = actions.get(at)
    # A gerund tells what they do themselves: "killed 40 people seeking shelter".
    if action is None or (tokens[at].lower.endswith("ing") and tokens[at].lower != "missing"):
        return None
    return _doing(action) if at == end and at in verbs and _has_object(tokens, at) else action


def _doing(action: Term) -> Term:
    """The action of those who do it: three gunmen who shot are not three who were shot."""
    return Term(action.text, f"{action.key}-by", action.family)


def _has_object(tokens: Sequence[Token], at: int) -> bool:
    """Whether an active verb's object follows: "opened fire", "shot a guard", "killed five"."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is None:
        return False
    return following.kind is TokenKind.NUMBER or following.lower in _OBJECTS


def _before(tokens: Sequence[Token], actions: Mapping[int, Term], first: int) -> Term | None:
    """ "killing at least five", "the arrest of over 1,000"."""
    at = first - 1
    while at >= 0 and at > first - 6 and at not in actions and tokens[at].lower in _OBJECT_GAP:
        at -= 1
    return actions.get(at)


def _handed_on(tokens: Sequence[Token], first: int, previous: tuple[int, Term | None]) -> Term | None:
    """ "killed three men and two women": the second figure shares the first one's verb."""
    end, action = previous
    between = [t.lower for t in tokens[end:first]]
    return (
        action
        if action is not None and between and set(between) <= {"and", ",", "as", "well", "at", "least", "or"}
        else None
    )


def _later(tokens: Sequence[Token], actions: Mapping[int, Term], verbs: Collection[int], end: int) -> Term | None:
    """The first action of the clause after the phrase: "66 people on board are missing"."""
    for at in range(end, min(len(tokens), end + 10)):
        if tokens[at].text in ',;:.—–“”"' or tokens[at].lower in {
            "who",
            "which",
            "that",
            "when",
            "as",
            "after",
            "and",
            "but",
        }:
            return None
        if at in actions:
            return actions[at]
        if at in verbs and tokens[at].lower not in _BETWEEN:
            return None
    return None
