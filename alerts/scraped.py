"""Text from the web, made harmless once for every channel; each channel escapes its own syntax on top.

An article may hold terminal escape sequences, letters that turn the reading direction round, or line breaks
that would start a new mail header. None of them is news, and all of them can make a message lie.
"""

import re
from urllib.parse import quote, urlsplit

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]")  # ESC and C1 start terminal sequences
_TURNING = re.compile(r"[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad\U000e0000-\U000e007f]")
_SYNTAX = re.compile(r"([\\`*_{}\[\]<>()#+!|~$-])")  # what Markdown may read as markup
_SPACE = re.compile(r"\s+")


def plain(text: str) -> str:
    """One line without control characters, direction overrides or invisible characters.

    A control character becomes "\N{REPLACEMENT CHARACTER}", so that one sees that something stood there; white
    space of any kind becomes one space. Everything else stays as it was written.
    """
    return _SPACE.sub(" ", _TURNING.sub("", _CONTROL.sub("\N{REPLACEMENT CHARACTER}", text))).strip()


def markdown(text: str) -> str:
    """Scraped text as Markdown that means nothing but itself."""
    return _SYNTAX.sub(r"\\\1", plain(text)).replace("&", "&amp;")


def cut(text: str, limit: int, keep: tuple[int, int] = (0, 0)) -> str:
    """``text`` in at most ``limit`` characters, cut at words, an ellipsis at each cut; ``keep`` stays in view."""
    if len(text) <= limit:
        return text
    start, end = _window(len(text), limit - 4, keep)
    if start:
        start = text.find(" ", start, keep[0] + 1) + 1 or start
    if end < len(text):
        end = max(text.rfind(" ", keep[1], end), 0) or end
    return ("… " if start else "") + text[start:end].strip() + (" …" if end < len(text) else "")


def _window(length: int, room: int, keep: tuple[int, int]) -> tuple[int, int]:
    middle = (keep[0] + min(keep[1], keep[0] + room)) // 2
    start = min(max(0, middle - room // 2), length - room)
    return (0, room) if keep[1] <= room else (start, start + room)


def web_address(url: str) -> str | None:
    """The address if it is one to click on (http or https, of sane length), else None."""
    if len(url) > 2000 or _CONTROL.search(url) or _SPACE.search(url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.hostname else None


def address_of_quote(url: str, sentence: str) -> str | None:
    """The address with a text fragment, so that a browser opens the page at the sentence and marks it.

    https://wicg.github.io/scroll-to-text-fragment/: first and last words, "-" and "," percent-encoded. Browsers
    that don't know it open the page as ever.
    """
    address = web_address(url)
    words = sentence.split()
    if address is None or "#" in address or len(words) < 3:
        return address
    ends = [words] if len(words) <= 8 else [words[:4], words[-4:]]
    return f"{address}#:~:text={','.join(quote(' '.join(w), safe='').replace('-', '%2D') for w in ends)}"
