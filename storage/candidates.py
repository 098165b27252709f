"""Candidates: the few stored claims that a new one has to be judged against."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable

from sqlalchemy import Connection, select, text

from claims.claim import FigureClaim
from storage.among import among
from storage.articles import CLAIM, Stored
from storage.keys import Filed, salted
from storage.memory import Memory

# News of one event is weeks old at most; a wider window finds more namesakes than repeats.
DAYS = 30
# A key that half of the news shares says little: only its newest claims are looked at.
NEWEST = 100
# Of the streams' claims that found their question, all but three in a thousand found it in the first twenty.
AT_MOST = 20
ENOUGH_SHARED = 2
# A role that shares a single key with another is hardly ever told by it.
FEW = 4
# Figures share their story with every key: of those that share nothing else the newest are looked at.
SINGLE = 10

# The keys come as one parameter, so that the statement is the same for every article, and the claims of all keys, in
# their order, as one answer.
_NEWEST = """
    SELECT claim_id FROM claim_key
    WHERE claim_key.k = asked.k AND day BETWEEN :first AND :last AND claim_id < :before
    ORDER BY day DESC, claim_id DESC LIMIT :newest
"""
_FILED = {
    "sqlite": f"""
        SELECT json_group_array(json((SELECT json_group_array(claim_id) FROM ({_NEWEST})))) FROM
        (SELECT value AS k FROM json_each(:wanted) ORDER BY key) AS asked""",
    "postgresql": f"""
        SELECT json_agg(ARRAY({_NEWEST}) ORDER BY at)::text FROM
        (SELECT v::bigint AS k, at FROM json_array_elements_text(CAST(:wanted AS json)) WITH ORDINALITY AS _(v, at))
        AS asked""",
}
_STATEMENTS = {dialect: text(statement) for dialect, statement in _FILED.items()}
_EVIDENCE = select(CLAIM.c.id, CLAIM.c.evidence).where(among(CLAIM.c.id, "numbers"))


def candidates(connection: Connection, memory: Memory, filed: Filed, day: int, topic: str) -> list[list[Stored]]:
    """For each new claim the claims of its topic, kind and dimension that share keys with it, most shared first.

    Two shared keys are asked for of a role, one where no claim shares two; figures that share one come after those that
    share more, for all their keys are of one story. Only claims that were stored earlier are
    candidates, so that a pair is judged once; those of the same article come last. ``day`` is an ordinal.
    """
    shared = _shared(connection, filed, day, topic)
    said = evidence_by_number(connection, memory, {number for numbers in shared for number in numbers})
    return [[said[number] for number in numbers] for numbers in shared]


def evidence_by_number(connection: Connection, memory: Memory, numbers: set[int]) -> dict[int, Stored]:
    """Evidence by the numbers of its claims; read from the base only where it is not remembered."""
    found = memory.recall(numbers)
    if missing := sorted(numbers - found.keys()):
        rows = connection.execute(_EVIDENCE, {"numbers": missing})
        found |= memory.learn((number, evidence) for number, evidence in rows)
    return found


def _shared(connection: Connection, filed: Filed, day: int, topic: str) -> list[list[int]]:
    """The numbers of the claims that share enough keys with each new one."""
    asked = [(s.claim_id, salted(topic, s.evidence.claim, keys)) for s, keys in filed]
    earlier = _filed(connection, {k for _, keys in asked for k in keys}, day, min((n for n, _ in asked), default=0))
    own: dict[int, list[int]] = defaultdict(list)
    found = []
    for (stored, _), (number, keys) in zip(filed, asked, strict=True):
        most_shared = _most_shared if isinstance(stored.evidence.claim, FigureClaim) else _sharing_enough
        found.append(most_shared(earlier[k] for k in keys) + most_shared(own[k] for k in keys))
        for k in keys:
            own[k].append(number)
    return found


def _filed(connection: Connection, keys: Iterable[int], day: int, before: int) -> dict[int, list[int]]:
    """The newest claims under each key, of those with a number lower than ``before``."""
    wanted = sorted(keys)
    span = {"first": day - DAYS, "last": day + DAYS, "before": before, "newest": NEWEST}
    found = connection.execute(_STATEMENTS[connection.dialect.name], {"wanted": json.dumps(wanted), **span}).scalar()
    return dict(zip(wanted, json.loads(found or "[]"), strict=True))


def _most_shared(filed: Iterable[list[int]]) -> list[int]:
    """The numbers that stand in two lists or more, then a few of those in one; the most shared and newest first."""
    ranked = sorted(((n, number) for number, n in _count(filed).items()), reverse=True)
    enough = sum(n >= ENOUGH_SHARED for n, _ in ranked)
    return [number for _, number in ranked[: min(AT_MOST, enough + SINGLE)]]


def _sharing_enough(filed: Iterable[list[int]]) -> list[int]:
    """The numbers that stand in two lists or more, the most shared and newest first; else a few of those in one."""
    shared = _count(filed)
    if enough := [(n, number) for number, n in shared.items() if n >= ENOUGH_SHARED]:
        return [number for _, number in sorted(enough, reverse=True)[:AT_MOST]]
    return sorted(shared, reverse=True)[:FEW]


def _count(filed: Iterable[list[int]]) -> Counter[int]:
    shared: Counter[int] = Counter()
    for numbers in filed:
        shared.update(numbers)
    return shared
