"""Protects what fetching remembers: pages owed until settled, turns at hosts, back-off, and the archive."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from itertools import pairwise

from claims.fetching import Entry, Fetch, Validators
from storage import archive
from storage.base import Base
from storage.fetches import Fetches

FEED, PAGE = "https://post.example/feed", "https://post.example/fire"
TAGGED = Validators('"v1"', "Wed, 02 Apr 2031 10:00:00 GMT")
NOW = datetime.now(UTC)


def fetch(url: str = PAGE, status: int | None = 200, after: timedelta = timedelta(0), body: bytes = b"<p>x") -> Fetch:
    reason = None if status in (200, 304) else "broken"
    return Fetch(url=url, at=NOW + after, status=status, body=body, validators=TAGGED, reason=reason)


def heard(memory: Fetches, *urls: str) -> None:
    memory.heard(FEED, "feed", fetch(FEED), [Entry(url=url, title="Fire") for url in urls], None)


def owed(memory: Fetches, after: timedelta = timedelta(0)) -> list[str]:
    return [entry.url for entry in memory.owed(FEED, NOW + after, 10)]


def test_a_page_is_owed_until_its_article_is_settled(base: Base) -> None:
    memory = Fetches(base, "t")
    heard(memory, PAGE)
    memory.fetched(fetch())
    assert owed(memory) == [PAGE]  # the pass was killed between fetching and storing
    memory.settle(PAGE, NOW)
    assert owed(memory) == []


def test_validators_are_sent_only_for_what_was_settled(base: Base) -> None:
    memory = Fetches(base, "t")
    heard(memory, PAGE)
    assert memory.validators(FEED) == TAGGED
    memory.fetched(fetch())
    assert memory.validators(PAGE) == Validators()
    memory.settle(PAGE, NOW + timedelta(seconds=1))
    assert memory.validators(PAGE) == TAGGED


def test_a_page_is_read_again_on_a_falling_schedule_and_then_let_be(base: Base) -> None:
    memory = Fetches(base, "t")
    heard(memory, PAGE)
    memory.settle(PAGE, NOW)
    for hours in (1, 6, 24, 72, 168):
        due = timedelta(hours=hours)
        assert owed(memory, due - timedelta(minutes=1)) == []
        assert owed(memory, due) == [PAGE]
        memory.fetched(fetch(status=304, after=due))
    assert owed(memory, timedelta(days=400)) == []


def test_announcing_a_page_again_changes_nothing(base: Base) -> None:
    memory = Fetches(base, "t")
    heard(memory, PAGE)
    memory.settle(PAGE, NOW)
    heard(memory, PAGE)
    assert owed(memory) == []


def test_a_page_that_fails_is_tried_less_and_less_and_then_given_up(base: Base) -> None:
    memory = Fetches(base, "t")
    heard(memory, PAGE)
    after = timedelta(0)
    for minutes in (5, 10, 20, 40):
        assert memory.page_failed(fetch(status=500, after=after)) is None
        assert owed(memory, after) == []
        after += timedelta(minutes=minutes)
        assert owed(memory, after) == [PAGE]
    memory.page_failed(fetch(status=500, after=after))
    assert owed(memory, timedelta(days=400)) == []


def test_a_takedown_tells_when_the_page_was_last_read(base: Base) -> None:
    memory = Fetches(base, "t")
    heard(memory, PAGE)
    memory.settle(PAGE, NOW)
    assert memory.page_failed(fetch(status=410, after=timedelta(hours=1))) == NOW
    assert owed(memory, timedelta(days=400)) == []


def test_a_source_that_fails_is_left_alone_and_recovers_by_itself(base: Base) -> None:
    memory = Fetches(base, "t")
    late = datetime.now(UTC) - NOW  # a source is left alone by the real clock, and this file was read long ago
    for _ in range(2):
        memory.failed(FEED, "feed", fetch(FEED, status=500, after=late))
    assert memory.wait_for(FEED) == (NOW + late + timedelta(minutes=10), "broken")
    heard(memory, PAGE)
    assert memory.wait_for(FEED) is None
    (health,) = memory.health()
    assert (health.failures, health.reason, health.waiting) == (0, None, 1)


def test_topics_do_not_take_pages_from_each_other(base: Base) -> None:
    one, other = Fetches(base, "one"), Fetches(base, "other")
    heard(one, PAGE)
    heard(other, PAGE)
    one.settle(PAGE, NOW)
    assert owed(other) == [PAGE]


def test_no_two_requests_get_the_same_turn(base: Base) -> None:
    memories = [Fetches(base, topic) for topic in "ab"]
    with ThreadPoolExecutor(4) as crowd:
        waits = sorted(crowd.map(lambda n: memories[n % 2].turn("post.example", 5.0, 1000.0), range(12)))
    assert all(later - earlier > 4 for earlier, later in pairwise(waits))


def test_a_host_that_is_held_gives_no_turns_and_is_not_pushed_back(base: Base) -> None:
    memory = Fetches(base, "t")
    memory.hold("post.example", datetime.now(UTC) + timedelta(hours=1))  # turns go by the real clock
    waits = [memory.turn("post.example", 5.0, 60.0) for _ in range(3)]
    assert all(3500 < wait <= 3600 for wait in waits)


def test_rules_for_robots_are_kept_for_as_long_as_they_are_fresh(base: Base) -> None:
    memory = Fetches(base, "t")
    memory.keep_robots("post.example", "Disallow: /", NOW)
    assert memory.robots("post.example", NOW - timedelta(days=1)) == "Disallow: /"
    assert memory.robots("post.example", NOW + timedelta(days=1)) is None
    assert memory.robots("other.example", NOW - timedelta(days=1)) is None


def test_the_archive_shows_what_was_there_when_it_was_read_and_forgets_in_time(base: Base) -> None:
    memory = Fetches(base, "t")
    first, second, later = b"<p>14 hurt" * 99, b"<p>15 hurt" * 99, timedelta(days=2)
    for body, after in ((first, timedelta(0)), (first, timedelta(days=1)), (second, later)):
        memory.fetched(fetch(body=body, after=after))
    with base.writing() as connection:
        assert archive.as_read(connection, "t", PAGE, NOW + timedelta(days=1)) == first
        assert archive.as_read(connection, "t", PAGE, NOW + later) == second
        assert archive.as_read(connection, "t", PAGE, NOW - later) is None
        assert archive.forget(connection, NOW + later) == 2
        assert archive.as_read(connection, "t", PAGE, NOW + timedelta(days=1)) is None
        assert archive.as_read(connection, "t", PAGE, NOW + later) == second
