"""Evidence that was decoded lately: candidates come back often, and decoding one takes longer than finding it."""

from collections import OrderedDict
from collections.abc import Iterable

from claims.codec import loads
from claims.relation import Evidence

SIZE = 50_000


class Memory:
    """The evidence last used, by the number of its claim. What is stored of a claim never changes."""

    __slots__ = ("_kept",)

    def __init__(self) -> None:
        self._kept: OrderedDict[int, Evidence] = OrderedDict()

    def __getitem__(self, number: int) -> Evidence:
        self._kept.move_to_end(number)
        return self._kept[number]

    def unknown(self, numbers: set[int]) -> set[int]:
        """Those of ``numbers`` that are not remembered; makes room for them, never at the cost of the others."""
        # Number by number: a difference of sets would go through all that is remembered.
        unknown = set()
        for number in numbers:
            if number in self._kept:
                self._kept.move_to_end(number)
            else:
                unknown.add(number)
        while self._kept and len(self._kept) + len(numbers) > SIZE:
            oldest = next(iter(self._kept))
            if oldest in numbers:
                break
            del self._kept[oldest]
        return unknown

    def learn(self, rows: Iterable[tuple[int, str]]) -> None:
        """Remember evidence as it is stored: number of the claim, encoded evidence."""
        for number, text in rows:
            self._kept[number] = loads(Evidence, text)

    def keep(self, said: Iterable[tuple[int, Evidence]]) -> None:
        """Remember evidence that was just stored: what comes next is likely on the same event."""
        self._kept.update(said)

    def evidence(self, number: int, text: str) -> Evidence:
        """The evidence that ``text`` encodes, decoded at most once while it is remembered."""
        if number not in self._kept:
            self.unknown({number})
            self.learn([(number, text)])
        return self[number]

    def clear(self) -> None:
        """Forget everything."""
        self._kept.clear()
