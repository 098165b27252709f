"""Evidence that was decoded lately: candidates come back often, and decoding one takes longer than finding it."""

from collections import OrderedDict

from claims.codec import loads
from claims.relation import Evidence

SIZE = 20_000


class Memory:
    """The evidence last used, by the number of its claim. What is stored of a claim never changes."""

    __slots__ = ("_kept",)

    def __init__(self) -> None:
        self._kept: OrderedDict[int, Evidence] = OrderedDict()

    def evidence(self, claim_id: int, text: str) -> Evidence:
        """The evidence that ``text`` encodes, decoded at most once while it is remembered."""
        found = self._kept.get(claim_id)
        if found is None:
            found = self._kept[claim_id] = loads(Evidence, text)
            if len(self._kept) > SIZE:
                self._kept.popitem(last=False)
        else:
            self._kept.move_to_end(claim_id)
        return found

    def clear(self) -> None:
        self._kept.clear()
