"""Cases with their evidence, in forms that other programs read: CSV, JSON lines, and ClaimReview as interchange."""

import csv
import json
from collections.abc import Callable, Iterable
from typing import TextIO

from claims import json_form
from claims.case import Case, Position
from claims.relation import Evidence

COLUMNS = (
    *("case", "topic", "question", "kind", "page", "status", "opened_at", "changed_at", "position", "says"),
    *("source", "origin", "url", "published_at", "sentence", "quote", "attributed_to", "factuality"),
)


def write_jsonl(cases: Iterable[Case], to: TextIO) -> None:
    """A case a line, in the form of `atodds cases --json`."""
    for case in cases:
        to.write(json.dumps(json_form.case(case)) + "\n")


def write_csv(cases: Iterable[Case], to: TextIO) -> None:
    """A row for each piece of evidence. No cell is a formula to a spreadsheet, whatever a page said."""
    writer = csv.writer(to, lineterminator="\n")
    writer.writerow(COLUMNS)
    for case in cases:
        for number, position in enumerate(case.arrangement.positions, 1):
            writer.writerows(_harmless(_row(case, number, position, e)) for e in position.evidence)


def write_claim_review(cases: Iterable[Case], to: TextIO) -> None:
    """JSON-LD a line, one for each position, as schema.org/ClaimReview. It has no rating: we never say who is right."""
    for case in cases:
        for number, position in enumerate(case.arrangement.positions, 1):
            to.write(json.dumps(_claim_review(case, number, position)) + "\n")


FORMATS: dict[str, Callable[[Iterable[Case], TextIO], None]] = {
    "csv": write_csv,
    "jsonl": write_jsonl,
    "claimreview": write_claim_review,
}


def _row(case: Case, number: int, position: Position, evidence: Evidence) -> list[str]:
    arranged, claim = case.arrangement, evidence.claim
    said_by = claim.attribution.source if claim.attribution else ""
    moments = (case.opened_at.isoformat(), case.changed_at.isoformat())
    published = evidence.published_at.isoformat() if evidence.published_at else ""
    return [
        *(case.id, case.topic, arranged.question, arranged.kind.value, "page" if arranged.page else "note"),
        *(case.status.value, *moments, str(number), position.says),
        *(evidence.outlet or "", evidence.origin, evidence.url, published, evidence.sentence, evidence.quote),
        *(said_by, claim.factuality.value),
    ]


def _harmless(cells: list[str]) -> list[str]:
    """Cells that a spreadsheet would take for a formula get an apostrophe (OWASP, CSV injection)."""
    return [f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell for cell in cells]


def _claim_review(case: Case, number: int, position: Position) -> dict[str, object]:
    first = position.evidence[0]
    return {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "identifier": f"{case.id}/{number}",
        "datePublished": case.changed_at.date().isoformat(),
        "claimReviewed": f"{case.arrangement.question} {position.says}",
        "reviewBody": case.arrangement.reason,
        "itemReviewed": {
            "@type": "Claim",
            "text": first.sentence,
            "author": {"@type": "Organization", "name": first.outlet or first.origin},
            "appearance": [_appearance(e) for e in position.evidence],
        },
    }


def _appearance(evidence: Evidence) -> dict[str, object]:
    published = {"datePublished": evidence.published_at.isoformat()} if evidence.published_at else {}
    publisher = {"@type": "Organization", "name": evidence.outlet or evidence.origin}
    return {"@type": "NewsArticle", "url": evidence.url, "publisher": publisher, "text": evidence.sentence, **published}
