"""The JSON of what commands did: passes, sources and replays, as the README documents them."""

from collections.abc import Sequence

from claims.case import CaseChange
from claims.document import Problem
from claims.fetching import SourceHealth
from claims.json_form import Json, case
from claims.relation import Relation
from claims.review import LabelledPair


def summary(topic: str, counts: Json, problems: Sequence[Problem], changes: Sequence[CaseChange]) -> Json:
    """A pass: what it counted, what it left out and why, and the cases it opened or changed, as they stand now."""
    return {
        "topic": topic,
        **counts,
        "problems": [{"where": p.where, "reason": p.reason, "fatal": p.fatal} for p in problems],
        "cases": [
            {**case(change.case), "change": change.kind.value, "reason": change.reason}
            for change in {change.case.id: change for change in changes}.values()
        ],
    }


def source(health: SourceHealth, standing: str) -> Json:
    """How a source does; moments in ISO form, ``waiting`` the pages that are due."""
    return {
        "url": health.url,
        "kind": health.kind,
        "standing": standing,
        "asked_at": health.asked_at.isoformat() if health.asked_at else None,
        "answered_at": health.answered_at.isoformat() if health.answered_at else None,
        "failures": health.failures,
        "reason": health.reason,
        "ask_again_at": health.ask_again_at.isoformat() if health.ask_again_at else None,
        "moved_to": health.moved_to,
        "per_day": round(health.per_day, 2),
        "waiting": health.waiting,
    }


def replay(pair: LabelledPair, now: Relation) -> Json:
    """A labelled pair of which the rules say otherwise than they did."""
    return {
        "case": pair.case,
        "decision": pair.decision.value,
        "because": pair.because.value if pair.because else None,
        "before": pair.floor.value,
        "now": now.value,
        "a": pair.a.sentence,
        "b": pair.b.sentence,
    }
