"""The ledger: a topic's questions on one page of HTML that needs nothing from elsewhere."""

import shlex
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from alerts import wording
from alerts.message import Message, Side, Voice, message, sides_whole
from alerts.pages.axes import NARROW, WIDE
from alerts.pages.drawing import COLOURS, svg
from alerts.pages.plot import plot
from alerts.scraped import plain
from claims.case import Case, CaseChange, CaseEvent, CaseStatus, ChangeKind, Excerpt, Shelf
from claims.relation import Relation

DARK = {
    "ink": "#e8eaed",
    "dim": "#a4a9b0",
    "rule": "#3a3f45",
    "paper": "#15171a",
    "alarm": "#ff8a80",
    "side0": "#8ab4f8",
    "side1": "#f5a35c",
    "side2": "#81c995",
    "side3": "#c9a0f0",
    "side4": "#e0c341",
    "side5": "#8fc7d6",
}
_PAGES = Environment(loader=PackageLoader("alerts"), autoescape=True, undefined=StrictUndefined, trim_blocks=True)


@dataclass(frozen=True, slots=True)
class _Entry:
    case: Case
    message: Message
    sides: tuple[Side, ...]
    label: str
    wide: Markup
    narrow: Markup
    history: Sequence[CaseEvent]


def file_name(topic: str) -> str:
    """The page of a topic, as links lead to it."""
    return f"{quote(topic, safe='')}.html"


def page(
    topic: str,
    name: str,
    shown: Excerpt,
    counts: Mapping[Shelf, int],
    history: Mapping[str, Sequence[CaseEvent]],
    now: datetime,
    zone: tzinfo = UTC,
) -> str:
    """A topic's page: open conflicts first, then what is open, then what is over; the latest changed first in each.

    ``counts`` are of all cases of the topic; where not all are ``shown``, the page says so.
    """
    ordered = sorted(shown.cases, key=lambda case: -case.changed_at.timestamp())
    ordered.sort(key=lambda case: (case.status is not CaseStatus.OPEN, not _conflicts(case)))
    return _PAGES.get_template("ledger.html").render(
        title=plain(name),
        counted=counted(counts),
        left_out=shown.of - len(shown.cases),
        command=f"atodds export --topic {shlex.quote(topic)}",
        entries=[_entry(case, history.get(case.id, ()), zone) for case in ordered],
        statuses=[status.value for status in CaseStatus],
        now=now,
        when=lambda moment: wording.when(moment, zone, now),
        voices=wording.voices,
        quoted=_quoted,
        told=lambda event: wording.changed(event.kind, plain(event.reason), ""),
        **_tones(),
    )


def index(topics: Sequence[tuple[str, str, str]], now: datetime, zone: tzinfo = UTC) -> str:
    """The page that leads to the topics: key, name, and what is counted in it."""
    return _PAGES.get_template("index.html").render(
        title="Where sources are at odds",
        topics=[(quote(key, safe=""), plain(name), said) for key, name, said in topics],
        now=now,
        when=lambda moment: wording.when(moment, zone),
        **_tones(),
    )


def counted(counts: Mapping[Shelf, int]) -> str:
    """'3 open cases (2 in conflict), 1 closed, 1 dismissed'."""
    by_status = {s: sum(n for shelf, n in counts.items() if shelf.status is s) for s in CaseStatus}
    conflicts = sum(n for shelf, n in counts.items() if shelf.in_conflict())
    open_cases = by_status[CaseStatus.OPEN]
    said = [f"{open_cases:,} open {'case' if open_cases == 1 else 'cases'} ({conflicts:,} in conflict)"]
    said += [f"{by_status[s]:,} {s.value}" for s in (CaseStatus.CLOSED, CaseStatus.DISMISSED) if by_status[s]]
    return ", ".join(said)


def _entry(case: Case, history: Sequence[CaseEvent], zone: tzinfo) -> _Entry:
    told = message(CaseChange(case=case, kind=ChangeKind.OPENED, page=False, reason="", at=case.changed_at))
    wide, narrow = (svg(plot(case, zone, layout)) for layout in (WIDE, NARROW))
    return _Entry(case, told, sides_whole(case), wording.RELATIONS[told.relation], wide, narrow, history)


def _conflicts(case: Case) -> bool:
    return case.arrangement.relation is Relation.CONFLICTS


def _quoted(voice: Voice) -> Markup:
    start, end = voice.mark
    if not end:
        return escape(voice.quote)
    return Markup("{}<strong>{}</strong>{}").format(voice.quote[:start], voice.quote[start:end], voice.quote[end:])


def _tones() -> dict[str, object]:
    return {"light": list(COLOURS.items()), "dark": list(DARK.items())}
