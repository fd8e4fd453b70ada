"""Lists of matters: members of a phrase, points behind a colon, bulleted or numbered lines."""

import re
from collections.abc import Iterator

from communique.lexicon.agenda import agenda_words
from communique.reading.lists import GERUND, Piece, members
from communique.reading.phrases import ADJECTIVE, inside_marks, phrase_end
from communique.reading.scan import Scan

_TIGHT = re.compile(
    r"(?<=[a-z])(?P<cut>,(?=[A-Za-z])|,?\s(?:together|along)\swith\s(?=(?:the|a|an)\s|[a-z]+ing\s))"
)
_TWO_NOUNS = re.compile(r"the [\w-]+(?P<cut> and )(?=the )")
_ITS = re.compile(r"(?:its|their)\s")
_POINT = re.compile(r"[^;\n]+")
_MARK = r"(?:[-–—•*·▪●]|\(?\d{1,2}[.)]|\(?[a-z]\)|\(?[ivx]{1,4}[.)])"
_BULLET = re.compile(rf"\s*(?:and,?\s)?(?:{_MARK}\s+)?(?:and,?\s)?")
_LINE = re.compile(rf"[ \t]*{_MARK}\s+(?P<text>\S[^\n]*)\n?|[ \t]*\n")
_NEXT_POINT = re.compile(rf";\s(?:and\s)?{_MARK}\s+")
_AFTERTHOUGHT = re.compile(
    r",\s(?:after|whose|which|who|where|when|while|before|following|on which|in which|as\s(?!well))\b"
)
_LAST = re.compile(r"[\s.;,]*(?:\band)?[\s.;,]*$")
_FINITE = re.compile(r"\b(?:is|are|was|were|will|has|have|had|said|would|can|could)\b|[.!?]\s")
_REACH = 700  # characters: no list in a line is longer
_PREPOSITION = re.compile(r"(?:in|[Oo]n|of|about|with|for)\s(?=\w)")
_INNER_HEAD = re.compile(r"\s(?:in|of|between)\s(?:the\s)?(?:[\w’'-]+\s){0,1}[\w’'-]+$")
_BARE = re.compile(r"(?:the\s)?[\w’'-]+(?:\s[\w’'-]+)?$")
_BARE_PAIR = re.compile(r"(?:the\s)?[\w’'-]+(?:\s[\w’'-]+)?\sand\s(?:the\s)?[\w’'-]+(?:\s[\w’'-]+)?$")
_SHARED_HEAD = re.compile(
    r"\s(?:in|against|concerning|regarding|question of|questions of)\s[\w’'-]+$|\b(?:ways|how|measures|efforts|steps|need|opportunities|means|possibilities|proposals)\s(?:[a-z-]+\s){0,2}?to\s(?:further\s)?[a-z]+\s(?:[\w’'-]+\s)?[\w’'-]+$|^[a-z]+ing\s(?:[\w’'-]+\s)?[\w’'-]+$"
)
_SITUATION = re.compile(
    r"\b(?:situations?|developments?|crisis|crises|conflicts?|wars?|tensions?|progress|events|peace|fighting|violence|stability|security|elections|settlement)\s(?:[\w’'-]+\s)?(?:in|on|of|around|across)\s(?:the\s)?$"
    r"|\b(?:relations|ties|cooperation|co-operation|partnerships?|dialogue|links|contacts|engagement)\s(?:with|between|among)\s(?:the\s)?$"
)
_PLACES = ("country", "region", "city", "organisation")
_TAIL = re.compile(
    r"(?:[\w’'-]+\s){1,4}?(?P<word>of|on|in|with|to|from|towards?|for|between|against|triggered|caused|posed)\s"
)
_WORDS = re.compile(r"[\w’'-]+")
_BOUND = re.compile(r"\b(?:between|both|how|whether|what|why|that|which)\b")
_SHARED_TAIL = re.compile(r"[\w’'-]+\s(?:of|(?:[\w’'-]+\s)?in)\s")
_SHORT_END = re.compile(r"\b(?:of|on|in|for|to|with)\s(?:the|a|an|its|their)\s[\w’'-]+$")
_JOINING = re.compile(r"\b(?:of|on|in|with|from|towards?|for|against)\b")
_ARTICLE = re.compile(r"(?:the|a|an|its|their)\s")
_TO = re.compile(r"\bto\s[a-z]+(?:\s|$)|\b(?:how|whether)\s")
_INFINITIVE = re.compile(r"\bto\s[a-z]+(?:\s|$)")


def pieces(scan: Scan, start: int, stop: int) -> list[Piece]:
    """The members of a list, also where commas have lost their blanks; "A and its effect" is one.

    >>> from communique.reading.scan import scan
    >>> s = scan("roads,rails and ports")
    >>> [s.words(*p) for p in pieces(s, 0, 11)]
    ['roads', 'rails']
    """
    edges = [start]
    first = _TWO_NOUNS.match(scan.characters, start, stop)
    cuts = [*([first] if first else []), *_TIGHT.finditer(scan.characters, start, stop)]
    for cut in cuts:
        edges += cut.span("cut")
    edges.append(stop)
    found: list[Piece] = []
    for left, right in zip(edges[::2], edges[1::2], strict=True):
        for piece in members(scan, left, right):
            joined = found and scan.words(found[-1].stop, piece.start) == " and "
            if joined and _ITS.match(scan.characters, piece.start):
                found[-1] = Piece(found[-1].start, piece.stop)
            else:
                found.append(piece)
    if _one_object(scan, found):
        return [Piece(found[0].start, found[-1].stop)]
    if _of_fields(scan, found):
        return [Piece(found[0].start, found[-1].stop)]
    found = _qualities_together(scan, found)
    found = _places_together(scan, _inner_together(scan, _infinitives(scan, found)))
    return [_bare(scan, p, i) for i, one in enumerate(found) for p in _pair(scan, one)]


def _bare(scan: Scan, piece: Piece, index: int) -> Piece:
    """ "(cooperation in A), as well as in B" is B."""
    match = _PREPOSITION.match(scan.characters, piece.start, piece.stop) if index else None
    return Piece(match.end(), piece.stop) if match else piece


def _infinitives(scan: Scan, found: list[Piece]) -> list[Piece]:
    """ "how to cut costs, expand trade and raise wages" is one matter."""
    verbs = [i for i, p in enumerate(found) if scan.words(*p).split(" ", 1)[0] in agenda_words("bare")]
    at = next((i for i, p in enumerate(found) if _TO.search(scan.words(*p))), None)
    if at is None or not verbs or verbs[-1] <= at:
        return found
    return [*found[:at], Piece(found[at].start, found[verbs[-1]].stop), *found[verbs[-1] + 1 :]]


def _one_object(scan: Scan, found: list[Piece]) -> bool:
    """ "ways to boost trade, tourism and sport" is one matter: bare nouns share what stands before the first."""
    if len(found) < 3 or not _SHARED_HEAD.search(scan.words(*found[0])) or _place(scan, found[1]):
        return False
    if any(h.stop == found[0].stop for h in scan.within(found[0].stop - 30, found[0].stop, *_PLACES)):
        return False
    return all(_BARE.match(w) and not GERUND.match(w) for w in (scan.words(*p) for p in found[1:]))


def _inner_together(scan: Scan, found: list[Piece]) -> list[Piece]:
    """ "cooperation in trade, fish and sport, the state of roads": the first "and" closes an inner list."""
    kept: list[Piece] = []
    at = 0
    while at < len(found):
        end = _inner_end(scan, found, at)
        kept.append(Piece(found[at].start, found[end].stop))
        at = end + 1
    return kept


def _inner_end(scan: Scan, found: list[Piece], at: int) -> int:
    """Which member closes the list that begins inside the member `at`; itself when none does."""
    if not _INNER_HEAD.search(scan.words(*found[at])):
        return at
    for i in range(at + 1, len(found) - 1):
        words = scan.words(*found[i])
        if _BARE_PAIR.match(words):
            return i
        if not _BARE.match(words):
            return at
    return at


def _places_together(scan: Scan, found: list[Piece]) -> list[Piece]:
    """ "the situation in Chad, Togo and the region" is one matter."""
    kept: list[Piece] = []
    for piece in found:
        if kept and _place(scan, piece) and _situation(scan, kept[-1]):
            kept[-1] = Piece(kept[-1].start, piece.stop)
        else:
            kept.append(piece)
    return kept


_QUALITY = re.compile(r"[\w-]+(?:,\s[\w-]+)*,?$")
_QUALIFIED = re.compile(r"(?P<first>[a-z-]+)\s(?:and\s[a-z-]+\s)?[a-z]+")


def _qualities_together(scan: Scan, found: list[Piece]) -> list[Piece]:
    """ "political, military and economic ties": a row of adjectives before one noun is one matter."""
    end = 0
    while end < len(found) - 1 and _QUALITY.match(scan.words(*found[end])):
        end += 1
    last = _QUALIFIED.match(scan.words(*found[end])) if end else None
    if last is None or not (
        ADJECTIVE.search(last["first"]) and ADJECTIVE.search(_first_word(scan, found[0]))
    ):
        return found
    return [Piece(found[0].start, found[end].stop), *found[end + 1 :]]


_IN_FIELD = re.compile(r"\bin (?:the )?(?:[a-z-]+, ){0,6}[a-z-]+$")
_FIELDS = re.compile(r"(?:[a-z-]+ and )?[a-z-]+ (?:fields|spheres|areas|sectors|domains|dimensions)$")


def _of_fields(scan: Scan, found: list[Piece]) -> bool:
    """ "cooperation in economic, humanitarian and security fields": what stands between is what the fields are of."""
    if len(found) < 2 or not _IN_FIELD.search(scan.words(*found[0])):
        return False
    last = _FIELDS.fullmatch(scan.words(*found[-1]))
    return last is not None and all(_BARE.match(scan.words(*p)) for p in found[1:-1])


def _first_word(scan: Scan, piece: Piece) -> str:
    return scan.words(*piece).split(",", 1)[0]


def _place(scan: Scan, piece: Piece) -> bool:
    """Nothing but a country, a region or "the region"."""
    start = piece.start + (4 if scan.words(piece.start, piece.start + 4).lower() == "the " else 0)
    if any(h.stop == piece.stop for h in scan.within(start, start + 1, *_PLACES)):
        return True
    words = scan.words(start, piece.stop).lower().split()
    return bool(words) and len(words) < 4 and words[-1] in agenda_words("places")


def _situation(scan: Scan, piece: Piece) -> bool:
    """It ends with "the situation in" and places."""
    for hit in scan.within(piece.start, piece.stop, *_PLACES):
        if _SITUATION.search(scan.words(piece.start, hit.start)):
            return bool(scan.within(piece.stop - 40, piece.stop, *_PLACES))
    return False


def _pair(scan: Scan, piece: Piece) -> Iterator[Piece]:
    """ "the state of roads and repair of bridges" is two: each side stands alone."""
    at = scan.characters.find(" and ", piece.start, piece.stop)
    while at >= 0:
        left, right = scan.words(piece.start, at), scan.words(at + 5, piece.stop)
        if not inside_marks(left) and _stand_alone(left, right):
            yield Piece(piece.start, at)
            yield Piece(at + 5, piece.stop)
            return
        at = scan.characters.find(" and ", at + 5, piece.stop)
    yield piece


def _stand_alone(left: str, right: str) -> bool:
    """Each is a noun with what belongs to it, not two halves of one: "the role and place of women"."""
    tail = _TAIL.match(right)
    if tail is None or _BOUND.search(left) or GERUND.match(right) or _INFINITIVE.search(left):
        return False
    if ADJECTIVE.search(left) or _SHORT_END.search(left):
        return False
    size = len(_WORDS.findall(left))
    if size < 2 or _ARTICLE.match(right):
        return False
    prepositions = set(_JOINING.findall(left))
    if not prepositions and _SHARED_TAIL.match(right):
        return False
    if right.split(" ", 1)[0].lower() in agenda_words("heads"):
        return size > 2 or not _ARTICLE.match(left)
    if not prepositions:
        return size > 2
    own = {tail["word"]} if len(_WORDS.findall(right)) < 6 else set(_JOINING.findall(right))
    return bool(own & prepositions)


def points(scan: Scan, start: int, stop: int) -> Iterator[Piece]:
    """What stands behind a colon: lines, points between semicolons, or one list with commas."""
    text = scan.words(start, stop)
    if ";" in text or "\n" in text.strip():
        for point in _POINT.finditer(scan.characters, start, stop):
            bullet = _BULLET.match(scan.characters, point.start(), point.end())
            yield from _trimmed(scan, bullet.end() if bullet else point.start(), point.end())
        return
    (line,) = list(_trimmed(scan, start, stop)) or (Piece(start, start),)
    if "," not in text or _FINITE.search(text) or len(text) > _REACH:
        line = Piece(line.start, phrase_end(scan, line.start, line.stop))
    found = [p for p in pieces(scan, *line) if p.stop > p.start]
    yield from _two(scan, found[0]) if len(found) == 1 else found


def _two(scan: Scan, piece: Piece) -> Iterator[Piece]:
    """ "two issues: trade and fish": a colon announces more than one."""
    halves = scan.words(*piece).split(" and ")
    if len(halves) == 2 and all(len(h.split()) < 4 for h in halves) and not ADJECTIVE.search(halves[0]):
        yield Piece(piece.start, piece.start + len(halves[0]))
        yield Piece(piece.stop - len(halves[1]), piece.stop)
    else:
        yield piece


def bulleted(scan: Scan, start: int) -> Iterator[Piece]:
    """The numbered or bulleted lines that begin at `start`."""
    at = scan.characters.find("\n", start) + 1 or len(scan.characters)
    if scan.characters[start:at].strip(" :\n"):
        return
    while line := _LINE.match(scan.characters, at):
        at = line.end()
        if line["text"] and scan.sentence_at(line.start("text")):
            yield from _in_line(scan, line.start("text"), line.end("text"))
        if at == line.start():
            return


def _in_line(scan: Scan, start: int, stop: int) -> Iterator[Piece]:
    """The points of one line, without the preposition before and the afterthought behind them."""
    for point in _NEXT_POINT.split(scan.words(start, stop)):
        begin = scan.characters.index(point, start)
        start = begin + len(point)
        end = begin + len(_LAST.sub("", point))
        preposition = _PREPOSITION.match(scan.characters, begin, end)
        begin = preposition.end() if preposition else begin
        late = _AFTERTHOUGHT.search(scan.characters, begin, end)
        yield from (p for p in _pair(scan, Piece(begin, late.start() if late else end)) if p.stop > p.start)


def _trimmed(scan: Scan, start: int, stop: int) -> Iterator[Piece]:
    while start < stop and scan.characters[start] in " \n\t\r":
        start += 1
    while stop > start and scan.characters[stop - 1] in " \n\t\r.,;":
        stop -= 1
    if stop - start > 2:
        yield Piece(start, stop)
