"""Rows of articles: JSON lines of ``{id, url, source, title, published_at, text | html}``."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from claims.document import Document, Problem
from sources.addresses import canonical


def read_rows(path: Path, now: datetime) -> Iterator[Document | Problem]:
    """The documents of a file, and a problem with file and line for each row that cannot be one."""
    with path.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            where = f"{path}:{number}"
            if not line.strip():
                continue
            try:
                yield from _read_row(_parsed(line), f"{path.resolve().as_uri()}#{number}", where, now)
            except ValueError as error:
                yield Problem(where, str(error))


def _parsed(line: bytes) -> dict[str, Any]:
    try:
        row = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise ValueError("bytes that are no text (a row must be UTF-8)") from error
    except json.JSONDecodeError as error:
        raise ValueError(f"broken JSON at column {error.colno}: {error.msg}") from error
    except RecursionError as error:
        raise ValueError("JSON nested too deep") from error
    if not isinstance(row, dict):
        raise ValueError("not an article: a row must be a JSON object")
    return row


def _read_row(row: dict[str, Any], own: str, where: str, now: datetime) -> Iterator[Document | Problem]:
    text, html = _text(row, "text"), _text(row, "html")
    if not (text or html or "").strip():
        yield Problem(where, "an article without text", fatal=False)
        return
    moment, complaint = _moment(row)
    if complaint:
        yield Problem(where, complaint, fatal=False)
    identity = row.get("id")
    yield Document(
        id=_storable(str(identity)) if isinstance(identity, str | int) and str(identity) else None,
        url=canonical(_text(row, "url") or own),
        where=where,
        fetched_at=now,
        outlet=_text(row, "source"),
        title=_text(row, "title"),
        published_at=moment,
        text=text if text else None,
        html=None if text else (html or "").encode("utf-8", "replace"),
        charset=None if text else "utf-8",
    )


def _text(row: dict[str, Any], key: str) -> str | None:
    value = row.get(key)
    if value is not None and not isinstance(value, str):
        raise ValueError(f"not an article: {key!r} must be a text, not {json.dumps(value)[:60]}")
    return _storable(value) if value else None


def _storable(value: str) -> str:
    """JSON can hold NUL and half characters, a database cannot; offsets stay what they are."""
    return value.replace("\0", " ").encode("utf-8", "replace").decode()


def _moment(row: dict[str, Any]) -> tuple[datetime | None, str]:
    written = row.get("published_at")
    if written is None or written == "":
        return None, ""
    try:
        moment = datetime.fromisoformat(written)
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC), ""
    except (TypeError, ValueError, OverflowError):
        return None, f"'published_at' is no date ({json.dumps(written)[:60]}); the article is read without it"
