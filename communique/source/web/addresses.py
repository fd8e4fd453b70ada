"""An address taken apart, and refused where it is none that may be asked."""

import ipaddress
import re
from typing import NamedTuple
from urllib.parse import SplitResult, quote, urljoin, urlsplit

import idna

from communique.source.web.trouble import Trouble

PORTS = {"http": 80, "https": 443}
LONGEST = 4000
NAME = re.compile(r"(?=.{1,253}\Z)[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})*")
NUMBER = re.compile(r"(?:0x[0-9a-f]*|[0-9]+)")
KEPT = "/:@!$&'()*+,;=~%-._[]|?"
"""What stands in the path and the question of an address as it is; the rest is written as %XX."""


class Address(NamedTuple):
    """Where to ask and for what: `host` in ASCII, `target` the path with its question."""

    scheme: str
    host: str
    port: int
    target: str

    @property
    def site(self) -> str:
        """Scheme, host and port: what one robots.txt speaks for."""
        return f"{self.scheme}://{self.place}"

    @property
    def place(self) -> str:
        """Host and port as the server is told them: `example.org`, `example.org:8080`, `[::1]`."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"

    def __str__(self) -> str:
        return f"{self.site}{self.target}"


def address_of(words: str, base: Address | None = None) -> Address:
    """The address that `words` are, seen from `base` where they are half of one; its `#part` is dropped.

    >>> str(address_of("HTTPS://Пример.РФ:443/новости#top"))
    'https://xn--e1afmkfd.xn--p1ai/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8'

    Raises Trouble for what may not be asked: another scheme, a password, an odd spelling of an IP address.
    """
    words = words.strip()
    if len(words) > LONGEST:
        raise _no(f"has more than {LONGEST:,} characters")
    if any(ord(c) < 32 or ord(c) == 127 for c in words) or "\\" in words:
        raise _no("holds characters that no address has")
    try:
        parts = urlsplit(urljoin(str(base), words) if base else words)
        port = parts.port
    except ValueError as error:
        raise _no(f"is no sound address ({error})") from None
    scheme = parts.scheme.lower()
    if scheme not in PORTS:
        raise _no("is not fetched: only http:// and https:// are")
    if "@" in parts.netloc:
        raise _no("names a user or a password, which are never sent: take them out")
    target = quote(parts.path or "/", safe=KEPT) + (
        f"?{quote(parts.query, safe=KEPT)}" if parts.query else ""
    )
    return Address(scheme, _host(parts), PORTS[scheme] if port is None else port, target)


def _host(parts: SplitResult) -> str:
    host = (parts.hostname or "").removesuffix(".")
    if not host:
        raise _no("names no host")
    if ":" in host:
        return _ipv6(host)
    if not host.isascii():
        try:
            host = idna.encode(host, uts46=True).decode()
        except (idna.IDNAError, UnicodeError):
            raise _no(f"names a host that cannot be ({host[:100]})") from None
    if not NAME.fullmatch(host):
        raise _no(f"names a host that cannot be ({host[:100]})")
    if NUMBER.fullmatch(host.rpartition(".")[2]) and not _is_ipv4(host):
        raise _no(f"spells an IP address in an odd way ({host[:100]}): write it as 192.0.2.1")
    return host


def _ipv6(host: str) -> str:
    try:
        return str(ipaddress.IPv6Address(host.partition("%")[0])) if "%" not in host else _scoped()
    except ValueError:
        raise _no(f"names a host that cannot be ({host[:100]})") from None


def _scoped() -> str:
    raise _no("names a network card of this machine (%): that is no address of a site")


def _is_ipv4(host: str) -> bool:
    try:
        ipaddress.IPv4Address(host)
    except ValueError:
        return False
    return True


def _no(reason: str) -> Trouble:
    return Trouble("refused", reason)
