"""The archive: the bytes as fetched, each once however often they came, for as long as they are wanted."""

import zlib
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b

from sqlalchemy import Connection, delete, insert, select

from claims.fetching import Fetch
from storage.once import add_once
from storage.tables import BodyRow, FetchRow

FETCH = FetchRow.__table__  # type: ignore[attr-defined]
BODY = BodyRow.__table__  # type: ignore[attr-defined]


@dataclass(frozen=True, slots=True)
class Parcel:
    """A fetch made ready to be kept: its bytes hashed and compressed, before a transaction holds others up."""

    fetch: Fetch
    digest: str | None
    data: bytes


def pack(fetch: Fetch) -> Parcel:
    """Hash and compress the bytes of a fetch; a failure has none."""
    digest = blake2b(fetch.body, digest_size=20).hexdigest() if fetch.body else None
    return Parcel(fetch, digest, zlib.compress(fetch.body) if digest else b"")


def keep(connection: Connection, topic: str, parcel: Parcel) -> None:
    """Note a fetch, and keep its bytes unless the archive has them."""
    fetch, digest = parcel.fetch, parcel.digest
    if digest and connection.execute(select(BODY.c.hash).where(BODY.c.hash == digest)).first() is None:
        add_once(connection, BODY, [{"hash": digest, "size": len(fetch.body), "data": parcel.data}])
    noted = {"topic": topic, "url": fetch.url, "at": fetch.at, "status": fetch.status}
    connection.execute(insert(FETCH), noted | {"reason": fetch.reason, "body": digest})


def as_read(connection: Connection, topic: str, url: str, at: datetime) -> bytes | None:
    """The bytes of a page as they were last fetched at or before ``at``; None where they are no longer kept."""
    body = select(BODY.c.data).join(FETCH, FETCH.c.body == BODY.c.hash)
    of_page = body.where(FETCH.c.topic == topic, FETCH.c.url == url, FETCH.c.at <= at)
    data = connection.execute(of_page.order_by(FETCH.c.at.desc()).limit(1)).scalar()
    return zlib.decompress(data) if data is not None else None


def forget(connection: Connection, before: datetime) -> int:
    """Delete the notes of fetches before then, and the bytes that no note names any more; returns how many notes."""
    deleted = connection.execute(delete(FETCH).where(FETCH.c.at < before)).rowcount
    named = select(FETCH.c.body).where(FETCH.c.body.is_not(None))
    if deleted:
        connection.execute(delete(BODY).where(BODY.c.hash.not_in(named)))
    return int(deleted)
