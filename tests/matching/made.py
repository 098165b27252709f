"""Claims and profiles made by hand for the tests of judging: about places that don't exist."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

from claims.article import Profile
from claims.claim import FigureClaim, Part, RoleClaim, Status
from claims.factuality import Factuality
from claims.quantity import Bound, Quantity, Unit
from claims.relation import Evidence
from claims.span import Span
from claims.term import Term

NOON = datetime(2031, 4, 2, 12, tzinfo=UTC)
KILL = Term("killed", "kill", "kill")
PEOPLE = Term("people", "anyone", "person")
ARREST = Term("arrest", "arrest", "arrest")
PROTESTERS = Term("protesters", "protester", "person")
_SPAN = Span(0, 40)


def quantity(number: int | str, bound: Bound = Bound.EXACT, unit: Unit | None = None) -> Quantity:
    """A number with its bound; an open end where the bound leaves one."""
    value = Decimal(number)
    low = None if bound in (Bound.LESS_THAN, Bound.AT_MOST) else value
    high = None if bound in (Bound.MORE_THAN, Bound.AT_LEAST) else value
    return Quantity(low, high, bound, unit, Span(10, 12))


def figure(
    number: int | str,
    outlet: str = "Halden Wire",
    *,
    counted: Term | None = PEOPLE,
    action: Term | None = KILL,
    bound: Bound = Bound.EXACT,
    unit: Unit | None = None,
    part: Part | None = None,
    status: Status = Status.DONE,
    hours: float = 0,
    story: str = "quake",
    url: str | None = None,
    article: str | None = None,
) -> Evidence:
    """ "… killed 40 people …", as one outlet reports it."""
    claim = FigureClaim(
        quantity=quantity(number, bound, unit),
        counted=counted,
        action=action,
        actor=None,
        place=None,
        time=None,
        part=part,
        status=status,
        factuality=Factuality.CERTAIN,
        attribution=None,
        sentence=_SPAN,
        evidence=_SPAN,
        parser="made",
    )
    return _evidence(claim, outlet, f"A quake in Varsund killed {number} people.", hours, story, url, article)


def role(
    said: Factuality = Factuality.CERTAIN,
    outlet: str = "Halden Wire",
    *,
    actor: str = "army",
    action: Term = ARREST,
    thing: Term | None = PROTESTERS,
    hours: float = 0,
    story: str = "quake",
    url: str | None = None,
) -> Evidence:
    """ "The army will arrest protesters", or that it will not."""
    claim = RoleClaim(
        actor=Term(f"the {actor}", actor, "name"),
        action=action,
        object=thing,
        condition=None,
        place=None,
        time=None,
        factuality=said,
        attribution=None,
        sentence=_SPAN,
        evidence=_SPAN,
        parser="made",
    )
    sentence = f"The {actor} {said.in_words} arrest protesters."
    return _evidence(claim, outlet, sentence, hours, story, url, None)


def _evidence(
    claim: FigureClaim | RoleClaim,
    outlet: str,
    sentence: str,
    hours: float,
    story: str,
    url: str | None,
    article: str | None,
) -> Evidence:
    slug = outlet.lower().replace(" ", "-")
    moment = NOON + timedelta(hours=hours)
    return Evidence(
        claim=claim,
        article_id=article or f"{slug}-{hours:g}",
        url=url or f"https://{slug}.example/{hours:g}",
        title=None,
        outlet=outlet,
        origin=outlet.lower(),
        published_at=moment,
        seen_at=moment,
        sentence=sentence,
        quote=sentence,
        lead=True,
        context=Profile(places=frozenset({"norway/varsund"}), events=frozenset({"earthquake"})),
        story=story,
    )


def elsewhere(evidence: Evidence, places: frozenset[str], events: frozenset[str] = frozenset()) -> Evidence:
    """The same claim in another context."""
    return replace(evidence, context=replace(evidence.context, places=places, events=events))
