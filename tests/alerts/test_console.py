"""The message on a terminal and in a pipe."""

import io

from rich.console import Console

from alerts.channels.console import show
from alerts.message import message
from claims.case import CaseChange, Position
from tests.alerts import made


def printed(change: CaseChange, *, terminal: bool = False, width: int = 80) -> str:
    out = io.StringIO()
    show(message(change), Console(file=out, force_terminal=terminal, width=width, color_system=None))
    return out.getvalue()


def test_in_a_pipe_every_quote_stands_on_one_line_without_codes() -> None:
    assert printed(made.change(made.roles())).splitlines() == [
        "CONFLICT  Will the National Guard take part in arrests?",
        "Opposed, same actor and action.",
        "New case (Fri 16 May 14:05 UTC)",
        "The Courier: not expected to  (1 report)",
        "  “Guard members are not expected to take part in arrests, a defense official told The Courier.”",
        "  The Courier · a defense official (unnamed) · Fri 16 May 12:00 UTC",
        "  https://thecourier.example/news/0",
        "Valley Radio: possibly  (1 report)",
        "  “The troops could help immigration officers with arrests, according to a memo.”",
        "  Valley Radio · a memo · Fri 16 May 13:30 UTC",
        "  https://valleyradio.example/news/1",
        "Is it one question? very sure (0.93): actor same: National Guard; action same: arrest; story 3 names shared",
        "atodds case 3f9a1c2e  ·  atodds review 3f9a1c2e confirm, or dismiss --because …",
        "",
    ]


def test_a_wide_terminal_shows_both_sides_beside_each_other() -> None:
    lines = printed(made.change(made.figures()), terminal=True, width=120).splitlines()
    assert any("The Courier: 20,000" in line and "Harbor Post: 700" in line for line in lines)


def test_a_narrow_terminal_cuts_nothing_off() -> None:
    shown = printed(made.change(made.roles()), terminal=True, width=40)
    assert all(word in shown for word in made.GUARD_NO.sentence.split())


def test_scraped_text_steers_neither_the_terminal_nor_rich() -> None:
    evil = made.evidence(
        "[bold red]Evil\x1b[2J", "They asked for 5 \x1b]0;owned\x07 [link=https://evil.example]people[/].", figure="5"
    )
    sides = (Position("5", (evil,)), Position("700", (made.FIGURE_LOW,)))
    shown = printed(made.change(made.case(sides, question="how\x1b[31m many [blink]?")))
    assert "\x1b" not in shown
    assert "\x07" not in shown
    assert "[bold red]Evil�[2J: 5" in shown
    assert "[link=https://evil.example]people[/]" in shown
