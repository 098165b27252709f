"""The `digest` flow: once a day, what moved on a topic, over its channels."""

from prefect import flow, get_run_logger

from flows.deliver import send_and_tell
from flows.desk import open_base
from flows.leads import links
from flows.telling.daily import post_digest
from flows.telling.reviewing import topic_of


@flow(name="digest", flow_run_name="{topic}", persist_result=False)
def digest(topic: str, hours: int = 24) -> None:
    """Send a topic's digest; a second one on the same day is not sent.

    Args:
        topic: The topic's key.
        hours: How far it looks back.
    """
    with open_base() as base:
        watched = topic_of(topic)
        told, posted = post_digest(base, watched, links(), hours)
        get_run_logger().info("%s%s", told.title, "" if posted else " (today's digest went out already)")
        send_and_tell(base, watched)
