"""Which machines may be asked: the public Internet, whatever way an address is wrapped, and what is allowed beside."""

import ipaddress
import socket

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.source.web.addresses import address_of
from communique.source.web.networks import allowed_of, checked, kind_of
from communique.source.web.trouble import Trouble

PRIVATE = [
    "0.0.0.0", "0.1.2.3", "10.0.0.1", "100.64.0.1", "127.0.0.1", "127.255.255.254", "169.254.169.254", "172.16.0.1",
    "172.31.255.255", "192.0.0.1", "192.0.2.1", "192.88.99.1", "192.168.1.1", "198.18.0.1", "198.51.100.1",
    "203.0.113.1", "224.0.0.1", "239.255.255.255", "240.0.0.1", "255.255.255.255",
    "::", "::1", "::7f00:1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:0:127.0.0.1", "64:ff9b::7f00:1",
    "64:ff9b::a00:1", "64:ff9b:1::1", "100::1", "2001::1", "2001:db8::1", "2002:7f00:1::", "2002:a00:1::1",
    "fc00::1", "fd00:ec2::254", "fe80::1", "fec0::1", "ff02::1", "4000::1", "5f00::1",
    "3fff::1", "3fff:fff:ffff::1", "3ffe:831f::1", "100:0:0:1::1", "200::1", "2001:2::1", "2001:10::1", "2001:20::1",
    "2001:1ff::1", "::a00:1", "192.0.0.9", "192.0.0.170", "198.19.255.255", "64:ff9b:1:ffff::1",
]  # fmt: skip
PUBLIC = [
    "1.1.1.1", "8.8.8.8", "100.63.0.1", "172.32.0.1", "192.0.1.1", "198.20.0.1", "223.255.255.255",
    "2606:4700:4700::1111", "2a00:1450::1", "::ffff:8.8.8.8", "64:ff9b::808:808", "2002:808:808::1",
    "3fff:1000::1", "2001:200::1", "2001:db9::1", "192.88.100.1", "192.31.196.1", "2620:4f:8000::1", "198.17.255.255",
]  # fmt: skip


@pytest.mark.parametrize("ip", PRIVATE)
def test_what_is_not_public_is_known_as_such(ip: str) -> None:
    assert kind_of(ipaddress.ip_address(ip))


@pytest.mark.parametrize("ip", PUBLIC)
def test_what_is_public_is_known_as_such(ip: str) -> None:
    assert kind_of(ipaddress.ip_address(ip)) == ""


def test_what_a_special_network_is_kept_for_is_said() -> None:
    with pytest.raises(Trouble, match=r"is not asked: 3fff::1, kept for documentation \(RFC 9637\)"):
        checked(address_of("http://[3fff::1]/"), allowed_of(()))


@given(st.one_of(st.ip_addresses(v=4), st.ip_addresses(v=6)))
def test_nothing_that_python_knows_as_private_is_public(ip: ipaddress.IPv4Address) -> None:
    assert kind_of(ip) or ip.is_global or getattr(ip, "sixtofour", None)


@given(st.ip_addresses(v=4))
def test_an_ipv4_address_is_what_it_is_in_every_wrapping(ip: ipaddress.IPv4Address) -> None:
    number = int(ip)
    for wrapped in (0xFFFF << 32 | number, 0x64FF9B << 96 | number, 0x2002 << 112 | number << 80):
        assert kind_of(ipaddress.IPv6Address(wrapped)) == kind_of(ip)


def test_every_ip_of_a_host_is_checked_and_one_bad_one_is_enough() -> None:
    address = address_of("https://news.example/")
    assert checked(address, allowed_of(()), lambda *_: ["8.8.8.8", "1.1.1.1"]) == ["8.8.8.8", "1.1.1.1"]
    for ips in (["8.8.8.8", "10.0.0.1"], ["::1"], ["fe80::1%eth0"], ["strange"]):
        with pytest.raises(Trouble) as found:
            checked(address, allowed_of(()), lambda *_, ips=ips: ips)
        assert found.value.status == "refused"


def test_networks_addresses_and_hosts_can_be_allowed_and_nothing_beside_them() -> None:
    allowed = allowed_of(("10.1.0.0/16", "192.168.0.7", "::1", "Wiki.Local"))
    for host, ip in (
        ("a", "10.1.2.3"),
        ("b", "192.168.0.7"),
        ("c", "::1"),
        ("wiki.local", "127.0.0.1"),
        ("d", "8.8.8.8"),
    ):
        assert checked(address_of(f"http://{host}/"), allowed, lambda *_, ip=ip: [ip]) == [ip]
    for host, ip in (("a", "10.2.0.1"), ("b", "192.168.0.8"), ("wiki.local.example", "127.0.0.1")):
        with pytest.raises(Trouble, match="is not asked"):
            checked(address_of(f"http://{host}/"), allowed, lambda *_, ip=ip: [ip])


def test_a_mapped_address_of_an_allowed_network_is_allowed_as_well() -> None:
    assert checked(address_of("http://[::ffff:127.0.0.1]/"), allowed_of(("127.0.0.0/8",))) == [
        "::ffff:7f00:1"
    ]


def test_unusual_ports_are_refused_unless_allowed_or_of_an_allowed_machine() -> None:
    public, own = (lambda *_: ["8.8.8.8"]), (lambda *_: ["10.0.0.1"])
    for port in (80, 443, 8080, 8443):
        assert checked(address_of(f"http://a.example:{port}/"), allowed_of(()), public)
    for port in (22, 25, 6379, 9200):
        with pytest.raises(Trouble, match=f"port {port} is unusual") as found:
            checked(address_of(f"http://a.example:{port}/"), allowed_of(()), public)
        assert found.value.advice == f"to allow it: COMMUNIQUE_ALLOW_PORTS={port}"
        assert checked(address_of(f"http://a.example:{port}/"), allowed_of((), (port,)), public)
        assert checked(address_of(f"http://a.example:{port}/"), allowed_of(("10.0.0.0/8",)), own)


def test_a_host_that_is_not_there_is_told_from_a_resolver_that_fails() -> None:
    def fails(error: OSError):
        def resolve(host: str, port: int) -> list[str]:
            raise error

        return resolve

    for error, status in (
        (socket.gaierror(socket.EAI_NONAME, "unknown"), "failed"),
        (socket.gaierror(socket.EAI_AGAIN, "again"), "later"),
        (OSError("no network"), "later"),
    ):
        with pytest.raises(Trouble) as found:
            checked(address_of("http://a.example/"), allowed_of(()), fails(error))
        assert found.value.status == status
    with pytest.raises(Trouble, match=r"there is no host a\.example"):
        checked(address_of("http://a.example/"), allowed_of(()), lambda *_: [])


@pytest.mark.parametrize("word", ["10.0.0.0/99", "a/b", "ho st", "http://x", "*"])
def test_what_is_no_network_and_no_host_cannot_be_allowed(word: str) -> None:
    with pytest.raises(ValueError, match="is no network such as"):
        allowed_of((word,))
