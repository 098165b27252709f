"""Protects what other programs read of cases: every piece of evidence once, no formula, no verdict."""

import csv
import io
import json

import pytest

from claims.case import Case, Position
from claims.export import COLUMNS, FORMATS
from tests.alerts.made import case, evidence


def exported(form: str, *cases: Case) -> str:
    to = io.StringIO()
    FORMATS[form](cases, to)
    return to.getvalue()


ODD = case(
    (
        Position("4,000", (evidence("=cmd|'/c calc'!A1", "The ministry asked for 4,000 medics.", figure="4,000"),)),
        Position("5,000", (evidence("NPR", 'It asked for\n5,000, "surely".', figure="5,000"), evidence("CBS", "Yes."))),
    )
)


def test_csv_has_a_row_for_each_piece_of_evidence() -> None:
    head, *lines = csv.reader(io.StringIO(exported("csv", ODD)))
    assert tuple(head) == COLUMNS
    assert [line[head.index("position")] for line in lines] == ["1", "2", "2"]
    assert lines[0][head.index("source")].startswith("'=")
    assert lines[1][head.index("sentence")] == 'It asked for\n5,000, "surely".'


def test_json_lines_are_the_cases() -> None:
    (line,) = exported("jsonl", ODD).splitlines()
    assert json.loads(line)["id"] == ODD.id


def test_claim_review_rates_nobody() -> None:
    lines = [json.loads(line) for line in exported("claimreview", ODD).splitlines()]
    assert len(lines) == 2
    assert len(lines[1]["itemReviewed"]["appearance"]) == 2
    assert "Rating" not in json.dumps(lines)


@pytest.mark.parametrize("form", FORMATS)
def test_no_cases_are_no_lines(form: str) -> None:
    assert exported(form) == (",".join(COLUMNS) + "\n" if form == "csv" else "")
