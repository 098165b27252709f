"""Protects finding the question of a claim: what is not judged could not have been nearer."""

from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.agencies import Agencies, Agency
from claims.article import Profile
from claims.claim import Attribution, AttributionKind, Part, Period, Status
from claims.factuality import Factuality
from claims.quantity import Bound, Unit
from claims.relation import Evidence, Kind, Relation, Verdict
from claims.span import Span
from claims.term import Term
from matching.judge import judge
from matching.nearest import nearest
from matching.sides import side
from tests.matching.made import NOON, figure, role

BODIES = Agencies([Agency("army", "Army"), Agency("navy", "Navy")])
ASK = Term("asked for", "request", "request")
TENTS = Term("400 tents for the coast", "tents for the coast", "thing")
PAGES = ("https://one.example", "https://two.example")
FIGURES = [
    figure(number, outlet, counted=counted, action=action, bound=bound, part=part, url=url)
    for outlet, url in zip(("Post", "Wire"), PAGES, strict=True)
    for number, bound, part in ((40, Bound.EXACT, None), (41, Bound.AT_LEAST, None), (40, Bound.EXACT, Part.PART))
    for counted, action in (
        (Term("people", "anyone", "person"), Term("killed", "kill")),
        (Term("miners", "miner", "person"), None),
    )
]
ROLES = [
    role(said, outlet, actor=actor, action=action, thing=thing, url=url)
    for outlet, url in zip(("Post", "Wire"), PAGES, strict=True)
    for actor in ("army", "navy")
    for said in (Factuality.CERTAIN, Factuality.CERTAIN_NOT)
    for action, thing in ((ASK, TENTS), (Term("arrest", "arrest"), None))
]


def by_definition(new: Evidence, candidates: list[Evidence]) -> dict[Kind, tuple[int, Relation]]:
    """All candidates judged, the surest of each kind taken; on another page before the claim's own."""
    best: dict[Kind, tuple[tuple[bool, float], int, Relation]] = {}
    for place, candidate in enumerate(candidates):
        verdict = judge(candidate, new, BODIES)
        sure = candidate.url != new.url, verdict.same
        if verdict.relation is not Relation.UNRELATED and (verdict.kind not in best or sure > best[verdict.kind][0]):
            best[verdict.kind] = sure, place, verdict.relation
    return {kind: (place, relation) for kind, (_, place, relation) in best.items()}


@given(st.sampled_from([FIGURES, ROLES]), st.data())
def test_it_is_the_surest_of_all_candidates(told: list[Evidence], data: st.DataObject) -> None:
    candidates = data.draw(st.lists(st.sampled_from(told), max_size=12))
    new = data.draw(st.sampled_from(told))
    found = {v.kind: (place, v.relation) for place, v in nearest(new, candidates, BODIES)}
    assert found == by_definition(new, candidates)


def others(value: Any) -> Any:
    """Another value of the same type; a term where there was none."""
    return {
        Profile: Profile(names=frozenset({"dahl"}), places=frozenset({"norway/halden"}), years=frozenset({1999})),
        Part: Part.PART,
        Status: Status.PLANNED,
        Factuality: Factuality.UNKNOWN,
        Span: Span(3, 4),
        Term: Term("soldiers", "soldier", "thing"),
        type(None): Term("Oren Dahl", "dahl", "name"),
        bool: not value,
        str: f"Report that the {value} is a hoax",
    }.get(type(value))


def changed(evidence: Evidence) -> Iterator[tuple[str, Evidence]]:
    """The evidence with one field of it, of its claim or its quantity otherwise."""
    claim = evidence.claim
    fresh: dict[str, Any] = {
        "time": Period(date(1990, 1, 1), date(1991, 1, 1), "last year"),
        "attribution": Attribution("a spokesman", "said", AttributionKind.UNNAMED),
        "condition": "if asked",
        "title": "Another title",
        "part": Part.PART,
        "published_at": NOON + timedelta(days=400),
        "seen_at": NOON + timedelta(days=400),
    }
    for field in fields(evidence):
        if field.name != "claim":
            value = fresh.get(field.name) or others(getattr(evidence, field.name))
            yield field.name, replace(evidence, **{field.name: value})
    for field in fields(claim):
        value = fresh.get(field.name) or others(getattr(claim, field.name))
        if field.name == "quantity":
            for part, number in (("lower", Decimal(7)), ("upper", Decimal(70)), ("bound", Bound.ABOUT)):
                number = replace(claim.quantity, **{part: number})
                yield part, replace(evidence, claim=replace(claim, quantity=number))
            money = replace(claim.quantity, unit=Unit("$", "money:USD"), span=Span(1, 2))
            yield "unit", replace(evidence, claim=replace(claim, quantity=money))
        else:
            yield field.name, replace(evidence, claim=replace(claim, **{field.name: value}))


def said(verdict: Verdict) -> tuple[object, ...]:
    return verdict.relation, verdict.kind, verdict.same, verdict.reason, verdict.features


@pytest.mark.parametrize("told", [FIGURES, ROLES], ids=["figures", "roles"])
def test_what_judging_reads_tells_a_claim_from_its_copy(told: list[Evidence]) -> None:
    read = set()
    for evidence in told:
        for name, other in changed(evidence):
            if side(other).heard != side(evidence).heard:
                read.add(name)
                continue
            for third in told:
                assert said(judge(other, third, BODIES)) == said(judge(evidence, third, BODIES)), name
    assert {"action", "actor", "story"} <= read
    assert not {"outlet", "url", "origin", "published_at", "quote", "lead", "article_id"} & read
