"""Evidence from sentences of ours, as a pass would gather it."""

from dataclasses import replace
from datetime import UTC, datetime

from claims.agencies import Agencies
from claims.article import Article
from claims.relation import Evidence
from claims.topic import Vocabulary
from flows.intake.evidence import gather
from parsers.reader import Reader

READER = Reader(Agencies(), Vocabulary())
NOW = datetime(2024, 5, 6, 12, tzinfo=UTC)


def article(text: str, outlet: str = "Herald", day: int | None = None) -> list[Evidence]:
    """All claims of a text that ``outlet`` published on a day of May 2024 (None: it does not say)."""
    published = None if day is None else datetime(2024, 5, day, 9, tzinfo=UTC)
    named = f"{outlet}-{day}-{len(text)}"
    read = READER.read(
        Article(id=named, url=f"https://{outlet}/{day}", outlet=outlet, title=None, published_at=published, text=text)
    )
    return gather(read, story="one", origin=outlet, seen_at=NOW)


def figure(text: str, outlet: str = "Herald", day: int | None = None, lead: bool = True) -> Evidence:
    """The first figure of a text."""
    found = next(e for e in article(text, outlet, day) if hasattr(e.claim, "quantity"))
    return replace(found, lead=lead)
