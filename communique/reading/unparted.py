"""Titles that no comma parts from the name in front: in lists, and on the line below."""

import re

from communique.reading.names import Run
from communique.reading.offices import Title
from communique.reading.scan import Scan

_ITS_PORTFOLIO = re.compile(r" (?:of|for|to) ")


_LINE_ENDS = re.compile(r"[;.]|$| and (?:His|Her|H\.E)|\n")


def wrongly_parted(scan: Scan, before: Run, title: Title, gap: str) -> bool:
    """ "H.E. X; President of Kenya;": a list that sets its own mark between name and office."""
    if gap not in ("; ", "; the ") or not before.titled or title.weak:
        return False
    return _LINE_ENDS.match(scan.characters, title.stop) is not None


def unparted(scan: Scan, before: Run, title: Title, gap: str) -> bool:
    """ "Kenya: Hon. X Minister of Defence": a list that leaves out the comma behind a name with its honorific."""
    if gap == " the " and (before.strong or before.titled) and title.of and not title.plural:
        held = any(
            h.stop == before.title - 1 for h in scan.within(max(0, before.title - 40), before.title, "office")
        )
        return not held and _ITS_PORTFOLIO.search(scan.words(title.start, title.stop)) is not None
    if gap != " " or not before.titled or title.plural or not scan.characters[title.start].isupper():
        return False
    if not _ITS_PORTFOLIO.search(scan.words(title.start, title.stop)):
        return False
    line = scan.characters.rfind("\n", 0, before.title) + 1
    return _ENTRY.search(scan.words(max(line, before.title - 50), before.title)) is not None


_ENTRY = re.compile(
    r"(?:^|: ?|[-–—•*·] |\d[.)] |; (?:and )?|\b[Rr]epresented by (?:(?:Senator|Ambassador|Minister)(?: the)? )?)$"
)


def line_below(scan: Scan, before: Run, title: Title) -> bool:
    """The title stands alone on the line under the name."""
    gap = scan.text.characters[before.stop : title.start]
    if len(gap) > 4 or "\n" not in gap or gap.strip():
        return False
    line = scan.text.characters.rfind("\n", 0, before.start)
    head, rest = scan.words(line + 1, before.title), scan.text.characters[title.stop : title.stop + 40]
    return len(head) < 4 and bool(re.match(r"[^\w\n]{0,3}(?:\([^)\n]*\))?(?:, [^\n]*)?(?:\n|$)", rest))


_LABELS = re.compile(r"(?:^|[-–•*·] ?)(?:[Tt]he |[Nn]ew |[Aa] new )?$")


def heads_line(scan: Scan, title: Title, after: Run) -> bool:
    """ "New chair: X (Kenya)", "Rapporteur: Ms Y": the office as the label of a line; whoever speaks is a transcript's."""
    if title.plural or title.head.startswith(("spokes", "moderator")) or not (after.strong or after.titled):
        return False
    if scan.words(title.stop, after.title) != ": ":
        return False
    sentence = scan.sentence_at(title.start)
    return sentence is not None and _LABELS.search(scan.words(sentence.start, title.start)) is not None


_MAKES = re.compile(
    r"\b(?:[Nn]amed|[Aa]ppointed|[Ee]lected|[Cc]hose|[Nn]ominated|[Dd]esignated|[Aa]ppoints?|[Ee]lects?|[Nn]ames)(?: (?:the )?[A-Z][\w.\u2024]{0,11})? $"
)
_MADE = re.compile(
    r"(?: of (?:the )?[A-Z][\w’'-]+(?: (?:and )?[A-Z][\w’'-]+){0,3}| \([A-Z][\w .’'-]+\))? (?:to be )?(?:the |its |their |new )*$"
)


def made(scan: Scan, before: Run, gap: str) -> bool:
    """ "named X of Burundi Secretary General", "elected Y its chair"."""
    return _MADE.fullmatch(gap) is not None and bool(
        _MAKES.search(scan.words(max(0, before.title - 30), before.title))
    )


_FROM_WHERE = re.compile(
    r"^ (?:of (?:the )?[A-Z][\w’'-]+(?: (?:and )?[A-Z][\w’'-]+){0,3}|\([A-Z][\w .’'-]+\))(?= (?:was|is|were|has))"
)


def whoever_from(gap: str) -> str:
    """ "X of Norway was elected", "X (Norway) was elected": what stands between name and office less the country."""
    if " elected" not in gap or not gap.startswith((" of ", " (")):
        return gap
    return _FROM_WHERE.sub("", gap, count=1)
