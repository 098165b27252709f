"""The digest: what a desk reads once a day, cases by weight, with a line that shows that somebody watches."""

import base64
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from hashlib import blake2b

from alerts import wording
from alerts.bulletins.bulletin import Bulletin, Item, Section
from alerts.bulletins.summary import item
from alerts.links import NOWHERE, Links
from alerts.message import message
from alerts.pages.drawing import png
from alerts.pages.plot import plot
from alerts.scraped import plain
from claims.case import Case, CaseChange, ChangeKind, Excerpt
from claims.relation import Kind
from claims.review import Decision, Review

LISTED = 15


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """What was watched since the last digest: the line of life."""

    passes: int
    articles: int
    sources: int
    failing: tuple[str, ...]
    given_up: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How a topic stands: its open conflicts, and of what moved lately how many there are, the notes and what is over.

    By weight are listed those that an excerpt holds; how many there are is told of all.
    """

    conflicts: Excerpt
    moved: int
    notes: Excerpt
    over: Excerpt


def digest(
    topic: str,
    name: str,
    standing: Standing,
    reviews: Sequence[Review],
    watch: Watch,
    since: datetime,
    now: datetime,
    zone: tzinfo,
    links: Links = NOWHERE,
) -> Bulletin:
    """What happened on a topic after ``since``; ``reviews`` are all that were ever made on it."""
    sections = (
        _section("Open conflicts", standing.conflicts, links),
        _section("Noted, not paged", standing.notes, links),
        _section("Came together", standing.over, links),
        _reviewed(reviews, since),
    )
    drawn = next((case for case in _by_weight(standing.conflicts.cases) if case.arrangement.kind is Kind.FIGURE), None)
    chart = plot(drawn, zone) if drawn else None
    return Bulletin(
        id=blake2b(f"digest|{topic}|{now.isoformat()}".encode(), digest_size=8).hexdigest(),
        topic=topic,
        title=(
            f"{plain(name)}: {_count(standing.conflicts.of, 'open conflict')}, {_count(standing.moved, 'case')} moved"
        ),
        intro=f"Since {wording.when(since, zone, now)}.",
        sections=sections,
        closing=line_of_life(watch),
        at=now,
        chart=base64.b64encode(png(chart)).decode() if chart else "",
        chart_says=chart.says if chart else "",
    )


def line_of_life(watch: Watch) -> str:
    """'412 articles from 31 sources in 96 passes, 3 failing: …'."""
    said = f"{_count(watch.articles, 'article')} from {_count(watch.sources, 'source')} in {_passes(watch.passes)}"
    if watch.failing:
        shown = ", ".join(plain(one) for one in watch.failing[:5])
        said += f", {len(watch.failing)} failing: {shown}{' …' if len(watch.failing) > 5 else ''}"
    if watch.given_up:
        said += f"; {_count(watch.given_up, 'message')} could not be delivered"
    return f"{said}."


def _section(title: str, listed: Excerpt, links: Links) -> Section:
    items = [item(message(_as_it_is(case)), links) for case in _by_weight(listed.cases)[:LISTED]]
    if listed.of > len(items):
        items.append(Item(text=f"and {listed.of - len(items)} more"))
    return Section(title=title, items=tuple(items))


def _by_weight(cases: Sequence[Case]) -> list[Case]:
    """Those that most independent voices carry first, then the latest changed."""
    return sorted(
        cases, key=lambda c: (-sum(len(p.origins) for p in c.arrangement.positions), -c.changed_at.timestamp())
    )


def _as_it_is(case: Case) -> CaseChange:
    return CaseChange(case=case, kind=ChangeKind.OPENED, page=False, reason="", at=case.changed_at)


def _reviewed(reviews: Sequence[Review], since: datetime) -> Section:
    """What people decided, and what share of all decided cases were conflicts."""
    if not reviews:
        return Section(title="Reviewed", items=())
    last = {review.case: review for review in reviews}.values()  # a case decided twice counts as decided last
    confirmed = sum(review.decision is Decision.CONFIRM for review in last)
    share = f"{confirmed} of {len(last)} reviewed cases were conflicts ({100 * confirmed // len(last)} %)"
    fresh = [Item(text=f"Case {r.case}: {plain(r.in_words)}") for r in reviews if r.at > since]
    return Section(title="Reviewed", items=(Item(text=share), *fresh[-LISTED:]))


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def _passes(number: int) -> str:
    return "1 pass" if number == 1 else f"{number} passes"
