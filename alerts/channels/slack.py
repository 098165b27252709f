"""Slack: with a bot token one thread per case, its first message kept up to date; with an incoming webhook, posts."""

import json
from collections.abc import Callable, Mapping
from datetime import UTC, tzinfo
from typing import Any
from urllib.error import URLError

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.webhook import WebhookClient, WebhookResponse

from alerts.bulletins.bulletin import Bulletin
from alerts.channels.channel import Never, NotNow, OutOfOrder, Parcel, Receipt
from alerts.channels.slack_blocks import blocks, bulletin_blocks, fallback, reply
from alerts.links import NOWHERE, Links
from alerts.message import Message
from claims.case import ChangeKind

SECONDS = 20  # for one request
API = "https://slack.com/api/"

# https://api.slack.com/methods/chat.postMessage#errors
BUSY = {"ratelimited", "rate_limited", "internal_error", "fatal_error", "service_unavailable", "request_timeout"}
OURS_TO_MEND = {
    "invalid_auth", "not_authed", "account_inactive", "token_revoked", "token_expired", "no_permission",
    "missing_scope", "org_login_required", "ekm_access_denied", "not_allowed_token_type", "channel_not_found",
    "not_in_channel", "is_archived", "restricted_action", "access_denied", "team_access_not_granted",
}  # fmt: skip
TOO_MUCH = {"msg_too_long", "msg_blocks_too_long", "invalid_blocks", "invalid_blocks_format", "no_text"}
GONE = {"thread_not_found", "message_not_found", "cant_update_message", "edit_window_closed", "cannot_reply_to_message"}


class SlackBot:
    """Posts as a bot (scope ``chat:write``) into one channel. The thread's reference is channel and time stamp."""

    follows = True

    def __init__(self, token: str, channel: str, links: Links = NOWHERE, zone: tzinfo = UTC, api: str = API) -> None:
        # No retries in the client: it would post twice what we then post a third time.
        self._client = WebClient(token=token, base_url=api, timeout=SECONDS, retry_handlers=[])
        self._channel = channel
        self._links = links
        self._zone = zone

    def send(self, parcel: Parcel) -> Receipt:
        content = parcel.content
        if isinstance(content, Bulletin):
            self._post(content, bulletin_blocks(content))
            return Receipt()
        first = blocks(content, self._links, self._zone)
        where: dict[str, str] | None = json.loads(parcel.thread) if parcel.thread else None
        # The update comes first: done twice it does no harm, and a reply posted twice would.
        if where is None or not self._update(content, where, first):
            return Receipt(self._post(content, first))
        if content.change is not ChangeKind.EVIDENCE:
            told = reply(content, self._links, self._zone)
            self._post(content, told, thread_ts=where["ts"], reply_broadcast=content.page)
        return Receipt(parcel.thread)

    def _post(self, content: Message | Bulletin, shown: list[dict[str, Any]], **where: Any) -> str:
        def post(**what: Any) -> Any:
            return self._client.chat_postMessage(
                channel=self._channel, unfurl_links=False, unfurl_media=False, **what, **where
            )

        answer = _shorter_if_need_be(post, text=fallback(content), blocks=shown)
        return json.dumps({"channel": answer["channel"], "ts": answer["ts"]})

    def _update(self, content: Message, where: Mapping[str, str], shown: list[dict[str, Any]]) -> bool:
        """Bring the first message up to date; False if somebody deleted it."""

        def update(**what: Any) -> Any:
            return self._client.chat_update(channel=where["channel"], ts=where["ts"], **what)

        try:
            _shorter_if_need_be(update, text=fallback(content), blocks=shown)
        except _Gone:
            return False
        return True


class SlackWebhook:
    """Posts through an incoming webhook, which knows neither threads nor updates."""

    follows = False

    def __init__(self, url: str, links: Links = NOWHERE, zone: tzinfo = UTC) -> None:
        self._client = WebhookClient(url, timeout=SECONDS, retry_handlers=[])
        self._links = links
        self._zone = zone

    def send(self, parcel: Parcel) -> Receipt:
        content = parcel.content
        shown = bulletin_blocks(content) if isinstance(content, Bulletin) else blocks(content, self._links, self._zone)
        answer = self._ask(text=fallback(content), blocks=shown)
        if answer.status_code == 400 and answer.body in TOO_MUCH:
            answer = self._ask(text=fallback(content))
        _check_webhook(answer)
        return Receipt()

    def _ask(self, **what: Any) -> WebhookResponse:
        try:
            return self._client.send(unfurl_links=False, unfurl_media=False, **what)
        except OSError as error:
            raise NotNow(f"Slack can't be reached: {_told(error)}") from error


class _Gone(Exception):
    """The message that we would update or answer was deleted."""


class _TooMuch(Exception):
    """Slack finds the blocks too long or malformed."""


def _shorter_if_need_be(ask: Callable[..., Any], *, text: str, blocks: list[dict[str, Any]]) -> Any:
    """Ask with blocks; with the one line alone if Slack won't have them: a bare alert is better than none."""
    try:
        return _asked(ask, text=text, blocks=blocks)
    except _TooMuch:
        try:
            return _asked(ask, text=text)
        except _TooMuch as error:
            raise Never(f"Slack won't take the message: {error}") from error


def _asked(ask: Callable[..., Any], **what: Any) -> Any:
    try:
        return ask(**what)
    except SlackApiError as error:
        raise _judged(error) from error
    except (URLError, OSError) as error:
        raise NotNow(f"Slack can't be reached: {_told(error)}") from error


def _judged(error: SlackApiError) -> Exception:
    answer: Any = error.response
    code = str(answer.get("error", ""))[:200]
    if answer.status_code == 429 or code in ("ratelimited", "rate_limited"):
        return NotNow("Slack asks us to slow down", after=_seconds(answer.headers), channel=True)
    if answer.status_code >= 500 or code in BUSY:
        return NotNow(f"Slack has trouble: {answer.status_code} {code}", after=_seconds(answer.headers))
    if code in OURS_TO_MEND:
        return OutOfOrder(f"Slack says {code}")
    if code in GONE:
        return _Gone(code)
    return _TooMuch(code) if code in TOO_MUCH else NotNow(f"Slack says {code}")


def _check_webhook(answer: WebhookResponse) -> None:
    said = f"{answer.status_code} {answer.body[:200]}"
    if answer.status_code == 429:
        raise NotNow("Slack asks us to slow down", after=_seconds(answer.headers), channel=True)
    if answer.status_code in (401, 403, 404, 410):
        raise OutOfOrder(f"the incoming webhook answers {said}")
    if answer.status_code == 400:
        raise Never(f"Slack won't take the message: {said}")
    if answer.status_code != 200:
        raise NotNow(f"Slack has trouble: {said}", after=_seconds(answer.headers))


def _seconds(headers: Mapping[str, Any]) -> float | None:
    """Retry-After in seconds; None where it is absent or no number."""
    found = {key.lower(): value for key, value in headers.items()}.get("retry-after")
    value = found[0] if isinstance(found, list) else found
    return float(value) if value is not None and str(value).isdigit() else None


def _told(error: Exception) -> str:
    return str(getattr(error, "reason", None) or error)[:200]
