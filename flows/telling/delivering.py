"""From the outbox to the desk: the noise rules decide, the channels send. A plain function, without Prefect."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta

from rich.console import Console

from alerts import noise
from alerts.bulletins.summary import summary
from alerts.channels.channel import Channel
from alerts.channels.channels import SENDERS, Secret, open_channels
from alerts.channels.delivery import PATIENT, Line, Patience, Tally, deliver
from alerts.links import NOWHERE, Links
from claims.codec import dumps
from claims.topic import Topic
from storage import mutes, outbox
from storage.base import Base, Connection
from storage.sending import Outbox

MACHINES = ("webhook",)  # they want everything, at once and at any hour


def deliver_due(
    base: Base,
    topic: Topic,
    secret: Secret,
    links: Links = NOWHERE,
    console: Console | None = None,
    until: datetime | None = None,
) -> Tally:
    """Send what a topic's desk is to hear now; what fails waits in the outbox for the next run."""
    return send(base, topic, open_channels(topic.channels, topic.alerts, secret, links, console), links, until=until)


def send(
    base: Base,
    topic: Topic,
    channels: Mapping[str, Channel],
    links: Links = NOWHERE,
    *,
    patience: Patience = PATIENT,
    until: datetime | None = None,
    clock: Callable[[], datetime] = lambda: datetime.now(UTC),
) -> Tally:
    """Settle what is fresh, then drain every channel."""
    with base.writing(topic.key) as connection:
        for name in channels:
            _settle(connection, topic, name, links, clock())
    box = Outbox(base, topic.key)
    lines = {Line(name, channel, box, patience, clock): SENDERS.get(name, 1) for name, channel in channels.items()}
    return deliver(lines, until)


def _settle(connection: Connection, topic: Topic, channel: str, links: Links, now: datetime) -> None:
    """Let the noise rules decide on a channel's fresh notifications."""
    fresh = outbox.fresh(connection, topic.key, channel, now)
    if not fresh:
        return
    muted = mutes.mutes(connection, now, topic.key)
    if channel in MACHINES:
        hold = {
            number: why for number, change in fresh.items() if (why := noise.held(change, topic.alerts, muted, now))
        }
        return outbox.settle(connection, send=fresh.keys() - hold, hold=hold)
    since = now - timedelta(hours=1)
    past = noise.Past(
        pages=outbox.pages_since(connection, topic.key, channel, since, now),
        summary=outbox.last_summary(connection, topic.key, channel, since, now),
    )
    plan = noise.plan(fresh, topic.alerts, muted, past, now)
    if plan.sum_up:
        told = summary([fresh[number] for number in plan.sum_up], now, links)
        outbox.post(connection, f"summary:{channel}:{told.id}", topic.key, dumps(told), [channel], now)
    outbox.settle(connection, send=plan.send, wait=plan.wait, hold=plan.hold, folded=plan.sum_up)
