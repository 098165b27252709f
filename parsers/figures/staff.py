"""Shares of a staff: "9 percent of its workforce" belongs to the layoff that its sentence tells."""

from claims.term import Term
from parsers.figures.scene import Scene
from parsers.lexicon import table, words
from parsers.text.verbs import verb

_LISTS = table("figures")
_LINKS = words(_LISTS["hands_on"]) | words(_LISTS["shares"]["links"])
STAFF = "staff"


def action_of(scene: Scene, first: int, action: Term | None, previous: tuple[int, Term | None]) -> Term | None:
    """The action of a share of staff at token ``first``; ``previous`` is where the last figure ended, and its action.

    To cut a twelfth of the staff is to lay people off; "5,500 posts, or 9 percent of its workforce" is one layoff.
    """
    known = verb(action.text.lower()) if action is not None else None
    told = scene.lexicon.of_object(known.lemma, STAFF) if known else None
    if told is not None and action is not None:
        return told.term(action.text)
    end, before = previous
    between = {scene.word(at) for at in range(end, first)}
    return action or (before if between and between <= _LINKS else None)
