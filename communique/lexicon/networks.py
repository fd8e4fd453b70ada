"""Networks that are kept for something special: no server of the public Internet has an address of these."""

import ipaddress
from functools import cache

from communique.lexicon.files import load

IP = ipaddress.IPv4Address | ipaddress.IPv6Address
Network = ipaddress.IPv4Network | ipaddress.IPv6Network


def special_use(ip: IP) -> str:
    """What the network of an IP address is kept for, by the narrowest that is known; "" for none.

    >>> special_use(ipaddress.ip_address("3fff::1"))
    'kept for documentation (RFC 9637)'
    """
    return next((use for network, use in _networks() if ip in network), "")


@cache
def _networks() -> tuple[tuple[Network, str], ...]:
    """The narrowest first."""
    said: dict[str, str] = load("networks.yml")
    found = ((ipaddress.ip_network(words), use) for words, use in said.items())
    return tuple(sorted(found, key=lambda one: -one[0].prefixlen))
