"""The journal: what was done to which article, case and notification, a line of JSON each, to be found by their ids.

It goes to the logger ``atodds.journal``. The case leads from an article's line to those of its notifications.
"""

import json
import logging

log = logging.getLogger("atodds.journal")
log.setLevel(logging.INFO)  # else it has the root's, which is to warn: whoever handles it wants its lines


def note(event: str, **ids: str | int | None) -> None:
    """Write one line; what is not known is left out."""
    known = {name: value for name, value in ids.items() if value is not None}
    log.info("%s", json.dumps({"event": event, **known}, ensure_ascii=False))
