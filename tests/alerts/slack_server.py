"""A server that speaks as much of Slack's Web API as we use, keeps its limits, and fails when told to."""

import json
import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import parse_qs

from tests.alerts.http_server import Answer, Request, serving

BLOCKS, HEADER, FIELD, LINK = 50, 150, 3000, 3000  # https://api.slack.com/reference/block-kit/blocks
ALL_TEXT = 13_000


class FakeSlack:
    """Messages by time stamp, in the order they came; ``next_answers`` are given before any is kept."""

    def __init__(self) -> None:
        self.messages: dict[str, dict[str, Any]] = {}
        self.updates: list[str] = []
        self.next_answers: deque[Answer] = deque()
        self._lock = threading.Lock()

    def answer(self, request: Request) -> Answer:
        with self._lock:
            if self.next_answers:
                return self.next_answers.popleft()
            said = _parameters(request)
            if request.headers.get("authorization") != "Bearer xoxb-right":
                return error("invalid_auth")
            if wrong := too_much(said.get("blocks", [])):
                return error(wrong)
            return self._post(said) if request.path.endswith("chat.postMessage") else self._update(said)

    def _post(self, said: dict[str, Any]) -> Answer:
        if said["channel"] != "C1":
            return error("channel_not_found")
        if "thread_ts" in said and said["thread_ts"] not in self.messages:
            return error("thread_not_found")
        ts = f"1700000000.{len(self.messages):06d}"
        self.messages[ts] = said
        return Answer(body=json.dumps({"ok": True, "channel": "C1", "ts": ts}))

    def _update(self, said: dict[str, Any]) -> Answer:
        if said["ts"] not in self.messages:
            return error("message_not_found")
        self.messages[said["ts"]] |= said
        self.updates.append(said["ts"])
        return Answer(body=json.dumps({"ok": True, "channel": "C1", "ts": said["ts"]}))


def error(code: str, status: int = 200, **headers: str) -> Answer:
    return Answer(
        status, json.dumps({"ok": False, "error": code}), {k.replace("_", "-"): v for k, v in headers.items()}
    )


def too_much(blocks: list[dict[str, Any]]) -> str:
    """The error that Slack would answer to these blocks; empty if it would take them."""
    if len(blocks) > BLOCKS:
        return "invalid_blocks"
    for block in blocks:
        if block["type"] == "header" and not 0 < len(block["text"]["text"]) <= HEADER:
            return "invalid_blocks"
    leaves = list(_leaves(blocks))
    if any(leaf.get("text") == "" or len(leaf.get("text", "")) > FIELD for leaf in leaves):
        return "invalid_blocks"
    if any(len(leaf.get("url", "")) > LINK for leaf in leaves):
        return "invalid_blocks"
    return "msg_blocks_too_long" if sum(len(leaf.get("text", "")) for leaf in leaves) > ALL_TEXT else ""


def texts(message: dict[str, Any]) -> str:
    """All that a reader sees of the blocks, a line an element."""
    return "\n".join(leaf.get("text") or leaf.get("fallback", "") for leaf in _leaves(message["blocks"]))


def _leaves(value: Any) -> Iterator[dict[str, Any]]:
    for block in value:
        if "elements" in block:
            yield from _leaves(block["elements"])
        elif block["type"] == "header":
            yield block["text"]
        else:
            yield block


def _parameters(request: Request) -> dict[str, Any]:
    if request.headers.get("content-type", "").startswith("application/json"):
        found: dict[str, Any] = request.json
        return found
    said: dict[str, Any] = {k: v[0] for k, v in parse_qs(request.body.decode()).items()}
    return said | ({"blocks": json.loads(said["blocks"])} if "blocks" in said else {})


@contextmanager
def slack() -> Iterator[tuple[FakeSlack, str]]:
    """The server, and the address to give as Slack's API."""
    fake = FakeSlack()
    with serving(fake.answer) as address:
        yield fake, f"{address}/api/"
