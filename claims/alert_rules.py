"""A topic's rules for its alerts: what pages, when the desk sleeps, how much it takes, and where things go.

The ``[alerts]`` table of a topic file. Secrets (tokens, passwords, signing keys) have no place in it: they come
from the environment or from Prefect blocks.
"""

import re
from dataclasses import dataclass
from datetime import datetime, time, timedelta, tzinfo
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from claims.settings_file import SettingsError, take

CHANNELS = ("console", "slack", "email", "webhook", "apprise")
PAGING = ("figure", "role", "agency", "edit")
_HOURS = re.compile(r"([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-3]):([0-5]\d)")


@dataclass(frozen=True, slots=True)
class QuietHours:
    """From ``start`` to ``end`` in the desk's own time, over midnight if ``end`` is the earlier; nothing pages."""

    start: time
    end: time

    def ends_after(self, moment: datetime, zone: tzinfo) -> datetime | None:
        """When the quiet hours that hold ``moment`` end, or None if it is not in them."""
        local = moment.astimezone(zone)
        now = local.time().replace(tzinfo=None)
        inside = self.start <= now < self.end if self.start < self.end else now >= self.start or now < self.end
        if not inside:
            return None
        day = local.date() if now < self.end else local.date() + timedelta(days=1)
        return datetime.combine(day, self.end, zone)


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertRules:
    """How a desk wants to be told.

    ``pages``: the kinds of case that page ("edit" is an article changed after publication); the rest waits for the
    digest. ``pages_per_hour``: what goes over it comes as one summary an hour; 0 sets no limit. ``slack_channel`` is
    an id, ``email_to`` who gets mail, ``webhook_url`` where signed JSON goes.
    """

    pages: tuple[str, ...] = PAGING
    pages_per_hour: int = 6
    quiet_hours: QuietHours | None = None
    time_zone: str = "UTC"
    slack_channel: str | None = None
    email_to: tuple[str, ...] = ()
    email_from: str | None = None
    webhook_url: str | None = None

    @property
    def zone(self) -> ZoneInfo:
        """The desk's time zone."""
        return ZoneInfo(self.time_zone)


def read_alert_rules(table: dict[str, Any], where: str) -> AlertRules:
    """The ``[alerts]`` table. Raises SettingsError naming the file and the key that is wrong."""
    here = f"{where}: alerts"
    slack, email, webhook = (take(table, key, dict, here, default={}) for key in ("slack", "email", "webhook"))
    rules = AlertRules(
        pages=_kinds(take(table, "pages", list, here, default=list(PAGING)), here),
        pages_per_hour=_count(take(table, "pages_per_hour", int, here, default=6), here),
        quiet_hours=_quiet(take(table, "quiet_hours", str, here, default=None), here),
        time_zone=_zone(take(table, "time_zone", str, here, default="UTC"), here),
        slack_channel=take(slack, "channel", str, f"{here}.slack", default=None),
        email_to=_addresses(take(email, "to", list, f"{here}.email", default=[]), f"{here}.email"),
        email_from=take(email, "from", str, f"{here}.email", default=None),
        webhook_url=take(webhook, "url", str, f"{here}.webhook", default=None),
    )
    for rest, name in ((table, here), (slack, f"{here}.slack"), (email, f"{here}.email"), (webhook, f"{here}.webhook")):
        if rest:
            raise SettingsError(f"{name}: unknown key {', '.join(sorted(rest))}")
    return rules


def check_channels(channels: tuple[str, ...], rules: AlertRules, where: str) -> None:
    """Every channel is one we have, and knows where to send. Raises SettingsError."""
    missing = {"email": not rules.email_to, "webhook": not rules.webhook_url}
    for name in channels:
        if name not in CHANNELS:
            raise SettingsError(f"{where}: 'channels' may hold {', '.join(CHANNELS)}, not {name!r}")
        if missing.get(name):
            key = {"email": "to", "webhook": "url"}[name]
            raise SettingsError(f"{where}: channel {name!r} needs {key!r} in [alerts.{name}]")


def _kinds(values: list[Any], here: str) -> tuple[str, ...]:
    for value in values:
        if value not in PAGING:
            raise SettingsError(f"{here}: 'pages' may hold {', '.join(PAGING)}, not {value!r}")
    return tuple(values)


def _count(value: int, here: str) -> int:
    if value < 0:
        raise SettingsError(f"{here}: 'pages_per_hour' must not be negative, not {value}")
    return value


def _quiet(value: str | None, here: str) -> QuietHours | None:
    if value is None:
        return None
    found = _HOURS.fullmatch(value)
    if not found:
        raise SettingsError(f"{here}: 'quiet_hours' must be like \"23:00-06:00\", not {value!r}")
    hours, minutes, end_hours, end_minutes = map(int, found.groups())
    return QuietHours(time(hours, minutes), time(end_hours, end_minutes))


def _zone(value: str, here: str) -> str:
    try:
        ZoneInfo(value)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise SettingsError(f"{here}: 'time_zone' must be a name like America/New_York, not {value!r}") from error
    return value


def _addresses(values: list[Any], here: str) -> tuple[str, ...]:
    for value in values:
        if not isinstance(value, str) or "@" not in value or any(c.isspace() for c in value):
            raise SettingsError(f"{here}: 'to' must hold mail addresses, not {value!r}")
    return tuple(values)
