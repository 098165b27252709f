"""Agencies and other bodies: their names, and who contains whom."""

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from claims.settings_file import SettingsError, take


@dataclass(frozen=True, slots=True)
class Agency:
    """A body that acts. ``key`` is canonical, ``within`` the key of the body that contains it.

    ``speakers`` are titles whose holders speak and act for it ("Secretary of Defense").
    """

    key: str
    name: str
    aliases: tuple[str, ...] = ()
    within: str | None = None
    speakers: tuple[str, ...] = ()


class Agencies:
    """All agencies known to a pass; merged from a shared file and a topic's own."""

    __slots__ = ("_by_key",)

    def __init__(self, agencies: Iterable[Agency] = ()) -> None:
        self._by_key = {agency.key: agency for agency in agencies}

    def __iter__(self) -> Iterator[Agency]:
        return iter(self._by_key.values())

    def __contains__(self, key: str) -> bool:
        return key in self._by_key

    def name(self, key: str) -> str:
        """The name for people; the key itself where it is unknown."""
        agency = self._by_key.get(key)
        return agency.name if agency else key

    def containers(self, key: str) -> tuple[str, ...]:
        """The bodies that contain ``key``, nearest first; a circle in the data ends the walk."""
        found: list[str] = []
        agency = self._by_key.get(key)
        while agency and agency.within and agency.within not in found:
            found.append(agency.within)
            agency = self._by_key.get(agency.within)
        return tuple(found)

    def contains(self, outer: str, inner: str) -> bool:
        """Whether ``outer`` is ``inner`` or contains it."""
        return outer == inner or outer in self.containers(inner)

    def merged(self, others: Iterable[Agency]) -> "Agencies":
        """These and others; the others win."""
        return Agencies([*self, *others])


def load_agencies(path: Path) -> Agencies:
    """Read ``[[agency]]`` tables with key, name, aliases, within and speakers.

    Raises SettingsError naming the file, the table and the key that is wrong.
    """
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingsError(f"{path}: {error}") from error
    return Agencies(read_agencies(take(tables, "agency", list, str(path), default=[]), str(path)))


def read_agencies(tables: list[dict[str, object]], where: str) -> list[Agency]:
    """Agencies from parsed TOML tables; ``where`` names the file in errors."""
    found = []
    for number, table in enumerate(tables, 1):
        here = f"{where}: agency {number}"
        rest = dict(table)
        agency = Agency(
            key=take(rest, "key", str, here),
            name=take(rest, "name", str, here),
            aliases=tuple(take(rest, "aliases", list, here, default=[])),
            within=take(rest, "within", str, here, default=None),
            speakers=tuple(take(rest, "speakers", list, here, default=[])),
        )
        if rest:
            raise SettingsError(f"{here}: unknown key {', '.join(sorted(rest))}")
        found.append(agency)
    return found
