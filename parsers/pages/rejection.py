"""What is no article: pages that only look like one, each with the reason why it is left out."""

import re
from functools import cache

from lxml import html

from parsers.lexicon import table
from parsers.pages.page import Description
from parsers.pages.refusals import SHORTEST, NotAnArticleError, too_long

# A notice in place of an article is short; an article may mention cookies, subscribers or a missing page.
_NOTICE = 900
# A longer line that begins like a link ("PHOTOS: … “They were lucky,” he said …") holds a paragraph of the story too.
_LINK = 200
_SENTENCE = re.compile(r"[.!?…][\"'”’)\]]*$")


def check(page: Description, tree: html.HtmlElement, text: str, teasers: int) -> None:
    """Raises NotAnArticleError if ``text``, taken from ``tree``, is not the text of an article.

    ``teasers`` is how many of them were taken out of the page before.
    """
    reason = (
        _missing(page, text)
        or _walled(page, tree, text)
        or _shell(tree, text)
        or _pictures(page, tree, text)
        or _index(text, teasers)
        or _digitless(text)
        or _size(text)
    )
    if reason:
        raise NotAnArticleError(reason)


def without_furniture(text: str) -> str:
    """The text without the lines that the site adds to every story: links to others, calls, copyright."""
    cues = _cues("furniture")
    return "\n".join(line for line in text.splitlines() if len(line) > _LINK or not cues.search(line.strip()))


def _missing(page: Description, text: str) -> str | None:
    """A soft 404: a title that says so over a page of little text, or hardly any text besides."""
    titled = len(text) < 4 * _NOTICE and _cues("untitled").search(page.title or "")
    says = titled or (len(text) < _NOTICE / 2 and _cues("missing").search(text))
    return "says that there is no such page, although it was sent as found" if says else None


def _walled(page: Description, tree: html.HtmlElement, text: str) -> str | None:
    """A wall is what the page shows instead of its text: asked of short texts only, and of lines, not mentions."""
    shown = " ".join(tree.text_content().split()) if len(text) < 2 * _NOTICE else ""
    if len(text) < 2 * _NOTICE and (page.free is False or _cues("paywall").search(shown)):
        return "a teaser: the rest is behind a paywall or login"
    lines = [line for line in (text or shown).splitlines() if line.strip()]
    agreed = [line for line in lines if _cues("consent").search(line)]
    if sum(map(len, agreed)) > 0.5 * sum(map(len, lines)) and len(text) < 2 * _NOTICE:
        return "asks for consent to cookies instead of showing its text"
    return None


def _shell(tree: html.HtmlElement, text: str) -> str | None:
    if len(text) >= _NOTICE:
        return None
    words = " ".join(tree.xpath("string(//body)").split())
    asks = _cues("scripted").search(text) or _cues("scripted").search(" ".join(tree.xpath("//noscript//text()")))
    mounted = tree.xpath('//*[@id="root" or @id="app" or @id="__next" or @id="__nuxt"]')
    bare = (
        bool(mounted)
        and len(tree.xpath("//script")) > 0
        and len(words) < 200 + len("".join(tree.xpath("//script/text()")))
    )
    return "shows its text only to a browser that runs its scripts" if asks or (bare and len(text) < SHORTEST) else None


def _pictures(page: Description, tree: html.HtmlElement, text: str) -> str | None:
    live = any("LiveBlog" in kind for kind in page.kinds)
    sentences = sum(bool(_SENTENCE.search(line)) for line in text.splitlines())
    if live and sentences < 5:
        return "a live ticker with hardly any text"
    pictures = len(tree.xpath("//figure | //picture"))
    return f"a gallery of {pictures} pictures with hardly any text" if pictures >= 5 and sentences < 3 else None


def _index(text: str, teasers: int) -> str | None:
    """A front page or a list: nothing is left without its teasers, or what is left are no sentences."""
    lines = [line for line in text.splitlines() if line.strip()]
    if teasers >= 4 and len(text) < SHORTEST:
        return "a page that lists articles, not an article"
    if len(lines) >= 10 and sum(not _SENTENCE.search(line) for line in lines) > 0.75 * len(lines):
        return "a list of links or headlines, not an article"
    return None


def _digitless(text: str) -> str | None:
    lower = text.lower()  # to look at both cases takes twice as long
    empty = sum(len(cue.findall(lower)) for cue in _empty())
    lost = (empty >= 2 and not re.search(r"\d", text)) or empty >= 5
    return "its numbers are missing: it lost its digits on the way to us" if lost else None


def _size(text: str) -> str | None:
    return too_long(text) or ("a page with no article in it" if len(text) < SHORTEST else None)


@cache
def _empty() -> list[re.Pattern[str]]:
    """Places where a number is missing, in lower case."""
    return [re.compile(cue, re.MULTILINE) for cue in table("pages")["empty"]["places"]]


@cache
def _cues(name: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{cue})" for cue in table("pages")[name]), re.IGNORECASE | re.MULTILINE)
