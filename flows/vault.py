"""Secrets: from the environment, or from Prefect's Secret blocks. They are never a parameter, nor logged."""

import os
from typing import cast

from prefect.blocks.system import Secret


def secret(name: str) -> str | None:
    """``ATODDS_SLACK_TOKEN`` from the environment, or from the Secret block ``atodds-slack-token``."""
    value = os.environ.get(name)
    if value:
        return value
    try:
        block = cast("Secret[str]", Secret.load(name.lower().replace("_", "-")))  # flows here are not async
    except ValueError:  # no block of this name
        return None
    return block.get()
