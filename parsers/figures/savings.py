"""Savings: what is to be saved, told with the verb or as the savings: "is to save $4 million", "the savings at"."""

from claims.term import Term

SAVES = "save-money"


def of(thing: Term | None, action: Term | None) -> tuple[Term, Term] | None:
    """The thing and the action of a sum that is saved, None for any other."""
    told = action if action is not None and action.key == SAVES else None
    if told is None and action is None and thing is not None and _named(thing):
        told = Term(thing.text, SAVES, SAVES)
    return (Term(told.text, "saving"), told) if told is not None else None


def hoped_for(action: Term | None) -> bool:
    """ "The savings at $4 million" are mostly still to come."""
    return action is not None and action.key == SAVES and action.text.endswith("savings")


def _named(thing: Term) -> bool:
    return thing.text.split()[-1].lower() in ("saving", "savings")
