"""Connections to public addresses only, checked on the address that is connected to.

The name is resolved here, each address is checked, and the connection goes to the address that passed.
So a name that resolves to loopback, one that resolves otherwise on a second look, decimal and mapped
forms, and every hop of a redirect all meet the same test.
"""

import asyncio
import ipaddress
import socket
import ssl
from collections.abc import Iterable
from functools import cache

import httpcore
import httpx

from sources.settings import Network

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
# RFC 6052 and RFC 3056: IPv6 prefixes whose addresses hold an IPv4 address, and where in the 16 bytes it stands.
_EMBEDDING = (
    (ipaddress.IPv6Network("64:ff9b::/96"), slice(12, 16)),
    (ipaddress.IPv6Network("64:ff9b:1::/48"), slice(12, 16)),
    (ipaddress.IPv6Network("2002::/16"), slice(2, 6)),
    (ipaddress.IPv6Network("::/96"), slice(12, 16)),
)


class ForbiddenAddressError(httpcore.ConnectError):
    """A connection to an address that is not public and not allowed by the settings."""


def permitted(address: Address, allowed: tuple[Network, ...] = ()) -> bool:
    """Whether ``address`` is public, or in a network that the settings allow."""
    meant = _embedded(address)
    if any(a.version == network.version and a in network for a in (address, meant) for network in allowed):
        return True
    return meant.is_global and not meant.is_multicast


def _embedded(address: Address) -> Address:
    """The IPv4 address within a mapped, translated or tunnelled IPv6 address; else the address itself."""
    if isinstance(address, ipaddress.IPv4Address):
        return address
    if address.ipv4_mapped:
        return address.ipv4_mapped
    for prefix, place in _EMBEDDING:
        if address in prefix:
            return ipaddress.IPv4Address(address.packed[place])
    return address


class GuardedBackend(httpcore.AsyncNetworkBackend):
    """httpcore's network, with the check between the resolved name and the connection."""

    def __init__(self, allowed: tuple[Network, ...]) -> None:
        self._allowed = allowed
        self._network = httpcore.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """Connect to the first permitted address of ``host``. Raises ForbiddenAddressError where there is none."""
        found = await self._resolve(host, port)
        usable = [address for address in found if permitted(address, self._allowed)]
        if not usable:
            shown = host if host == str(found[0]) else f"{host} ({found[0]})"
            raise ForbiddenAddressError(f"{shown} is not a public address")
        failure: Exception | None = None
        for address in usable[:2]:
            try:
                return await self._network.connect_tcp(str(address), port, timeout, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
        assert failure is not None
        raise failure

    async def connect_unix_socket(
        self,
        path: str,
        timeout: float | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """Never: a source is reached over the network."""
        raise ForbiddenAddressError("no local sockets")

    async def sleep(self, seconds: float) -> None:
        """As httpcore asks for between its tries."""
        await asyncio.sleep(seconds)

    async def _resolve(self, host: str, port: int) -> list[Address]:
        try:
            found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise httpcore.ConnectError(f"no address for {host}") from error
        addresses = [ipaddress.ip_address(str(entry[4][0]).partition("%")[0]) for entry in found]
        return sorted(dict.fromkeys(addresses), key=lambda a: a.version)


@cache
def _certificates() -> ssl.SSLContext:
    """Whom to trust; read once, for it takes longer than most requests."""
    return httpx.create_ssl_context(trust_env=False)


class GuardedTransport(httpx.AsyncHTTPTransport):
    """httpx's transport over the guarded network; no proxy, so that nothing stands between check and connection."""

    def __init__(self, allowed: tuple[Network, ...], connections: int) -> None:
        super().__init__(verify=_certificates())
        self._pool = httpcore.AsyncConnectionPool(
            ssl_context=_certificates(),
            max_connections=connections,
            max_keepalive_connections=connections,
            keepalive_expiry=5.0,
            network_backend=GuardedBackend(allowed),
        )
