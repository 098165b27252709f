"""What can be measured of a claim base, in the text form that Prometheus reads."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, func, select, text

from claims.notification import State
from storage.articles import ARTICLE
from storage.cases import CASE
from storage.fetches import PAGE, SOURCE
from storage.outbox import NOTIFICATION
from storage.passes import PASS

_WAITS = NOTIFICATION.c.state.in_([State.FRESH, State.READY, State.SENDING])
_OF_CHANNEL = (NOTIFICATION.c.topic, NOTIFICATION.c.channel)
_SIZE = {
    "sqlite": "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()",
    "postgresql": "SELECT pg_database_size(current_database())",
}

# Name, what it is, labels, and the query that gives the labels' values and then the number.
Gauge = tuple[str, str, Sequence[str], Select[Any]]


def _gauges(now: datetime) -> Iterator[Gauge]:
    topic = PASS.c.topic
    done = PASS.c.finished_at
    held = select(ARTICLE.c.topic, func.count()).group_by(ARTICLE.c.topic)  # read off the index of their addresses
    yield "articles", "Articles stored.", ["topic"], held
    claims = select(topic, func.sum(PASS.c.claims)).group_by(topic)  # to count them would read the base whole
    yield "claims", "Claims that passes stored.", ["topic"], claims
    yield "passes", "Passes that came through.", ["topic"], select(topic, func.count(done)).group_by(topic)
    yield "last_pass", "When the last pass came through.", ["topic"], select(topic, func.max(done)).group_by(topic)
    of_status = (CASE.c.topic, CASE.c.status)
    yield "cases", "Cases.", ["topic", "status"], select(*of_status, func.count()).group_by(*of_status)
    of_state = (*_OF_CHANNEL, NOTIFICATION.c.state)
    states = select(*of_state, func.count()).group_by(*of_state)
    yield "notifications", "Notifications by where they stand.", ["topic", "channel", "state"], states
    oldest = select(*_OF_CHANNEL, func.min(NOTIFICATION.c.due_at)).where(_WAITS).group_by(*_OF_CHANNEL)
    yield "oldest_waiting", "When the oldest unsent notification was due.", ["topic", "channel"], oldest
    failing = select(SOURCE.c.topic, SOURCE.c.url, SOURCE.c.failures)
    yield "source_failures", "Failures since a source last answered.", ["topic", "source"], failing
    owed = select(PAGE.c.topic, func.count()).where(PAGE.c.due_at <= now).group_by(PAGE.c.topic)
    yield "pages_waiting", "Pages announced and not yet read.", ["topic"], owed


def exposition(connection: Connection, now: datetime) -> str:
    """All gauges; moments are seconds since 1970."""
    lines: list[str] = []
    for name, told, labels, query in _gauges(now):
        unit = "_timestamp_seconds" if name in ("last_pass", "oldest_waiting") else ""
        lines += [f"# HELP atodds_{name}{unit} {told}", f"# TYPE atodds_{name}{unit} gauge"]
        for *values, number in connection.execute(query.order_by(*query.selected_columns[: len(labels)])):
            if number is not None:
                lines.append(f"atodds_{name}{unit}{{{_labels(labels, values)}}} {_number(number)}")
    size = connection.execute(text(_SIZE[connection.dialect.name])).scalar_one()
    lines += ["# HELP atodds_base_bytes Size of the claim base.", "# TYPE atodds_base_bytes gauge"]
    return "\n".join([*lines, f"atodds_base_bytes {size}", ""])


def _labels(names: Sequence[str], values: Sequence[str]) -> str:
    escaped = (str(value).replace("\\", r"\\").replace('"', r"\"").replace("\n", r"\n") for value in values)
    return ",".join(f'{name}="{value}"' for name, value in zip(names, escaped, strict=True))


def _number(value: Any) -> str:
    return f"{value.timestamp():.0f}" if isinstance(value, datetime) else str(value)
