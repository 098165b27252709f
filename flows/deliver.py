"""The `deliver` flow: sends what waits in the outbox, and tells the operator what can't be sent."""

from prefect import flow, get_run_logger

from alerts.channels.delivery import Tally
from claims.topic import Topic
from flows.desk import open_base
from flows.leads import links
from flows.telling.delivering import deliver_due
from flows.telling.notices import tell_operator
from flows.telling.reviewing import topic_of
from flows.topics import topic_files
from flows.vault import secret
from storage.base import Base


@flow(name="deliver", persist_result=False)
def deliver() -> None:
    """Send what waits: what failed before, what quiet hours held, what is over the last hour's limit."""
    with open_base() as base:
        for key in topic_files():
            send_and_tell(base, topic_of(key))


def send_and_tell(base: Base, topic: Topic) -> Tally:
    """Deliver what is due, log it, and tell the operator of what went wrong. For use within a flow."""
    log = get_run_logger()
    tally = deliver_due(base, topic, secret, links())
    for problem in tally.problems:
        log.error("%s", problem)
    tell_operator(base, topic.key, tally.problems, secret)
    if tally.sent or tally.put_off or tally.dead:
        log.info(in_words(tally))
    return tally


def in_words(tally: Tally) -> str:
    """What a delivery did, in one line."""
    return f"{tally.sent} sent, {tally.put_off} tries put off, {tally.dead} given up"
