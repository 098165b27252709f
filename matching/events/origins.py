"""Origins: who a report really comes from. Copies and rewrites of one report are one voice."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b

_WORD = re.compile(r"\w+")
# Simhash (Charikar 2002) over word triples; copies with another headline and dateline differ in few bits.
BITS = 64
COPY = 10
# Below this many words a fingerprint says nothing: two briefs of one event are alike without being copies.
ENOUGH = 60


@dataclass(frozen=True, slots=True)
class Known:
    """An article seen before: its origin and fingerprint (None if too short for one)."""

    origin: str
    fingerprint: int | None


def fingerprint(text: str) -> int | None:
    """A signed 64-bit simhash of a text, None for one too short to tell."""
    words = _WORD.findall(text.lower())
    if len(words) < ENOUGH:
        return None
    triples = [" ".join(words[at : at + 3]) for at in range(len(words) - 2)]
    rows = "".join(f"{int.from_bytes(blake2b(t.encode(), digest_size=8).digest(), 'big'):064b}" for t in triples)
    # A bit is set where it is set in most of the hashes; the columns are counted as text, which is far quicker.
    most = ("1" if 2 * rows[bit::BITS].count("1") > len(triples) else "0" for bit in range(BITS))
    found = int("".join(most), 2)
    return found - (1 << BITS) if found >> (BITS - 1) else found


def origin_of(outlet: str, cites: frozenset[str], mark: int | None, known: Iterable[Known]) -> str:
    """The origin of a report: that of the one it copies, else the one outlet it leans on, else its own."""
    if mark is not None:
        for other in known:
            if other.fingerprint is not None and (other.fingerprint ^ mark).bit_count() <= COPY:
                return other.origin
    return min(cites) if len(cites) == 1 else outlet.lower()
