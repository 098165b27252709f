"""The board: the open cases as a Markdown table, for where Prefect shows one."""

import shlex

from alerts import wording
from alerts.scraped import address_of_quote, cut, markdown, plain
from claims.case import Case, Excerpt, Position

_TITLE_LIMIT = 120


def board(shown: Excerpt, topic: str) -> str:
    """A row for each case: whether it pages, the question, who says what with a link to each quote, since when.

    ``shown`` is of the open cases of ``topic``; where there are more, the last line says how many.
    """
    if not shown.of:
        return "No open cases: the sources that were read agree."
    head = ["| | question | positions | changed | case |", "|---|---|---|---|---|"]
    rest = shown.of - len(shown.cases)
    command = f"`atodds cases --topic {shlex.quote(topic)}`"
    more = [f"\nand {rest:,} more open {'case' if rest == 1 else 'cases'}: {command}"] if rest else []
    return "\n".join([*head, *map(_row, shown.cases), *more])


def _row(case: Case) -> str:
    arranged = case.arrangement
    mark = "**page**" if arranged.page else "note"
    positions = "<br>".join(_position(p) for p in arranged.positions)
    changed = case.changed_at.strftime("%d %b %Y %H:%M UTC")
    return f"| {mark} | {markdown(cut(arranged.question, _TITLE_LIMIT))} | {positions} | {changed} | {case.id} |"


def _position(position: Position) -> str:
    voices = []
    for evidence in position.evidence:
        name = markdown(plain(evidence.outlet or "") or wording.site(evidence.url))
        link = address_of_quote(evidence.url, evidence.sentence)
        voices.append(f"[{name}](<{link}>)" if link else name)
    return f"{markdown(plain(position.says))}: {', '.join(dict.fromkeys(voices))}"
