"""Reading roles, measured: who does what and how sure, over the hand-marked sentences of corpus/roles.txt.

python -m benchmarks.roles [--errors]
"""

import sys
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from claims.agencies import Agencies, Agency
from parsers.actions.actions import Actions
from parsers.roles.clauses import ClauseReader
from parsers.roles.memory import Memory
from parsers.roles.roles import RoleContext, Roles
from parsers.text.sentences import split
from parsers.text.tokens import tokenize

CORPUS = Path(__file__).parent / "corpus" / "roles.txt"
Role = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Marked:
    """A text with its claims: actor, action, factuality."""

    text: str
    roles: tuple[Role, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """What is right of what was said and of what should be; a claim is right if all of it is."""

    hit: int
    said: int
    gold: int

    @property
    def f1(self) -> float:
        return 2 * self.hit / (self.said + self.gold) if self.hit else 0.0


def corpus(path: Path = CORPUS) -> tuple[Agencies, list[Marked]]:
    """The bodies and the marked texts of a corpus file; the notation is explained at its top."""
    bodies: list[Agency] = []
    marked: list[tuple[str, list[Role]]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("@"):
            bodies.append(_body(line))
        elif line.startswith("    "):
            actor, action, factuality, _ = (part.strip() for part in line.split("|"))
            marked[-1][1].append((actor, action, factuality))
        elif line.strip() and not line.startswith("#"):
            marked.append((line, []))
    return Agencies(bodies), [Marked(text, tuple(roles)) for text, roles in marked]


def _body(line: str) -> Agency:
    key, _, names = line.removeprefix("@").partition(":")
    key, _, within = (part.strip() for part in key.partition("<"))
    name, *aliases = (n.strip() for n in names.split(","))
    return Agency(key, name, tuple(aliases), within or None)


class RoleReader:
    """The reader of roles by itself, without figures, places and times."""

    def __init__(self, agencies: Agencies) -> None:
        self._clauses = ClauseReader(Actions())
        self._roles = Roles(agencies)

    def read(self, text: str) -> list[Role]:
        memory, found = Memory(), []
        for span in split(text):
            clauses = self._clauses.read(tokenize(text, span.start, span.end))
            found += self._roles.read(RoleContext(text, span, clauses, (), None, ""), memory)
        return [(c.actor.key, c.action.key, c.factuality.value) for c in found]


def score(errors: bool = False) -> Score:
    """The score over the whole corpus; prints what is wrong if asked to."""
    agencies, marked = corpus()
    reader = RoleReader(agencies)
    hit = said = gold = 0
    for item in marked:
        right, answer = Counter(item.roles), Counter(reader.read(item.text))
        hit += (right & answer).total()
        said, gold = said + answer.total(), gold + right.total()
        if errors and right != answer:
            print(f"{item.text}\n    missed {list(right - answer)}\n    said {list(answer - right)}")
    return Score(hit, said, gold)


if __name__ == "__main__":
    started = time.perf_counter()
    total = score("--errors" in sys.argv)
    spent = time.perf_counter() - started
    print(f"{total.hit} right of {total.said} said, {total.gold} marked: F1 {total.f1:.3f}, {spent:.2f} s")
