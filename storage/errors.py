"""What can be wrong with a claim base. Apart from `storage.base`, so that telling it loads no database library."""


class BaseError(Exception):
    """A claim base that cannot be used; the message is for people and holds no password."""
