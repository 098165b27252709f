"""How fast articles go from a web server into the claim base, and where the time goes.

    python -m benchmarks.ingest [--pages 300] [ARTICLES.jsonl ...]

Serves news pages (about 25 kB each: navigation, story, teasers of other stories, footer) from loopback, takes them in
as a pass does, and prints pages a second and the shares of the time. The stories are made up, or the texts of files of
articles {title, text}: made-up ones repeat themselves more than the press does, and so are judged more.

Time is processor time, so that a busy machine does not change the shares; each sample belongs to the innermost stage
on the stack. The goal: trafilatura, which everything that reads pages needs, takes at least half.
"""

import argparse
import ipaddress
import json
import random
import signal
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterable
from html import escape
from pathlib import Path
from types import FrameType

from claims.topic import SourceSpec
from flows.desk import open_desk
from flows.intake.passes import Pass
from sources.collect import collect_batches
from sources.settings import FetchSettings
from storage.base import Base
from storage.fetches import Fetches
from tests.sources.honest import rss, town
from tests.sources.playground import Playground, Reply

# Where on the stack a sample belongs: innermost first, our own paths without the root.
STAGES = (
    ("trafilatura", ("/trafilatura/", "/htmldate/", "/justext/", "/lxml/", "/courlan/")),
    ("storage", ("/sqlalchemy/", "/sqlmodel/", "/storage/")),
    ("matching", ("/matching/", "/rapidfuzz/")),
    ("reading", ("/parsers/",)),
    ("waiting for pages", ("/sources/",)),
)
EVENTS = 50
TELLING = (
    "{who} said on {day} that {n} {things} were {done} in {place}.",
    "At least {n} {things} were {done} in {place} on {day}, {who} told reporters.",
    "{who} is not expected to pay for the {things}.",
)
FILLING = (
    "The {a} of {name} {did} the {b}, and nobody had answered the {c}.",
    "“We have never {done} a {b} like it,” said {name}, a {a} who lives across the street.",
    "A {b} by {name} had {done} it, and the {a} promised to look into the {c} again.",
    "The {b} to {name} was still {done} in the evening, and each {c} took the long way round.",
    "What it will cost is not known, and the {a} would not say more before the {c} had been {done}.",
    "Long before that, the {a} of {name} had {done} the {b} with a {c} in its place.",
)
NOUNS = (
    "teacher lawyer nurse baker captain driver farmer pilot singer painter tailor keeper singer writer clerk porter "
    "letter street report ministry river church candle window school council kitchen garden harbour market ladder "
    "engine paper bottle carpet mirror basket hammer saddle anchor compass lantern curtain cellar chimney orchard"
).split()
VERBS = (
    "watched painted opened cleaned carried measured borrowed polished described followed gathered guarded hidden "
    "ignored lifted mended noticed ordered packed praised printed pulled rented reached returned shared shown signed "
    "sorted studied tested thanked touched traded trusted visited warmed weighed welcomed wrapped"
).split()
THINGS = "houses bridges trucks boats farms shops cars trees pupils patients soldiers workers".split()
DONE = "damaged closed counted moved sold repaired found checked lost rebuilt".split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


def made_up(number: int) -> list[str]:
    """The paragraphs of a story, the same in every run: one of fifty events, told by six of thirty-six sentences."""
    chance, event = random.Random(number), number % EVENTS
    sentences = [telling(chance, event) if n % 6 == 0 else filling(chance, 100 * number + n) for n in range(36)]
    return [" ".join(sentences[n : n + 3]) for n in range(0, 36, 3)]


def page(number: int, title: str, paragraphs: Iterable[str]) -> bytes:
    """A story in the page that a newspaper puts around it."""
    chance = random.Random(number)
    story = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in paragraphs)
    links = "".join(f'<li><a href="/section/{n}">Section number {n}</a></li>' for n in range(80))
    teasers = [telling(chance, chance.randrange(EVENTS)) for _ in range(20)]
    cards = "".join(
        f'<article class="card"><h3><a href="/other/{n}">{words}</a></h3><p>{words}</p></article>'
        for n, words in enumerate(teasers)
    )
    return (
        f"<!doctype html><html lang='en'><head><title>{escape(title)}</title>"
        f"<script>var settings = {list(range(900))};</script></head><body><header><nav><ul>{links}</ul></nav></header>"
        f"<main><article><h1>{escape(title)}</h1>{story}</article><section><h2>More news</h2>{cards}</section></main>"
        f"<footer><ul>{links}</ul><p>© 2031 Post</p></footer></body></html>"
    ).encode()


def filling(chance: random.Random, name: int) -> str:
    """A sentence of the kind that fills every report, about a name of its own."""
    a, b, c = chance.sample(NOUNS, 3)
    did, done = chance.sample(VERBS, 2)
    return chance.choice(FILLING).format(name=town(name), a=a, b=b, c=c, did=did, done=done)


def telling(chance: random.Random, event: int) -> str:
    """A sentence with a figure or a role of the event."""
    told = chance.choice(TELLING).format(
        who=f"Mayor {town(event * 3)}",
        day=chance.choice(DAYS),
        n=chance.randrange(2, 900),
        things=THINGS[event % len(THINGS)],
        done=DONE[event % len(DONE)],
        place=town(event),
    )
    return told[0].upper() + told[1:]


class Sampler:
    """The processor time of this thread by stage: at every two milliseconds, what it used since goes to where it is.

    By a signal, because a thread that samples gets its turn mostly where this one waits for the database.
    """

    def __init__(self) -> None:
        self.seconds: dict[str, float] = defaultdict(float)
        self._seen = 0.0

    def __enter__(self) -> "Sampler":
        self._seen = time.thread_time()
        signal.signal(signal.SIGPROF, self._count)
        signal.setitimer(signal.ITIMER_PROF, 0.002, 0.002)
        return self

    def __exit__(self, *_: object) -> None:
        signal.setitimer(signal.ITIMER_PROF, 0.0)

    def _count(self, _: int, frame: FrameType | None) -> None:
        now = time.thread_time()
        self.seconds[stage(frame)] += now - self._seen
        self._seen = now


def stage(frame: FrameType | None) -> str:
    root = str(Path(__file__).parents[1])
    while frame is not None:
        file = frame.f_code.co_filename.removeprefix(root)
        for name, marks in STAGES:
            if any(mark in file for mark in marks):
                return name
        frame = frame.f_back
    return "rest"


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--pages", type=int, default=300)
    options.add_argument("articles", nargs="*", type=Path)
    given = options.parse_args()
    stories = [json.loads(line) for file in given.articles for line in file.open(encoding="utf-8")]
    bodies = [page(n, s["title"] or "News", s["text"].splitlines()) for n, s in enumerate(stories)] or [
        page(n, f"News of {town(n)}", made_up(n)) for n in range(given.pages)
    ]
    pages = len(bodies)
    settings = FetchSettings(allowed=(ipaddress.ip_network("127.0.0.0/8"),), pace=0.0, entries=pages)
    desk = open_desk()
    with Playground() as server, tempfile.TemporaryDirectory() as folder:
        server.routes |= {f"/news/{n}": Reply(body) for n, body in enumerate(bodies)}
        feeds = [[f"/news/{n}" for n in range(start, pages, 10)] for start in range(10)]
        server.routes |= {f"/feed/{k}": Reply(rss(links, "utf-8")) for k, links in enumerate(feeds)}
        specs = [SourceSpec("feed", server.url(f"/feed/{k}")) for k in range(10)]
        with Base.open(f"sqlite:///{folder}/claims.db") as base:
            memory = Fetches(base, "everything")
            going = Pass(desk, base, memory)
            began, worked = time.perf_counter(), time.process_time()
            with Sampler() as sampler:
                for batch in collect_batches(specs, settings=settings, memory=memory):
                    going.take_in(batch)
            took, worked = time.perf_counter() - began, time.process_time() - worked
            tally = going.finish().tally
    print(f"{tally.stored} articles with {tally.claims} claims in {took:.1f} s: {tally.stored / took:.1f} a second")
    taking_in = sum(sampler.seconds.values())
    for name, seconds in sorted(sampler.seconds.items(), key=lambda item: -item[1]):
        print(f"{name:20} {seconds / tally.stored * 1000:6.1f} ms of processor a page {seconds / taking_in:7.1%}")
    print(f"{'other threads':20} {(worked - taking_in) / tally.stored * 1000:6.1f} ms: fetching, and the server itself")


if __name__ == "__main__":
    main()
