"""Word to the operator: what went wrong, over an Apprise URL of their own, through the outbox like all else."""

from collections.abc import Collection
from datetime import UTC, datetime
from hashlib import blake2b

from alerts.bulletins.bulletin import Bulletin, Item, Section
from alerts.channels.apprise_urls import AppriseUrls
from alerts.channels.channel import Channel, OutOfOrder
from alerts.channels.channels import Secret, Unusable
from alerts.channels.delivery import Line, deliver
from claims.codec import dumps
from storage import outbox
from storage.base import Base
from storage.sending import Outbox

CHANNEL = "operator"


def tell_operator(base: Base, topic: str, problems: Collection[str], secret: Secret) -> bool:
    """Send what is new of ``problems`` (each is told once a day), and what waits; whether ATODDS_OPERATOR is set."""
    urls = secret("ATODDS_OPERATOR")
    if not urls:
        return False
    now = datetime.now(UTC)
    with base.writing() as connection:
        for problem in problems:
            told = notice(topic, problem, now)
            outbox.post(connection, f"operator:{topic}:{told.id}", topic, dumps(told), [CHANNEL], now)
    deliver({Line(CHANNEL, _opened(urls), Outbox(base, topic)): 1})
    return True


def notice(topic: str, problem: str, now: datetime) -> Bulletin:
    """One problem in one message; the same problem on the same day is the same message."""
    return Bulletin(
        id=blake2b(f"{topic}|{problem}|{now:%Y-%m-%d}".encode(), digest_size=8).hexdigest(),
        topic=topic,
        title=f"atodds needs a hand: {topic}",
        intro="",
        sections=(Section(title="What is wrong", items=(Item(text=problem),)),),
        closing="",
        at=now,
    )


def _opened(urls: str) -> Channel:
    try:
        return AppriseUrls(urls)
    except OutOfOrder as error:
        return Unusable(str(error))
