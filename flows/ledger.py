"""The `ledger` flow: writes the ledger's pages to ATODDS_LEDGER_DIR."""

import os
from pathlib import Path

from prefect import flow, get_run_logger

from flows.desk import open_base
from flows.telling.publishing import publish


@flow(name="ledger", persist_result=False)
def ledger(folder: str = "") -> None:
    """Write a page for each topic.

    Args:
        folder: Where the pages go; empty for ATODDS_LEDGER_DIR, then "ledger".
    """
    with open_base() as base:
        written = publish(base, Path(folder or os.environ.get("ATODDS_LEDGER_DIR", "ledger")))
    get_run_logger().info("wrote %s", ", ".join(str(file.resolve()) for file in written))
