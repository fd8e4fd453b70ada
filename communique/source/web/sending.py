"""One request to a machine whose IP address was checked, bounded in seconds and bytes."""

import http.client
import socket
import ssl
import time
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from communique.source.opened import PIECE, InputError, too_large
from communique.source.unpacked import Unpacked
from communique.source.web.addresses import Address
from communique.source.web.trouble import BY_HAND, Trouble

GZIP = frozenset({"gzip", "x-gzip"})
AROUND = 1_000_000
"""Bytes that may come around a body of twice the permitted size: headers, and the lengths of its pieces."""

TRIED = 4
"""IP addresses of one host that are tried, one after the other."""


class Limits(NamedTuple):
    """The bytes that a body may have, unpacked, and the seconds that all of it may take."""

    size: int
    seconds: float
    cut: bool = False
    """Whether a longer body is cut instead of refused."""


class Reply(NamedTuple):
    """What a server answered; `headers` by their small names, `body` only of what holds one that we want."""

    status: int
    headers: Mapping[str, str]
    body: bytes = b""


class _Bounded:
    """A socket whose every wait ends when the whole request must, and that takes in no more than was agreed.

    So a server that drips gains nothing, and neither does one that talks the library into reading on without end
    (a piece of a body with the length -1).
    """

    until = 0.0
    room = 0
    size = 0

    def bound(self, until: float, size: int) -> None:
        """Sets the moment at which all must be over, and the size of the body that is wanted."""
        self.until, self.size, self.room = until, size, 2 * size + AROUND

    def recv_into(self, *args: Any, **kwargs: Any) -> int:
        self.settimeout(_left(self.until))  # type: ignore[attr-defined]
        taken = int(super().recv_into(*args, **kwargs))  # type: ignore[misc]
        self.room -= taken
        if self.room < 0:
            raise InputError(too_large(self.size))
        return taken


class _Plain(_Bounded, socket.socket):
    pass


class _Secure(_Bounded, ssl.SSLSocket):
    pass


def get(
    address: Address, ips: Sequence[str], headers: Mapping[str, str], limits: Limits, trust: ssl.SSLContext
) -> Reply:
    """Asks one of `ips` for `address`. The name is what the server is told and what its certificate must hold.

    Raises Trouble, whatever the other side does.
    """
    until = time.monotonic() + limits.seconds
    try:
        with _connected(address, ips, until, trust) as sock:
            sock.bound(until, limits.size)
            connection = http.client.HTTPConnection(address.host, address.port)
            connection.sock = sock
            connection.auto_open = 0
            connection.request(
                "GET", address.target, headers={"Host": address.place, "Accept-Encoding": "gzip", **headers}
            )
            with connection.getresponse() as response:
                return _reply(response, limits)
    except TimeoutError:
        raise Trouble("later", f"took longer than {limits.seconds:g} s: try again later") from None
    except ssl.SSLCertVerificationError as error:
        said = f"its certificate is not to be trusted ({error.verify_message})"
        raise Trouble("failed", said, advice="SSL_CERT_FILE names those that you trust") from None
    except http.client.IncompleteRead:
        raise _cut_off() from None
    except OSError as error:  # what hangs up without an answer is one, too
        raise Trouble("later", f"cannot be reached ({_why(error)}): try again later") from None
    except InputError as error:
        raise Trouble("failed", str(error)) from None
    except (http.client.HTTPException, ValueError, LookupError, ArithmeticError) as error:
        # whatever the library did not think of is this address's failure, not the batch's
        raise Trouble(
            "failed", f"gives no sound answer ({type(error).__name__}): is it a web server?"
        ) from None


def _connected(
    address: Address, ips: Sequence[str], until: float, trust: ssl.SSLContext
) -> "_Plain | _Secure":
    """A connection to the first IP address that takes one."""
    trouble: OSError = OSError("there is no way to it")
    tried = ips[:TRIED]
    for number, ip in enumerate(tried):
        try:
            sock = _Plain(socket.AF_INET6 if ":" in ip else socket.AF_INET, socket.SOCK_STREAM)
        except OSError as error:  # a machine without IPv6
            trouble = error
            continue
        try:
            sock.settimeout(_left(until) / (len(tried) - number))
            sock.connect((ip, address.port))
            sock.settimeout(_left(until))
            return _secured(sock, address.host, trust) if address.scheme == "https" else sock
        except OSError as error:
            sock.close()
            trouble = error
            if isinstance(error, ssl.SSLError):
                break
    raise trouble


def _secured(sock: _Plain, host: str, trust: ssl.SSLContext) -> _Secure:
    """The connection with its certificate checked."""
    trust.sslsocket_class = _Secure
    secured = trust.wrap_socket(sock, server_hostname=host)
    assert isinstance(secured, _Secure)
    return secured


def _left(until: float) -> float:
    """Seconds left; raises TimeoutError where there are none."""
    left = until - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left


def _reply(response: http.client.HTTPResponse, limits: Limits) -> Reply:
    headers: dict[str, str] = {}
    for name, value in response.getheaders():
        headers.setdefault(name.lower(), value.strip())
    if not 200 <= response.status < 300:
        return Reply(response.status, headers)
    return Reply(response.status, headers, _body(response, headers, limits))


def _body(response: http.client.HTTPResponse, headers: Mapping[str, str], limits: Limits) -> bytes:
    packed = headers.get("content-encoding", "").lower().strip()
    if packed not in ("", "identity", *GZIP):
        raise InputError(f"is packed in a way that was not asked for ({packed[:40]}): {BY_HAND}")
    stream: Any = Unpacked(response, "gzip") if packed in GZIP and not _is_empty(response) else response
    if not packed and (response.length or 0) > limits.size and not limits.cut:
        raise InputError(too_large(limits.size))
    pieces, size = [], 0
    while piece := stream.read(PIECE):
        pieces.append(piece)
        size += len(piece)
        if size > limits.size:
            if limits.cut:
                break
            raise InputError(too_large(limits.size))
    else:
        if response.length:
            raise _cut_off()
    return b"".join(pieces)[: limits.size]


def _cut_off() -> Trouble:
    return Trouble("later", "is cut off: fewer bytes came than the server said")


def _is_empty(response: http.client.HTTPResponse) -> bool:
    return response.length == 0


def _why(error: OSError) -> str:
    if isinstance(error, ssl.SSLError):
        return f"no secure connection: {error.reason or 'TLS'}"
    if isinstance(error, ConnectionError) and not error.errno:
        return "it hung up"
    return (error.strerror or str(error)).lower()
