"""The message: what the desk reads when a case changes. A pure value; each channel only lays it out."""

from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b

from alerts import wording
from alerts.scraped import address_of_quote, cut, plain
from claims.case import Case, CaseChange, CaseStatus, ChangeKind, Position
from claims.claim import AttributionKind, Claim, FigureClaim
from claims.relation import Evidence, Feature, Kind, Relation

VOICES_SHOWN = 3  # quotes a side: one an origin, the rest are counted; more and nobody reads the second side
BROUGHT_BY_A_REPORT = {ChangeKind.POSITION, ChangeKind.EVIDENCE, ChangeKind.EDITED, ChangeKind.REOPENED}
NAME, SAYS, SENTENCE = 80, 160, 500  # characters at most; a page that wants to drown a message can't


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """One quote of one side, verbatim, and who says it.

    ``mark`` are the offsets in ``quote`` that the claim stands on; ``start`` and ``end`` those of the quote in the
    article's text; ``link`` opens the page at the quote (None: not a web address); ``origin`` is empty where the
    outlet is its own.
    """

    outlet: str
    origin: str
    said_by: str
    quote: str
    mark: tuple[int, int]
    link: str | None
    address: str
    title: str
    at: datetime
    published: bool
    article_id: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """A position: what it says, some of its voices (one an origin), and how many there are in all.

    ``new``: the change that is told came from here.
    """

    says: str
    voices: tuple[Voice, ...]
    reports: int
    origins: int
    outlets: tuple[str, ...]
    since: datetime
    new: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """A change of a case, told. All text is plain (no control characters, one line); nothing in it judges who is right.

    ``id`` is the same whenever the same change is told, so that a receiver can drop a repeat.
    """

    id: str
    case: str
    topic: str
    kind: Kind
    change: ChangeKind
    status: CaseStatus
    page: bool
    question: str
    relation: Relation
    reason: str
    changed: str
    sides: tuple[Side, ...]
    sureness: str
    features: tuple[Feature, ...]
    at: datetime

    @property
    def label(self) -> str:
        """How the sides stand to each other, or that the case is over."""
        return wording.SETTLED.get(self.status, wording.RELATIONS[self.relation])

    @property
    def headline(self) -> str:
        """Question and answers in one line, for a lock screen, a subject or a list."""
        return f"{self.question} {wording.answers([(side.outlets, side.says) for side in self.sides])}"


def message(change: CaseChange) -> Message:
    """What the desk is told of ``change``."""
    case, arranged = change.case, change.case.arrangement
    newest = _newest(arranged.positions) if change.kind in BROUGHT_BY_A_REPORT else None
    return Message(
        id=blake2b(f"{case.id}|{change.kind}|{change.at.isoformat()}".encode(), digest_size=8).hexdigest(),
        case=case.id,
        topic=plain(case.topic),
        kind=arranged.kind,
        change=change.kind,
        status=case.status,
        page=change.page,
        question=wording.question(_short(arranged.question, SENTENCE)),
        relation=arranged.relation,
        reason=wording.sentence(_short(arranged.reason, SENTENCE)),
        changed=wording.changed(change.kind, _short(change.reason, SENTENCE), _short(arranged.reason, SENTENCE)),
        sides=tuple(_side(position, newest) for position in arranged.positions),
        sureness=wording.sureness(arranged.same),
        features=arranged.features,
        at=change.at,
    )


def sides_whole(case: Case) -> tuple[Side, ...]:
    """The sides with every report quoted, oldest first, for where there is room."""
    return tuple(_side(position, whole=True) for position in case.arrangement.positions)


def _newest(positions: tuple[Position, ...]) -> Evidence | None:
    """The report that came last, whenever it was published."""
    return max((e for p in positions for e in p.evidence), key=lambda e: (e.seen_at, _moment(e)), default=None)


def _side(position: Position, newest: Evidence | None = None, whole: bool = False) -> Side:
    ordered = sorted(position.evidence, key=_moment)
    first_of: dict[str, Evidence] = {}
    for evidence in ordered:
        first_of.setdefault(evidence.origin, evidence)
    shown = ordered if whole else list(first_of.values())[:VOICES_SHOWN]
    latest = _newest((position,))
    if latest is not None and latest not in shown and len(shown) == VOICES_SHOWN:
        shown[-1] = latest  # the news is what came last: it must not hide behind those that said it first
    return Side(
        says=_short(position.says, SAYS),
        voices=tuple(_voice(evidence) for evidence in shown),
        reports=position.reports or len({e.article_id for e in ordered}),
        origins=len(first_of),
        outlets=tuple(dict.fromkeys(_outlet(e) for e in ordered)),
        since=_moment(ordered[0]),
        new=newest in ordered,
    )


def _voice(evidence: Evidence) -> Voice:
    quote = plain(evidence.sentence)
    outlet = _outlet(evidence)
    origin = _short(evidence.origin, NAME)
    return Voice(
        outlet=outlet,
        origin="" if origin.casefold() == outlet.casefold() else origin,
        said_by=_said_by(evidence.claim, outlet),
        quote=quote,
        mark=_mark(evidence, quote),
        link=address_of_quote(evidence.url, quote),
        address=plain(evidence.url),
        title=plain(evidence.title or ""),
        at=_moment(evidence),
        published=evidence.published_at is not None,
        article_id=evidence.article_id,
        start=evidence.claim.sentence.start,
        end=evidence.claim.sentence.end,
    )


def _short(text: str, limit: int) -> str:
    return cut(plain(text), limit)


def _moment(evidence: Evidence) -> datetime:
    return evidence.published_at or evidence.seen_at


def _outlet(evidence: Evidence) -> str:
    return _short(evidence.outlet or "", NAME) or wording.site(evidence.url)


def _said_by(claim: Claim, outlet: str) -> str:
    attribution = claim.attribution
    if attribution is None or attribution.kind is AttributionKind.NONE:
        return wording.NO_SOURCE
    source = _short(attribution.source, SAYS)
    if attribution.kind is AttributionKind.OUTLET and source.casefold() == outlet.casefold():
        return wording.NO_SOURCE
    return wording.unnamed(source) if attribution.kind is AttributionKind.UNNAMED else source


def _mark(evidence: Evidence, quote: str) -> tuple[int, int]:
    """Where in the quote the figure stands, or the words that the role was read from; nothing if it is all of it."""
    claim = evidence.claim
    words = evidence.quote
    if isinstance(claim, FigureClaim):
        span = claim.quantity.span.shift(-claim.sentence.start)
        words = span.of(evidence.sentence) if span.start >= 0 else ""
    words = plain(words)
    start = quote.find(words) if words and words != quote else -1
    return (start, start + len(words)) if start >= 0 else (0, 0)
