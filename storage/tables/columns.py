"""Columns that tables share, and how constraints are named."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import DateTime, Text
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator
from sqlmodel import Field, SQLModel

# Every constraint bears a name, so that a later revision can change it on SQLite too.
SQLModel.metadata.naming_convention = {
    "ix": "%(table_name)s_by_%(column_0_N_name)s",
    "uq": "%(table_name)s_one_%(column_0_N_name)s",
    "fk": "%(table_name)s_to_%(referred_table_name)s",
    "pk": "%(table_name)s_pk",
}


class Moment(TypeDecorator[datetime]):
    """An aware moment in UTC; SQLite, which knows no zones, keeps it without."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None or dialect.name != "sqlite":
            return value
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def moment_column(**options: Any) -> Any:
    """A column for a moment."""
    return Field(sa_type=Moment, **options)


def text_column(**options: Any) -> Any:
    """A column for a text of any length."""
    return Field(sa_type=Text, **options)
