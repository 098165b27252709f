"""Delivery: takes notifications from the outbox, hands them to their channels, and notes what came of it.

At least once: a notification is noted as sent only after the channel's yes, and one whose sender died is taken
again when its lease runs out. Once in practice: only a crash between the yes and our note repeats one, and then with
the same id. Each channel has threads of its own, so one that hangs stops no other.
"""

import time
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from random import Random
from threading import Lock
from typing import Protocol

from alerts.bulletins.bulletin import Bulletin
from alerts.channels.channel import Channel, Never, NotNow, OutOfOrder, Parcel, Receipt
from alerts.message import Message, message
from claims.case import CaseChange, ChangeKind
from claims.codec import loads
from claims.journal import note
from claims.notification import Form, Notification

POLL = 0.05  # seconds between two looks while another sender has the thread that we wait for
# Seconds a sender rests at most before it looks again.
NAP = 1.0


class Outbox(Protocol):
    """Where notifications wait; `storage.outbox` has the real one. Each call is a transaction of its own."""

    def take(self, channel: str, now: datetime, lease: timedelta) -> Notification | None:
        """The next one due, leased to the caller; never one whose case has an earlier one still to go."""
        ...

    def sent(self, notification: Notification, now: datetime, thread: str | None) -> None: ...

    def later(self, notification: Notification, due: datetime, error: str, progress: str | None) -> None: ...

    def dead(self, notification: Notification, error: str) -> None: ...

    def next_due(self, channel: str) -> datetime | None:
        """When the first one that waits is due, or the first lease runs out; None if nothing is left to do."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """How long to try. Waits double from ``first`` to ``ceiling``, each shortened by up to half at random, so that
    senders don't come back all at once; 200 tries are two days at the ceiling. ``lease`` is longer than any one try;
    after ``failures`` in a row a channel rests, and the others behind it are not tried in vain."""

    first: timedelta = timedelta(seconds=30)
    ceiling: timedelta = timedelta(minutes=15)
    tries: int = 200
    lease: timedelta = timedelta(minutes=5)
    failures: int = 5

    def wait(self, attempts: int, chance: float) -> timedelta:
        """The wait after the ``attempts``-th try; ``chance`` is 0 to 1."""
        return min(self.first * (1 << min(attempts - 1, 20)), self.ceiling) * (1 - chance / 2)


PATIENT = Patience()


@dataclass(slots=True)
class Tally:
    """What a run did; ``problems`` are for the operator, each once."""

    sent: int = 0
    put_off: int = 0
    dead: int = 0
    problems: dict[str, None] = field(default_factory=dict)


def now_in_utc() -> datetime:
    return datetime.now(UTC)


class Line:
    """The way over one channel: several senders, one mood. Built for one run."""

    def __init__(
        self,
        name: str,
        channel: Channel,
        outbox: Outbox,
        patience: Patience = PATIENT,
        clock: Callable[[], datetime] = now_in_utc,
        pause: Callable[[float], None] = time.sleep,
        random: Random | None = None,
    ) -> None:
        self.tally = Tally()
        self._name = name
        self._channel = channel
        self._outbox = outbox
        self._patience = patience
        self._clock = clock
        self._pause = pause
        self._random = random or Random()
        self._lock = Lock()
        self._failures = 0
        self._rests_until = clock()

    def drain(self, until: datetime | None) -> None:
        """Send what is due, and what gets due before ``until``; one sender's work."""
        while True:
            now = self._clock()
            taken = None if now < self._rests_until else self._outbox.take(self._name, now, self._patience.lease)
            if taken is not None:
                self._deliver(taken)
                continue
            next_due = self._outbox.next_due(self._name)
            if until is None or next_due is None or max(next_due, self._rests_until) > until:
                return
            # What is next may be in another sender's hands until its lease ends: look again long before that.
            self._pause(min(NAP, max(POLL, (max(next_due, self._rests_until) - now).total_seconds())))

    def _deliver(self, notification: Notification) -> None:
        try:
            receipt = self._send(notification)
        except Never as error:
            self._give_up(notification, str(error))
        except NotNow as error:
            self._put_off(notification, error)
        except Exception as error:
            self._put_off(notification, NotNow(f"{type(error).__name__}: {error}"))
        else:
            self._outbox.sent(notification, self._clock(), receipt.thread or notification.thread)
            self._write_down("sent", notification)
            with self._lock:
                self._failures = 0
                self.tally.sent += 1
                self.tally.problems.update(dict.fromkeys(f"{self._name}: {w}" for w in receipt.warnings))

    def _send(self, notification: Notification) -> Receipt:
        content: Message | Bulletin
        if notification.form is Form.CHANGE:
            change = loads(CaseChange, notification.payload)
            if change.kind is ChangeKind.EVIDENCE and not self._channel.follows:
                return Receipt()
            content = message(change)
        else:
            content = loads(Bulletin, notification.payload)
        return self._channel.send(Parcel(content=content, thread=notification.thread, progress=notification.progress))

    def _put_off(self, notification: Notification, error: NotNow) -> None:
        attempts = notification.attempts
        if attempts >= self._patience.tries:
            return self._give_up(notification, f"{error} (tried {attempts} times)")
        wait = self._patience.wait(attempts, self._random.random())
        wait = max(wait, timedelta(seconds=error.after or 0))
        due = self._clock() + wait
        self._outbox.later(notification, due, str(error), error.progress)
        self._write_down("put off", notification, str(error))
        with self._lock:
            self.tally.put_off += 1
            self._failures += 1
            if error.channel or self._failures >= self._patience.failures:
                self._rests_until = max(self._rests_until, due)
                self._failures = 0
            if isinstance(error, OutOfOrder):
                self.tally.problems[f"{self._name} is out of order: {error}"] = None

    def _write_down(self, event: str, notification: Notification, why: str | None = None) -> None:
        case = notification.case or None
        note(event, notification=notification.id, case=case, channel=self._name, tries=notification.attempts, why=why)

    def _give_up(self, notification: Notification, why: str) -> None:
        self._outbox.dead(notification, why)
        self._write_down("given up", notification, why)
        with self._lock:
            self.tally.dead += 1
            what = f"case {notification.case}" if notification.case else f"a bulletin on {notification.topic}"
            self.tally.problems[f"{self._name}: {what} could not be delivered: {why}"] = None


def deliver(lines: Mapping[Line, int], until: datetime | None = None) -> Tally:
    """Run every line with its number of senders, all at once; what they did, taken together.

    An error of the outbox itself is raised after all have ended.
    """
    total = Tally()
    with ThreadPoolExecutor(max_workers=max(1, sum(lines.values()))) as pool:
        # Each with our context: whoever collects logs by it (Prefect, by run) finds there what a sender wrote down.
        running = [pool.submit(copy_context().run, one.drain, until) for one, n in lines.items() for _ in range(n)]
    for line in lines:
        total.sent += line.tally.sent
        total.put_off += line.tally.put_off
        total.dead += line.tally.dead
        total.problems |= line.tally.problems
    for future in running:
        future.result()
    return total
