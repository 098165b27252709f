"""Teasers: the boxes in which a page announces other pages, each a linked headline and a few words."""

from lxml import html

_LINKED_HEADLINES = "(//h1|//h2|//h3|//h4|//h5)[.//a[@href] or parent::a[@href]]"
_LONGEST, _CLIMB = 600, 4


def teasers(tree: html.HtmlElement) -> list[str]:
    """The words of each teaser of the page: its headline, and what stands in the same box with no other headline."""
    headlines = tree.xpath(_LINKED_HEADLINES)
    return [_words(_box(headline, set(headlines))) for headline in headlines]


def _box(headline: html.HtmlElement, headlines: set[html.HtmlElement]) -> html.HtmlElement:
    """The widest element around a headline that holds no other one and is no longer than a teaser."""
    box = headline
    for parent, _ in zip(headline.iterancestors(), range(_CLIMB), strict=False):
        others = sum(element in headlines for element in parent.iter("h1", "h2", "h3", "h4", "h5"))
        if others > 1 or len(parent.text_content()) > _LONGEST:
            break
        box = parent
    return box


def _words(element: html.HtmlElement) -> str:
    """Its text with a space between its blocks, as a reader sees it."""
    return " ".join(" ".join(element.itertext()).split())
