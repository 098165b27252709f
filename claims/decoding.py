"""Bytes to text, for pages, feeds and files whose declared charset is missing or wrong."""

import codecs
import re

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"""(?:charset\s*=\s*["']?|encoding\s*=\s*["'])\s*([A-Za-z0-9_.:-]+)""", re.I)
# The WHATWG Encoding Standard reads these labels as their supersets, because that is what pages mean by them.
_MEANT = {
    "iso-8859-1": "cp1252",
    "latin-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "cp1252",
    "ascii": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc-kr": "cp949",
    "iso-8859-9": "cp1254",
    "tis-620": "cp874",
}
# Labels of codecs that are no charsets of pages; UTF-7 has served to smuggle tags past filters.
_NO_CHARSETS = {"utf-7", "idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined"}


# Control characters but for white space and escape, and what could not be read.
_ODD = re.compile("[\\x00-\\x08\\x0b\\x0e-\\x1a\\x1c-\\x1f\\x7f-\\x9f\ufffd]")


class NotTextError(ValueError):
    """Bytes that are no text in any charset we can name."""


def decode(data: bytes, declared: str | None = None) -> str:
    """The text of ``data``: by byte order mark, UTF-8 where it is valid, then by declaration, then Windows-1252.

    Valid UTF-8 wins over what is declared, because multi-byte UTF-8 is hardly ever anything else, while
    "ISO-8859-1" stands in many a header by default. Raises NotTextError for binary data.
    """
    for mark, charset in _BOMS:
        if data.startswith(mark):
            return _checked(data[len(mark) :].decode(charset, "replace"))
    inside = _DECLARED.search(data[:2048])
    for name in ("utf-8", declared, inside and inside[1].decode("ascii")):
        text = _strict(data, name)
        if text is not None and "\x00" not in text:
            return _checked(text)
    if b"\x00" in data[:4096]:
        raise NotTextError("bytes that are no text")
    return _checked(data.decode("cp1252", "replace"))


def _strict(data: bytes, name: str | None) -> str | None:
    label = (name or "").strip().lower()
    try:
        found = codecs.lookup(_MEANT.get(label, label))
        return None if found.name in _NO_CHARSETS else data.decode(found.name)
    except (LookupError, ValueError):
        return None


def _checked(text: str) -> str:
    """The text, unless too many of its first characters are control characters or could not be read."""
    head = text[:4096]
    if len(_ODD.findall(head)) > len(head) * 0.02 + 2:
        raise NotTextError("bytes that are no text")
    return text
