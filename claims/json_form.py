"""The JSON that other programs lean on: quantities, claims, comparisons and cases, as the README documents them."""

from datetime import datetime
from decimal import Decimal
from typing import Any

from claims.article import Reading
from claims.case import Case, Position
from claims.claim import Attribution, Claim, FigureClaim, Period
from claims.quantity import Quantity
from claims.relation import Evidence, Verdict
from claims.term import Term

Json = dict[str, Any]


def quantity(value: Quantity, text: str, counted: str | None) -> Json:
    """``text`` is the article's; numbers are whole where they are whole, null at an open end."""
    return {
        "start": value.span.start,
        "end": value.span.end,
        "text": value.span.of(text),
        "lower": _number(value.lower),
        "upper": _number(value.upper),
        "bound": value.bound.value,
        "unit": value.unit.name if value.unit else None,
        "counted": counted,
    }


def claim(value: Claim, text: str) -> Json:
    """``start`` and ``end`` are those of the words that carry the claim; ``text`` is the article's."""
    return _claim(value, value.sentence.of(text), value.evidence.start, lambda q: quantity(q, text, _counted(value)))


def claim_of(evidence: Evidence) -> Json:
    """The claim of stored evidence, whose article's text is not at hand."""
    return _claim(evidence.claim, evidence.sentence, evidence.claim.evidence.start, lambda _: _quantity_of(evidence))


def _claim(value: Claim, sentence: str, start: int, show: Any) -> Json:
    figure = value if isinstance(value, FigureClaim) else None
    return {
        "kind": "figure" if figure else "role",
        "start": start,
        "end": value.evidence.end,
        "sentence": sentence,
        "quantity": show(figure.quantity) if figure else None,
        "counted": _counted(value),
        "actor": _words(value.actor),
        "action": _words(value.action),
        "object": None if isinstance(value, FigureClaim) else _words(value.object),
        "place": _words(value.place),
        "time": _period(value.time),
        "status": figure.status.value if figure else None,
        "factuality": value.factuality.value,
        "attribution": _attribution(value.attribution),
    }


def reading(value: Reading) -> Json:
    """What one article says: its quantities, and its claims."""
    text = value.article.text
    figures = [c for c in value.claims if isinstance(c, FigureClaim)]
    return {
        "id": value.article.id,
        "quantities": [quantity(f.quantity, text, _counted(f)) for f in figures],
        "claims": [claim(c, text) for c in value.claims],
    }


def comparison(verdict: Verdict | None) -> Json:
    """The strongest relation between two texts; no verdict is no pair of claims on one question."""
    if verdict is None:
        nothing = "No two claims answer the same question."
        return {"relation": "unrelated", "kind": None, "page": False, "reason": nothing, "a": None, "b": None}
    return {
        "relation": verdict.relation.value,
        "kind": verdict.kind.value,
        "page": verdict.page,
        "reason": verdict.reason,
        "a": claim_of(verdict.a),
        "b": claim_of(verdict.b),
    }


def case(value: Case) -> Json:
    """A case with its positions and their evidence."""
    arrangement = value.arrangement
    return {
        "id": value.id,
        "topic": value.topic,
        "story": value.story,
        "question": arrangement.question,
        "kind": arrangement.kind.value,
        "page": arrangement.page,
        "status": value.status.value,
        "opened_at": _moment(value.opened_at),
        "changed_at": _moment(value.changed_at),
        "positions": [_position(p) for p in arrangement.positions],
    }


def _position(value: Position) -> Json:
    return {"says": value.says, "evidence": [_evidence(e) for e in value.evidence]}


def _evidence(value: Evidence) -> Json:
    spoken = value.claim
    return {
        "article_id": value.article_id,
        "url": value.url,
        "source": value.outlet,
        "origin": value.origin,
        "published_at": _moment(value.published_at),
        "sentence": value.sentence,
        "start": spoken.evidence.start,
        "end": spoken.evidence.end,
        "quote": value.quote,
        "quantity": _quantity_of(value),
        "factuality": spoken.factuality.value,
        "attribution": _attribution(spoken.attribution),
    }


def _quantity_of(evidence: Evidence) -> Json | None:
    """The quantity of stored evidence: its words are cut out of the sentence it stands in."""
    if not isinstance(evidence.claim, FigureClaim):
        return None
    figure = evidence.claim
    form = quantity(figure.quantity, "", _counted(figure))
    return {**form, "text": figure.quantity.span.shift(-figure.sentence.start).of(evidence.sentence)}


def _counted(value: Claim) -> str | None:
    return _words(value.counted) if isinstance(value, FigureClaim) else None


def _words(term: Term | None) -> str | None:
    return term.text if term else None


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def _period(value: Period | None) -> Json | None:
    if value is None:
        return None
    start, end = (day.isoformat() if day else None for day in (value.start, value.end))
    return {"start": start, "end": end, "text": value.text}


def _moment(value: datetime | None) -> str | None:
    return value.isoformat() if value else None


def _attribution(value: Attribution | None) -> Json | None:
    return {"source": value.source, "cue": value.cue, "kind": value.kind.value} if value else None
