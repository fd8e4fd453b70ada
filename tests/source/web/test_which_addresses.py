"""What is an address that may be asked, and in which one spelling it is known."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.source.web.addresses import NAME, Address, address_of
from communique.source.web.trouble import Trouble


@pytest.mark.parametrize(
    ("words", "known_as"),
    [
        ("https://example.org", "https://example.org/"),
        (" HTTP://Example.ORG:80/A?b=C#part ", "http://example.org/A?b=C"),
        ("https://example.org:8443/a b", "https://example.org:8443/a%20b"),
        ("https://example.org./новости?q=мид", "https://example.org/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8"
         "?q=%D0%BC%D0%B8%D0%B4"),
        ("https://мид.рф/", "https://xn--d1ahl.xn--p1ai/"),
        ("https://faß.de/", "https://xn--fa-hia.de/"),
        ("https://example.org/100%25?x=%2F", "https://example.org/100%25?x=%2F"),
        ("http://[2001:DB8::1]:8080/", "http://[2001:db8::1]:8080/"),
        ("http://192.0.2.1/", "http://192.0.2.1/"),
        ("http://１９２.０.２.１/", "http://192.0.2.1/"),
    ],
)  # fmt: skip
def test_an_address_has_one_spelling(words: str, known_as: str) -> None:
    assert str(address_of(words)) == known_as
    assert str(address_of(known_as)) == known_as


@pytest.mark.parametrize(
    "words",
    [
        "file:///etc/passwd", "ftp://example.org/", "gopher://example.org/", "data:text/html,x", "javascript:x", "//x",
        "example.org", "", "http://", "https:///path", "http://user@example.org/", "http://u:p@example.org/",
        "http://example.org@10.0.0.1/", "http://example.org\\@10.0.0.1/", "http://example.org/\r\nX: y",
        "http://example.org/\0", "http://exa mple.org/", "http://example.org:99999/", "http://example.org:a/",
        "http://[::1", "http://[::1%25eth0]/", "http://[::1%eth0]/", "http://[127.0.0.1]/", "http://%31%32%37.1/",
        "http://127.1/", "http://0x7f.1/", "http://0x7f000001/", "http://2130706433/", "http://0177.0.0.1/",
        "http://127.0.0.01/", "http://0/", "http://1.2.3.4.5/", "http://256.0.0.1/", "http://a..b/", "http://.a/",
        "http://" + "a" * 64 + ".org/", "http://" + "a." * 200 + "org/", "https://example.org/" + "a" * 4000,
        "http://①②⑦.①/",
    ],
)  # fmt: skip
def test_what_is_none_or_spelt_to_deceive_is_refused_in_one_line(words: str) -> None:
    with pytest.raises(Trouble) as found:
        address_of(words)
    assert found.value.status == "refused"
    assert "\n" not in found.value.reason
    assert len(found.value.reason) < 200


def test_half_an_address_is_seen_from_where_it_stands() -> None:
    base = address_of("https://example.org/a/b?c")
    assert str(address_of("../d", base)) == "https://example.org/d"
    assert str(address_of("//other.example/x", base)) == "https://other.example/x"
    assert str(address_of("?e", base)) == "https://example.org/a/b?e"
    with pytest.raises(Trouble, match="only http"):
        address_of("file:///etc/passwd", base)


@given(
    st.text(max_size=60), st.sampled_from(["", "http://", "https://", "http://a.example/", "http://[", "//"])
)
def test_whatever_the_words_they_are_refused_or_have_one_spelling(words: str, before: str) -> None:
    try:
        address = address_of(before + words)
    except Trouble:
        return
    assert address_of(str(address)) == address
    assert str(address).isascii()
    assert str(address).isprintable()
    assert " " not in str(address)
    assert ":" in address.host or NAME.fullmatch(address.host)
    assert isinstance(address, Address)
