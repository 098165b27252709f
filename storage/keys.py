"""Pair keys: what claims are filed under, so that a new one finds the few that it may answer or oppose."""

from collections.abc import Iterable, Sequence
from hashlib import blake2b

from sqlalchemy import Connection

from claims.claim import Claim, FigureClaim
from storage import batches
from storage.articles import Stored
from storage.tables import ClaimKeyRow

KEY = ClaimKeyRow.__table__  # type: ignore[attr-defined]
Filed = Sequence[tuple[Stored, Iterable[int]]]


def add_keys(connection: Connection, filed: Filed, day: int, topic: str) -> None:
    """File claims of a day (ordinal) under their keys, in one statement."""
    rows = [(k, day, stored.claim_id) for stored, keys in filed for k in salted(topic, stored.evidence.claim, keys)]
    batches.add(connection, KEY, rows)


def salted(topic: str, claim: Claim, keys: Iterable[int]) -> list[int]:
    """Keys that only claims of one topic, kind and dimension share, so that a look-up meets no others; sorted.

    Signed integers of 64 bits, as PostgreSQL and SQLite keep them.
    """
    unit = claim.quantity.unit if isinstance(claim, FigureClaim) else None
    return of_realm(f"{topic}\n{type(claim).__name__}\n{unit.dimension if unit else ''}", keys)


def of_realm(realm: str, keys: Iterable[int]) -> list[int]:
    """Keys that nothing outside of a realm shares; sorted."""
    salt = int.from_bytes(blake2b(realm.encode(), digest_size=8).digest(), "big", signed=True)
    return sorted(k ^ salt for k in keys)
