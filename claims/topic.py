"""Topics: what a desk watches. One TOML file each."""

import re
import tomllib
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from claims.agencies import Agency, read_agencies
from claims.alert_rules import AlertRules, check_channels, read_alert_rules
from claims.settings_file import SettingsError, take


@dataclass(frozen=True, slots=True)
class Keywords:
    """Which articles belong to a topic: one of ``any``, all of ``all``, none of ``exclude``.

    Words and phrases, matched whole and without regard to case; no keywords at all take everything.
    """

    any: tuple[str, ...] = ()
    all: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()

    def take(self, text: str) -> bool:
        """Whether an article of this title and text belongs to the topic."""
        return self.may_take(text) and all(_holds(text, word) for word in self.all)

    def may_take(self, summary: str) -> bool:
        """Whether an article announced in these words may belong: ``all`` is left for its text to decide."""
        wanted = not self.any or any(_holds(summary, word) for word in self.any)
        return wanted and not any(_holds(summary, word) for word in self.exclude)


@lru_cache(maxsize=4096)
def _pattern(phrase: str) -> re.Pattern[str]:
    """``phrase`` as whole words, over line breaks and hyphens ("cease-fire talks", "cease fire\\ntalks")."""
    words = re.split(r"[\s\-\u2010-\u2015]+", phrase.strip())
    return re.compile(r"(?<!\w)" + r"[\s\-\u2010-\u2015]+".join(map(re.escape, words)) + r"(?!\w)", re.IGNORECASE)


def _holds(text: str, phrase: str) -> bool:
    return _pattern(phrase).search(text) is not None


@dataclass(frozen=True, slots=True)
class SourceSpec:
    """Where articles come from. ``kind``: feed, sitemap, page, pages (a page that links articles), folder."""

    kind: str
    url: str
    outlet: str | None = None


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """A topic's own words on top of the shared lexicon: class key -> surface forms."""

    actions: dict[str, tuple[str, ...]] = field(default_factory=dict)
    counted: dict[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A topic file, read and checked. ``schedule`` is a cron line or None (by hand only).

    ``look_back_days`` is how old an article of a feed may be; ``keep_days`` after how many days `atodds prune` takes
    out articles that are in no case, None never.
    """

    key: str
    name: str
    keywords: Keywords = Keywords()
    sources: tuple[SourceSpec, ...] = ()
    agencies: tuple[Agency, ...] = ()
    vocabulary: Vocabulary = field(default_factory=Vocabulary)
    channels: tuple[str, ...] = ("console",)
    alerts: AlertRules = field(default_factory=AlertRules)
    schedule: str | None = None
    look_back_days: int = 30
    keep_days: int | None = None


# News is compared with what was published within so many days of it.
WINDOW_DAYS = 30
SOURCE_KINDS = ("feed", "sitemap", "page", "pages", "folder")


def load_topic(path: Path) -> Topic:
    """Read a topic file. Raises SettingsError naming the file and the key that is wrong."""
    where = str(path)
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingsError(f"{where}: {error}") from error
    topic = Topic(
        key=take(table, "key", str, where, default=path.parent.name if path.stem == "topic" else path.stem),
        name=take(table, "name", str, where),
        keywords=_keywords(take(table, "keywords", dict, where, default={}), where),
        sources=tuple(
            _source(t, f"{where}: source {n}", path.parent)
            for n, t in enumerate(take(table, "source", list, where, default=[]), 1)
        ),
        agencies=tuple(read_agencies(take(table, "agency", list, where, default=[]), where)),
        vocabulary=_vocabulary(take(table, "vocabulary", dict, where, default={}), where),
        channels=_texts(take(table, "channels", list, where, default=["console"]), f"{where}: channels"),
        alerts=read_alert_rules(take(table, "alerts", dict, where, default={}), where),
        schedule=take(table, "schedule", str, where, default=None),
        look_back_days=take(table, "look_back_days", int, where, default=30),
        keep_days=take(table, "keep_days", int, where, default=None),
    )
    _nothing_left(table, where)
    if topic.keep_days is not None and topic.keep_days <= topic.look_back_days + WINDOW_DAYS:
        least = topic.look_back_days + WINDOW_DAYS
        raise SettingsError(f"{where}: 'keep_days' must be over {least}, or what is pruned comes in again or is missed")
    check_channels(topic.channels, topic.alerts, where)
    return topic


def _keywords(table: dict[str, Any], where: str) -> Keywords:
    here = f"{where}: keywords"
    found = Keywords(*(_texts(take(table, key, list, here, default=[]), here) for key in ("any", "all", "exclude")))
    _nothing_left(table, here)
    return found


def _source(table: dict[str, Any], here: str, home: Path) -> SourceSpec:
    source = SourceSpec(
        kind=take(table, "kind", str, here),
        url=take(table, "url", str, here),
        outlet=take(table, "outlet", str, here, default=None),
    )
    if source.kind not in SOURCE_KINDS:
        raise SettingsError(f"{here}: 'kind' must be one of {', '.join(SOURCE_KINDS)}, not {source.kind!r}")
    _nothing_left(table, here)
    if source.kind == "folder":
        return replace(source, url=str(_within(home, source.url, here)))
    if not source.url.startswith(("http://", "https://")):
        raise SettingsError(f"{here}: 'url' must begin with http:// or https://, not {source.url!r}")
    return source


def _within(home: Path, folder: str, here: str) -> Path:
    """A folder as the topic file names it, from where it lies. A topic that somebody hands in must not be able to
    read the rest of the machine."""
    found = (home / folder).resolve()
    if not found.is_relative_to(home.resolve()):
        raise SettingsError(f"{here}: 'url' must be a folder within that of the topic file, not {folder!r}")
    return found


def _vocabulary(table: dict[str, Any], where: str) -> Vocabulary:
    here = f"{where}: vocabulary"
    actions, counted = (
        {key: _texts(forms, f"{here}.{part}.{key}") for key, forms in take(table, part, dict, here, default={}).items()}
        for part in ("actions", "counted")
    )
    _nothing_left(table, here)
    return Vocabulary(actions, counted)


def _texts(values: Any, here: str) -> tuple[str, ...]:
    if not isinstance(values, list) or not all(isinstance(v, str) for v in values):
        raise SettingsError(f"{here}: must be a list of texts, not {values!r}")
    return tuple(values)


def _nothing_left(table: dict[str, Any], here: str) -> None:
    if table:
        raise SettingsError(f"{here}: unknown key {', '.join(sorted(table))}")
