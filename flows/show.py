"""What the command line prints: tables on a terminal, plain lines into a pipe."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table
from rich.text import Text

from alerts.channels.console import show
from alerts.message import message
from alerts.pages.source_board import moment
from alerts.scraped import plain
from claims.article import Reading
from claims.case import Case, CaseChange, ChangeKind
from claims.claim import Claim, FigureClaim
from claims.fetching import SourceHealth
from claims.relation import Evidence, Verdict

if TYPE_CHECKING:
    from flows.upkeep.backtest import Backtest


def show_claims(reading: Reading, console: Console) -> None:
    """The claims of an article, one a line."""
    table = _table("claim", "what", "who", "how sure", "sentence")
    for claim in reading.claims:
        says = claim.quantity.span.of(reading.article.text) if isinstance(claim, FigureClaim) else claim.action.text
        sentence = claim.sentence.of(reading.article.text)
        table.add_row(*_cells(says, _object(claim), _name(claim), claim.factuality.in_words, sentence))
    _print(table, console, f"{len(reading.claims)} claims")


def show_comparison(verdict: Verdict | None, console: Console) -> None:
    """The verdict on two texts, and the two sentences it rests on."""
    if verdict is None:
        console.print("unrelated: no two claims answer the same question")
        return
    console.print(Text(f"{verdict.relation.value}: {plain(verdict.reason)}", style="bold"), soft_wrap=True)
    for name, side in (("A", verdict.a), ("B", verdict.b)):
        console.print(Text(f"{name}: “{plain(side.sentence)}”"), soft_wrap=True)


def show_cases(cases: Iterable[Case], console: Console, most: int | None = None) -> None:
    """Open cases as a list; into a pipe each is written as it comes. ``most``: how many were asked for."""
    rows = map(_of_case, cases)
    if not console.is_terminal:
        for row in rows:
            _print_line(row, console)
        return
    table = _table("case", "", "question", "positions", "changed")
    for row in rows:
        table.add_row(*row)
    count = table.row_count
    _print(table, console, f"the first {count} open cases" if count == most else f"{count} open cases")


def _of_case(case: Case) -> list[Text]:
    arranged = case.arrangement
    says = "; ".join(f"{p.says} ({', '.join(_outlets(p.evidence))})" for p in arranged.positions)
    mark = "page" if arranged.page else "note"
    return _cells(case.id, mark, arranged.question, says, case.changed_at.strftime("%Y-%m-%d %H:%M"))


def show_sources(sources: Sequence[tuple[SourceHealth, str]], console: Console) -> None:
    """Sources and how they stand, one a line."""
    table = _table("source", "standing", "last answer", "articles a day", "due")
    for health, standing in sources:
        told = (health.url, standing, moment(health.answered_at), f"{health.per_day:.1f}", str(health.waiting))
        table.add_row(*_cells(*told))
    _print(table, console, f"{len(sources)} sources")


def show_case(case: Case, console: Console) -> None:
    """One case whole, laid out as its message is."""
    arranged = case.arrangement
    now = CaseChange(case=case, kind=ChangeKind.OPENED, page=arranged.page, reason="", at=case.changed_at)
    show(message(now), console)


def show_changes(changes: Sequence[CaseChange], console: Console) -> None:
    """The cases that a pass opened or changed, each once, as it stands at the end."""
    for change in {change.case.id: change for change in changes}.values():
        show(message(change), console)


def show_backtest(done: "Backtest", console: Console) -> None:
    """How the present rules stand to what people decided, and each pair of which they say otherwise than before."""
    told = [replay.pair.conflict for replay in done.replays]
    counted = f"{told.count(True)} conflicts, {told.count(False)} none, {told.count(None)} left aside"
    console.print(f"{len(told)} pairs: {counted}", highlight=False)
    for name, share in (("precision", done.precision), ("recall", done.recall)):
        console.print(f"{name}\t{'nothing to tell it by' if share is None else f'{share:.2f}'}", highlight=False)
    for replay in done.changes:
        pair = replay.pair
        line = f"case {pair.case} ({pair.decision}): {pair.floor} before, {replay.now} now"
        console.print(Text(f"{line}\n  A: “{plain(pair.a.sentence)}”\n  B: “{plain(pair.b.sentence)}”"), soft_wrap=True)


def _outlets(evidence: Sequence[Evidence]) -> list[str]:
    return list(dict.fromkeys(e.outlet or e.origin for e in evidence))


def _name(claim: Claim) -> str:
    return claim.actor.text if claim.actor else ""


def _object(claim: Claim) -> str:
    thing = claim.counted if isinstance(claim, FigureClaim) else claim.object
    action = claim.action.text if claim.action and isinstance(claim, FigureClaim) else ""
    return " ".join(part for part in (thing.text if thing else "", action) if part)


def _cells(*texts: str) -> list[Text]:
    return [Text(plain(text)) for text in texts]


def _table(*columns: str) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in columns:
        table.add_column(column)
    return table


def _print(table: Table, console: Console, closing: str) -> None:
    """The table on a terminal; tab-separated lines, uncut, where nobody looks on."""
    if console.is_terminal:
        console.print(table)
        console.print(closing, style="dim")
        return
    for cells in zip(*(column.cells for column in table.columns), strict=True):
        _print_line(cells, console)


def _print_line(cells: Iterable[object], console: Console) -> None:
    console.print("\t".join(str(cell) for cell in cells), markup=False, highlight=False, soft_wrap=True)
