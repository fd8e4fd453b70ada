"""Paragraphs and sentences of a text, with offsets, furniture left out."""

import re
from collections.abc import Iterator, Sequence

import msgspec

from communique.model.span import Span


class Sentence(msgspec.Struct, frozen=True, order=True, gc=False):
    """One sentence at `start, stop`; `paragraph` counts from 0."""

    start: int
    stop: int
    paragraph: int


_GAP = re.compile(r"\n[ \t\r]*\n")
_LINE = re.compile(r"[^\r\n]*[^\s][^\r\n]*")
# the first mark stands alone: `re` skips quickly to the next such mark
_END = re.compile(
    r"""(?P<dot>[.!?…][.!?…]*[)\]"”’'»]*)(?P<cc>[a-z]{0,2})(?:\s+(?=["“‘'«(\[]*[A-ZА-ЯЁ0-9À-ÖØ-ÞĀŁŠŽ“"])|(?<=[a-z]{2}\.)(?=(?:The|This|In|On|At|He|She|It|They|During|After)[ ]))""",
    re.X,
)
_MONTHS = frozenset(
    ["Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sept", "Sep", "Oct", "Nov", "Dec", "No", "Nos", "Art"]
)
_SHORT = _MONTHS | frozenset(
    [
        "Mr",
        "Mrs",
        "Ms",
        "Dr",
        "Prof",
        "St",
        "Gen",
        "Lt",
        "Col",
        "Maj",
        "Brig",
        "Adm",
        "Capt",
        "Sgt",
        "Hon",
        "Rt",
        "Rev",
        "Sen",
        "Rep",
        "Gov",
        "vs",
        "etc",
        "Inc",
        "Ltd",
        "Co",
        "Corp",
        "Jr",
        "Sr",
        "Dept",
        "approx",
        "Vol",
        "Fr",
        "Messrs",
        "Amb",
        "Pres",
        "Min",
        "Sec",
        "cf",
        "Wm",
        "Geo",
        "Chas",
        "Jas",
        "Thos",
        "Kh",
        "Sh",
        "Zh",
        "Dzh",
        "Yu",
        "Ya",
    ]
)
_LAST_WORD = re.compile(r"\w*\Z")
_INITIALS = re.compile(r"(?:(?<![A-Za-z0-9])[A-Z](?:\.[A-Z])*|\be\.g|\bi\.e|\ba\.m|\bp\.m)\Z")


def sentences(characters: str, furniture: Sequence[Span] = ()) -> list[Sentence]:
    """The sentences of `characters` in order, none of them inside furniture."""
    return laid_out(characters, furniture)[1]


def unwrapped(characters: str, furniture: Sequence[Span] = ()) -> str:
    """The text with blanks for the line ends that fall inside a paragraph (hard-wrapped lines); same length.

    >>> unwrapped("one two three four five six\\nseven eight nine ten eleven twelve\\nthirteen.")[24:34]
    'six seven '
    """
    return laid_out(characters, furniture)[0]


def laid_out(characters: str, furniture: Sequence[Span] = ()) -> tuple[str, list[Sentence]]:
    """The unwrapped text and its sentences."""
    paragraphs = list(_paragraphs(characters, furniture))
    seen = _smoothed(characters, paragraphs)
    found: list[Sentence] = []
    for number, (start, stop, lead) in enumerate(_with_lists(seen, iter(paragraphs))):
        cut = list(_cut(seen, start, lead))
        if lead < stop:
            cut[-1] = _trim(seen, cut[-1][0], stop)
        found.extend(Sentence(a, b, number) for a, b in cut)
    return seen, found


QUIET = "\u2024"
"""Stands for the full stop of "Mr." and "Dr." in what the rules see: it ends no sentence, and no phrase."""
_HYPHENS = ("\u2010", "\u2011")
_ADDRESSES = (
    "Mr|Mrs|Ms|Dr|Drs|Prof|Hon|Amb|Gen|Lt|Col|Maj|Brig|Adm|Capt|Cmdr|Rev|Sen|Rep|Eng|Engr|Atty|Md|Ma|Uz"
)
# the stop first, then what stands before it: `re` skips quickly from one stop to the next
_ADDRESS = re.compile(r"\.(?=\s)(?:" + "|".join(rf"(?<=\b{word}\.)" for word in _ADDRESSES.split("|")) + ")")

# single marks around a name, which rules then see as double ones; around speech they end behind its own stop
_NAME_IN_SINGLE_MARKS = re.compile(
    r"(?<![\w’'‘])[‘'](?=[A-ZÀ-Þ])((?:[^‘“”\"\n.!?’']|[.’'](?=\w))(?:[^‘“”\"\n!?’']|[’'](?=\w)){1,220}(?<![.,;:!?\s]))[’'](?!\w)"
)


def _smoothed(characters: str, paragraphs: list[tuple[int, int]]) -> str:
    characters = _ADDRESS.sub(QUIET, characters)
    for hyphen in _HYPHENS:  # "Israeli‑Palestinian": a hyphen at which no line may end
        characters = characters.replace(hyphen, "-")
    if "‘" in characters or " '" in characters:
        characters = _NAME_IN_SINGLE_MARKS.sub(r"“\1”", characters)
    pieces, at = [], 0
    for start, stop in paragraphs:
        inner = characters[start:stop]
        if "\n" in inner or "\r" in inner:
            pieces += [characters[at:start], inner.replace("\r", " ").replace("\n", " ")]
            at = stop
    return "".join([*pieces, characters[at:]]) if pieces else characters


_BULLET = re.compile(r"\s*(?:(?:[-–—•*·▪●]|\(?\d{1,2}[.)]|\(?[a-z]\))\s|[-–—•*·▪●](?=[A-Za-z“\"«]))")
_LONGEST_LIST = 60  # lines


def _with_lists(characters: str, paragraphs: Iterator[tuple[int, int]]) -> Iterator[tuple[int, int, int]]:
    """A line that ends in a colon and the list behind it are one sentence: its verb holds for all of them.

    Each paragraph comes with the place where its lead ends and its list begins.
    """
    waiting: tuple[int, int] | None = None
    lines = lead = 0
    for start, stop in paragraphs:
        if (
            waiting
            and lines < _LONGEST_LIST
            and not characters[waiting[1] : start].strip()
            and _listed(characters, start, stop)
        ):
            waiting, lines = (waiting[0], stop), lines + 1
            continue
        if waiting:
            yield (*waiting, lead)
        waiting, lines, lead = (start, stop), 0, stop
        if not characters[start:stop].rstrip().endswith(":"):
            yield start, stop, stop
            waiting = None
    if waiting:
        yield (*waiting, lead)


_LABEL = re.compile(r"[A-Z][\w.’'() -]{2,40}: ?[A-Z]")
_SENTENCE = re.compile(r"[a-z)]\. [A-Z]")


def _listed(characters: str, start: int, stop: int) -> bool:
    """A bullet, a label ("Malaysia: ..."), or lines of a list that are no sentence."""
    if _BULLET.match(characters, start, stop) or _LABEL.match(characters, start, stop):
        return True
    line = characters[start:stop].rstrip()
    return (len(line) < 1500 and line[0].isupper() and line[-1:] in ",;") or (
        line.count(",") >= 3 and not _SENTENCE.search(line) and "\n" in line
    )


def _paragraphs(characters: str, furniture: Sequence[Span]) -> Iterator[tuple[int, int]]:
    """Paragraphs in order, cut at furniture before lines are joined: what is not read joins nothing."""
    column = _column(characters)
    for start, stop in _outside(len(characters), furniture):
        at = start
        for begin, end in [*(gap.span() for gap in _GAP.finditer(characters, start, stop)), (stop, stop)]:
            low, high = _trim(characters, at, begin)
            at = end
            if low < high and (
                characters.find("\n", low, high) >= 0 or characters.find("\r", low, high) >= 0
            ):
                yield from _joined_lines(characters, low, high, column)
            elif low < high:
                yield low, high


def _outside(size: int, furniture: Sequence[Span]) -> Iterator[tuple[int, int]]:
    """The stretches between furniture."""
    at = 0
    for span in sorted(furniture):
        if span.start > at:
            yield at, span.start
        at = max(at, span.stop)
    if at < size:
        yield at, size


_RUNS_ON = re.compile(r"^[^\n]{50,199}[^\n.!?:;”\"]\r?\n(?=[a-zß-ÿ])", re.M)
_FOR_SURE, _OVER = 2, 12


def _column(characters: str) -> int:
    """How wide a hard-wrapped text is: as its widest line that ends amid a sentence; 0 where fewer than two do."""
    wide = [len(m[0].rstrip()) for m in _RUNS_ON.finditer(characters)]
    return max(wide) if len(wide) >= _FOR_SURE else 0


def _joined_lines(characters: str, start: int, stop: int, column: int) -> Iterator[tuple[int, int]]:
    """Lines of a block, joined where a line end falls inside a sentence (hard-wrapped text)."""
    lines = [(m.start(), m.end()) for m in _LINE.finditer(characters, start, stop)]
    widest = max((b - a for a, b in lines), default=0)
    fits = 0 < widest <= column + _OVER
    wrapped = (len(lines) > 2 and widest <= 100) or (column and fits)
    begin = None
    for i, (a, b) in enumerate(lines):
        begin = a if begin is None else begin
        last = i + 1 == len(lines)
        if (
            not last
            and wrapped
            and _goes_on(characters, a, b, lines[i + 1][0], max(widest, column if fits else 0))
        ):
            continue
        yield begin, b
        begin = None


# a line that is nothing but a day, with an hour perhaps: no headline goes on with it
_DAY_LINE = re.compile(
    r"[ \t]*(?:[A-Z][a-z]+day,? )?(?:\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,8}\.?,? \d{4}|[A-Z][a-z]{2,8}\.? \d{1,2},? \d{4}|\d{1,4}[./-]\d{1,2}[./-]\d{1,4})"
    r"(?:,? (?:at )?\d{1,2}[:.h]\d\d(?: ?[AaPp][Mm])?)?[ \t]*(?:\r?\n|\Z)"
)


def _goes_on(characters: str, start: int, stop: int, following: int, widest: int) -> bool:
    if (
        stop - start < 0.6 * widest
        or _BULLET.match(characters, following)
        or _LABEL.match(characters, following)
        or _DAY_LINE.match(characters, following)
        or _DAY_LINE.match(characters, start)
    ):
        return False
    ended = characters[start:stop].rstrip()[-1:] in '.!?:;”"'
    return not ended or characters[following].islower()


def _cut(characters: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    begin = start
    for end in _END.finditer(characters, start, stop):
        if end["dot"] == "." and _abbreviated(characters, max(start, end.start() - 12), end):
            continue
        yield _trim(characters, begin, end.end("cc"))
        begin = end.end()
    if characters[begin:stop].strip():
        yield _trim(characters, begin, stop)


def _abbreviated(characters: str, low: int, end: re.Match[str]) -> bool:
    """The stop behind "Mr" or "e.g" ends no sentence; behind "Nov" only where a number follows ("Nov. 21")."""
    head = characters[low : end.start("dot")]
    last = _LAST_WORD.search(head)
    word = last[0] if last else ""
    if word in _SHORT:
        return word not in _MONTHS or characters[end.end() : end.end() + 1].isdigit()
    return len(word) == 1 and _INITIALS.search(head) is not None


def _trim(characters: str, start: int, stop: int) -> tuple[int, int]:
    piece = characters[start:stop]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())
