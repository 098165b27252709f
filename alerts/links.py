"""Where a message leads: the case in the ledger, and the form that answers it."""

import json
from dataclasses import dataclass
from urllib.parse import quote


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """``ledger``: the address the ledger's pages are served under; ``form``: the run form of the review deployment.

    Empty where there is none; then messages name the commands instead.
    """

    ledger: str = ""
    form: str = ""

    def case(self, topic: str, case: str) -> str | None:
        """The case on its topic's page."""
        return f"{self.ledger.rstrip('/')}/{quote(topic, safe='')}.html#{quote(case, safe='')}" if self.ledger else None

    def review(self, case: str) -> str | None:
        """The form, with the case filled in."""
        return f"{self.form}?parameters={quote(json.dumps({'case': case}), safe='')}" if self.form else None


NOWHERE = Links()
