"""Candidates: the few stored claims that a new one has to be judged against."""

import json
from collections import defaultdict

from sqlalchemy import Connection, bindparam, select, text

from storage.articles import CLAIM, Stored
from storage.keys import Filed, salted
from storage.memory import Memory

# News of one event is weeks old at most; a wider window finds more namesakes than repeats.
DAYS = 30
AT_MOST = 32
ENOUGH_SHARED = 2

# The new claims with their keys come as one parameter, so that the statement is the same for every article.
_WANTED = {
    "sqlite": "SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]') FROM json_each(:wanted)",
    "postgresql": "SELECT (v->>0)::integer, (v->>1)::bigint FROM json_array_elements(CAST(:wanted AS json)) AS v",
}
# A key that half of the news shares says little: only the days of its newest claims are looked at.
NEWEST = 100
_SHARED = """
WITH asked(id, k) AS ({wanted}),
wanted AS MATERIALIZED (
    SELECT id, k, coalesce((
        SELECT day FROM claim_key WHERE claim_key.k = asked.k AND day BETWEEN :first AND :last
        ORDER BY day DESC LIMIT 1 OFFSET :newest
    ), :first) AS since
    FROM asked
),
shared AS (
    SELECT wanted.id AS id, claim_key.claim_id AS claim_id, count(*) AS n
    FROM wanted JOIN claim_key ON claim_key.k = wanted.k
    WHERE claim_key.day BETWEEN wanted.since AND :last AND claim_key.claim_id < wanted.id
    GROUP BY wanted.id, claim_key.claim_id
),
placed AS (
    SELECT id, claim_id, n, row_number() OVER (PARTITION BY id ORDER BY n DESC, claim_id DESC) AS place FROM shared
)
SELECT id, claim_id, n FROM placed WHERE place <= :most ORDER BY id, place
"""
_STATEMENTS = {dialect: text(_SHARED.format(wanted=wanted)) for dialect, wanted in _WANTED.items()}
_EVIDENCE = select(CLAIM.c.id, CLAIM.c.evidence).where(CLAIM.c.id.in_(bindparam("numbers", expanding=True)))


def candidates(connection: Connection, memory: Memory, filed: Filed, day: int, topic: str) -> list[list[Stored]]:
    """For each new claim the claims of its topic, kind and dimension that share keys with it, most shared first.

    Two shared keys are asked for, one where no claim shares two. Only claims that were stored earlier are
    candidates, so that a pair is judged once. ``day`` is an ordinal.
    """
    shared = _shared(connection, filed, day, topic)
    said = evidence_by_number(connection, memory, {number for numbers in shared.values() for number in numbers})
    return [[said[number] for number in shared[stored.claim_id]] for stored, _ in filed]


def evidence_by_number(connection: Connection, memory: Memory, numbers: set[int]) -> dict[int, Stored]:
    """Evidence by the numbers of its claims; read from the base only where it is not remembered."""
    missing = sorted(memory.unknown(numbers))
    for start in range(0, len(missing), 10_000):  # SQLite takes 32,766 parameters at most
        rows = connection.execute(_EVIDENCE, {"numbers": missing[start : start + 10_000]})
        memory.learn((number, evidence) for number, evidence in rows)
    return {number: Stored(number, memory[number]) for number in numbers}


def _shared(connection: Connection, filed: Filed, day: int, topic: str) -> dict[int, list[int]]:
    """The numbers of the claims that share enough keys with each new one."""
    wanted = [(s.claim_id, k) for s, keys in filed for k in salted(topic, s.evidence.claim, keys)]
    found: dict[int, list[tuple[int, int]]] = defaultdict(list)
    span = {"first": day - DAYS, "last": day + DAYS, "most": AT_MOST, "newest": NEWEST}
    statement = _STATEMENTS[connection.dialect.name]
    for new, number, shared in connection.execute(statement, {"wanted": json.dumps(wanted), **span}):
        found[new].append((number, shared))
    enough = {new: [number for number, n in rows if n >= ENOUGH_SHARED] for new, rows in found.items()}
    return defaultdict(list, {new: enough[new] or [number for number, _ in rows] for new, rows in found.items()})
