"""Reading settings strictly: every key known, every value of its type, or a clear error."""

from typing import Any

_REQUIRED = object()


class SettingsError(ValueError):
    """A settings file that cannot be used; the message names file, table and key."""


def take(table: dict[str, Any], key: str, kind: type, where: str, default: Any = _REQUIRED) -> Any:
    """Pop ``key`` from ``table``, checked to be of ``kind``; what is left over are unknown keys."""
    if key not in table:
        if default is _REQUIRED:
            raise SettingsError(f"{where}: missing key {key!r}")
        return default
    value = table.pop(key)
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        raise SettingsError(f"{where}: {key!r} must be {_NAMES[kind]}, not {value!r}")
    return value


_NAMES = {
    str: "a text",
    int: "a whole number",
    float: "a number",
    bool: "true or false",
    list: "a list",
    dict: "a table",
}
