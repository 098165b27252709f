"""Search by words, to compare with: brute force over rapidfuzz, and SQLite's full-text index."""

import re
import sqlite3
from collections.abc import Iterable
from pathlib import Path

from rapidfuzz import fuzz, process


class Rapidfuzz:
    """Every sentence against the query by token_set_ratio."""

    def __init__(self) -> None:
        self._numbers: list[int] = []
        self._sentences: list[str] = []

    def add(self, sentences: Iterable[tuple[int, str]]) -> None:
        for number, sentence in sentences:
            self._numbers.append(number)
            self._sentences.append(sentence)

    def search(self, sentence: str, count: int) -> list[int]:
        """The numbers of the sentences most like it, best first."""
        found = process.extract(sentence, self._sentences, scorer=fuzz.token_set_ratio, limit=count)
        return [self._numbers[at] for _, _, at in found]


class Fts5:
    """SQLite's full-text index over all words, ranked by bm25; any word of the query may match."""

    def __init__(self, file: Path) -> None:
        self._connection = sqlite3.connect(file)
        self._connection.execute("CREATE VIRTUAL TABLE sentence USING fts5(text, content='')")

    def add(self, sentences: Iterable[tuple[int, str]]) -> None:
        self._connection.executemany("INSERT INTO sentence(rowid, text) VALUES (?, ?)", sentences)
        self._connection.commit()

    def search(self, sentence: str, count: int) -> list[int]:
        """The numbers of the sentences most like it, best first."""
        words = " OR ".join(f'"{word}"' for word in re.findall(r"\w+", sentence))
        query = "SELECT rowid FROM sentence WHERE sentence MATCH ? ORDER BY rank LIMIT ?"
        return [number for (number,) in self._connection.execute(query, (words, count))]
