"""Nouns: regular plurals, and the singular that a noun is filed under."""

from functools import lru_cache

_IRREGULAR = {"children": "child", "wives": "wife", "lives": "life", "thieves": "thief", "leaves": "leaf"}


@lru_cache(maxsize=1 << 16)
def singular(noun: str) -> str:
    """The key of a noun: without the possessive and the regular plural."""
    noun = noun.removesuffix("'s").removesuffix("'")
    if noun in _IRREGULAR or noun.endswith("men"):
        return _IRREGULAR.get(noun, noun.removesuffix("men") + "man")
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("sses", "shes", "ches", "xes")):
        return noun[:-2]
    return noun[:-1] if noun.endswith("s") and not noun.endswith(("ss", "us", "is")) and len(noun) > 3 else noun


def plural(noun: str) -> str:
    """The regular plural of a noun."""
    if noun.endswith(("s", "x", "z", "ch", "sh")):
        return noun + "es"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + "s"
