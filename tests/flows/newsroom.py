"""News without end, on a server on loopback, and passes over it in processes of their own, to be run side by side or
killed at any point."""

import ipaddress
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import Any

from alerts.channels.channel import Parcel, Receipt
from alerts.channels.delivery import Patience
from alerts.message import Message
from claims.alert_rules import AlertRules
from claims.topic import SourceSpec, Topic
from flows.desk import Desk, open_desk
from flows.intake import pipeline, settling
from flows.intake.passes import Pass
from flows.telling.delivering import send
from sources.collect import collect_batches
from sources.settings import FetchSettings
from storage import articles, recording
from storage.base import Base
from storage.fetches import Fetches
from storage.sending import Outbox
from tests.flows.test_delivering import HASTE, soon
from tests.sources.honest import rss
from tests.sources.playground import Playground, Reply

HOSTS = ("127.1.0.1", "127.1.0.2", "127.1.0.3")
TOPIC = Topic(key="towns", name="Towns", channels=("slack",), alerts=AlertRules(pages_per_hour=0))
SETTINGS = FetchSettings(allowed=(ipaddress.ip_network("127.1.0.0/16"),), pace=0.0, deadline=5.0)
# Where senders are killed, the next follows at once; where they work side by side, nobody takes what another has.
IMPATIENT = replace(HASTE, lease=timedelta(milliseconds=50))
_SYLLABLES = ("ba", "de", "fi", "go", "hu", "ka", "le", "mi", "no", "pu", "ra", "se", "ti", "vo", "zu")
_HAPPENED = (
    ("earthquake", "killed {} people"),
    ("flood", "destroyed {} houses"),
    ("fire", "injured {} firefighters"),
    ("storm", "displaced {} families"),
    ("explosion", "killed {} miners"),
    ("landslide", "buried {} cars"),
)
Point = Callable[[], None]


def town(number: int) -> str:
    """A name that no other number has."""
    return "".join(_SYLLABLES[number // 15**place % 15] for place in range(4)).capitalize() + "rk"


def report(number: int, voice: int) -> Reply:
    """What the ``voice``-th of three outlets tells of the ``number``-th event: the second gives another figure."""
    event, what = _HAPPENED[number % len(_HAPPENED)]
    figure = f"{3000 + number if voice != 1 else 7000 + 2 * number:,}"
    told = what.format(figure)
    where = town(number)
    speaker = ("the mayor", "the police", "the governor")[voice]
    lines = (
        f"The {event} in {where} {told} on Wednesday, {speaker} of {where} said.",
        f"Roads to {where} were closed, and a school in {where} took in those who had lost their homes.",
    )
    title = f"{event.capitalize()} in {where} {told}"
    head = f"<meta charset='utf-8'><title>{title}</title><meta property='og:site_name' content='Outlet {voice}'>"
    body = "".join(f"<p>{line}</p>" for line in lines)
    html = f"<html lang='en'><head>{head}</head><body><article><h1>{title}</h1>{body}</article></body></html>"
    return Reply(html.encode(), headers={"Content-Type": "text/html; charset=utf-8"})


class Newsroom:
    """Three outlets with a feed each, on a server that is running already."""

    def __init__(self, server: Playground) -> None:
        self._server = server
        self._links: list[list[str]] = [[] for _ in HOSTS]
        self.sources = [SourceSpec("feed", server.url(f"/{voice}/feed", host)) for voice, host in enumerate(HOSTS)]
        self._announce()

    def publish(self, number: int, voices: int = 3) -> None:
        """Let the first ``voices`` outlets report an event."""
        for voice in range(voices):
            path = f"/{voice}/report-of-what-happened-in-{town(number)}-{number}"
            self._server.routes[path] = report(number, voice)
            self._links[voice].append(self._server.url(path, HOSTS[voice]))
        self._announce()

    def _announce(self) -> None:
        for voice, links in enumerate(self._links):
            feed = rss(links[-60:], "utf-8").replace(b"<title>Post<", f"<title>Outlet {voice}<".encode(), 1)
            self._server.routes[f"/{voice}/feed"] = Reply(feed, headers={"Content-Type": "text/xml"})


@cache
def desk() -> Desk:
    """The desk of the towns; built once, before processes are forked."""
    return replace(open_desk(), topic=TOPIC)


class Notebook:
    """A channel whose yes is a line in a file, said before we can note it."""

    follows = True

    def __init__(self, file: Path) -> None:
        self._file = file

    def send(self, parcel: Parcel) -> Receipt:
        assert isinstance(parcel.content, Message)
        line = f"{parcel.content.case} {parcel.content.at.isoformat()}\n"
        with self._file.open("a") as lines:
            lines.write(line)
        return Receipt("thread of " + parcel.content.case)


def watch(url: str, sources: list[SourceSpec], notebook: Path, patience: Patience = HASTE) -> None:
    """One pass over the sources and the delivery after it, as the `ingest` flow makes them."""
    with Base.open(url) as base:
        memory = Fetches(base, TOPIC.key)
        going = Pass(desk(), base, memory)
        for batch in collect_batches(sources, settings=SETTINGS, memory=memory, size=5, patience=0.1):
            going.take_in(batch)
        going.finish()
        until = soon() if patience is IMPATIENT else None  # to wait for what a dead sender had, or not
        send(base, TOPIC, {"slack": Notebook(notebook)}, patience=patience, until=until)


@dataclass(frozen=True, slots=True)
class Stage:
    """A function of a stage, where it is called from."""

    owner: Any
    name: str


STAGES = {
    "fetch": (Stage(Fetches, "heard"), Stage(Fetches, "fetched"), Stage(Fetches, "settle")),
    "read": (Stage(pipeline, "read_page"), Stage(pipeline, "place")),
    "judge": (Stage(pipeline, "nearest"), Stage(settling, "arrange")),
    "record": (Stage(articles, "add_claims"), Stage(recording, "record_all"), Stage(pipeline.outbox, "raise_alerts")),
    "deliver": (Stage(Notebook, "send"), Stage(Outbox, "take"), Stage(Outbox, "sent")),
}


def die_at(stage: Stage, nth: int, after: bool) -> None:
    """Let this process kill itself at the ``nth`` call of a stage: before it, or when it has done its work."""
    works = getattr(stage.owner, stage.name)
    calls = 0

    def dies(*args: Any, **options: Any) -> Any:
        nonlocal calls
        calls += 1
        if calls == nth and not after:
            os.kill(os.getpid(), signal.SIGKILL)
        done = works(*args, **options)
        if calls == nth:
            os.kill(os.getpid(), signal.SIGKILL)
        return done

    setattr(stage.owner, stage.name, dies)


def start(
    url: str,
    sources: list[SourceSpec],
    notebook: Path,
    prepare: Callable[[], None] | None = None,
    patience: Patience = HASTE,
) -> "multiprocessing.process.BaseProcess":
    """A pass in a process of its own; ``prepare`` runs in it first."""
    desk()
    process = multiprocessing.get_context("fork").Process(
        target=_work, args=(url, sources, notebook, prepare, patience)
    )
    process.start()
    return process


def _work(
    url: str, sources: list[SourceSpec], notebook: Path, prepare: Callable[[], None] | None, patience: Patience
) -> None:
    if prepare:
        prepare()
    watch(url, sources, notebook, patience)
    sys.stdout.flush()
    os._exit(0)
