"""Matching, measured: candidates and judging at 10 k, 100 k and 1 M claims, against rapidfuzz and FTS5, in one run.

    python -m benchmarks.matching [--sizes 10000,100000,1000000] [--queries 300] [--folder FOLDER]

A query is a claim that a new article makes, in other words, on a question that a stored article answered; it is found
if an answer to that question is among the first twenty candidates. Times are of the processor, for the machine may
have other work. The base is filled and asked by the same functions as a pass over a topic.
"""

import argparse
import gc
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from statistics import median, quantiles

from benchmarks.newslike import CLAIMS, Ask, Told, World
from benchmarks.search import Fts5, Rapidfuzz
from claims.agencies import Agencies
from claims.relation import Evidence
from claims.topic import Topic, Vocabulary
from flows.desk import Desk
from flows.intake.evidence import gather
from flows.intake.pipeline import enter
from flows.intake.placing import find_story, place
from matching.keys import keys
from matching.nearest import nearest
from matching.verdicts import Verdicts
from parsers.reader import Reader
from storage import articles
from storage.articles import Stored
from storage.base import Base, Connection
from storage.candidates import candidates
from storage.keys import add_keys

NOW = datetime(2034, 1, 1, tzinfo=UTC)
BATCH = 40  # articles a transaction, as where a pass reads up much history
FIRST = 20
BRUTE = 4  # queries by brute force: each takes a second or more at a million
WHOLE = 40  # articles entered whole
NEVER = 2**62  # the number of a claim that is asked about and not stored
_ROW = "{:>9} {:>9} {:>9} {:>8} {:>8} {:>8} {:>9} {:>11} {:>11} {:>8} {:>9} {:>8}"


@dataclass(frozen=True, slots=True)
class Query:
    """A claim that asks about what ``answers`` (numbers of stored claims) answered."""

    told: Told
    ask: Ask
    answers: frozenset[int]


class Growing:
    """A claim base that grows from size to size, beside the same sentences for the others."""

    def __init__(self, folder: Path, seed: int = 1) -> None:
        agencies = Agencies()
        topic = Topic(key="bench", name="Benchmark")
        self.desk = Desk(topic, agencies, Reader(agencies, Vocabulary()), Verdicts(agencies))
        self.file = folder / "bench.db"
        self.base = Base.open(f"sqlite:///{self.file}")
        self.fuzzy, self.full_text = Rapidfuzz(), Fts5(folder / "fts.db")
        self._world = World(seed)
        self._articles = self._told()
        self.answered: dict[Ask, list[int]] = {}
        self.events: dict[Ask, Told] = {}
        self.claims = 0

    def _told(self) -> Iterator[Told]:
        for event in self._world.events():
            for number in range(event.articles):
                yield self._world.article(event, number)

    def grow(self, size: int) -> float:
        """Add articles until the base holds ``size`` claims; returns how many it took in a second."""
        spent, before = 0.0, self.claims
        while self.claims < size:
            batch = [next(self._articles) for _ in range(min(BATCH, -(-(size - self.claims) // CLAIMS)))]
            start = time.process_time()
            with self.base.writing("bench") as connection:
                stored = [(told, self._store(connection, told)) for told in batch]
            spent += time.process_time() - start
            for told, said in stored:
                self._note(told, said)
        return (self.claims - before) / spent

    def _store(self, connection: Connection, told: Told) -> list[Stored]:
        home = place(connection, "bench", told.reading, NOW)
        number = articles.add_article(connection, "bench", told.reading, home, NOW)
        evidence = gather(told.reading, story=home.story, origin=home.origin, seen_at=NOW)
        said = articles.add_claims(connection, number, evidence)
        filed = [(s, keys(s.evidence)) for s in said]
        add_keys(connection, filed, home.day, "bench")
        return said

    def _note(self, told: Told, said: list[Stored]) -> None:
        self.claims += len(said)
        sentences = [(s.claim_id, s.evidence.sentence) for s in said]
        self.fuzzy.add(sentences)
        self.full_text.add(sentences)
        for ask, stored in zip(told.asked, said, strict=True):
            if ask is not None:
                self.answered.setdefault(ask, []).append(stored.claim_id)
                self.events[ask] = told

    def queries(self, count: int) -> list[Query]:
        """Claims of articles that are not stored, on questions drawn from those answered."""
        asks = list(self.answered)
        drawn = asks[:: max(1, len(asks) // count)][:count]
        made = [(ask, self._world.article(self.events[ask].event, 9_999, only=ask)) for ask in drawn]
        return [Query(told, ask, frozenset(self.answered[ask])) for ask, told in made]

    def whole(self) -> Told:
        """An article that is not stored, on an event that is."""
        event = self._world.drawn(list(self.events.values())).event
        return self._world.article(event, 9_999)


@dataclass(frozen=True, slots=True)
class Measured:
    """Seconds of the processor for each query, and the share of queries that were found."""

    times: list[float]
    recall: float

    @property
    def p95(self) -> float:
        return quantiles(self.times, n=20)[-1]


def measure(queries: list[Query], find: Callable[[Query], tuple[float, list[int]]]) -> Measured:
    """Time and recall of a way to find candidates: a function from a query to seconds and numbers, best first."""
    found = [(query, *find(query)) for query in queries]
    hits = sum(not query.answers.isdisjoint(numbers[:FIRST]) for query, _, numbers in found)
    return Measured([seconds for _, seconds, _ in found], hits / len(found))


def ours(growing: Growing, connection: Connection) -> Callable[[Query], tuple[float, list[int]]]:
    """Finding candidates by keys, and among them the claim that answers the same question."""

    def find(query: Query) -> tuple[float, list[int]]:
        evidence, day = _asked(growing, connection, query)
        start = time.process_time()
        filed = [(Stored(NEVER, evidence), keys(evidence))]
        (near,) = candidates(connection, growing.base.memory, filed, day, "bench")
        nearest(evidence, [c.evidence for c in near], growing.desk.agencies)
        return time.process_time() - start, [c.claim_id for c in near]

    return find


def _asked(growing: Growing, connection: Connection, query: Query) -> tuple[Evidence, int]:
    """The claim as evidence of the story that its article is found to tell."""
    reading = query.told.reading
    published = reading.article.published_at or NOW
    story = find_story(connection, "bench", reading, published.toordinal())
    (evidence,) = gather(reading, story=story.id if story else "new", origin="a query", seen_at=NOW)
    return evidence, published.toordinal()


def by_text(search: Callable[[str, int], list[int]]) -> Callable[[Query], tuple[float, list[int]]]:
    """Finding by the words of the sentence."""

    def find(query: Query) -> tuple[float, list[int]]:
        start = time.process_time()
        numbers = search(query.told.reading.article.text.strip(), FIRST)
        return time.process_time() - start, numbers

    return find


def entered(growing: Growing) -> float:
    """Median seconds to place, store, judge and settle a whole article of 25 claims."""
    times = []
    for _ in range(WHOLE):
        reading = growing.whole().reading
        with growing.base.writing("bench") as connection:
            start = time.process_time()
            enter(connection, growing.desk, growing.base, reading, NOW)
            times.append(time.process_time() - start)
    return median(times)


def main() -> None:
    """Print one line per size."""
    options = argparse.ArgumentParser()
    options.add_argument("--sizes", default="10000,100000,1000000")
    options.add_argument("--queries", type=int, default=300)
    options.add_argument("--folder", type=Path)
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory(dir=chosen.folder) as folder:
        growing = Growing(Path(folder))
        print("milliseconds of the processor; fts: SQLite FTS5 (bm25, any word); fuzzy: rapidfuzz over every sentence")
        heads = "claims insert/s bytes/cl p50 p95 rec@20 article fts-p50 fts-rec fuzzy-p50 fuzzy-rec times".split()
        print(_ROW.format(*heads))
        for size in map(int, chosen.sizes.split(",")):
            print(_line(growing, growing.grow(size), chosen.queries), flush=True)


def _line(growing: Growing, speed: float, count: int) -> str:
    queries = growing.queries(count)
    gc.collect()
    gc.freeze()  # the sentences and questions that the benchmark itself keeps are no part of a pass
    with growing.base.reading() as connection:
        mine = measure(queries, ours(growing, connection))
    text = measure(queries[:: max(1, count // 20)], by_text(growing.full_text.search))
    brute = measure(queries[:: max(1, count // BRUTE)], by_text(growing.fuzzy.search))
    size = growing.file.stat().st_size / growing.claims
    cells = [f"{growing.claims:,}", f"{speed:,.0f}", f"{size:,.0f}", *_ms(median(mine.times), mine.p95)]
    cells += [f"{mine.recall:.2f}", *_ms(entered(growing)), *_ms(median(text.times)), f"{text.recall:.2f}"]
    faster = median(brute.times) / median(mine.times)
    return _ROW.format(*cells, *_ms(median(brute.times)), f"{brute.recall:.2f}", f"{faster:,.0f}x")


def _ms(*seconds: float) -> list[str]:
    return [f"{1000 * s:,.2f}" for s in seconds]


if __name__ == "__main__":
    main()
