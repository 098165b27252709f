"""Protects who installs atodds without its repository: every word list, page and script comes along."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGES = ("alerts", "claims", "commands", "flows", "matching", "parsers", "seeds", "sources", "storage")


@pytest.mark.parametrize("package", PACKAGES)
def test_every_data_file_is_packaged(package: str) -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text())
    patterns = settings["tool"]["setuptools"]["package-data"]["*"]
    files = [f for f in (ROOT / package).rglob("*") if f.is_file() and f.suffix not in (".py", ".pyc")]
    assert [f.name for f in files if not any(f.match(pattern) for pattern in patterns)] == []


def named() -> set[str]:
    """The packages that pyproject.toml asks for, in the spelling of an index."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    extras = [wanted for extra in settings["optional-dependencies"].values() for wanted in extra]
    return {
        re.split(r"[\[<>=]", wanted)[0].lower().replace("_", "-") for wanted in [*settings["dependencies"], *extras]
    }


def test_every_dependency_has_its_reason_in_contributing() -> None:
    told = (ROOT / "CONTRIBUTING.md").read_text().replace("_", "-")
    assert sorted(package for package in named() if f"`{package}" not in told) == []


def test_every_version_is_pinned_and_no_index_is_named() -> None:
    lines = [line for line in (ROOT / "constraints.txt").read_text().splitlines() if not line.startswith("#")]
    assert all(line.count("==") == 1 and "/" not in line for line in lines)
    assert sorted(named() - {line.split("==")[0].lower().replace("_", "-") for line in lines}) == []
