"""The words of a message: short, the same in every channel, and never a verdict on who is right."""

from collections.abc import Iterable, Sequence
from datetime import datetime, tzinfo
from urllib.parse import urlsplit

from claims.case import CaseStatus, ChangeKind
from claims.relation import Feature, Relation

NO_SOURCE = "no source named"
FEATURES = 3  # of a match; the ledger shows them all
INWARD = frozenset({"matter", "words"})  # stems and bags of words say nothing to a desk

RELATIONS = {
    Relation.CONFLICTS: "Conflict",
    Relation.DIFFERS: "Differs",
    Relation.UPDATES: "Update",
    Relation.COMPATIBLE: "Compatible",
    Relation.AGREES: "Agree",
    Relation.UNRELATED: "Unrelated",
}

SETTLED = {CaseStatus.CLOSED: "Closed", CaseStatus.DISMISSED: "Dismissed"}

CHANGES = {
    ChangeKind.OPENED: "New case",
    ChangeKind.POSITION: "Another answer",
    ChangeKind.EVIDENCE: "Another report",
    ChangeKind.CLOSED: "Closed",
    ChangeKind.REOPENED: "Open again",
    ChangeKind.EDITED: "Article changed after publication",
    ChangeKind.REVIEWED: "Reviewed",
}


def question(text: str) -> str:
    """A question with its first letter large and a question mark."""
    text = text[:1].upper() + text[1:]
    return text if "?" in text or text.endswith("…") else f"{text}?"


def sentence(text: str) -> str:
    """A sentence with its first letter large and a full stop."""
    text = text[:1].upper() + text[1:]
    return text if not text or text.endswith((".", "!", "?", "…", "”", '"')) else f"{text}."


def changed(kind: ChangeKind, why: str, reason: str) -> str:
    """What is new since the last message; the reason of the relation is told elsewhere and not repeated."""
    why = why.replace(reason, "").strip() if reason else why
    if kind in (ChangeKind.POSITION, ChangeKind.EVIDENCE) and why:
        return sentence(why)
    return f"{CHANGES[kind]}: {why.rstrip('.')}." if why else CHANGES[kind]


def because(features: Sequence[Feature]) -> str:
    """What speaks most for one question, in a few words: 'actor the same body; action the same action'."""
    said = [f for f in features if f.detail and f.score is not None and f.name not in INWARD]
    return "; ".join(f"{f.name} {f.detail}" for f in sorted(said, key=lambda f: -(f.score or 0))[:FEATURES])


def answers(sides: Iterable[tuple[Sequence[str], str]]) -> str:
    """'CNN: 20,000 / NPR, ABC and 3 more: 700'."""
    return " / ".join(f"{names(outlets)}: {says}" for outlets, says in sides)


def names(all_names: Sequence[str], most: int = 2) -> str:
    """'CNN', 'CNN and NPR', 'CNN, NPR and 3 more'."""
    shown, rest = list(all_names[:most]), len(all_names) - most
    if rest > 0:
        return f"{', '.join(shown)} and {rest} more"
    return " and ".join(shown)


def counted(reports: int, origins: int, new: bool) -> str:
    """What stands behind a side, and whether it is what is new."""
    return f"new, {voices(reports, origins)}" if new else voices(reports, origins)


def voices(reports: int, origins: int) -> str:
    """'1 report', '5 reports, 2 independent', '5 reports, all of one origin'."""
    if reports == 1:
        return "1 report"
    if origins == 1:
        return f"{reports} reports, all of one origin"
    return f"{reports} reports, {'all' if origins == reports else origins} independent"


def sureness(same: float | None) -> str:
    """How sure we are that both sides answer one question, in a word and a number; empty where it was not measured."""
    if same is None:
        return ""
    word = "very sure" if same >= 0.9 else "sure" if same >= 0.75 else "fairly sure" if same >= 0.6 else "unsure"
    return f"{word} ({same:.2f})"


def unnamed(source: str) -> str:
    """A source that the article does not name."""
    return f"{source} (unnamed)"


def site(url: str) -> str:
    """The site of an address, for an outlet that we have no name for."""
    try:
        host = urlsplit(url).hostname
    except ValueError:
        host = None
    return (host or "").removeprefix("www.") or "unknown outlet"


def when(moment: datetime, zone: tzinfo, now: datetime | None = None) -> str:
    """'Fri 16 May 14:05 EDT'; with the year if ``now`` is in another."""
    local = moment.astimezone(zone)
    year = f" {local.year}" if now is not None and local.year != now.astimezone(zone).year else ""
    return f"{local:%a} {local.day} {local:%b}{year} {local:%H:%M} {local.tzname()}"
