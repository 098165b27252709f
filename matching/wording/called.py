"""Called: what questions call those who do something and what it is done to."""

from claims.agencies import Agencies
from claims.term import Term
from matching.roles import policy
from matching.words.policy import STOP

_NUMBERS = frozenset("three four five six seven eight nine ten eleven twelve dozens hundreds thousands".split())
_ANYBODY = {"nobody": "anybody", "none": "any"}


def lowered(text: str, small: frozenset[str]) -> str:
    """Without the capital of a first word that some sentence has in ``small`` letters; "no shots" are "any shots"."""
    first, space, rest = text.partition(" ")
    word = first.lower()
    if word == "no":
        return "anyone" if rest == "one" else f"any {rest}"
    if word in _ANYBODY:
        return _ANYBODY[word] + space + rest
    if word in STOP | _NUMBERS:
        return word + space + rest
    titled = rest[:1].isupper()  # "Captain Olle Berg", "Chief Executive"
    common = word in small or word in policy.GENERIC_ACTORS or word.removesuffix("s") in policy.GENERIC_ACTORS
    return word + space + rest if common and not titled else text


def closed(name: str) -> str:
    """ "The captain, Olle Berg," with its second comma."""
    return f"{name}," if "," in name else name


def called(actor: Term, agencies: Agencies, small: frozenset[str]) -> str:
    """A body by its name, with the article that most of them bear; others as the text has them."""
    if actor.key not in agencies:
        several = not actor.family and " " not in actor.text and actor.text.endswith("s")
        return actor.text.lower() if several else lowered(actor.text, small)  # "Inspectors found no defects"
    name = agencies.name(actor.key)
    bare = name.lower().startswith("the ") or (len(name.split()) == 1 and not actor.text.lower().startswith("the "))
    return name if bare else f"the {name}"


def are_several(whom: str) -> bool:
    """Whether "were" goes with a name: "shots", "three men", and not "a ransom of 3 million dollars"."""
    first = whom.partition(" ")[0].lower()
    if first in ("a", "an"):
        return False
    counted = first[:1].isdigit() or (first in policy.COUNTS and first != "one")
    plural = whom.endswith("s") and not whom.endswith(("ss", "us", "is"))
    return counted or plural or "people" in whom.split()
