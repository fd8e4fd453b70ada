"""From where a matter begins to where it ends: a list of matters, each of them worth an item."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from communique.lexicon.agenda import agenda_words
from communique.lexicon.phrases import Hit
from communique.reading.agenda_lists import bulleted, pieces, points
from communique.reading.lists import Piece, members
from communique.reading.phrases import phrase_end
from communique.reading.scan import Scan
from communique.reading.sentences import Sentence


class Matter(NamedTuple):
    """One matter at `start, stop`, put on the table by the words at `cue`."""

    start: int
    stop: int
    cue: tuple[int, int]


Rule = Callable[[Scan, Sentence, Hit], Iterator[Matter]]
_LEAD = re.compile(
    r"(?:,\s(?:in|at|among|inter|with|as)\s[^,;:.]{2,40},|,\s(?:inter alia|among others?|among other things)(?=:))?\s?(?:(?:also|in detail|in depth|in particular|mainly|primarily|among other things|among others|inter alia|at length|extensively|jointly|thoroughly|specifically|largely|again|further|briefly|informally)(?:,?\s|(?=:)))*(?:(?:issues|topics|matters) (?:such as|including|like|ranging from)\s)?"
)
_WITH = re.compile(
    r"\s?with\s[^.;]{3,110}?\s(?=(?:the|a|an|issues|ways|how|bilateral|regional|current|prospects|cooperation|topical|matters|possible)\s)"
)
_BAD_START = re.compile(
    r"(?:any(?!\sother)|the way(?=,)|it|them|this|that|him|her|us|me|as|to|by|in|at|on|with|for|from|of|during|and|or|if|when|which|where|who|whom|after|before|monday|tuesday|wednesday|thursday|friday|saturday|sunday|the sidelines|the margins|behalf|whether or|himself|themselves|participants|journalists|reporters|equal terms|an equal|namely|(?:the|this) weekend|(?:the\s)?(?:past|next|last|coming|following) (?:\w+\s){0,2}(?:days?|weeks?|months?|years?|hours?)|(?:two|three|four|five|several|a few) (?:days|weeks|months|hours)|the (?:phone|telephone|spot|line|side|eve|occasion|initiative|basis|ground))\b",
    re.I,
)
_REPORTS = re.compile(
    r"(?:(?:a number of|a series of|several|various|the|two|three|four|different|periodic|annual|progress|detailed|a|an|status|interim)\s){0,3}(?:reports|briefings|presentations|updates|information)\s(?:(?:by|of|from)\s(?:\w+[\w’'-]*\s){1,9}?)?(?:on|about|regarding|concerning)\s"
)
_INCLUDING = re.compile(r",?\s(?:including|such as|encompassing|namely|notably)\s(?:areas including\s)?")
_ASIDE = re.compile(
    r",\s(?:(?:was|were|is|are|will|has|have|had)\b|(?:the|a|an)\s(?:first|second|third|latest|last|only)\s(?:of|such|one|in|since|to)\b|(?:a|an|the|one)\s[\w-]+\s(?:on|of|in|for)\swhich\b|among\s(?:them|which)\b)"
    r"|\sand\s[a-z]+ly\s[a-z]+ed\s(?:that|to)\b|\s(?:last|this|next)\s(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|week|month)$"
    r"|,?\samong\s(?:a number of|other|others|many)\b|\sas\s(?=[A-Z])(?:[\w\u2024.’'-]+\s){1,6}[a-z]+ed\s|\sat\s(?:the|a|an|their|its|today’s)\s(?:[\w-]+\s){0,3}(?:meeting|talks|summit|session|sitting|conference|forum)(?:\sin\s[A-Z]\w+)?$"
)
_NEW_CLAUSE = re.compile(
    r"(?:left|met|went|flew|gave|took|made|came)\b|(?:the|a|an|his|her|its|their)\s(?:[\w’'-]+\s){1,3}(?:raised|asked|proposed|informed|presented|reported|requested|supported|called|said|told|spoke|gave|noted|stressed|referred)\b"
    r"|(?:discuss|explor|review|consider|examin|exchang|agre|stress|express|emphasi[sz]|underlin|reaffirm|welcom|assess|resolv|not)ed\s|(?:the two|both|they|the sides|the parties|all|he|she|it)\s(?:[a-z]+ed|met|held|took|has|have|had|is|are|was|were|will)\b|(?:will|would|is|are|was|were|has|have|had)\s|[a-z]+ed\s(?:to|the|a|an|in|by|at|that|between|other|their|its|his|her|several|on|upon)\b"
)
_SUCH = re.compile(r",?\s(?:like|ranging from)\s")
_ISSUES = re.compile(
    r"\b(?:issues|topics|matters|areas|subjects|questions|sectors|fields|agenda|themes|items|problems|challenges)\b"
)
_UNCERTAIN = re.compile(r"\s(?:could|may|might|should|would|is unlikely|are unlikely|cannot|can)\b")


_ON_A_DAY = re.compile(
    r"\s(?:here\s)?(?:(?:on\s)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday|this\s(?:morning|afternoon|evening))(?:,\s[^,;:.]{3,50},)?\s(?=(?:the|a|an|their|its|ways|how|issues|matters|[a-z]+ion|[a-z]+al|[a-z]+ing|[a-z]+s)\s)"
)


_PARTLY_QUOTED = re.compile(r"[“\"](?=[a-z][^“”\"]{8,400}[”\"])")  # "discussed “ways to build roads”"


def matters(scan: Scan, sentence: Sentence, place: int, hit: Hit) -> Iterator[Matter]:
    """The matters of the list that begins at `place`, told by the cue `hit`.

    >>> from communique.reading.scan import scan
    >>> s = scan("They discussed trade, the border and transit.")
    >>> [s.words(m.start, m.stop) for m in matters(s, s.sentences[0], 14, Hit(5, 14, "strong", "discuss"))]
    ['trade', 'the border', 'transit']
    """
    if hit.label in ("strong", "weak"):
        timed = _ON_A_DAY.match(scan.characters, place, sentence.stop)
        place = timed.end() - 1 if timed else place
    start = _skip(scan, place, sentence.stop)
    if start >= sentence.stop:
        return
    if scan.characters[start] == ":":
        yield from listed(scan, sentence, start + 1, hit)
        return
    if _PARTLY_QUOTED.match(scan.characters, start, sentence.stop):
        start += 1
    if bad_start(scan, start) or scan.characters[start] in ".,;)":
        return
    stop = _list_end(scan, start, sentence.stop)
    aside = _ASIDE.search(scan.characters, start, stop)
    stop = aside.start() if aside else stop
    if scan.characters[stop : stop + 1] == ":" and is_generic(scan.words(start, stop)):
        yield from listed(scan, sentence, stop + 1, hit)
    elif hit.label not in ("talk", "encounter", "gathering") or not _UNCERTAIN.match(scan.characters, stop):
        yield from _worthy(scan, start, stop, hit)
        yield from _going_on(scan, sentence, stop, hit)


_MORE = re.compile(
    r",?\s(?:as well as|together with|along with|in addition to|besides|apart from|and also|and about|and on)\s(?!(?:his|her|their)\b)"
)
_BETWEEN = re.compile(
    r"\s(?:ahead of|during|after|following|before|amid)\s[^;:.]{3,120}?(?=,\s(?:as well as|together with|along with|in addition to)\s)"
)
_LONG_LIST = re.compile(
    r";\s(?=[^.]{0,900};\s(?:(?:and|as well as)\s|[^.;]{3,160},?\sand\s[^.;]{3,120}(?:\.|$)))"
)
_WHILE = re.compile(
    r"\s(?:after|following|since|amid|despite|before|during|under)\s[^,;.:]{3,90}(?P<stop>,)\s(?=the\s|an?\s|[a-z]+ing\s|further\s|[a-z]+\s(?:of|on|in|for)\s)"
)


def _going_on(scan: Scan, sentence: Sentence, stop: int, hit: Hit) -> Iterator[Matter]:
    """The rest of a list: behind a semicolon, behind "together with"."""
    long = _LONG_LIST.match(scan.characters, stop, sentence.stop)
    if long:
        for piece in points(scan, long.end(), sentence.stop):
            yield Matter(piece.start, piece.stop, (hit.start, hit.stop))
        return
    told = _TOLD_ASIDE.match(scan.characters, stop, sentence.stop)
    if told:
        yield from _behind_aside(scan, sentence, told, hit)
        return
    aside = _BETWEEN.match(scan.characters, stop, sentence.stop)
    more = _MORE.match(scan.characters, aside.end() if aside else stop, sentence.stop)
    if more and more.end() < sentence.stop and not bad_start(scan, more.end()):
        yield from _worthy(scan, more.end(), phrase_end(scan, more.end(), sentence.stop), hit)


_TOLD_ASIDE = re.compile(
    r"(?P<more>(?:,\s[^,;.:–—]{3,80}){0,8}?)(?:,\s(?:which|who|where|whose|when)\s[^,;.:]{3,110},|,?(?:\sand)?\s[-–—]\s[^–—;.:]{3,110}\s[-–—])\s"
)
_ENDS_LIST = re.compile(
    r"(?:[^;:.]{3,160}?,?\s)?and\s(?!(?:[a-z]+ed|is|are|was|were|has|have|had|will)\s)(?P<last>[^;:.,]{3,40}\s[^;:.,]{3,120})(?:[.]|$)"
)


def _behind_aside(scan: Scan, sentence: Sentence, aside: re.Match[str], hit: Hit) -> Iterator[Matter]:
    """ "discussed A, which is open again, B and C"; "touched on A, B - in its third month - and C"."""
    joined = aside[0].lstrip(" ,").startswith("and ")
    ends = _ENDS_LIST.match(scan.characters, aside.end(), sentence.stop)
    if not (ends or joined):
        return
    if aside["more"]:
        yield from _worthy(scan, aside.end("more") - len(aside["more"]) + 2, aside.end("more"), hit)
    start = aside.end() + (4 if scan.characters.startswith("and ", aside.end()) else 0)
    if not bad_start(scan, start):
        yield from _worthy(scan, start, phrase_end(scan, start, sentence.stop), hit)


_NO_AND = re.compile(
    r"(?:,\s(?:the\s)?[a-z][\w’'-]*(?:\s(?!said|says|reports|reported|noted|added|told|announced)[a-z][\w’'-]*){0,2}){2,12}(?=\.?\s*$)"
)


def _list_end(scan: Scan, start: int, stop: int) -> int:
    """Where the list ends; "A after the storm, the state of B and C" goes on behind the aside."""
    end = phrase_end(scan, start, stop)
    plain = _NO_AND.match(scan.characters, end, stop)
    if plain:
        return plain.end()
    aside = _WHILE.match(scan.characters, end, stop)
    if aside:
        rest = phrase_end(scan, aside.end(), stop)
        ends = scan.words(rest, rest + 1) in (".", ";", "") or scan.characters.startswith(" on ", rest)
        if ends and " and " in scan.words(aside.end(), rest):
            return rest
    return end


def _worthy(scan: Scan, start: int, stop: int, hit: Hit) -> Iterator[Matter]:
    """The members of the list which are matters; of "reports on A" it is A."""
    reports = _REPORTS.match(scan.characters, start, stop)
    start = reports.end() if reports else start
    for piece in _with_including(scan, start, stop):
        words = scan.words(*piece)
        if words.split(" ", 1)[0] in agenda_words("bare") or _NEW_CLAUSE.match(words):
            return
        if not (is_generic(words) or _DEED.match(words) or bad_start(scan, piece.start)):
            yield Matter(piece.start, piece.stop, (hit.start, hit.stop))


_DEED = re.compile(
    r"(?:[a-z]+ly\s)?(?:adopted|approved|discussed|considered|agreed|signed|endorsed|reviewed|examined)(?:\s(?:by|at|in|on|during)\b|$)"
)  # "issues on the agenda were unanimously adopted"


_NTH_DAY = re.compile(r"(?:the )?(?:first|second|third|fourth|fifth|final|last|opening|closing) day\b")


def bad_start(scan: Scan, start: int) -> bool:
    """A day or a word with which no matter begins: "talks on 3 May", "discussed with"."""
    if _BAD_START.match(scan.characters, start) or _NTH_DAY.match(scan.small, start):
        return True
    dated = scan.dates_within(start, start + 5)
    return bool(dated) and (dated[0].day is not None or dated[0].weekday is not None)


def listed(scan: Scan, sentence: Sentence, start: int, hit: Hit) -> Iterator[Matter]:
    """What a colon announces: the rest of the sentence, or the numbered and bulleted lines below it."""
    for piece in list(bulleted(scan, start)) or points(scan, start, sentence.stop):
        if piece.stop > piece.start:
            yield Matter(piece.start, piece.stop, (hit.start, hit.stop))


def _skip(scan: Scan, place: int, stop: int) -> int:
    """Past adverbs and past "with his colleague" to where the matter begins."""
    lead = _LEAD.match(scan.characters, place, stop)
    start = lead.end() if lead else place
    with_ = _WITH.match(scan.characters, start - 1, stop)
    if with_:
        start = with_.end()
    while start < stop and scan.characters[start] in " \n":
        start += 1
    return start


_HOLDER = re.compile(
    r"(?:an?|the)\s(?:(?:wide|broad|whole|full)\s)?(?:number|range|series|variety|host|raft|slew)\sof\s(?:\w+\s)?(?:issues|topics|matters|subjects|items|questions)\s(?:under|within|in|on|across)\s"
)


def _with_including(scan: Scan, start: int, stop: int) -> Iterator[Piece]:
    """ "a range of issues, including A and B" names A and B; "areas of work, including one" is one matter."""
    cut = _INCLUDING.search(scan.characters, start, stop) or _SUCH.search(scan.characters, start, stop)
    first = pieces(scan, start, cut.start()) if cut else []
    if cut and len(first) == 1 and _ISSUES.search(scan.words(*first[0])):
        inner = pieces(scan, cut.end(), stop)
        head = [] if _HOLDER.match(scan.words(*first[0])) else first
        if len(inner) > 1 or is_generic(scan.words(*first[0])):
            yield from (*head, *inner)
            return
    for piece in pieces(scan, start, stop):
        yield from _one_including(scan, piece)


_LONG = 60  # characters of a matter that stands without its examples


def _one_including(scan: Scan, piece: Piece) -> Iterator[Piece]:
    cut = _INCLUDING.search(scan.characters, piece.start, piece.stop)
    aside = (
        cut is not None
        and cut[0].startswith(",")
        and len(scan.words(*piece)) > _LONG
        and not _ISSUES.search(scan.words(piece.start, cut.start()))
    )
    if cut is None or (not aside and len(members(scan, cut.end(), piece.stop)) == 1):
        yield piece
    else:
        yield Piece(piece.start, cut.start())


_OPENERS = ("first of all", "firstly", "secondly", "finally", "in addition", "above all")


def is_generic(words: str) -> bool:
    """Nothing but "a number of issues", "the situation", "12 issues", "first of all"."""
    if words.lower() in _OPENERS:
        return True
    plain = [
        w
        for w in re.findall(r"[a-z0-9’'-]+", words.lower())
        if w not in agenda_words("empty") and not w.isdigit()
    ]
    return all(w in agenda_words("generic") or w in agenda_words("people") for w in plain)
