"""The channels of a topic, ready to send: its rules say where to, the environment holds the secrets."""

import socket
from collections.abc import Callable, Iterable, Mapping

from rich.console import Console

from alerts.bulletins.bulletin import Bulletin
from alerts.channels.channel import Channel, OutOfOrder, Parcel, Receipt
from alerts.channels.console import show
from alerts.channels.plain_text import as_text
from alerts.links import NOWHERE, Links
from claims.alert_rules import AlertRules

Secret = Callable[[str], str | None]  # a secret by its name, None where there is none

# Threads a channel may use at once; Slack asks for about one message a second, and mail servers for few connections.
SENDERS = {"webhook": 4, "apprise": 2}


class Terminal:
    """The console as a channel; with none, what is sent to it was shown already (a pass prints its own changes)."""

    follows = False

    def __init__(self, console: Console | None, links: Links, rules: AlertRules) -> None:
        self._console = console
        self._links = links
        self._zone = rules.zone

    def send(self, parcel: Parcel) -> Receipt:
        if self._console is not None:
            if isinstance(parcel.content, Bulletin):
                self._console.print(as_text(parcel.content), markup=False, highlight=False, soft_wrap=True)
            else:
                show(parcel.content, self._console, self._zone)
        return Receipt()


class Unusable:
    """A channel whose settings are wrong: it keeps everything until they are mended, and the operator hears why."""

    follows = False

    def __init__(self, why: str) -> None:
        self.why = why

    def send(self, parcel: Parcel) -> Receipt:
        raise OutOfOrder(self.why)


def open_channels(
    names: Iterable[str], rules: AlertRules, secret: Secret, links: Links = NOWHERE, console: Console | None = None
) -> Mapping[str, Channel]:
    """The channels called ``names``; one that can't be made is there all the same, out of order."""
    return {name: _opened(name, rules, secret, links, console) for name in dict.fromkeys(names)}


def _opened(name: str, rules: AlertRules, secret: Secret, links: Links, console: Console | None) -> Channel:
    try:
        return _makers[name](rules, secret, links) if name != "console" else Terminal(console, links, rules)
    except OutOfOrder as error:
        return Unusable(str(error))


def _slack(rules: AlertRules, secret: Secret, links: Links) -> Channel:
    from alerts.channels.slack import API, SlackBot, SlackWebhook

    token, hook = secret("ATODDS_SLACK_TOKEN"), secret("ATODDS_SLACK_WEBHOOK")
    if token and rules.slack_channel:
        return SlackBot(token, rules.slack_channel, links, rules.zone, secret("ATODDS_SLACK_API") or API)
    if hook:
        return SlackWebhook(hook, links, rules.zone)
    raise OutOfOrder(
        "set ATODDS_SLACK_TOKEN (and 'channel' in [alerts.slack] of the topic file) or ATODDS_SLACK_WEBHOOK"
    )


def _email(rules: AlertRules, secret: Secret, links: Links) -> Channel:
    from alerts.channels.mail import Mail, server

    url = secret("ATODDS_SMTP_URL")
    if not url:
        raise OutOfOrder("set ATODDS_SMTP_URL, such as smtp://user:password@mail.example.org:587")
    sender = rules.email_from or f"atodds@{socket.getfqdn()}"
    return Mail(server(url), sender, rules.email_to, links, rules.zone)


def _webhook(rules: AlertRules, secret: Secret, links: Links) -> Channel:
    from alerts.channels.webhook import Webhook

    key = secret("ATODDS_WEBHOOK_SECRET")
    if not key or not rules.webhook_url:
        raise OutOfOrder("set ATODDS_WEBHOOK_SECRET, the key that its receiver checks signatures with")
    return Webhook(rules.webhook_url, key)


def _apprise(rules: AlertRules, secret: Secret, links: Links) -> Channel:
    from alerts.channels.apprise_urls import AppriseUrls

    urls = secret("ATODDS_APPRISE_URLS")
    if not urls:
        raise OutOfOrder("set ATODDS_APPRISE_URLS, one URL or several with spaces between them")
    return AppriseUrls(urls, links, rules.zone)


_makers: dict[str, Callable[[AlertRules, Secret, Links], Channel]] = {
    "slack": _slack,
    "email": _email,
    "webhook": _webhook,
    "apprise": _apprise,
}
