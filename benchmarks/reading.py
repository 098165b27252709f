"""Reading, measured: our quantities against those of others, over one corpus, in one run.

python -m benchmarks.reading [--errors]
"""

import sys
import time
from collections.abc import Callable
from typing import TypeAlias

from benchmarks.gold import Figure, Score, Sentence, sentences
from parsers import quantities
from parsers.tokens import tokenize

Reader: TypeAlias = Callable[[str], list[Figure]]


def ours(text: str) -> list[Figure]:
    """This project's reader."""
    return [
        Figure(q.span.start, q.span.end, q.lower, q.upper, q.bound.value, q.unit.name if q.unit else "")
        for q in quantities.read(text, tokenize(text))
    ]


def run(reader: Reader, corpus: list[Sentence], errors: bool = False) -> tuple[Score, float]:
    """Score and seconds of one reader."""
    score, spent = Score(), 0.0
    for sentence in corpus:
        start = time.perf_counter()
        answer = reader(sentence.text)
        spent += time.perf_counter() - start
        wrong = score.add(sentence, answer)
        if errors and wrong:
            print(f"{sentence.text}\n    " + "\n    ".join(wrong))
    return score, spent


if __name__ == "__main__":
    corpus = sentences()
    score, spent = run(ours, corpus, "--errors" in sys.argv)
    print(len(corpus), score.free, score.values, score.bounds, score.false_alarms, len(corpus) / spent)
