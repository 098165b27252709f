"""The outbox: what the desk must hear of, written with the change, taken from here by whoever delivers."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, and_, func, insert, or_, select, update

from claims.case import CaseChange, ChangeKind
from claims.codec import dumps, loads
from claims.notification import State
from claims.shown import shown
from storage import batches
from storage.among import among
from storage.cases import cases_by_id
from storage.memory import Memory
from storage.once import add_once
from storage.tables import AlertRow, BulletinRow, NotificationRow

ALERT = AlertRow.__table__  # type: ignore[attr-defined]
BULLETIN = BulletinRow.__table__  # type: ignore[attr-defined]
NOTIFICATION = NotificationRow.__table__  # type: ignore[attr-defined]

TOLD_IN_THREAD = frozenset(
    {
        ChangeKind.EVIDENCE,
        ChangeKind.POSITION,
        ChangeKind.CLOSED,
        ChangeKind.REOPENED,
        ChangeKind.REVIEWED,
        ChangeKind.EDITED,
    }
)
TO_COME = (State.FRESH, State.READY, State.SENDING)
NOBODY_TOLD = ""  # in the place of a change that goes over no channel

_ADD = insert(NOTIFICATION)
_THREADS = (
    select(NOTIFICATION.c.case_id, NOTIFICATION.c.channel)
    .where(among(NOTIFICATION.c.case_id, "cases"))
    .where(NOTIFICATION.c.state.in_([*TO_COME, State.SENT]))
    .distinct()
)


def raise_alert(
    connection: Connection, change_id: int, change: CaseChange, channels: Iterable[str], now: datetime
) -> int:
    """Put an alert into the outbox, to be told over ``channels``; returns the alert's number.

    A page goes to all of them; what is no page follows where a message on the case went or is about to go, so that
    a thread tells how its case ended, and no thread begins with a footnote. ``change`` holds the case whole: what
    the desk is told is the case as it stood then, whenever it is sent.
    """
    return _raise(connection, [(change_id, change)], _told_over(connection, [change], channels), now)[0]


def raise_alerts(
    connection: Connection,
    memory: Memory,
    changes: Sequence[tuple[int, CaseChange]],
    channels: Iterable[str],
    now: datetime,
) -> None:
    """Put alerts on changes that were just stored (each with its number) into the outbox.

    The cases of those that somebody is told of are read whole, for the changes hold them in part.
    """
    told_over = _told_over(connection, [change for _, change in changes], channels)
    whole = cases_by_id(connection, memory, [case for case, over in told_over.items() if over])
    told = [(n, replace(c, case=whole.get(c.case.id, c.case))) for n, c in changes]
    _raise(connection, told, told_over, now)


def _raise(
    connection: Connection,
    changes: Sequence[tuple[int, CaseChange]],
    told_over: Mapping[str, Sequence[str]],
    now: datetime,
) -> list[int]:
    """Store alerts on changes (each with its number), and notifications of those that are told; the alerts' numbers."""
    rows = []
    for number, change in changes:
        told = dumps(shown(change)) if told_over[change.case.id] else NOBODY_TOLD
        rows.append((change.case.id, number, change.page, told, now))
    alerts = batches.add_numbered(connection, ALERT, rows)
    fresh = []
    for alert, (_, change) in zip(alerts, changes, strict=True):
        of_alert = {"alert_id": alert, "topic": change.case.topic, "case_id": change.case.id, "page": change.page}
        fresh += _of_channels(of_alert, told_over[change.case.id], State.FRESH, now)
    if fresh:
        connection.execute(_ADD, fresh)
    return alerts


def _told_over(connection: Connection, changes: Sequence[CaseChange], channels: Iterable[str]) -> dict[str, list[str]]:
    """The channels over which each change is told, by its case."""
    wanted = list(dict.fromkeys(channels))
    follow = [c.case.id for c in changes if wanted and not c.page and c.kind in TOLD_IN_THREAD]
    threads = _threads(connection, follow) if follow else frozenset()
    return {c.case.id: [channel for channel in wanted if c.page or (c.case.id, channel) in threads] for c in changes}


def post(connection: Connection, key: str, topic: str, payload: str, channels: Iterable[str], now: datetime) -> bool:
    """Put a bulletin into the outbox; whether it is new (one of the same key was never posted)."""
    row = {"key": key, "topic": topic, "payload": payload, "created_at": now}
    if not add_once(connection, BULLETIN, row):
        return False
    number = connection.execute(select(BULLETIN.c.id).where(BULLETIN.c.key == key)).scalar_one()
    ready = {"bulletin_id": number, "topic": topic, "case_id": None, "page": False}
    if rows := _of_channels(ready, channels, State.READY, now):
        connection.execute(_ADD, rows)
    return True


def fresh(connection: Connection, topic: str, channel: str, now: datetime) -> dict[int, CaseChange]:
    """What the noise rules have to decide on, oldest first, by the notification's number."""
    rows = connection.execute(
        select(NOTIFICATION.c.id, ALERT.c.payload)
        .join(ALERT, ALERT.c.id == NOTIFICATION.c.alert_id)
        .where(of(topic, channel), NOTIFICATION.c.state == State.FRESH, NOTIFICATION.c.due_at <= now)
        .order_by(NOTIFICATION.c.id)
    )
    return {number: loads(CaseChange, payload) for number, payload in rows}


def pages_since(connection: Connection, topic: str, channel: str, since: datetime, now: datetime) -> list[datetime]:
    """When pages went out after ``since``; those that are on their way count as going out ``now``."""
    return _moments(connection, topic, channel, NOTIFICATION.c.page.is_(True), since, now)


def last_summary(connection: Connection, topic: str, channel: str, since: datetime, now: datetime) -> datetime | None:
    """When the last summary after ``since`` went out over the channel; ``now`` if one is on its way."""
    is_one = NOTIFICATION.c.bulletin_id.in_(
        select(BULLETIN.c.id).where(BULLETIN.c.topic == topic, BULLETIN.c.key.startswith("summary:"))
    )
    return max(_moments(connection, topic, channel, is_one, since, now), default=None)


def given_up(connection: Connection, topic: str, since: datetime) -> int:
    """How many notifications that came due after ``since`` were given up."""
    dead = (NOTIFICATION.c.topic == topic, NOTIFICATION.c.state == State.DEAD, NOTIFICATION.c.due_at > since)
    found: int = connection.execute(select(func.count()).select_from(NOTIFICATION).where(*dead)).scalar_one()
    return found


def settle(
    connection: Connection,
    *,
    send: Collection[int] = (),
    wait: Mapping[int, datetime] | None = None,
    hold: Mapping[int, str] | None = None,
    folded: Collection[int] = (),
) -> None:
    """Carry out what the noise rules decided, by the numbers of fresh notifications."""
    is_fresh = NOTIFICATION.c.state == State.FRESH
    change = update(NOTIFICATION).where(is_fresh)
    connection.execute(change.where(NOTIFICATION.c.id.in_(send)).values(state=State.READY))
    connection.execute(change.where(NOTIFICATION.c.id.in_(folded)).values(state=State.FOLDED))
    for number, until in (wait or {}).items():
        connection.execute(change.where(NOTIFICATION.c.id == number).values(due_at=until))
    for number, why in (hold or {}).items():
        connection.execute(change.where(NOTIFICATION.c.id == number).values(state=State.HELD, error=why))


def of(topic: str, channel: str) -> ColumnElement[bool]:
    """The notifications of a topic over a channel."""
    return and_(NOTIFICATION.c.topic == topic, NOTIFICATION.c.channel == channel)


def _threads(connection: Connection, cases: Collection[str]) -> frozenset[tuple[str, str]]:
    """Where a message on some cases went or is about to go: case and channel."""
    return frozenset((case, channel) for case, channel in connection.execute(_THREADS, {"cases": list(cases)}))


def _of_channels(
    row: Mapping[str, object], channels: Iterable[str], state: State, now: datetime
) -> list[dict[str, object]]:
    return [{**row, "channel": channel, "state": state.value, "attempts": 0, "due_at": now} for channel in channels]


def _moments(
    connection: Connection, topic: str, channel: str, which: ColumnElement[bool], since: datetime, now: datetime
) -> list[datetime]:
    on_the_way = NOTIFICATION.c.state.in_([State.READY, State.SENDING])
    went = and_(NOTIFICATION.c.state == State.SENT, NOTIFICATION.c.sent_at > since)
    rows = connection.execute(select(NOTIFICATION.c.sent_at).where(of(topic, channel), which, or_(on_the_way, went)))
    return [moment or now for moment in rows.scalars()]
