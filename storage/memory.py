"""Evidence that was decoded lately: candidates come back often, and decoding one takes longer than finding it."""

from collections import OrderedDict
from collections.abc import Collection, Iterable

from claims.codec import loads
from claims.relation import Evidence
from storage.articles import Stored

SIZE = 50_000


class Memory:
    """The evidence last used, by the number of its claim. What is stored of a claim never changes."""

    __slots__ = ("_kept",)

    def __init__(self) -> None:
        self._kept: OrderedDict[int, Stored] = OrderedDict()

    def recall(self, numbers: Collection[int]) -> dict[int, Stored]:
        """What is remembered of ``numbers``; makes room for the rest, never at the cost of these."""
        kept, found = self._kept, {}
        for number in numbers:
            if number in kept:
                kept.move_to_end(number)
                found[number] = kept[number]
        room = max(SIZE - len(numbers) + len(found), len(found))
        while len(kept) > room:
            kept.popitem(last=False)
        return found

    def learn(self, rows: Iterable[tuple[int, str]]) -> dict[int, Stored]:
        """Remember evidence as it is stored: number of the claim, encoded evidence."""
        learnt = {number: Stored(number, loads(Evidence, text)) for number, text in rows}
        self._kept.update(learnt)
        return learnt

    def keep(self, said: Iterable[Stored]) -> None:
        """Remember evidence that was just stored: what comes next is likely on the same event."""
        self._kept.update((stored.claim_id, stored) for stored in said)

    def clear(self) -> None:
        """Forget everything."""
        self._kept.clear()
