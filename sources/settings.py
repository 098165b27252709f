"""How sources are fetched: who we say we are, and every limit, in one place."""

import ipaddress
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from claims.settings_file import SettingsError

Network = ipaddress.IPv4Network | ipaddress.IPv6Network
MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchSettings:
    """The limits of fetching. Times in seconds unless they say otherwise, sizes in bytes.

    ``contact`` is an address or page where a publisher reaches the desk; it stands in the User-Agent.
    ``allowed`` are networks that may be connected to although they are not public: loopback for tests and
    ``make run``, or the desk's own wire server. ``pace`` is the least time between two requests to a host.
    ``deadline`` bounds a request from its first byte out to its last byte in, redirects not counted in.
    ``entries`` bounds what one feed, sitemap or list may name in a pass, ``look_back`` how old it may be.
    """

    contact: str = ""
    allowed: tuple[Network, ...] = ()
    pace: float = 1.0
    concurrency: int = 16
    deadline: float = 30.0
    redirects: int = 5
    body_cap: int = 10 * MEGABYTE
    entries: int = 200
    look_back: timedelta | None = None

    @property
    def user_agent(self) -> str:
        """One name in all requests, with a way to reach whoever runs it."""
        return f"atodds/0.1 (+{self.contact})" if self.contact else "atodds/0.1"


def read_settings(environment: Mapping[str, str]) -> FetchSettings:
    """Settings from ``ATODDS_CONTACT``, ``ATODDS_ALLOWED_NETWORKS``, ``ATODDS_PACE`` and ``ATODDS_FETCH_DEADLINE``.

    Raises SettingsError naming the variable that is wrong.
    """
    defaults = FetchSettings()
    return FetchSettings(
        contact=_one_line(environment.get("ATODDS_CONTACT", "")),
        allowed=_networks(environment.get("ATODDS_ALLOWED_NETWORKS", "")),
        pace=_seconds(environment, "ATODDS_PACE", defaults.pace),
        deadline=_seconds(environment, "ATODDS_FETCH_DEADLINE", defaults.deadline),
    )


def archive_days(environment: Mapping[str, str]) -> int:
    """For how long fetched bytes are kept, from ``ATODDS_ARCHIVE_DAYS``; a quarter unless told."""
    written = environment.get("ATODDS_ARCHIVE_DAYS", "90")
    if not written.isdigit() or int(written) > 36_500:
        raise SettingsError(f"ATODDS_ARCHIVE_DAYS: must be a number of days, not {written!r}")
    return int(written)


def _one_line(contact: str) -> str:
    if not contact.isprintable() or not contact.isascii():
        raise SettingsError("ATODDS_CONTACT: must be plain text on one line, for it goes into a header")
    return contact.strip()


def _networks(listed: str) -> tuple[Network, ...]:
    try:
        return tuple(ipaddress.ip_network(name.strip()) for name in listed.split(",") if name.strip())
    except ValueError as error:
        raise SettingsError(f"ATODDS_ALLOWED_NETWORKS: {error}") from error


def _seconds(environment: Mapping[str, str], name: str, default: float) -> float:
    try:
        seconds = float(environment.get(name, default))
    except ValueError:
        seconds = -1.0
    if not 0 <= seconds <= 3600:
        raise SettingsError(f"{name}: must be a number of seconds up to 3600, not {environment[name]!r}")
    return seconds
