"""Capitals: whether a word with one is a name, and whether the whole sentence is a headline, where it says little."""

from collections.abc import Sequence

from parsers.text.tokens import WORD, Token
from parsers.text.words import STOP, common


def title_case(tokens: Sequence[Token]) -> bool:
    """Whether a sentence is a headline in title case or capitals, where a capital says little."""
    if 3 * sum([t.capital for t in tokens]) < len(tokens):
        return False  # most sentences: not worth a look into the dictionary
    long = [t for t in tokens if t.kind is WORD and len(t.text) > 3 and t.lower not in STOP and common(t.lower)]
    return len(long) > 2 and sum(t.capital for t in long) > 0.6 * len(long)


def is_name(tokens: Sequence[Token], at: int, headline: bool) -> bool:
    """Whether the capitalised token at ``at`` is (part of) a proper name."""
    starts = at == 0 or tokens[at - 1].text in {".", ":", "“", '"', "‘", "—", "–"}
    if headline or starts:
        return not common(tokens[at].lower.removesuffix("'s"))
    return True
