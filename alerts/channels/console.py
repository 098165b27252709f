"""The message on a terminal, or plain when it goes into a file or a pipe."""

from datetime import UTC, tzinfo

from rich.columns import Columns
from rich.console import Console, Group
from rich.padding import Padding
from rich.panel import Panel
from rich.text import Text

from alerts import wording
from alerts.message import Message, Side, Voice
from alerts.scraped import cut
from claims.case import ChangeKind
from claims.relation import Relation

QUOTE_LIMIT = 400  # characters of a quote: four lines on a wide terminal
SIDE_BY_SIDE = 100  # columns from which two sides fit beside each other

_STYLES = {Relation.CONFLICTS: "bold red", Relation.DIFFERS: "bold yellow", Relation.UPDATES: "bold cyan"}


def show(message: Message, console: Console, zone: tzinfo = UTC) -> None:
    """Print ``message``. Rich markup in scraped text means nothing: every string goes in as ``Text``."""
    sides = [_side(side, message, zone) for side in message.sides]
    beside = console.is_terminal and console.width >= SIDE_BY_SIDE and len(sides) > 1
    whole = not console.is_terminal  # a pipe gets one line a quote, so that grep finds it
    for line in _heading(message, zone):
        console.print(line, soft_wrap=whole)
    if beside:
        width = console.width // min(len(sides), 3) - 1
        console.print(Columns([Panel(Group(*side), width=width) for side in sides], padding=(0, 1)))
    else:
        for head, *rest in sides:
            console.print(head, soft_wrap=whole)
            for line in rest:
                console.print(Text("  ") + line if whole else Padding(line, (0, 0, 0, 2)), soft_wrap=whole)
    for line in _footing(message):
        console.print(line, soft_wrap=whole)
    console.print()


def _heading(message: Message, zone: tzinfo) -> list[Text]:
    label, style = message.label.upper(), _STYLES.get(message.relation, "bold")
    reason = [Text(message.reason)] if message.reason else []
    changed = Text(f"{message.changed} ({wording.when(message.at, zone)})", style="dim")
    rest = [*reason, changed] if message.change is ChangeKind.OPENED else [changed, *reason]
    return [Text.assemble((label, style), "  ", (message.question, "bold")), *rest]


def _side(side: Side, message: Message, zone: tzinfo) -> list[Text]:
    counted = wording.counted(side.reports, side.origins, side.new)
    lines = [Text.assemble((f"{wording.names(side.outlets)}: {side.says}", "bold"), f"  ({counted})")]
    for voice in side.voices:
        lines += [_quote(voice), _who(voice, message, zone), _where(voice)]
    more = side.reports - len(side.voices)
    return [*lines, Text(f"and {more} more", style="dim")] if more > 0 else lines


def _quote(voice: Voice) -> Text:
    shown = Text(f"“{cut(voice.quote, QUOTE_LIMIT, voice.mark)}”")
    if voice.mark[1]:
        shown.highlight_words([voice.quote[slice(*voice.mark)]], style="bold underline")
    return shown


def _who(voice: Voice, message: Message, zone: tzinfo) -> Text:
    moment = ("" if voice.published else "seen ") + wording.when(voice.at, zone, message.at)
    parts = [voice.outlet, *([f"from {voice.origin}"] if voice.origin else []), voice.said_by, moment]
    return Text(" · ".join(parts))


def _where(voice: Voice) -> Text:
    return Text(voice.address, style=f"dim link {voice.link}" if voice.link else "dim")


def _footing(message: Message) -> list[Text]:
    because = wording.because(message.features)
    why = f": {because}" if because else ""
    sure = [Text(f"Is it one question? {message.sureness}{why}", style="dim")] if message.sureness else []
    todo = f"atodds case {message.case}  ·  atodds review {message.case} confirm, or dismiss --because …"
    return [*sure, Text(todo, style="dim")]
