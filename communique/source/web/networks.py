"""Which machines may be asked: those of the public Internet, and what the settings allow beside."""

import ipaddress
import re
import socket
from collections.abc import Callable, Iterable
from typing import NamedTuple

from communique.lexicon.networks import IP, Network, special_use
from communique.source.web.addresses import Address
from communique.source.web.trouble import Trouble

Resolve = Callable[[str, int], list[str]]
"""Host and port to the IP addresses that it has."""

USUAL_PORTS = frozenset({80, 443, 8080, 8443})
GLOBAL = ipaddress.IPv6Network("2000::/3")
NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
HOST = re.compile(r"[a-z0-9_-]+(\.[a-z0-9_-]+)*")

ALLOW = "to allow it: COMMUNIQUE_ALLOW"


class Allowed(NamedTuple):
    """What a person allows beside the public Internet: networks, hosts by name, ports."""

    networks: tuple[Network, ...] = ()
    hosts: frozenset[str] = frozenset()
    ports: frozenset[int] = USUAL_PORTS

    def private(self, ip: IP, host: str) -> bool:
        """Whether this machine may be asked although it is not public."""
        meant = (ip, _inner(ip)) if isinstance(ip, ipaddress.IPv6Address) else (ip,)
        return host in self.hosts or any(one in network for network in self.networks for one in meant if one)


def allowed_of(private: Iterable[str], ports: Iterable[int] = ()) -> Allowed:
    """The networks (`10.0.0.0/8`), IP addresses and hosts (`wiki.local`) named; raises ValueError for none of these."""
    networks, hosts = [], set()
    for word in private:
        try:
            networks.append(ipaddress.ip_network(word, strict=False))
        except ValueError:
            if "/" in word or not HOST.fullmatch(word.lower()):
                raise ValueError(
                    f"{word!r} is no network such as 10.0.0.0/8 and no host such as wiki.local"
                ) from None
            hosts.add(word.lower())
    return Allowed(tuple(networks), frozenset(hosts), USUAL_PORTS | set(ports))


def resolved(host: str, port: int) -> list[str]:
    """The IP addresses of a host, asked of this machine's resolver; raises OSError."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(one[4][0]) for one in found))


def checked(address: Address, allowed: Allowed, resolve: Resolve = resolved) -> list[str]:
    """The IP addresses that may be connected to for `address`, looked up once.

    Raises Trouble where one of them is of a private network that is not allowed: a host that is half private
    is not asked at all.
    """
    ips = [_ip(words, address.host) for words in _look_up(address, resolve)]
    trusted = True
    for ip in ips:
        kind = kind_of(ip)
        permitted = allowed.private(ip, address.host)
        if kind and not permitted:
            named = "" if str(ip) == address.host else f"{address.host} is "
            raise Trouble("refused", f"is not asked: {named}{ip}, {kind}", advice=f"{ALLOW}_PRIVATE={ip}")
        trusted = trusted and permitted
    if address.port not in allowed.ports and not trusted:
        raise Trouble(
            "refused", f"is not asked: port {address.port} is unusual", advice=f"{ALLOW}_PORTS={address.port}"
        )
    return [str(ip) for ip in ips]


def kind_of(ip: IP) -> str:
    """What kind of machine no stranger may send us to, or nothing for one of the public Internet.

    >>> kind_of(ipaddress.ip_address("::ffff:127.0.0.1"))
    'this machine itself'
    """
    if isinstance(ip, ipaddress.IPv6Address):
        inner = _inner(ip)
        if inner is not None:
            return kind_of(inner)
    if use := special_use(ip):
        return use
    if ip.is_private or not ip.is_global:  # what a newer Python knows
        return "in a private network"
    return "reserved" if isinstance(ip, ipaddress.IPv6Address) and ip not in GLOBAL else ""


def _inner(ip: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """The IPv4 address that an IPv6 address stands for: mapped, 6to4, NAT64."""
    if ip in NAT64:
        return ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
    return ip.ipv4_mapped or ip.sixtofour


def _look_up(address: Address, resolve: Resolve) -> list[str]:
    try:
        ipaddress.ip_address(address.host)
        return [address.host]
    except ValueError:
        pass
    try:
        found = resolve(address.host, address.port)
    except socket.gaierror as error:
        if error.errno == socket.EAI_AGAIN:
            raise Trouble("later", f"the name {address.host} cannot be looked up now") from None
        raise Trouble("failed", f"there is no host {address.host}: check the address") from None
    except (OSError, UnicodeError) as error:
        raise Trouble("later", f"the name {address.host} cannot be looked up ({error})") from None
    if not found:
        raise Trouble("failed", f"there is no host {address.host}: check the address")
    return found


def _ip(words: str, host: str) -> IP:
    try:
        return ipaddress.ip_address(words)
    except ValueError:
        raise Trouble(
            "refused", f"is not asked: {host} is {words[:60]}, no address that can be checked"
        ) from None
