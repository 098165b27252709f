"""Many pages as one bulletin: thirty cases at once, or what is over the hour's limit."""

from collections.abc import Sequence
from datetime import datetime
from hashlib import blake2b

from alerts import wording
from alerts.bulletins.bulletin import Bulletin, Item, Section
from alerts.links import NOWHERE, Links
from alerts.message import Message, message
from claims.case import CaseChange
from claims.relation import Relation

LISTED = 40


def summary(changes: Sequence[CaseChange], now: datetime, links: Links = NOWHERE) -> Bulletin:
    """One line a case, conflicts first, then those that most independent voices carry."""
    told = {change.case.id: message(change) for change in changes}  # a case that changed twice: as it is now
    ordered = sorted(told.values(), key=_weight)
    items = tuple(item(it, links) for it in ordered[:LISTED])
    rest = len(ordered) - len(items)
    key = "|".join(sorted(it.id for it in ordered))
    return Bulletin(
        id=blake2b(key.encode(), digest_size=8).hexdigest(),
        topic=ordered[0].topic,
        title=f"{len(ordered)} cases at once" if len(ordered) > 1 else f"One more case: {ordered[0].question}",
        intro="More than this topic's pages an hour, so they come as one message.",
        sections=(Section(title="Cases", items=items),),
        closing=f"and {rest} more; `atodds cases` lists them all" if rest else "",
        at=now,
    )


def item(told: Message, links: Links) -> Item:
    """A case in two lines: the question, and who answers what."""
    answers = wording.answers([(side.outlets, side.says) for side in told.sides])
    return Item(text=told.question, note=f"{told.label}. {answers}", link=links.case(told.topic, told.case))


def _weight(told: Message) -> tuple[bool, int]:
    return told.relation is not Relation.CONFLICTS, -sum(side.origins for side in told.sides)
