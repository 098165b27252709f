"""Notifications: one delivery of one alert over one channel, as the outbox hands it to the senders."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Form(StrEnum):
    """What an alert's payload is: a change of a case, or a bulletin (a summary, a digest, word to the operator)."""

    CHANGE = "change"
    BULLETIN = "bulletin"


class State(StrEnum):
    """Where a notification stands.

    FRESH: the noise rules have not seen it; READY: to be sent when due; SENDING: a sender has it; SENT; HELD: left
    for the digest; FOLDED: told in a summary; DEAD: given up, and the operator was told.
    """

    FRESH = "fresh"
    READY = "ready"
    SENDING = "sending"
    SENT = "sent"
    HELD = "held"
    FOLDED = "folded"
    DEAD = "dead"


@dataclass(frozen=True, slots=True, kw_only=True)
class Notification:
    """A delivery to be made. ``payload`` is the JSON of a CaseChange or a bulletin, ``case`` empty for the latter.

    ``attempts`` counts this one. ``thread`` is what the channel gave for the case's first message, ``progress`` what
    it gave at the last try.
    """

    id: int
    channel: str
    topic: str
    case: str
    form: Form
    payload: str
    page: bool
    attempts: int
    thread: str | None = None
    progress: str | None = None


class MuteKind(StrEnum):
    """What a desk may mute."""

    TOPIC = "topic"
    CASE = "case"
    SOURCE = "source"
    ORIGIN = "origin"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mute:
    """Nothing pages for ``value`` (a topic, a case's id, an outlet, an origin) until ``until``; None is for good."""

    id: int
    topic: str
    kind: MuteKind
    value: str
    until: datetime | None
    because: str
    at: datetime

    def holds(self, moment: datetime) -> bool:
        """Whether it is in force."""
        return self.until is None or moment < self.until
