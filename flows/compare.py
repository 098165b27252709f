"""Two texts side by side: the strongest relation between their claims."""

from datetime import UTC, datetime

from claims.article import Article
from claims.relation import Verdict
from flows.desk import Desk
from flows.intake.evidence import gather
from matching.judge import strongest


def compare(desk: Desk, a: Article, b: Article) -> Verdict | None:
    """How ``b`` stands to ``a``, each a voice of its own; None where no two claims answer one question."""
    now = datetime.now(UTC)
    left, right = (
        gather(desk.reader.read(side), story="", origin=name, seen_at=now) for side, name in ((a, "a"), (b, "b"))
    )
    return strongest(left, right, desk.agencies)


def passage(text: str, name: str) -> Article:
    """A text without a page around it."""
    return Article(id=name, url=f"urn:{name}", outlet=None, title=None, published_at=None, text=text)
