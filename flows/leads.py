"""Where messages lead: the ledger's address, and the run form of the review deployment in Prefect's page."""

import os

from prefect.client.orchestration import get_client
from prefect.exceptions import ObjectNotFound
from prefect.settings import PREFECT_UI_URL

from alerts.links import Links

REVIEW = "review/review"


def links() -> Links:
    """The addresses that are known here; what is not served is not linked."""
    ledger = os.environ.get("ATODDS_LEDGER_URL", "")
    page = os.environ.get("ATODDS_PREFECT_PAGE") or PREFECT_UI_URL.value()
    if not page:
        return Links(ledger=ledger)
    with get_client(sync_client=True) as client:
        try:
            deployment = client.read_deployment_by_name(REVIEW)
        except ObjectNotFound:
            return Links(ledger=ledger)
    return Links(ledger=ledger, form=f"{page.rstrip('/')}/deployments/deployment/{deployment.id}/run")
