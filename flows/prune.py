"""The `prune` flow: takes out, each night, what topics need not keep."""

import os
from datetime import UTC, datetime

from prefect import flow, get_run_logger

from flows.desk import open_base
from flows.upkeep.retention import retain


@flow(name="prune", persist_result=False)
def prune() -> None:
    """Forget old archived pages, then articles that are over their topic's `keep_days` and in no case."""
    with open_base() as base:
        for what, count in retain(base, os.environ, datetime.now(UTC)):
            get_run_logger().info("%s: %d gone", what, count)
