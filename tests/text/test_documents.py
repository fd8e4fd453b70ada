"""Word, OpenDocument, rich text, mail, saved pages: their words, their properties, and nothing of their traps."""

import socket

import pytest
from made_files import opendocument, word, zipped
from marked import cleaned_bytes

from communique.model.errors import BadInput
from communique.text.kinds import DOCUMENTS
from communique.text.word import read_word

WORD, ODT = list(DOCUMENTS)[1:3]
RTF, MAIL = "application/rtf", "message/rfc822"
H = "Ministers of five states sign a plan"
LEAD = "The ministers of five states met in Minsk and signed a plan of cooperation."


def p(words: str) -> str:
    return f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"


def test_a_word_document() -> None:
    markup = (
        p(H)
        + "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>The ministers</w:t></w:r>"
        + "<w:del><w:r><w:delText> of six states</w:delText></w:r></w:del>"
        + "<w:ins><w:r><w:t> of five states</w:t></w:r></w:ins><w:hyperlink><w:r><w:t> met</w:t></w:r></w:hyperlink>"
        + "<w:r><w:fldChar/><w:instrText> PAGE </w:instrText><w:t> in Minsk.</w:t></w:r></w:p>"
        + f"<w:tbl><w:tr><w:tc>{p('Belarus')}</w:tc><w:tc>{p('Volfovich')}</w:tc></w:tr></w:tbl><w:p/>"
        + "<w:sdt><w:sdtContent><w:p><w:r><w:t>one</w:t><w:br/><w:t>two</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    )
    core = f"<dc:title>{H}</dc:title><dcterms:modified>2024-11-28T10:00:00Z</dcterms:modified>"
    text = cleaned_bytes(word(markup, core), WORD)
    assert text.characters.splitlines() == [
        H, "The ministers of five states met in Minsk.", "Belarus  Volfovich", "one", "two",
    ]  # fmt: skip
    assert (text.title, text.published) == (H, None)


def test_the_title_that_a_word_processor_kept_from_another_document() -> None:
    assert cleaned_bytes(word(p(H) + p(LEAD), "<dc:title>Budget 2009</dc:title>"), WORD).title == H


def test_an_opendocument_text() -> None:
    markup = (
        "<text:sequence-decls/><text:tracked-changes><text:p>struck</text:p></text:tracked-changes>"
        f"<text:h>{H}</text:h><text:p>The <text:span>ministers</text:span> met<text:note><text:p>a note</text:p>"
        "</text:note> in<text:s/>Minsk.<office:annotation><text:p>really?</text:p></office:annotation></text:p>"
        "<table:table><table:table-row><table:table-cell><text:p>Belarus</text:p></table:table-cell>"
        "<table:table-cell><text:p>Volfovich</text:p></table:table-cell></table:table-row></table:table>"
        "<text:list><text:list-item><text:p>one<text:line-break/>two</text:p></text:list-item></text:list>"
    )
    text = cleaned_bytes(opendocument(markup), ODT)
    assert text.characters.splitlines() == [
        H,
        "The ministers met in Minsk.",
        "Belarus  Volfovich",
        "one",
        "two",
    ]


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (rb"{\rtf1\ansi Minsk\par Astana}", "Minsk\nAstana"),
        (
            rb"{\rtf1{\fonttbl{\f0 Arial;}}{\colortbl;}{\*\generator Word;}\pard Minsk\b  is\b0  far}",
            "Minsk is far",
        ),
        (rb"{\rtf1\ansi\ansicpg1251 \'cc\'e8\'ed\'f1\'ea}", "Минск"),
        (rb"{\rtf1\uc1 \u1052?\u1080?\u1085\'3f\u1089?\u1082?}", "Минск"),
        (rb"{\rtf1\uc2 \u1052??\u1080\'3f\'3fx}", "Миx"),
        (rb"{\rtf1\u-10179?\u-8703?}", "\U0001f601"),
        (rb"{\rtf1 a\{b\}\\c\~d\_e\emdash f\ldblquote g\rdblquote}", "a{b}\\c\u00a0d-e—f“g”"),
        (b"{\\rtf1 Min\r\nsk\\par\r\n\\tab Astana}", "Minsk\nAstana"),
        (rb"{\rtf1{\field{\*\fldinst HYPERLINK x}{\fldrslt Minsk}}{\footnote no}{\header no}}", "Minsk"),
        (rb"{\rtf1\trowd Belarus\cell Volfovich\cell\row Minsk}", "Belarus  Volfovich\nMinsk"),
    ],
)
def test_rich_text(body: bytes, said: str) -> None:
    assert cleaned_bytes(body, RTF).characters == said


LETTER = (
    f"From: Press Service <press@example.org>\r\nSubject: {H}\r\nDate: Thu, 28 Nov 2024 10:00:00 +0300\r\n"
)


def test_a_mail_has_its_day_and_its_subject() -> None:
    text = cleaned_bytes(f"{LETTER}MIME-Version: 1.0\r\n\r\n{LEAD}\r\n".encode(), MAIL)
    assert text.characters == f"{LEAD}\n"
    assert (text.title, text.published) == (H, "2024-11-28")


@pytest.mark.parametrize("plain", [True, False])
def test_a_mail_of_several_parts(plain: bool) -> None:
    part = f"--x\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{LEAD} Plain.\r\n" if plain else ""
    html = f"--x\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<html><body><p>{LEAD}</p><p>{LEAD} Here.</p></body></html>\r\n"
    bin = "--x\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; filename=a.pdf\r\n\r\n%PDF\r\n"
    body = f'{LETTER}Content-Type: multipart/mixed; boundary="x"\r\n\r\n{part}{html}{bin}--x--\r\n'
    assert ("Plain." in cleaned_bytes(body.encode(), MAIL).characters) == plain


def test_a_page_as_a_browser_saves_it() -> None:
    html = f"<html lang=en><head><title>{H}</title></head><body><h1>{H}</h1><p>{LEAD}=20</p><p>They will meet again.</p></body></html>"
    body = (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/a\r\nSubject: =?utf-8?Q?x?=\r\n"
        "Date: Thu, 28 Nov 2024 10:00:00 -0000\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="x"\r\n\r\n'
        f"--x\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n{html}\r\n--x--\r\n"
    )
    text = cleaned_bytes(body.encode(), MAIL)
    assert LEAD in text.characters
    assert (text.title, text.address, text.language) == (H, "https://example.org/a", "en")
    assert text.published is None


@pytest.mark.parametrize(
    "sender", ["Press: a <b@c>, d:;", "=?utf-8?Q?=FF?=", "<", "a:b:c@", '"', "(", "@", ":;"]
)
def test_a_sender_that_cannot_be_understood_is_no_matter(sender: str) -> None:
    body = f"From: {sender}\r\nSubject: {H}\r\nDate: {sender}\r\nMIME-Version: 1.0\r\n\r\n{LEAD}"
    assert cleaned_bytes(body.encode(), MAIL).title == H


BOMB = "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10 if i else "ha" * 50}">' for i in range(10))
ENTITIES = (
    f"<!DOCTYPE x [{BOMB}<!ENTITY f SYSTEM 'file:///etc/passwd'><!ENTITY n SYSTEM 'https://example.org/'>]>"
)


@pytest.mark.parametrize("entity", ["&f;", "&n;", "&a0;"])
def test_entities_are_neither_expanded_nor_fetched(monkeypatch: pytest.MonkeyPatch, entity: str) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a document must not make us open a connection")

    monkeypatch.setattr(socket, "socket", refuse)
    body = word(p(LEAD) + p(f"x{entity}"), prolog=ENTITIES)
    assert read_word(body).characters == f"{LEAD}\nx"


@pytest.mark.parametrize(
    ("body", "kind", "reason"),
    [
        (word(p("&a9;"), prolog=ENTITIES), WORD, "is no sound document"),
        (word("<w:p>" * 5_000), WORD, "is no sound document"),
        (word("<w:a>" * 900 + "</w:a>" * 900), WORD, "is no sound document"),
        (word(" " * 61_000_000), WORD, "unpacks to more than"),
        (word("<w:p/>"), WORD, "has no text"),
        (word(p("x"))[:-30], WORD, "is no sound document"),
        (zipped({"content.xml": b"<x/>"}), ODT, "tables and slides"),
        (zipped({"word/document.xml": b"<a\0b>"}), WORD, "is no sound document"),
        (zipped({"content.xml": b"<x"}), ODT, "is no sound document"),
        (b"{\\rtf1 a}}}", RTF, "closed that was not opened"),
        (b"{\\rtf1 " + b"{" * 100_000, RTF, "groups inside groups"),
        (b"{\\rtf1 {\\*\\bin99999999 }}", RTF, "has no text"),
        (b"MIME-Version: 1.0\r\nContent-Type: image/png\r\n\r\nx", MAIL, "without text"),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/mixed\r\n\r\n", MAIL, "without text"),
    ],
)
def test_traps_and_wrecks_are_one_line(body: bytes, kind: str, reason: str) -> None:
    with pytest.raises(BadInput, match=reason) as raised:
        cleaned_bytes(body, kind)
    assert "\n" not in str(raised.value)


def test_a_million_attributes_and_a_deep_mail() -> None:
    many = "<w:p " + " ".join(f'a{i}="1"' for i in range(100_000)) + "/>"
    assert cleaned_bytes(word(p(LEAD) + many), WORD).characters == LEAD
    deep = "".join(f"Content-Type: multipart/mixed; boundary=b{i}\r\n\r\n--b{i}\r\n" for i in range(300))
    with pytest.raises(BadInput, match="parts inside parts"):
        cleaned_bytes(f"MIME-Version: 1.0\r\n{deep}\r\nx".encode(), MAIL)


@pytest.mark.parametrize("charset", ["no-such", "zlib", "utf-16"])
def test_a_mail_that_names_a_charset_that_does_not_fit(charset: str) -> None:
    body = f"{LETTER}Content-Type: text/plain; charset={charset}\r\n\r\n{LEAD} Odd"
    assert "inis" in cleaned_bytes(body.encode(), MAIL).characters or charset == "utf-16"
