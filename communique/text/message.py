"""Mail (.eml) and saved pages (.mhtml) to characters: both are messages of several parts."""

import email
import email.policy
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_to_datetime

from communique.text.declared import Declared
from communique.text.found import Found, Refused

DEEP = 20
"""Parts inside parts; a forwarded mail has three or four."""

PARTS = 500
BROKEN = (ValueError, LookupError, AttributeError, TypeError)
"""What the library raises over headers that are none."""

SAVED = ("snapshot-content-location", "content-location")
"""Headers that browsers write into saved pages."""


def read_message(body: bytes) -> Found:
    """The text of a mail, or of the page that a browser saved; raises Refused for one without words.

    Attachments are not read: give them as files of their own.
    """
    message = email.message_from_bytes(body, policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    try:
        plain, markup, left = _parts(message)
    except BROKEN as error:
        raise Refused(f"is no sound message ({type(error).__name__})") from None
    saved = next((words for name in SAVED if (words := _header(message, name))), None)
    chosen, other = (markup, plain) if saved or not plain else (plain, markup)
    if chosen is None:
        chosen = other
    if chosen is None:
        raise Refused("is a message without text")
    words = _content(chosen)
    inner = Found(words)
    if chosen.get_content_type() == "text/html":
        from communique.text.markup import read_markup

        inner = read_markup(words)
    declared = _of_saved(inner.declared, saved) if saved else _of_mail(inner.declared, message)
    return Found(inner.characters, declared, (*inner.dropped, *(("attachment", name) for name in left)))


def _parts(message: EmailMessage) -> tuple[EmailMessage | None, EmailMessage | None, list[str]]:
    """The first plain part, the first HTML part, and the names of what else came with them."""
    found: dict[str, EmailMessage] = {}
    left: list[str] = []
    waiting: list[tuple[EmailMessage, int]] = [(message, 0)]
    seen = 0
    while waiting and seen < PARTS:
        part, depth = waiting.pop(0)
        seen += 1
        kind = part.get_content_type()
        if part.is_multipart():
            if depth > DEEP:
                raise Refused(f"is no sound message: more than {DEEP} parts inside parts")
            inside = part.get_payload()
            waiting[:0] = [(p, depth + 1) for p in inside if isinstance(p, EmailMessage)][:PARTS]
        elif part.get_content_disposition() == "attachment":
            left.append(_safe_name(part))
        elif kind in ("text/plain", "text/html"):
            found.setdefault(kind, part)
    return found.get("text/plain"), found.get("text/html"), left


def _safe_name(part: EmailMessage) -> str:
    try:
        return str(part.get_filename() or part.get_content_type())
    except BROKEN:
        return part.get_content_type()


def _content(part: EmailMessage) -> str:
    payload = part.get_payload(decode=True)
    body = payload if isinstance(payload, bytes) else b""
    charset = part.get_content_charset("utf-8")
    try:
        words = body.decode(charset)
    except (LookupError, UnicodeError):
        words = body.decode("utf-8", "replace")
    return words.replace("\r\n", "\n")


def _of_saved(declared: Declared, address: str | None) -> Declared:
    if declared.address or not address:
        return declared
    return declared._replace(
        address=address, where={**declared.where, "address": "where the page was saved from"}
    )


def _of_mail(declared: Declared, message: EmailMessage) -> Declared:
    """Subject, sender and day of a mail, where its own words do not say better."""
    name, address = parseaddr(_header(message, "from"))
    said = {"title": _header(message, "subject"), "author": name or address, "published": _day(message)}
    head = Declared.of(said, "mail header")
    return declared._replace(
        title=head.title or declared.title,
        author=head.author or declared.author,
        published=head.published or declared.published,
        where={**declared.where, **head.where},
    )


def _header(message: EmailMessage, name: str) -> str:
    try:
        return " ".join(str(message[name] or "").split())
    except BROKEN:
        return ""


def _day(message: EmailMessage) -> str | None:
    try:
        return parsedate_to_datetime(_header(message, "date")).date().isoformat()
    except (ValueError, TypeError, OverflowError):
        return None
