"""Addresses of the web: which we follow, and one form for each."""

import re
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

# Parameters that say how a reader came, not what is read.
_TRACKING = re.compile(
    r"(utm_\w+|at_\w+|mc_[ce]id|fbclid|gclid|dclid|msclkid|yclid|igshid|ocid|cmpid|cmp|ncid|smid|smtyp|sref|soc_src|taid"
    r"|s_cid|src|ref|ref_src|partner|feature|xtor|guccounter|__twitter_impression|wt\.\w+|ito|ftag)",
    re.I,
)
_PORTS = {"http": 80, "https": 443}


# What browsers and servers take; also what the longest index entry of a database holds.
_LONGEST = 2000


def on_the_web(address: str) -> bool:
    """Whether it is an http or https address with a host and without a user in it; nothing else is ever followed."""
    try:
        parts = urlsplit(address.strip())
        plain = len(address) <= _LONGEST and address.isprintable() and parts.username is None and parts.port != 0
        return plain and parts.scheme in _PORTS and bool(parts.hostname)
    except ValueError:
        return False


def absolute(base: str, link: str) -> str | None:
    """``link`` as found at ``base``; None for what is not on the web (``javascript:``, ``data:``, ``mailto:``)."""
    try:
        joined = urljoin(base, re.sub(r"[\t\r\n]", "", link.strip()))
    except ValueError:
        return None
    return joined if on_the_web(joined) else None


def canonical(address: str) -> str:
    """One form of an address: lower-case host, no default port, no fragment, no tracking, parameters in order.

    An address that is not on the web ("urn:x-1", a file) stays as it is.
    """
    if not on_the_web(address):
        return address
    parts = urlsplit(address.strip())
    host = (parts.hostname or "").rstrip(".")
    shown = f"[{host}]" if ":" in host else host
    port = f":{parts.port}" if parts.port and parts.port != _PORTS[parts.scheme] else ""
    asked = sorted(pair for pair in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.fullmatch(pair[0]))
    return urlunsplit((parts.scheme, shown + port, parts.path or "/", urlencode(asked), ""))


def host_of(address: str) -> str:
    """Host and port, as one that pacing and robots rules go by; empty off the web."""
    return urlsplit(canonical(address)).netloc if on_the_web(address) else ""
