"""Spans: how long something lasts, where the time stands with it: "a 72-hour ceasefire", "a contract of five years"."""

from claims.term import Term
from parsers.figures.counted import phrase_after
from parsers.figures.scene import Scene
from parsers.lexicon import table
from parsers.text.counted_nouns import CountedNouns

SPAN = "span"  # the family of what lasts
_SENT = frozenset(("deploy", "station"))
_STAYS = frozenset(("stay", "remain"))
_FORCES = frozenset("troops soldiers guardsmen guard members forces contingent marines army".split())
_LASTING = frozenset(("lasts", "lasted", "lasting"))
_AHEAD = frozenset("will would to should could may might must".split())
_LASTS = {word: group.split()[0] for group in table("figures")["spans"] for word in group.split()}


def lasting(scene: Scene, first: int, last: int, nouns: CountedNouns) -> Term | None:
    """What the time at tokens ``first`` to ``last`` is the length of."""
    if scene.word(first - 1) == "of" and scene.word(first - 2) in _LASTS:
        return _term(scene, first - 2, first - 2)
    told = _told(scene, first)
    if told is not None:
        return told
    compound = any("-" in token.text for token in scene.tokens[first:last])
    end = phrase_after(scene, last, nouns) if compound else last
    return _term(scene, last, end - 1) if end > last and scene.word(end - 1) in _LASTS else None


def _told(scene: Scene, first: int) -> Term | None:
    """ "The ceasefire is to last 72 hours", "will be deployed for 60 days", "the troops would stay for 90 days"."""
    behind = first - (scene.word(first - 1) == "for")
    before = scene.clause_before(behind - 1)
    if scene.word(behind - 1) in _LASTING or (scene.word(behind - 1) == "last" and scene.word(behind - 2) in _AHEAD):
        what = next((at for at in before if scene.word(at) in _LASTS), None)
        return _term(scene, what, what) if what is not None else None
    told = next((at for at in (behind - 1, *before[:3]) if at in scene.verbs), None) if behind < first else None
    lemma = scene.lemma(told) if told is not None else ""
    sent = lemma in _SENT or (lemma in _STAYS and any(scene.word(at) in _FORCES for at in before))
    return Term("deployment", "deployment", SPAN) if sent else None


def _term(scene: Scene, first: int, head: int) -> Term:
    return Term(scene.text(first, head + 1), _LASTS[scene.word(head)], SPAN)
