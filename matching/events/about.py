"""What a stretch of text is about, as telling events apart reads it; each part is worked out when asked for, once."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from claims.article import Profile


@dataclass(frozen=True, slots=True)
class Said:
    """Some words, and how a feature shows them."""

    words: frozenset[str]
    text: str


class About:
    """A profile with what follows from it."""

    def __init__(self, profile: Profile) -> None:
        self.profile = profile

    @cached_property
    def places(self) -> Said:
        """Places without those that hold another of them: {"china", "china/sichuan"} is Sichuan."""
        named = self.profile.places
        return _said(p for p in named if not any(q != p and q.startswith(p + "/") for q in named))

    @cached_property
    def kinds(self) -> Said:
        """Kinds of event."""
        return _said(e for e in self.profile.events if not e.startswith(("site:", "named:")))

    @cached_property
    def sites(self) -> Said:
        """Kinds of site ("school", "nightclub")."""
        return _said(e for e in self.profile.events if e.startswith("site:"))

    @cached_property
    def titles(self) -> Said:
        """Names that an event bears ("the Pine Ridge Fire", "Hurricane Alma")."""
        return _said(e for e in self.profile.events if e.startswith("named:"))

    @cached_property
    def years(self) -> Said:
        return _said(map(str, self.profile.years))

    @cached_property
    def names(self) -> Said:
        return _said(self.profile.names)

    @cached_property
    def words(self) -> Said:
        """The words that carry meaning, names among them."""
        return _said(self.profile.words | self.profile.names)


def _said(words: Iterable[str]) -> Said:
    told = sorted(words)
    return Said(frozenset(told), ", ".join(told))
