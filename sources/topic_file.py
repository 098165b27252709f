"""Sources written into a topic file, the rest of which stays as its author wrote it."""

import json
import os
from collections.abc import Iterable
from pathlib import Path

from claims.topic import SourceSpec, load_topic


def as_toml(specs: Iterable[SourceSpec]) -> str:
    """``[[source]]`` tables; JSON strings are TOML strings, too."""
    return "\n".join(_table(spec) for spec in specs)


def add_sources(file: Path, specs: Iterable[SourceSpec]) -> list[SourceSpec]:
    """Append what the topic file does not have yet, and return it. Raises SettingsError if the file is no topic.

    The file is replaced whole, and only by one that reads as a topic.
    """
    known = {source.url for source in load_topic(file).sources}
    new = [spec for spec in specs if spec.url not in known]
    draft = file.with_name(f".{file.name}.new")
    draft.write_text(file.read_text(encoding="utf-8").rstrip() + "\n\n" + as_toml(new), encoding="utf-8")
    load_topic(draft)
    os.replace(draft, file)
    return new


def _table(spec: SourceSpec) -> str:
    lines = ["[[source]]", f"kind = {json.dumps(spec.kind)}", f"url = {json.dumps(spec.url)}"]
    return "\n".join([*lines, *([f"outlet = {json.dumps(spec.outlet)}"] if spec.outlet else []), ""])
