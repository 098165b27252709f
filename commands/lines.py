"""JSON lines in, JSON lines out: a broken line is told with its number, and the rest goes on."""

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

from commands.frame import err, out, print_json

if TYPE_CHECKING:
    from rich.progress import Progress


def each_line(batch: str, wanted: tuple[str, ...], answer: Callable[[dict[str, Any]], dict[str, Any]]) -> None:
    """Answer each JSON line of a file; a broken one is told with its number, and the rest goes on."""
    broken = 0
    with sys.stdin.buffer if batch == "-" else open(batch, "rb") as lines:
        for number, line in enumerate(_followed(lines), 1):
            if not line.strip():
                continue
            row = _row(line, wanted)
            if isinstance(row, str):
                broken += 1
                err.print(
                    f"{'standard input' if batch == '-' else batch}, line {number}: {row}", markup=False, soft_wrap=True
                )
            else:
                print_json(answer(row))
    if broken:
        raise LookupError(f"{broken} lines were left out")


def _followed(lines: Iterable[bytes]) -> Iterable[bytes]:
    """The lines, counted on the terminal while results go into a file or a pipe."""
    if not err.is_terminal or out.is_terminal:
        return lines
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.completed:.0f} lines"), TimeElapsedColumn())
    return _counted(lines, Progress(*columns, console=err, transient=True, redirect_stdout=False))


def _counted(lines: Iterable[bytes], progress: "Progress") -> Iterator[bytes]:
    with progress:
        task = progress.add_task("lines", total=None)
        for line in lines:
            yield line
            progress.advance(task)


def _row(line: bytes, wanted: tuple[str, ...]) -> dict[str, Any] | str:
    """The row of a JSON line, or what is wrong with it."""
    try:
        row = json.loads(line)
    except json.JSONDecodeError as error:
        return f"no JSON: {error.msg} at column {error.colno}"
    except UnicodeDecodeError:
        return "bytes that are no text"
    except RecursionError:
        return "nested too deep"
    if not isinstance(row, dict):
        return "no JSON object"
    missing = [key for key in wanted if key not in row]
    wrong = [key for key in wanted if key != "id" and not isinstance(row.get(key), str)]
    return f"without {', '.join(missing)}" if missing else f"{wrong[0]!r} is no text" if wrong else row
