"""What reaches the desk now, later, as one summary, or only in the digest. Pure: the rules on one screen."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from claims.alert_rules import AlertRules
from claims.case import CaseChange, ChangeKind, Position
from claims.notification import Mute, MuteKind

HOUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """What went out over a channel in the last hour: the moments of its pages, and of its last summary."""

    pages: Sequence[datetime] = ()
    summary: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What becomes of each fresh notification, by its id: sent now, asked again at a moment, held, or summed up."""

    send: Collection[int] = ()
    wait: Mapping[int, datetime] = field(default_factory=dict)
    hold: Mapping[int, str] = field(default_factory=dict)
    sum_up: Collection[int] = ()


def plan(fresh: Mapping[int, CaseChange], rules: AlertRules, mutes: Sequence[Mute], past: Past, now: datetime) -> Plan:
    """Decide on ``fresh`` changes (oldest first) of one topic and channel.

    Follow-ups in a thread don't count as pages. What is over the hour's pages comes as one summary, at most one an
    hour: so thirty cases at once are one message, and a busy night is N pages and a summary each hour.
    """
    hold = {id: why for id, change in fresh.items() if (why := held(change, rules, mutes, now))}
    left = [id for id in fresh if id not in hold]
    quiet_until = rules.quiet_hours.ends_after(now, rules.zone) if rules.quiet_hours else None
    if quiet_until:
        return Plan(wait=dict.fromkeys(left, quiet_until), hold=hold)
    pages = [id for id in left if fresh[id].page]
    follow_ups = [id for id in left if not fresh[id].page]
    recent = [moment for moment in past.pages if moment > now - HOUR]
    if not rules.pages_per_hour or len(pages) <= rules.pages_per_hour - len(recent):
        return Plan(send=left, hold=hold)
    if past.summary and past.summary > now - HOUR:
        return Plan(send=follow_ups, wait=dict.fromkeys(pages, past.summary + HOUR), hold=hold)
    return Plan(send=follow_ups, sum_up=pages, hold=hold)


def held(change: CaseChange, rules: AlertRules, mutes: Sequence[Mute], now: datetime) -> str:
    """Why ``change`` waits for the digest, or nothing if it does not."""
    case = change.case
    kind = "edit" if change.kind is ChangeKind.EDITED else case.arrangement.kind.value
    if change.page and kind not in rules.pages:
        return f"this topic's {kind} cases wait for the digest"
    for mute in mutes:
        if mute.topic == case.topic and mute.holds(now) and _silences(mute, change):
            return f"muted: {mute.kind.value} {mute.value}"
    return ""


def _silences(mute: Mute, change: CaseChange) -> bool:
    if mute.kind is MuteKind.TOPIC:
        return True
    if mute.kind is MuteKind.CASE:
        return mute.value == change.case.id
    positions = change.case.arrangement.positions
    return sum(_heard(position, mute) for position in positions) < min(2, len(positions))


def _heard(position: Position, mute: Mute) -> bool:
    """Whether somebody else than the muted says it too; a case that lives on the muted voice alone is silent."""
    voices = (e.outlet if mute.kind is MuteKind.SOURCE else e.origin for e in position.evidence)
    return any((voice or "").casefold() != mute.value.casefold() for voice in voices)
