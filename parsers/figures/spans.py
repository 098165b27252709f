"""Spans: how long something lasts, where the time stands with it: "a 72-hour ceasefire", "a contract of five years"."""

from claims.term import Term
from parsers.figures.counted import CountedNouns, phrase_after
from parsers.figures.scene import Scene
from parsers.lexicon import table

SPAN = "span"  # the family of what lasts
_LASTS = {word: group.split()[0] for group in table("figures")["spans"] for word in group.split()}


def lasting(scene: Scene, first: int, last: int, nouns: CountedNouns) -> Term | None:
    """What the time at tokens ``first`` to ``last`` is the length of."""
    if scene.word(first - 1) == "of" and scene.word(first - 2) in _LASTS:
        return _term(scene, first - 2, first - 2)
    compound = any("-" in token.text for token in scene.tokens[first:last])
    end = phrase_after(scene, last, nouns) if compound else last
    return _term(scene, last, end - 1) if end > last and scene.word(end - 1) in _LASTS else None


def _term(scene: Scene, first: int, head: int) -> Term:
    return Term(scene.text(first, head + 1), _LASTS[scene.word(head)], SPAN)
