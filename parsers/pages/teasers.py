"""Teasers: the boxes in which a page announces other pages, each a linked headline and a few words.

On a page with a short story they hold more text than the story, and an extractor takes them for it.
"""

from urllib.parse import urljoin, urlsplit

from lxml import html

_LINKED_HEADLINES = "(//h2|//h3|//h4|//h5|//h6)[.//a[@href] or parent::a[@href]]"
_HEADLINES = ("h1", "h2", "h3", "h4", "h5", "h6")
_LONGEST, _CLIMB = 600, 4


def remove_teasers(tree: html.HtmlElement, url: str) -> int:
    """Take the teasers out of the page at ``url``; returns how many there were."""
    headlines = [h for h in tree.xpath(_LINKED_HEADLINES) if _leads_elsewhere(h, url)]
    boxes = dict.fromkeys(_box(headline) for headline in headlines)
    for box in boxes:
        if box.getparent() is not None:
            box.drop_tree()
    return len(boxes)


def _leads_elsewhere(headline: html.HtmlElement, url: str) -> bool:
    """Whether it links to another page: the headline of the page's own story may link to itself."""
    own = urlsplit(url).path
    return any(_path(url, link) != own for link in headline.xpath(".//a/@href | parent::a/@href"))


def _path(base: str, link: str) -> str | None:
    try:
        return urlsplit(urljoin(base, link)).path
    except ValueError:
        return None


def _box(headline: html.HtmlElement) -> html.HtmlElement:
    """The widest element around a headline that holds no other headline and is no more than a teaser."""
    box, paragraphs = headline, 0
    for parent, _ in zip(headline.iterancestors(), range(_CLIMB), strict=False):
        if parent.tag in ("main", "body") or any(h is not headline for h in parent.iter(*_HEADLINES)):
            break
        around = sum(1 for _ in parent.iter("p"))
        follows = paragraphs and around > paragraphs  # what follows a whole teaser is the story
        if follows or around > 2 or len(parent.text_content()) > _LONGEST:
            break
        box, paragraphs = parent, around
    return box
