"""What a channel is: something that takes a parcel and says yes, not now, or never."""

from dataclasses import dataclass
from typing import Protocol

from alerts.bulletins.bulletin import Bulletin
from alerts.message import Message


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """What is to be sent. ``thread`` is what the channel gave for the first message of this case, ``progress`` what
    it gave when it last said "not now" (who has got it already)."""

    content: Message | Bulletin
    thread: str | None = None
    progress: str | None = None


@dataclass(frozen=True, slots=True)
class Receipt:
    """The channel's yes: the thread for later messages of the case, and what the operator should know all the same."""

    thread: str | None = None
    warnings: tuple[str, ...] = ()


class NotNow(Exception):
    """Try again later: in ``after`` seconds at the soonest if the channel said so.

    ``channel`` says that the others of this channel need not be tried either before that; ``progress`` is handed in
    with the next try.
    """

    def __init__(
        self, reason: str, *, after: float | None = None, channel: bool = False, progress: str | None = None
    ) -> None:
        super().__init__(reason)
        self.after = after
        self.channel = channel
        self.progress = progress


class OutOfOrder(NotNow):
    """The channel's settings are wrong (token, password, address): the operator hears of it, and trying goes on."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason, channel=True)


class Never(Exception):
    """The channel will not take this parcel, however often it is tried."""


class Channel(Protocol):
    """A way to the desk.

    ``follows`` says whether it tells what happens in a thread without paging (a report more, a case closed).
    """

    follows: bool

    def send(self, parcel: Parcel) -> Receipt:
        """Deliver. Raises NotNow or Never; whatever else it raises counts as NotNow."""
        ...
