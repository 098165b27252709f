"""Articles on disk: pages, texts, rows, saved feeds, and folders of them."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from claims.decoding import NotTextError, decode
from claims.document import Document, Problem
from sources.rows import read_rows

PAGES = (".html", ".htm", ".xhtml")
FEEDS = (".xml", ".rss", ".atom", ".rdf")
ROWS = (".jsonl", ".ndjson")
READ = (*PAGES, ".txt", *FEEDS, *ROWS)
_LARGEST = 50_000_000


def spread(path: Path) -> Iterator[Path | Problem]:
    """The files behind a path: itself, or all of a folder in order of their names, hidden ones left out."""
    if path.is_dir():
        files = [f for f in sorted(path.rglob("*")) if f.is_file() and not _hidden(f.relative_to(path))]
        files = [f for f in files if f.resolve().is_relative_to(path.resolve())]  # a link may lead anywhere
        if not files:
            yield Problem(str(path), "an empty folder")
        for file in files:
            known = file.suffix.lower() in READ
            yield file if known else Problem(str(file), _unknown(file), fatal=False)
    elif not path.exists():
        yield Problem(str(path), "no such file or folder")
    elif path.suffix.lower() not in READ:
        yield Problem(str(path), _unknown(path))
    else:
        yield path


def read_file(path: Path, now: datetime) -> Iterator[Document | Problem]:
    """The documents of one file that is no feed."""
    try:
        if path.suffix.lower() in ROWS:
            yield from read_rows(path, now)
        else:
            yield _read_page(path, now)
    except OSError as error:
        yield Problem(str(path), f"cannot be read: {error.strerror}")


def _read_page(path: Path, now: datetime) -> Document | Problem:
    size = path.stat().st_size
    if size > _LARGEST:
        return Problem(str(path), f"too large for an article ({size / 1e6:.0f} MB)")
    data = path.read_bytes()
    if not data.strip():
        return Problem(str(path), "an empty file")
    url = path.resolve().as_uri()
    if path.suffix.lower() in PAGES:
        return Document(url=url, where=str(path), fetched_at=now, html=data)
    try:
        return Document(url=url, where=str(path), fetched_at=now, text=decode(data))
    except NotTextError as error:
        return Problem(str(path), str(error))


def _hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


def _unknown(path: Path) -> str:
    return f"not a kind of file that is read here ({', '.join(READ)})"
