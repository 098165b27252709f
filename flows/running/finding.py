"""What `atodds doctor` finds."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at; ``fix`` says what to do, and is empty where it is in order."""

    what: str
    fix: str = ""
