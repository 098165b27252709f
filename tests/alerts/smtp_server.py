"""A real SMTP server on loopback (aiosmtpd) that refuses, puts off and hangs up as a test wants it to."""

import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from ipaddress import ip_address
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword


class Desk:
    """Keeps what it accepts. ``answers`` maps a recipient, or "DATA", to the answers to give, one a try."""

    def __init__(self, **answers: list[str]) -> None:
        self.answers = answers
        self.mails: list[tuple[list[str], EmailMessage]] = []

    def _next(self, who: str) -> str:
        left = self.answers.get(who)
        return left.pop(0) if left else "250 OK"

    async def handle_RCPT(self, _server: SMTP, _session: Any, envelope: Any, address: str, _options: Any) -> str:
        answer = self._next(address.partition("@")[0])
        if answer.startswith("250"):
            envelope.rcpt_tos.append(address)
        return answer

    async def handle_DATA(self, server: SMTP, _session: Any, envelope: Any) -> str:
        answer = self._next("DATA")
        if answer == "hang up":
            assert server.transport is not None
            server.transport.close()
        if answer.startswith("250"):
            mail = message_from_bytes(envelope.content, policy=policy.default)
            assert isinstance(mail, EmailMessage)
            self.mails.append((list(envelope.rcpt_tos), mail))
        return answer


@contextmanager
def smtp(desk: Desk, certificate: Path | None = None, implicit: bool = False) -> Iterator[str]:
    """Serve until the block ends; yields host and port. With a certificate, STARTTLS and a login are required."""
    context = None
    if certificate:
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(certificate)
    options: dict[str, Any] = {}
    if context and implicit:
        options = {"ssl_context": context}
    elif context:
        options = {
            "tls_context": context,
            "require_starttls": True,
            "auth_required": True,
            "authenticator": _right_password,
        }
    controller = _AnyPort(desk, hostname="127.0.0.1", port=0, ready_timeout=20, **options)
    controller.start()
    try:
        yield f"127.0.0.1:{controller.port}"
    finally:
        controller.stop(no_assert=True)


class _AnyPort(Controller):
    """A controller that knows its port before it greets itself, though the system chose it."""

    def _trigger_server(self) -> None:
        assert self.server is not None
        self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()


def _right_password(_server: Any, _session: Any, _envelope: Any, _mechanism: str, data: Any) -> AuthResult:
    right = isinstance(data, LoginPassword) and (data.login, data.password) == (b"desk", b"p@ss/word")
    return AuthResult(success=right, handled=False)


def certificate_for_loopback(folder: Path) -> Path:
    """A self-signed certificate for 127.0.0.1 with its key, in one file."""
    x509 = pytest.importorskip("cryptography.x509")
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.oid.NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    plain = serialization.NoEncryption()
    form = serialization.PrivateFormat.TraditionalOpenSSL
    file = folder / "loopback.pem"
    pem = serialization.Encoding.PEM
    file.write_bytes(key.private_bytes(pem, form, plain) + made.public_bytes(pem))
    return file
