"""Reading, measured: our quantities against those of others, over one corpus, in one run.

    python -m benchmarks.reading [--errors]

The others are installed with ``pip install .[bench]``; one that is not installed is named and skipped.
"""

import sys
import time
import warnings

from benchmarks.gold import Figure, Score, Sentence, sentences
from benchmarks.rivals import RIVALS, Reader
from parsers.quantities import quantities
from parsers.text.tokens import tokenize

_ROW = "{:24} {:>9} {:>7} {:>6}   {:>9} {:>7} {:>6}   {:>7} {:>9}"


def ours(text: str) -> list[Figure]:
    """This project's reader."""
    return [
        Figure(q.span.start, q.span.end, q.lower, q.upper, q.bound.value, q.unit.name if q.unit else "")
        for q in quantities.read(text, tokenize(text))
    ]


def run(reader: Reader, corpus: list[Sentence], errors: bool = False) -> tuple[Score, float]:
    """Score of one reader, and the sentences it reads in a second, its start-up left out."""
    for sentence in corpus[:20]:
        reader(sentence.text)
    score, spent = Score(), 0.0
    for sentence in corpus:
        start = time.process_time()
        answer = reader(sentence.text)
        spent += time.process_time() - start
        wrong = score.add(sentence, answer)
        if errors and wrong:
            print(f"{sentence.text}\n    " + "\n    ".join(wrong))
    return score, len(corpus) / spent


def _row(name: str, score: Score, speed: float) -> str:
    percents = (f"{n:.3f}" for n in (*score.values, *score.bounds))
    return _ROW.format(name, *percents, f"{score.false_alarms:.1%}", f"{speed:,.0f}/s")


def main(errors: bool) -> None:
    """Print one line per reader."""
    warnings.simplefilter("ignore")
    corpus = sentences()
    free = sum(not s.figures for s in corpus)
    print(f"{len(corpus)} sentences, {free} of them without a figure, {sum(len(s.figures) for s in corpus)} figures")
    print(_ROW.format("", "values: P", "R", "F1", "bounds: P", "R", "F1", "alarms", "speed"))
    print(_row("atodds", *run(ours, corpus, errors)))
    for name, rival in RIVALS.items():
        try:
            reader = rival()
        except ImportError as error:
            print(f"{name:24} skipped: {error}")
            continue
        print(_row(name, *run(reader, corpus)))


if __name__ == "__main__":
    main("--errors" in sys.argv)
