"""Reading stored articles anew after a change of the parser: which, in what batches, and from the first to the last.

Nobody is paged: no publisher said anything new. Plain functions, without Prefect.
"""

import logging
from collections.abc import Collection, Iterable, Iterator

from claims.article import Article, Reading
from claims.document import Problem
from flows.desk import EVERYTHING, Desk
from flows.topics import topic_files
from flows.upkeep.replacing import Group, Tally, take_in
from parsers import PARSER_VERSION
from storage import readings
from storage.base import Base

log = logging.getLogger("atodds")

# Articles of a transaction, during which other writers to the topic wait: some seconds.
BATCH = 50


def to_read(base: Base, topics: Collection[str] = ()) -> list[str]:
    """The topics of the base, or those of them that are named. Raises LookupError for one whose file is not known:
    without its words and agencies its articles would be read otherwise."""
    with base.reading() as connection:
        held = readings.topics(connection)
    wanted = [key for key in held if not topics or key in topics]
    if unknown := sorted({*wanted} - {EVERYTHING.key, *topic_files()} | {*topics} - {*held}):
        raise LookupError(f"no topic file or no articles of {', '.join(unknown)}; ATODDS_TOPICS names topic files")
    return wanted


def batches(base: Base, topic: str) -> Iterator[list[Group]]:
    """What another parser read, a batch at a time, by stories; each article once, however far ahead one asks."""
    after, given = 0, set[int]()
    while True:
        with base.reading() as connection:
            groups, after = readings.unlike(connection, topic, PARSER_VERSION, after, BATCH)
        if not after:
            return
        left = [[kept for kept in group if kept.number not in given] for group in groups]
        given.update(kept.number for group in left for kept in group)
        yield [group for group in left if group]


def read_all(desk: Desk, found: Iterable[Article]) -> list[Reading | Problem]:
    """Read articles; one that breaks the reader costs no other."""
    return [_read(desk, article) for article in found]


def _read(desk: Desk, article: Article) -> Reading | Problem:
    try:
        return desk.reader.read(article)
    except Exception as error:
        log.exception("failed on %s", article.url)
        return Problem(article.url, f"an error of ours, please report it: {type(error).__name__}: {error}")


def finish(base: Base) -> None:
    """Take out the keys that only older rules filed replaced claims under."""
    with base.writing() as connection:
        readings.sweep(connection)


def reread(base: Base, desk: Desk) -> Tally:
    """All of it in this process, for one topic. Killed, it is simply run again."""
    tally = Tally(desk.topic.key)
    for batch in batches(base, desk.topic.key):
        read = read_all(desk, (kept.article for group in batch for kept in group))
        take_in(base, desk, batch, read, tally)
    finish(base)
    return tally
