"""Everything else that Apprise speaks: Teams, Matrix, Telegram, Discord, ntfy, SMS gateways, by URL."""

import json
from datetime import UTC, tzinfo

from alerts.bulletins.bulletin import Bulletin
from alerts.channels.channel import NotNow, OutOfOrder, Parcel, Receipt
from alerts.channels.plain_text import as_text
from alerts.links import NOWHERE, Links
from alerts.scraped import cut, markdown

TITLE = 200


class AppriseUrls:
    """Sends text to each URL. Its progress says which of them are still to be reached, by their place in the list."""

    follows = False

    def __init__(self, urls: str, links: Links = NOWHERE, zone: tzinfo = UTC) -> None:
        from apprise import Apprise  # 0.2 s, and most desks don't need it

        self._services = []
        for number, url in enumerate(urls.split(), 1):
            service = Apprise.instantiate(url, suppress_exceptions=True)
            if service is None:
                raise OutOfOrder(f"Apprise does not know URL number {number}")
            self._services.append(service)
        self._links = links
        self._zone = zone

    def send(self, parcel: Parcel) -> Receipt:
        content = parcel.content
        left = json.loads(parcel.progress) if parcel.progress else list(range(len(self._services)))
        title = _unpinged(cut(content.title if isinstance(content, Bulletin) else content.headline, TITLE))
        body = _unpinged(as_text(content, self._links, self._zone))
        failed = [n for n in left if not self._sent(n, title, body)]
        if failed:
            names = ", ".join(str(self._services[n].service_name) for n in failed)
            raise NotNow(f"not taken by {names}", progress=json.dumps(failed))
        return Receipt()

    def _sent(self, number: int, title: str, body: str) -> bool:
        """Whether the service took it. Apprise tells why not in its log alone."""
        from apprise import NotifyFormat

        service = self._services[number]
        if service.notify_format == NotifyFormat.MARKDOWN:
            title, body = markdown(title), "\n".join(markdown(line) for line in body.splitlines())
        return bool(service.notify(title=title, body=body, body_format=NotifyFormat.TEXT))


def _unpinged(text: str) -> str:
    """No scraped "@everyone" calls a whole server: an invisible space follows each at sign."""
    return text.replace("@", "@\N{ZERO WIDTH SPACE}")
