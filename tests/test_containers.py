"""Protects compose.yaml and the Dockerfile, as no engine is needed for: what they name is there, and works."""

import importlib.util
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.sources.playground import Playground, Reply

ROOT = Path(__file__).parents[1]
COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "compose.yaml").read_text())
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]
DOCKERFILE = (ROOT / "Dockerfile").read_text()
START = (ROOT / "containers" / "start").read_text()
OURS = {name: service for name, service in SERVICES.items() if "build" in service}


def environment() -> set[str]:
    return {name for service in OURS.values() for name in service["environment"]}


def test_what_services_refer_to_is_there() -> None:
    for service in SERVICES.values():
        assert set(service.get("secrets", [])) <= COMPOSE["secrets"].keys()
        for mount in service.get("volumes", []):
            place = mount.split(":")[0]
            assert place in COMPOSE["volumes"] or place == "./topics" or (ROOT / place).exists(), mount
        for name, wanted in service.get("depends_on", {}).items():
            assert wanted["condition"] != "service_healthy" or "healthcheck" in SERVICES[name]


def test_every_setting_is_one_that_somebody_reads() -> None:
    import prefect.settings

    code = "".join(
        file.read_text()
        for folder in ("flows", "sources", "alerts", "commands")
        for file in (ROOT / folder).rglob("*.py")
    )
    for name in environment():
        known = {"PREFECT": hasattr(prefect.settings, name), "ATODDS": f'"{name}"' in code}
        assert known.get(name.split("_")[0], name == "DO_NOT_TRACK" or f"${{{name}:-" in START), name


@pytest.mark.slow
@pytest.mark.parametrize("service", OURS)
def test_every_command_is_one_that_is_installed(service: str) -> None:
    command: list[str] = OURS[service]["command"]
    if command[0] == "python":
        assert command[1] == "-m"
        assert importlib.util.find_spec(command[2])
        return
    words = [word for word in command if re.fullmatch(r"[a-z]+", word)][: 3 if command[1] != "-m" else 2]
    told = subprocess.run([sys.executable, "-m", *words, "--help"], capture_output=True, text=True, check=True).stdout
    assert [option for option in command if option.startswith("--") and option not in told] == []


def test_the_server_is_well_when_it_answers_and_else_is_not() -> None:
    kind, python, *script = SERVICES["server"]["healthcheck"]["test"]
    assert (kind, python) == ("CMD", "python")
    with Playground() as server:
        asked = [part.replace("127.0.0.1:4200", f"127.0.0.1:{server.port}") for part in script]
        server.routes["/api/health"] = Reply(b"true")
        assert subprocess.run([sys.executable, *asked], capture_output=True).returncode == 0
        server.routes.clear()
        assert subprocess.run([sys.executable, *asked], capture_output=True).returncode != 0


@pytest.mark.parametrize("service", OURS)
def test_the_password_comes_into_the_address_of_the_right_database(service: str, tmp_path: Path) -> None:
    (tmp_path / "postgres").write_text("s3cret\n")
    rights = "setpriv --reuid=atodds --regid=atodds --init-groups "
    assert rights in START
    (tmp_path / "start").write_text(START.replace("/run/secrets/", f"{tmp_path}/").replace(rights, ""))
    database = OURS[service]["environment"]["DATABASE"]
    bare = {"PATH": os.environ["PATH"], "DATABASE": database}
    done = subprocess.run(["sh", tmp_path / "start", "env"], env=bare, capture_output=True, text=True, check=True)
    (address,) = [line for line in done.stdout.splitlines() if "s3cret" in line]
    assert address.endswith(f"atodds:s3cret@postgres/{database}")
    name = {"prefect": "PREFECT_SERVER_DATABASE_CONNECTION_URL", "atodds": "ATODDS_DATABASE_URL"}[database]
    assert address.startswith(f"{name}=postgresql")


def test_the_image_starts_what_is_there_with_an_extra_that_is_there() -> None:
    (entry,) = re.findall(r'ENTRYPOINT \["/srv/atodds/(.+?)"\]', DOCKERFILE)
    assert os.access(ROOT / entry, os.X_OK)
    (extras,) = re.findall(r"-e '\.\[(.+?)\]'", DOCKERFILE)
    offered = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["optional-dependencies"]
    assert set(extras.split(",")) <= offered.keys()
    assert (ROOT / "constraints.txt").exists()
