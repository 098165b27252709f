"""Who wrote a plain text and when, from a first line that says nothing else."""

import re
from datetime import UTC, datetime

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_MONTH = "|".join([*_MONTHS, *(m[:3] + r"\.?" for m in _MONTHS), r"Sept\.?"])
_DATE = re.compile(
    rf"(?P<iso>\b\d{{4}}-\d{{2}}-\d{{2}}\b)|\b(?P<m>{_MONTH})\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y>\d{{4}})\b"
    rf"|\b(?P<d2>\d{{1,2}})\s+(?P<m2>{_MONTH}),?\s+(?P<y2>\d{{4}})\b"
)
# What may stand beside the date: "date", "Published", a time of day, "By Jane Roe", "By Jane Roe and Al Poe, Outlet".
_LABEL = re.compile(
    r"^\W*(?:date|dated|published|posted|updated)?\W*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day)?\W*"
    r"(?:\d{1,2}:\d{2}\s*(?:[ap]\.?m\.?)?\W*(?:[A-Z]{2,4})?)?\W*$",
    re.I,
)
_BYLINE = re.compile(
    r"^\W*(?:(?:date|dated|published|posted)\b\W*)?(?:by\s+)(?P<who>[^,|]{3,80})(?:\s*[,|]\s*(?P<outlet>[^,|]{2,40}))?\W*$",
    re.I,
)


def read_dateline(text: str) -> tuple[datetime | None, str | None]:
    """(day, outlet) that the first line of a text states; None for what it does not state unambiguously.

    " date 2031-04-02 By Jane Roe, Daily Planet" states both. A first line that is a sentence states nothing,
    whatever dates it holds.
    """
    line = next((line for line in text[:2000].splitlines() if line.strip()), "").strip()
    dates = list(_DATE.finditer(line))
    if len(line) > 160 or len(dates) != 1:
        return None, None
    rest = f"{line[: dates[0].start()]} {line[dates[0].end() :]}"
    byline = _BYLINE.match(rest)
    if byline is None and not _LABEL.match(rest):
        return None, None
    outlet = byline["outlet"].strip() if byline and byline["outlet"] else ""
    return _day(dates[0]), outlet or None


def _day(match: re.Match[str]) -> datetime | None:
    try:
        if match["iso"]:
            return datetime.fromisoformat(match["iso"]).replace(tzinfo=UTC)
        month = next(n for n, m in enumerate(_MONTHS, 1) if m.startswith((match["m"] or match["m2"])[:3]))
        return datetime(int(match["y"] or match["y2"]), month, int(match["d"] or match["d2"]), tzinfo=UTC)
    except ValueError:
        return None
