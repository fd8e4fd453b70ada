"""Captions: lines that say whose picture it is, what it shows, and who stands where in it."""

import re

from communique.lexicon.furniture import officers
from communique.text.lines import Line

CREDIT = re.compile(
    r"(?:file )?(?:photo|picture|image|фото)(?:s|graph)? (?:by|from|courtesy|credit|©)\s", re.I
)
CAPTION = re.compile(
    r"\((?:image|photo|picture|photograph|file photo|illustration|video)s?\b[^()]{0,60}\)$|[/|] ?(?:getty images|afp|reuters|epa|ap|tass|xinhua)$"
    r"|\((?:ap|afp|reuters|epa|getty|tass|pti)[ /][^()]{0,60}\)$|^(?:image (?:copyright|caption)|file photo:)"
    r"|[.!?\"”] (?:photo|image|picture|фото)(?:s|graph)?:? [^.:]{2,60}$",
    re.I,
)
PICTURED = re.compile(
    r"(?:\.|\s\|)?\s?(?:photo|photograph|picture|image|фото)(?:\s?credit)?(?:s|\sby)?\s?[:|]\s?[^.:|]{2,60}$"
    r"|[(\[][^()\[\]]{0,50}\b(?:photo|file|handout|pool)[^()\[\]]{0,25}[)\]]$|\((?:AP|AFP|AA|EPA|PTI|ANI|Reuters|Getty|TASS)\b[^()]{0,40}\)$"
    r"|(?:\.|\s)\s?(?:pic|photos?|photographs?|images?|fotos?)\s?(?:by|courtesy:?|courtesy of)\s[^.:|]{2,40}$"
    r"|[(\[](?:supplied|courtesy(?: of)?[^()\[\]]{0,30}|x|[\w ]{0,20}archives?)[)\]]$|\[[A-Z]{2,5}[-/][^\[\]]{3,40}\]$|[—–] ?(?:photo|picture) by [^.:|]{2,40}$"
    r"|\b(?:handout|pool)/[^.:|]{2,40}$"
    r"|(?-i:[(\[][A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){1,3}\s?/\s?[A-Z]{2,}[\w -]{0,30}[)\]]$)|©[^©.]{2,50}$",
    re.I,
)
"""A caption told by whose picture it is, however long."""

SHOWING = re.compile(
    r"\(file\)|\(left to right\)|\(from left\)|photo caption:|pictured:|in the (?:picture|photo),|this photo,|file (?:photo|[-–—] )|l-r:",
    re.I,
)
"""How such a caption begins."""

SIDED = re.compile(
    r"\((?:left|right|cent(?:re|er)|middle|front|back|[lrc]|(?:\w+ )?from (?:the )?(?:left|right))\)|, (?:left|right|cent(?:re|er)),"
    r"|\bleft to right\b|\bposes? (?:with|for|in|before|after)\b|\b(?:photo|image) ?[|/]|\bcourtesy of\b|\bphotograph(?:er)?: |\bvia (?:ap|reuters|afp|getty)\b",
    re.I,
)
"""Who stands where in a picture, and whose it is, by weaker signs."""

MARKING = frozenset(":|©")
GIVING = ("oto", "OTO", "ic by ", "mage", "ourtesy", "andout/", "ool/")
"""Signs and letters one of which a line has that says whose picture it is."""

NAMED = re.compile(r"\b[A-ZÀ-Ž][\w’'-]+ [A-ZÀ-Ž][\w’'-]+")
SHOWN, PICTURE = 10, 30
"""The most words of a caption, by weaker signs and where it says whose picture it is."""

SHOWN_LONG = 45
"""The most words of one that says who stands where."""


def is_credit(line: Line) -> bool:
    """Whose picture it is, and what it shows: `Photo by Ivan Petrov`, `The ministers in Minsk (Photo: BelTA)`."""
    if line.size <= 10 and CREDIT.match(line.words):
        return True
    if line.size <= SHOWN and CAPTION.search(line.words):
        return True
    found = _pictured(line)
    return found is not None and (
        line.size <= SHOWN or not _tells_who(line.words[: found.start()] or line.words)
    )


def is_pictured(line: Line) -> bool:
    """A caption that says whose picture it is, whether it tells who was there or not: no headline does."""
    return _pictured(line) is not None


def is_sided(line: Line) -> bool:
    """A line that says who stands where in a picture: `The minister (left) with his guest`. Too weak to be a rule."""
    return line.size <= SHOWN_LONG and SIDED.search(line.words) is not None


def _pictured(line: Line) -> re.Match[str] | None:
    """Where a caption says whose picture it is; most lines lack the signs with which that is written."""
    words = line.words
    if line.size > PICTURE:
        return None
    if words[-1] in ")]" or not MARKING.isdisjoint(words) or _gives(words):
        return PICTURED.search(words) or SHOWING.match(words)
    return SHOWING.match(words)


def _gives(words: str) -> bool:
    """Whether a line may say whose picture it is without a sign; then it ends without a stop."""
    return words[-1] != "." and any(one in words for one in GIVING)


def _tells_who(words: str) -> bool:
    """Whether a caption says who was there: by an office, or by a name of two words."""
    return bool(NAMED.search(words)) or not officers().isdisjoint(words.casefold().split())
