"""Protects topic files from imports: feeds are appended, the rest stays as its author wrote it."""

from pathlib import Path

import pytest

from claims.settings_file import SettingsError
from claims.topic import SourceSpec, load_topic
from sources.topic_file import add_sources, as_toml

TOPIC = (
    '# Floods of the north.\nname = "Floods"  # by hand\n\n[[source]]\nkind = "feed"\nurl = "https://a.example/feed"'
)
NEW = SourceSpec("feed", 'https://b.example/feed?a="1"&b=2', 'Post "Halden"\\ \x01')


def test_feeds_are_appended_once_and_comments_stay(tmp_path: Path) -> None:
    file = tmp_path / "floods.toml"
    file.write_text(TOPIC)
    specs = [SourceSpec("feed", "https://a.example/feed", "Known"), NEW]
    assert add_sources(file, specs) == [NEW]
    assert add_sources(file, specs) == []
    assert file.read_text().startswith(TOPIC)
    assert load_topic(file).sources == (SourceSpec("feed", "https://a.example/feed"), NEW)
    assert list(tmp_path.iterdir()) == [file]


def test_a_file_that_is_no_topic_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "notes.toml"
    file.write_text("name = 7")
    with pytest.raises(SettingsError):
        add_sources(file, [NEW])
    assert file.read_text() == "name = 7"


def test_without_an_outlet_there_is_none() -> None:
    assert (
        as_toml([SourceSpec("feed", "https://a.example/")]) == '[[source]]\nkind = "feed"\nurl = "https://a.example/"\n'
    )
