"""Verdicts that were given lately: those who speak for the positions of a case change rarely, and are judged often."""

from collections import OrderedDict

from claims.agencies import Agencies
from claims.relation import Evidence, Verdict
from matching.judge import judge

# A verdict takes some 1 kB, most of it its features.
SIZE = 20_000


class Verdicts:
    """Judges pairs of evidence for one desk, and remembers them for as long as the pairs themselves are remembered."""

    __slots__ = ("_agencies", "_given")

    def __init__(self, agencies: Agencies) -> None:
        self._agencies = agencies
        self._given: OrderedDict[tuple[int, int], Verdict] = OrderedDict()

    def __call__(self, a: Evidence, b: Evidence) -> Verdict:
        # A verdict holds its pair, so that no other evidence can come to have its ids.
        pair = id(a), id(b)
        verdict = self._given.get(pair)
        if verdict is None:
            verdict = self._given[pair] = judge(a, b, self._agencies)
            if len(self._given) > SIZE:
                self._given.popitem(last=False)
        else:
            self._given.move_to_end(pair)
        return verdict
