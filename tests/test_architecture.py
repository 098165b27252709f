"""Protects the arrows between the packages: who may import whom, and where each library lives."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
STAGES = {"sources", "parsers", "matching", "storage", "alerts"}
MAY_IMPORT = {
    "claims": set(),
    **{stage: {"claims"} for stage in STAGES},
    "flows": {"claims", *STAGES},
    "commands": {"claims", *STAGES, "flows"},
    "atodds": {"claims", *STAGES, "flows", "commands"},
}
OWN = set(MAY_IMPORT)
LIVES_IN = {
    "prefect": "flows",
    "sqlmodel": "storage",
    "sqlalchemy": "storage",
    "alembic": "storage",
    "rapidfuzz": "matching",
    "trafilatura": "parsers",
    "httpx": "sources",
}
# The rooms of reading and of judging; what stands in no room of its own has the empty name.
ROOMS = {
    "parsers": {
        "lexicon": set(),
        "pages": {"lexicon"},
        "text": {"lexicon"},
        "dates": {"lexicon", "text"},
        "actions": {"lexicon", "text"},
        "events": {"lexicon", "text"},
        "quantities": {"lexicon", "text", "dates"},
        "times": {"lexicon", "text", "dates", "quantities"},
        "figures": {"lexicon", "text", "actions", "events", "quantities", "times"},
        "roles": {"lexicon", "text", "actions", "events"},
        "": {"lexicon", "text", "actions", "events", "quantities", "times", "figures", "roles"},
    },
    "matching": {
        "words": set(),
        "events": {"words"},
        "figures": {"words", "events"},
        "roles": {"words"},
        "": {"words", "figures", "roles"},
        "wording": {"words", "figures", "roles"},
        "cases": {"words", "figures", "roles", "", "wording"},
    },
}
FORBIDDEN_NAMES = {"utils", "helpers", "common", "core", "util", "misc"}


def modules() -> list[tuple[str, Path]]:
    files = [("atodds", ROOT / "atodds.py")] if (ROOT / "atodds.py").exists() else []
    return files + [(p, f) for p in sorted(MAY_IMPORT) if p != "atodds" for f in sorted((ROOT / p).rglob("*.py"))]


def imported(path: Path) -> set[str]:
    roots = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            roots |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            roots.add(node.module.split(".")[0])
    return roots


@pytest.mark.parametrize(("package", "path"), modules(), ids=lambda v: str(v).removeprefix(str(ROOT) + "/"))
def test_arrows(package: str, path: Path) -> None:
    roots = imported(path)
    assert (roots & OWN) - {package} <= MAY_IMPORT[package]
    # alerts talks to mail, chat and webhook servers, so it may hold a client library of its own
    lives = {
        library
        for library in roots & set(LIVES_IN)
        if package not in (LIVES_IN[library], "alerts" if library == "httpx" else "")
    }
    assert not lives, f"{path.name} imports {lives}, which live elsewhere"
    assert path.stem not in FORBIDDEN_NAMES


@pytest.mark.parametrize(("package", "room"), [(package, room) for package in ROOMS for room in ROOMS[package]])
def test_arrows_between_rooms(package: str, room: str) -> None:
    rooms, files = ROOMS[package], (ROOT / package / room).glob("*.py")
    named = {node.module for file in files for node in ast.walk(ast.parse(file.read_text())) if _within(package, node)}
    reached = {parts[1] if parts[1] in rooms else "" for parts in (name.split(".") for name in named)}
    assert reached - {room} <= rooms[room]


@pytest.mark.parametrize("package", ROOMS)
def test_every_room_has_its_arrows(package: str) -> None:
    assert {file.parent.name for file in (ROOT / package).glob("*/__init__.py")} == ROOMS[package].keys() - {""}


def _within(package: str, node: ast.AST) -> bool:
    return isinstance(node, ast.ImportFrom) and (node.module or "").startswith(f"{package}.")


def test_claims_imports_the_standard_library_only() -> None:
    import sys

    for package, path in modules():
        if package == "claims":
            assert imported(path) <= set(sys.stdlib_module_names) | {"claims"}, path.name
