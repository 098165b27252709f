"""Protects which topics there are: every file that is named or lies in a named folder; none at all is an error."""

from pathlib import Path

import pytest

from claims.settings_file import SettingsError
from flows.desk import SEEDS
from flows.topics import topic_files


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ATODDS_TOPICS", str(tmp_path))
    return tmp_path


def test_a_folder_gives_its_files_and_those_of_its_folders(place: Path) -> None:
    (place / "fires").mkdir()
    files = [place / "fires" / "topic.toml", place / "floods.toml"]
    for file in files:
        file.write_text('name = "It"\n')
    assert topic_files() == {"fires": files[0], "floods": files[1]}


def test_a_folder_without_a_topic_is_an_error(place: Path) -> None:
    with pytest.raises(SettingsError, match="there is no topic file"):
        topic_files()


def test_the_seeds_are_topics_and_their_agencies_none(monkeypatch: pytest.MonkeyPatch) -> None:
    for named in ("", str(SEEDS)):
        monkeypatch.setenv("ATODDS_TOPICS", named)
        assert topic_files().keys() == {"guard-request", "earthquake"}
