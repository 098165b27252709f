"""Signed JSON to another system's address.

The body is signed with HMAC-SHA256 over "timestamp.body", as Stripe and Slack sign theirs, so that a receiver can
refuse what is forged or replayed; ``X-Atodds-Id`` is the same for a repeat.
"""

import hmac
import json
from dataclasses import asdict
from datetime import UTC, datetime
from hashlib import sha256

import httpx

from alerts.bulletins.bulletin import Bulletin
from alerts.channels.channel import Never, NotNow, OutOfOrder, Parcel, Receipt
from alerts.message import Message

SECONDS = 20
VERSION = 1  # of the body; it grows by fields, and changes its number where one changes its meaning


class Webhook:
    """Posts to one address. Redirects are not followed: the signature is meant for this receiver."""

    follows = True

    def __init__(self, url: str, secret: str) -> None:
        self._url = url
        self._secret = secret.encode()

    def send(self, parcel: Parcel) -> Receipt:
        body = json.dumps(body_of(parcel.content), default=datetime.isoformat).encode()
        headers = {
            "Content-Type": "application/json",
            "User-Agent": "atodds",
            "X-Atodds-Id": parcel.content.id,
            **signed(body, self._secret, int(datetime.now(UTC).timestamp())),
        }
        try:
            answer = httpx.post(self._url, content=body, headers=headers, timeout=SECONDS)
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise NotNow(f"the webhook can't be reached: {type(error).__name__}", channel=True) from error
        _check(answer)
        return Receipt()


def body_of(content: Message | Bulletin) -> dict[str, object]:
    """What is sent: ``type`` case or bulletin, and all fields of the message."""
    if isinstance(content, Bulletin):
        return {"version": VERSION, "type": "bulletin", **asdict(content)}
    features = [feature._asdict() for feature in content.features]
    return {"version": VERSION, "type": "case", **asdict(content), "features": features}


def signed(body: bytes, secret: bytes, timestamp: int) -> dict[str, str]:
    """The headers that sign ``body``."""
    digest = hmac.new(secret, f"{timestamp}.".encode() + body, sha256).hexdigest()
    return {"X-Atodds-Timestamp": str(timestamp), "X-Atodds-Signature": f"sha256={digest}"}


def _check(answer: httpx.Response) -> None:
    if answer.is_success:
        return
    said = f"the webhook answers {answer.status_code}"
    if answer.status_code == 429 or answer.status_code >= 500:
        after = answer.headers.get("Retry-After", "")
        raise NotNow(said, after=float(after) if after.isdigit() else None, channel=answer.status_code == 429)
    if answer.status_code in (400, 413, 422):
        raise Never(said)
    raise OutOfOrder(said)
