"""The [alerts] table of a topic file: strict, and quiet hours that know midnight."""

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from claims.alert_rules import AlertRules, read_alert_rules
from claims.settings_file import SettingsError
from claims.topic import load_topic

NEW_YORK = ZoneInfo("America/New_York")


@pytest.mark.parametrize(
    ("table", "complaint"),
    [
        ({"page": []}, "t.toml: alerts: unknown key page"),
        ({"pages": ["sport"]}, "'pages' may hold figure, role, agency, edit, not 'sport'"),
        ({"pages_per_hour": "six"}, "'pages_per_hour' must be a whole number"),
        ({"pages_per_hour": -1}, "must not be negative"),
        ({"quiet_hours": "23-6"}, "'quiet_hours' must be like"),
        ({"quiet_hours": "25:00-06:00"}, "'quiet_hours' must be like"),
        ({"time_zone": "Mars/Base"}, "'time_zone' must be a name"),
        ({"slack": {"token": "xoxb"}}, "t.toml: alerts.slack: unknown key token"),
        ({"email": {"to": ["nobody"]}}, "'to' must hold mail addresses"),
        ({"email": {"to": ["a@b.example\nBcc: c@d.example"]}}, "'to' must hold mail addresses"),
    ],
)
def test_what_is_wrong_is_named(table: dict[str, object], complaint: str) -> None:
    with pytest.raises(SettingsError, match=r".*".join(complaint.split("…"))):
        read_alert_rules(table, "t.toml")


def test_an_empty_table_has_sound_defaults() -> None:
    assert read_alert_rules({}, "t.toml") == AlertRules()


@pytest.mark.parametrize(
    ("channels", "complaint"),
    [('["pager"]', "'channels' may hold"), ('["email"]', "channel 'email' needs 'to'"), ('["webhook"]', "needs 'url'")],
)
def test_a_channel_must_exist_and_know_where_to_send(tmp_path: Path, channels: str, complaint: str) -> None:
    file = tmp_path / "harbor.toml"
    file.write_text(f'name = "Harbor"\nchannels = {channels}\n')
    with pytest.raises(SettingsError, match=complaint):
        load_topic(file)


@pytest.mark.parametrize(
    ("hours", "local", "ends"),
    [
        ("23:00-06:00", "2025-05-16 23:00", "2025-05-17 06:00"),
        ("23:00-06:00", "2025-05-17 05:59", "2025-05-17 06:00"),
        ("23:00-06:00", "2025-05-17 06:00", None),
        ("23:00-06:00", "2025-05-16 22:59", None),
        ("12:00-13:30", "2025-05-16 13:00", "2025-05-16 13:30"),
        ("12:00-13:30", "2025-05-16 14:00", None),
        ("23:00-06:00", "2025-03-09 01:30", "2025-03-09 06:00"),  # the clocks go forward in this night
    ],
)
def test_quiet_hours_run_over_midnight_in_the_desks_own_time(hours: str, local: str, ends: str | None) -> None:
    quiet = read_alert_rules({"quiet_hours": hours}, "t.toml").quiet_hours
    assert quiet is not None
    moment = datetime.fromisoformat(local).replace(tzinfo=NEW_YORK)
    expected = datetime.fromisoformat(ends).replace(tzinfo=NEW_YORK) if ends else None
    assert quiet.ends_after(moment, NEW_YORK) == expected
