"""Other readers of quantities, each answering in the corpus's own terms.

They are the optional extra ``bench``. None of them says how a number is bound, so their answers are
exact; what they give as a range counts as one.
"""

import re
from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from typing import Any, TypeAlias

from benchmarks.gold import Figure

Reader: TypeAlias = Callable[[str], list[Figure]]

_DOZENS = {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 10**6}


def quantulum() -> Reader:
    """quantulum3 without its optional classifier; its "± uncertainty" is a range."""
    from quantulum3 import parser

    def read(text: str) -> list[Figure]:
        found = []
        for q in parser.parse(text):
            scale = _DOZENS.get(q.unit.name, 1)
            low, high = (Decimal(str((q.value + s * (q.uncertainty or 0)) * scale)) for s in (-1, 1))
            bound = "between" if q.uncertainty else "exact"
            found.append(Figure(*q.span, low, high, bound, q.unit.name))
        return found

    return read


def recognizers() -> Reader:
    """recognizers-text-suite: its models for numbers and measures; of answers that overlap the longest."""
    import recognizers_number as plain
    import recognizers_number_with_unit as measured

    models = [
        plain.recognize_number,
        plain.recognize_percentage,
        measured.recognize_currency,
        measured.recognize_age,
        measured.recognize_temperature,
        measured.recognize_dimension,
    ]

    def read(text: str) -> list[Figure]:
        results = [r for model in models for r in model(text, "en-us")]
        found: list[Figure] = []
        for r in sorted(results, key=lambda r: r.start - r.end):
            value = _decimal((r.resolution or {}).get("value"))
            if value is not None and not any(f.start <= r.end and r.start < f.end for f in found):
                found.append(Figure(r.start, r.end + 1, value, value, "exact"))
        return found

    return read


_WORDS = """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million
    billion""".split()
_ONE_WORD = "(?:" + "|".join(sorted(_WORDS, key=len, reverse=True)) + ")"
_NUMBER = re.compile(
    rf"(?P<digits>\d+(?:,\d{{3}})*(?:\.\d+)?)(?:\s*(?P<scale>hundred|thousand|million|billion|trillion|bn|k)\b)?"
    rf"|\b(?P<words>{_ONE_WORD}(?:[ -](?:and )?{_ONE_WORD})*)\b",
    re.IGNORECASE,
)
_SCALES = {
    "hundred": 100,
    "thousand": 1000,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "bn": 10**9,
    "k": 1000,
}


def text2num() -> Reader:
    """text2num for number words, a regular expression for digits and magnitudes."""
    from text_to_num import text2num as parse

    def read(text: str) -> list[Figure]:
        found = []
        for match in _NUMBER.finditer(text):
            value: Decimal | None
            if match["digits"]:
                value = Decimal(match["digits"].replace(",", "")) * _SCALES.get((match["scale"] or "").lower(), 1)
            else:
                try:
                    value = Decimal(parse(match["words"].lower(), "en"))
                except ValueError:
                    continue
            found.append(Figure(match.start(), match.end(), value, value, "exact"))
        return found

    return read


def _decimal(value: Any) -> Decimal | None:
    try:
        return Decimal(str(value).rstrip("%"))
    except InvalidOperation:
        return None


RIVALS: dict[str, Callable[[], Reader]] = {
    "quantulum3": quantulum,
    "recognizers-text-suite": recognizers,
    "text2num + regex": text2num,
}
