"""Protects the server from a topic file: it names folders of its own and addresses of the web, and holds no code."""

from pathlib import Path

import pytest

from claims.settings_file import SettingsError
from claims.topic import load_topic
from sources.collect import collect


def topic(folder: Path, kind: str, url: str) -> Path:
    folder.mkdir(exist_ok=True)
    file = folder / "topic.toml"
    file.write_text(f'name = "Floods"\n[[source]]\nkind = "{kind}"\nurl = "{url}"\n')
    return file


@pytest.mark.parametrize(
    ("kind", "url"),
    [
        ("folder", "/etc"),
        ("folder", "../other"),
        ("folder", "reports/../../other"),
        ("folder", "away"),  # a link that leads out
        ("feed", "/etc/feed.xml"),
        ("feed", "file:///etc/feed.xml"),
        ("page", "../other/secret.html"),
        ("pages", "ftp://post.example/"),
        ("sitemap", "javascript:alert(1)"),
    ],
)
def test_a_source_elsewhere_is_refused(kind: str, url: str, tmp_path: Path) -> None:
    file = topic(tmp_path / "topics", kind, url)
    (tmp_path / "other").mkdir()
    (tmp_path / "topics" / "away").symlink_to(tmp_path / "other")
    with pytest.raises(SettingsError, match=r"source 1: .url. must b"):
        load_topic(file)


def test_a_folder_beside_the_file_is_read_from_where_the_file_lies(tmp_path: Path) -> None:
    file = topic(tmp_path / "topics", "folder", "reports")
    (tmp_path / "topics" / "reports").mkdir()
    (source,) = load_topic(file).sources
    assert source.url == str(tmp_path / "topics" / "reports")


def test_a_link_within_a_folder_leads_nowhere(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("The password of the desk is hunter2, the editor said on Monday.")
    reports = tmp_path / "reports"
    reports.mkdir()
    (reports / "news.txt").write_text("A storm felled 30 oaks, the mayor said.")
    (reports / "link.txt").symlink_to(tmp_path / "secret.txt")
    assert [Path(d.where).name for d in collect([str(reports)])] == ["news.txt"]
