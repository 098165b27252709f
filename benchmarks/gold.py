"""The corpus: sentences with their figures marked by hand, and how a reader's answer is scored.

The notation is explained at the top of corpus/figures.txt.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

CORPUS = Path(__file__).parent / "corpus"
_MARK = re.compile(r"\[([^|\]]+)\|([^\]]+)\]")
_BOUNDS = {"=": "exact", "~": "about", ">": "more_than", ">=": "at_least", "<": "less_than", "<=": "at_most"}
_VALUE = re.compile(r"(\?)?(-?[\d.]+?)\.\.(-?[\d.]+)|(>=|<=|[=~<>])(-?[\d.]+)")


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity as gold or as some reader's answer; ``unit`` is the gold's own, empty for a count."""

    start: int
    end: int
    low: Decimal | None
    high: Decimal | None
    bound: str
    unit: str = ""

    @property
    def numbers(self) -> tuple[Decimal, ...]:
        """What is compared: both ends of a range, else the number said (the lower of a vague one)."""
        if self.bound == "between":
            return tuple(n for n in (self.low, self.high) if n is not None)
        number = self.low if self.low is not None else self.high
        return () if number is None else (number,)

    def meets(self, other: "Figure") -> bool:
        """Whether the two quote one place."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the corpus, its kind of news and its figures."""

    text: str
    kind: str
    figures: tuple[Figure, ...]


def sentences(path: Path = CORPUS / "figures.txt") -> list[Sentence]:
    """The sentences of a corpus file."""
    found, kind = [], ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("##"):
            kind = line.removeprefix("##").strip()
        elif line.strip() and not line.startswith("#"):
            found.append(_sentence(line.removeprefix("^ "), kind))
    return found


def _sentence(line: str, kind: str) -> Sentence:
    text, figures, at = "", [], 0
    for mark in _MARK.finditer(line):
        text += line[at : mark.start()]
        figures.append(_figure(len(text), mark.group(1), mark.group(2)))
        text += mark.group(1)
        at = mark.end()
    return Sentence(text + line[at:], kind, tuple(figures))


def _figure(start: int, quote: str, value: str) -> Figure:
    number, _, unit = value.partition(" ")
    parsed = _VALUE.fullmatch(number)
    if parsed is None:
        raise ValueError(f"no value: {quote} | {value}")
    vague, low, high, sign, plain = parsed.groups()
    if plain is None:
        return Figure(start, start + len(quote), Decimal(low), Decimal(high), "vague" if vague else "between", unit)
    bound, number_ = _BOUNDS[sign], Decimal(plain)
    lower = None if bound in ("less_than", "at_most") else number_
    upper = None if bound in ("more_than", "at_least") else number_
    return Figure(start, start + len(quote), lower, upper, bound, unit)


@dataclass(slots=True)
class Score:
    """Counts over sentences: values, bounds of those that are not exact, and false alarms."""

    gold: int = 0
    said: int = 0
    right: int = 0
    gold_bounds: int = 0
    said_bounds: int = 0
    right_bounds: int = 0
    free: int = 0
    alarms: int = 0

    def add(self, sentence: Sentence, said: Iterable[Figure]) -> list[str]:
        """Score one answer; what was wrong, in words.

        Values are scored number by number, so that a reader that gives a range as its two ends
        loses nothing by it.
        """
        answers = list(said)
        wanted = [(figure, n) for figure in sentence.figures for n in figure.numbers]
        given = [(answer, n) for answer in answers for n in answer.numbers]
        self.gold += len(wanted)
        self.said += len(given)
        self.gold_bounds += sum(f.bound != "exact" for f in sentence.figures)
        self.said_bounds += sum(f.bound != "exact" for f in answers)
        self.free += not sentence.figures
        self.alarms += bool(answers) and not sentence.figures
        wrong = []
        for figure, number in wanted:
            match = next((g for g in given if figure.meets(g[0]) and _same(number, g[1])), None)
            quote = sentence.text[figure.start : figure.end]
            if match is None:
                wrong.append(f"missed {quote!r}: {number}")
                continue
            given.remove(match)
            self.right += 1
            if number == figure.numbers[0]:
                self.right_bounds += match[0].bound == figure.bound != "exact"
                if match[0].bound != figure.bound:
                    wrong.append(f"{quote!r} is {figure.bound}, not {match[0].bound}")
        return wrong + [f"extra {sentence.text[f.start : f.end]!r}: {n}" for f, n in given]

    @property
    def values(self) -> tuple[float, float, float]:
        """Precision, recall and F1 of values."""
        return _f1(self.right, self.said, self.gold)

    @property
    def bounds(self) -> tuple[float, float, float]:
        """Precision, recall and F1 of bounds other than exact, on figures whose value is right."""
        return _f1(self.right_bounds, self.said_bounds, self.gold_bounds)

    @property
    def false_alarms(self) -> float:
        """The share of sentences without a figure in which one was seen."""
        return self.alarms / self.free if self.free else 0.0


def _same(one: Decimal, other: Decimal) -> bool:
    """Equal to half a percent: a third is 0.3333."""
    return abs(one - other) <= abs(one) * Decimal("0.005")


def _f1(right: int, said: int, gold: int) -> tuple[float, float, float]:
    precision, recall = right / said if said else 0.0, right / gold if gold else 0.0
    return precision, recall, 2 * precision * recall / (precision + recall) if right else 0.0
