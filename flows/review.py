"""The `review` flow: the form in Prefect's page by which a desk answers a case."""

from enum import StrEnum

from prefect import flow, get_run_logger

from claims.review import Because, Decision
from flows.deliver import send_and_tell
from flows.desk import open_base
from flows.telling.reviewing import review as decide
from flows.telling.reviewing import topic_of


class Answer(StrEnum):
    """The form shows these words."""

    CONFIRM = "It is a conflict"
    OTHER_SCOPE = "Not a conflict: two different things"
    UPDATE = "Not a conflict: the later report updates the earlier"
    EXTRACTION = "Not a conflict: a sentence was misread"
    DUPLICATE = "Another case already says this"


_MEANING = {
    Answer.CONFIRM: (Decision.CONFIRM, None),
    Answer.OTHER_SCOPE: (Decision.DISMISS, Because.OTHER_SCOPE),
    Answer.UPDATE: (Decision.DISMISS, Because.UPDATE),
    Answer.EXTRACTION: (Decision.DISMISS, Because.EXTRACTION),
    Answer.DUPLICATE: (Decision.DISMISS, Because.DUPLICATE),
}


@flow(name="review", flow_run_name="{case}: {answer}", persist_result=False)
def review(case: str, answer: Answer = Answer.CONFIRM, note: str = "", reviewer: str = "") -> None:
    """Answer a case. A dismissed one stays so, whatever evidence follows; its threads are told.

    Args:
        case: The id of the case, as its message names it.
        answer: What it is.
        note: What others should know.
        reviewer: Who decides.
    """
    decision, because = _MEANING[answer]
    with open_base() as base:
        change = decide(base, case, decision, because, note, reviewer)
        get_run_logger().info("case %s %s", case, change.reason)
        send_and_tell(base, topic_of(change.case.topic))
