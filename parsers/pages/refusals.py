"""Refusals: why there is no article in what was sent; the message says it to people."""

# Below this there is no room for a claim and what it is about; briefs of one long sentence are above it.
SHORTEST, LONGEST = 80, 200_000


class NotAPageError(ValueError):
    """Markup that is no page or that would take too long to read."""


class NotAnArticleError(ValueError):
    """A page that is no article, but something else."""


class OtherLanguageError(ValueError):
    """A text that the lexicons cannot read; left out, but no fault of its source."""


def too_long(text: str) -> str | None:
    """What is said of a text that no article is as long as."""
    if len(text) <= LONGEST:
        return None
    return f"a text of {len(text):,} characters, more than any article has (limit {LONGEST:,})"
