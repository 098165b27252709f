"""Runs the migrations on the connection that `storage.migrating` opened, inside its transaction."""

from alembic import context
from sqlmodel import SQLModel

from storage import tables as tables

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=SQLModel.metadata,
    render_as_batch=True,
)
context.run_migrations()
