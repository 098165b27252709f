"""Cases made by hand for the tests of alerts: sentences of our own, about places that don't exist."""

from collections import Counter
from datetime import UTC, datetime, timedelta
from decimal import Decimal

from claims.article import Profile
from claims.case import Arrangement, Case, CaseChange, CaseStatus, ChangeKind, Excerpt, Position, Shelf
from claims.claim import Attribution, AttributionKind, FigureClaim, RoleClaim, Status
from claims.factuality import Factuality
from claims.quantity import Bound, Quantity
from claims.relation import Evidence, Feature, Kind, Relation
from claims.span import Span
from claims.term import Term

NOON = datetime(2025, 5, 16, 12, tzinfo=UTC)
OFFICIAL = Attribution("a defense official", "told", AttributionKind.UNNAMED)
SPOKESPERSON = Attribution("Mara Lindqvist, a spokesperson", "said", AttributionKind.NAMED)


def evidence(
    outlet: str | None,
    sentence: str,
    *,
    figure: str | None = None,
    factuality: Factuality = Factuality.CERTAIN,
    attribution: Attribution | None = None,
    hours: float = 0,
    origin: str | None = None,
    url: str | None = None,
    bound: Bound = Bound.EXACT,
    article: str | None = None,
) -> Evidence:
    """One report. ``figure`` is the number as it stands in ``sentence``; without one it is a role claim."""
    name = outlet or "unknown"
    whole = Span(100, 100 + len(sentence))
    shared = {"place": None, "time": None, "attribution": attribution, "sentence": whole, "evidence": whole}
    guard = Term("National Guard", "national-guard")
    claim: FigureClaim | RoleClaim
    if figure is None:
        claim = RoleClaim(
            actor=guard,
            action=Term("arrests", "arrest"),
            object=None,
            condition=None,
            factuality=factuality,
            parser="1",
            **shared,
        )
    else:
        at = 100 + sentence.index(figure)
        value = Decimal(figure.replace(",", ""))
        low = None if bound in (Bound.LESS_THAN, Bound.AT_MOST) else value
        high = None if bound in (Bound.MORE_THAN, Bound.AT_LEAST) else value
        claim = FigureClaim(
            quantity=Quantity(low, high, bound, None, Span(at, at + len(figure))),
            counted=Term("troops", "person"),
            action=Term("asked", "ask"),
            actor=guard,
            part=None,
            status=Status.ASKED,
            factuality=factuality,
            parser="1",
            **shared,
        )
    slug = "".join(c for c in name.lower() if c.isalnum())
    return Evidence(
        claim=claim,
        article_id=article or f"{slug}-{hours:g}",
        url=url or f"https://{slug}.example/news/{int(hours)}",
        title=f"{name} on the request",
        outlet=outlet,
        origin=origin or name,
        published_at=NOON + timedelta(hours=hours),
        seen_at=NOON + timedelta(hours=hours, minutes=4),
        sentence=sentence,
        quote=sentence,
        lead=True,
        context=Profile(),
    )


GUARD_NO = evidence(
    "The Courier",
    "Guard members are not expected to take part in arrests, a defense official told The Courier.",
    factuality=Factuality.PROBABLE_NOT,
    attribution=OFFICIAL,
)
GUARD_MAYBE = evidence(
    "Valley Radio",
    "The troops could help immigration officers with arrests, according to a memo.",
    factuality=Factuality.POSSIBLE,
    attribution=Attribution("a memo", "according to", AttributionKind.NAMED),
    hours=1.5,
)
FIGURE_HIGH = evidence(
    "The Courier",
    "The department asked for 20,000 Guard members, Mara Lindqvist, a spokesperson, said.",
    figure="20,000",
    attribution=SPOKESPERSON,
)
FIGURE_LOW = evidence("Harbor Post", "The request was for 700 Guard members.", figure="700", hours=2)


def case(
    positions: tuple[Position, ...],
    *,
    id: str = "3f9a1c2e",
    question: str = "Will the National Guard take part in arrests?",
    kind: Kind = Kind.ROLE,
    relation: Relation = Relation.CONFLICTS,
    page: bool = True,
    reason: str = "Opposed, same actor and action",
    topic: str = "guard-request",
    status: CaseStatus = CaseStatus.OPEN,
    same: float | None = 0.93,
) -> Case:
    features = (
        Feature("actor", 1.0, "same: National Guard", "Guard members", "The troops"),
        Feature("action", 1.0, "same: arrest", "arrests", "help with arrests"),
        Feature("story", 0.8, "3 names shared", "", ""),
    )
    arranged = Arrangement(question, kind, positions, relation, page, reason, same, features)
    return Case(id=id, topic=topic, story="s1", status=status, opened_at=NOON, changed_at=NOON, arrangement=arranged)


def roles() -> Case:
    """The Guard and arrests: expected not to, and possibly."""
    return case((Position("not expected to", (GUARD_NO,)), Position("possibly", (GUARD_MAYBE,))))


def figures(**changes: object) -> Case:
    """20,000 against 700."""
    return case(
        (Position("20,000", (FIGURE_HIGH,)), Position("700", (FIGURE_LOW,))),
        question="How many National Guard members were asked for?",
        kind=Kind.FIGURE,
        reason="20,000 and 700 can't both be the number",
        **changes,  # type: ignore[arg-type]
    )


def shelves(*cases: Case) -> Counter[Shelf]:
    """How many of these stand how."""
    return Counter(Shelf(c.status, c.arrangement.page, c.arrangement.relation) for c in cases)


def excerpt(*cases: Case, of: int = 0) -> Excerpt:
    """A list of these, and of so many more that it has ``of``."""
    return Excerpt(cases, of or len(cases))


def change(of: Case, kind: ChangeKind = ChangeKind.OPENED, reason: str = "", hours: float = 2) -> CaseChange:
    return CaseChange(
        case=of, kind=kind, page=of.arrangement.page, reason=reason, at=NOON + timedelta(hours=hours, minutes=5)
    )
