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
# The rooms of judging; what stands in no room of its own judges by figures and roles.
ROOMS = {
    "words": set(),
    "events": {"words"},
    "figures": {"words", "events"},
    "roles": {"words"},
    "": {"words", "figures", "roles"},
    "wording": {"words", "figures", "roles"},
    "cases": {"words", "figures", "roles", "", "wording"},
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


@pytest.mark.parametrize("room", ROOMS)
def test_arrows_between_the_rooms_of_judging(room: str) -> None:
    files = (ROOT / "matching" / room).glob("*.py")
    named = {node.module for file in files for node in ast.walk(ast.parse(file.read_text())) if _in_matching(node)}
    reached = {parts[1] if parts[1] in ROOMS else "" for parts in (name.split(".") for name in named)}
    assert reached - {room} <= ROOMS[room]


def _in_matching(node: ast.AST) -> bool:
    return isinstance(node, ast.ImportFrom) and (node.module or "").startswith("matching.")


def test_claims_imports_the_standard_library_only() -> None:
    import sys

    for package, path in modules():
        if package == "claims":
            assert imported(path) <= set(sys.stdlib_module_names) | {"claims"}, path.name
