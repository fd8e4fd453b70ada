"""The names of instruments: "a plan of cooperation between the Councils for 2019-2020", without its article."""

import re
from bisect import bisect_left
from typing import NamedTuple

from communique.lexicon.instruments import instrument_hits, instrument_words
from communique.lexicon.phrases import Hit
from communique.reading.phrases import phrase_end
from communique.reading.scan import Scan


class Words(NamedTuple):
    """The instrument nouns, verbs and phrases of state of one text, each list in reading order."""

    nouns: list[Hit]
    verbs: list[Hit]
    states: list[Hit]

    def within(self, which: str, start: int, stop: int) -> list[Hit]:
        """The hits of the list `which` that begin between `start` and `stop`."""
        hits: list[Hit] = getattr(self, which)
        at = bisect_left(hits, (start,))
        found = []
        while at < len(hits) and hits[at].start < stop:
            found.append(hits[at])
            at += 1
        return found


def words_of(scan: Scan) -> Words:
    """Everything that the instrument lexicon knows in this text."""
    groups: dict[str, list[Hit]] = {"noun": [], "verb": [], "state": []}
    for hit in instrument_hits(scan.characters):
        groups[hit.label].append(hit)
    return Words(groups["noun"], groups["verb"], groups["state"])


class Title(NamedTuple):
    """The name of an instrument at `start, stop`; `left` is where its article or number begins.

    `bare`: nothing but the noun; `definite`: "the agreement"; `proper`: written with capitals.
    """

    left: int
    start: int
    stop: int
    head: tuple[int, int]
    kind: str
    count: int | None
    bare: bool
    definite: bool
    proper: bool

    @property
    def elliptic(self) -> bool:
        """The noun itself stands elsewhere: "(statements on A and) on B"."""
        return self.head[0] < self.start


_NUMBERS = {
    w: n
    for n, w in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split()
    )
}
_DETERMINERS = frozenset(
    "the a an this that these those its their his her our both all several some another any each every no such many few various certain numerous".split()
)
_NOT_MODIFIERS = frozenset(
    "of on for in to with by at from between about under over against into through within upon among during regarding concerning after before following as than via per without "
    "and or but nor if that which who is are was were be been being has have had will would can could may might must shall should not also then they he she it we you i when while where "
    "said says told there here today yesterday".split()
)
_BACK = re.compile(r"([^\s]+)([ \n\u00a0])$")
_MANY = re.compile(
    r"(?:(?:^|(?<=\s))(?:a|an|the)\s)(?:large |whole |wide |great |significant |certain |small )?(?:number|series|range|variety|host|raft)\sof\s(?:the\s)?$",
    re.I,
)
_BUNDLE = re.compile(r"(?:package|packages|set|sets|block)\sof\s(?:the\s)?$", re.I)
_PART_OF = re.compile(
    r"(?:(?:the|a)\s)?(?:text|texts|draft|drafts|version|wording|copy|copies|total|most|some|all|signed)\s(?:of\s)(?:the\s|\d+\s)?$",
    re.I,
)


class _Edge(NamedTuple):
    left: int
    start: int
    count: int | None
    definite: bool
    article: bool


def _left_edge(scan: Scan, head: int, low: int) -> _Edge:
    """How far the noun phrase reaches to the left of its noun, not beyond `low`."""
    start = head
    count: int | None = None
    while start > low:
        match = _BACK.search(scan.words(max(low, start - 40), start))
        if match is None:
            break
        word, plain = match[1], match[1].lower().strip("“\"«‘'")
        before = start - len(match[0])
        if word[-1] in ",;:)”»." and not re.fullmatch(r"(?:[A-Z]\.)+|\([A-Z][\w-]+\)", word):
            break
        if plain in _DETERMINERS and (len(word) == 1 or not word.isupper()):
            if plain in ("all", "both", "such") and start == head:
                return _Edge(before, start, count, False, True)
            return _Edge(before, start, count, plain in ("the", "this", "that", "these", "those"), True)
        if plain in _NUMBERS or (
            plain.isdigit() and len(plain) < 4 and not scan.dates_within(before - 12, before + 1)
        ):
            return _counted(
                scan, before, start, low, _NUMBERS.get(plain) if not plain.isdigit() else int(plain)
            )
        if plain == "and" and _joins_capitals(scan, before, start):
            start = before
            continue
        if plain in _NOT_MODIFIERS or _is_verb(scan, before, plain):
            break
        start = before + (1 if word[0] in '“"«' else 0)
        if word[0] in '“"«':
            break
    return _Edge(start, start, count, False, False)


def _counted(scan: Scan, before: int, start: int, low: int, count: int | None) -> _Edge:
    """ "the two draft agreements": the article stands in front of the number."""
    match = re.search(
        r"(?:the|these|those|all|both|more than|over|about|some|nearly|around|at least|a total of)\s$",
        scan.words(max(low, before - 14), before),
        re.I,
    )
    return _Edge(before - len(match[0]) if match else before, start, count, False, True)


def _joins_capitals(scan: Scan, before: int, after: int) -> bool:
    """The "and" of one capitalised name: "the Trade and Investment Agreement"."""
    left = re.search(r"(\S+)\s$", scan.words(max(0, before - 30), before))
    return bool(
        left
        and left[1][0].isupper()
        and left[1][-1] != ","
        and left[1].lower() not in _heads()
        and scan.characters[after].isupper()
        and not scan.within(before - len(left[0]), before, "country", "organisation")
    )


def _heads() -> frozenset[str]:
    return frozenset(
        (
            "agreement",
            "treaty",
            "declaration",
            "statement",
            "plan",
            "programme",
            "program",
            "protocol",
            "decision",
            "memorandum",
            "convention",
            "strategy",
            "resolution",
            "concept",
            "communique",
            "communiqué",
        )
    )


def _is_verb(scan: Scan, at: int, word: str) -> bool:
    return (
        word[-2:] == "ed"
        and bool(scan.within(at, at + 1, "say", "meet", "hold", "attend"))
        or word in ("said", "says", "met", "held")
    )


def title_at(scan: Scan, words: Words, noun: Hit, low: int, stop: int) -> Title | None:
    """The title around the noun `noun`, between `low` and `stop`; None when the noun is no head."""
    head = _head(scan, words, noun, stop)
    if head is None:
        return None
    edge = _left_edge(scan, noun.start, low)
    left, start = _bundle(scan, edge, low)
    end = _right_edge(scan, words, head, stop)
    proper = _capitalised(scan, start, head)
    kind = head.value
    bare = start == head.start and end == head.stop
    return Title(
        left,
        start,
        max(end, head.stop),
        (noun.start, head.stop),
        kind,
        edge.count,
        bare,
        edge.definite,
        proper,
    )


def _capitalised(scan: Scan, start: int, head: Hit) -> bool:
    """A name of its own: the noun, or two words in front of it, have capitals."""
    if scan.characters[head.start].isupper():
        return start != head.start or not _sentence_start(scan, start)
    return len(re.findall(r"(?:^|\s)[A-Z]", scan.words(start, head.start))) - _sentence_start(scan, start) > 1


def _sentence_start(scan: Scan, at: int) -> bool:
    sentence = scan.sentence_at(at)
    return sentence is not None and at - sentence.start < 5


def _head(scan: Scan, words: Words, noun: Hit, stop: int) -> Hit | None:
    """The last of several nouns in a row is the head: "draft action plan concept"; none of a verb form "plans to"."""
    head = noun
    if scan.characters[noun.stop : noun.stop + 1] in ("-", "’", "'"):
        return None
    for following in words.within("nouns", noun.stop, min(stop, noun.stop + 60)):
        gap = scan.words(head.stop, following.start)
        if (
            gap.strip()
            and not re.fullmatch(r" (?:[A-Za-z-]+ ){1,2}", gap)
            or re.search(r" (?:of|on|for|in|to|with|and|by|between|at|from|or|the|a|is|was|that|as) ", gap)
        ):
            break
        if following.stop <= stop:
            head = following
    if (
        head.value == "other"
        and head is noun
        and scan.words(noun.start, noun.stop).lower() == "draft"
        and scan.characters[noun.stop : noun.stop + 1] == " "
    ):
        return noun if re.match(r" (?:of|on|for)\b", scan.words(noun.stop, noun.stop + 5)) else None
    if scan.words(head.start, head.stop).lower() == "plans" and re.match(
        r" to (?!the\b)", scan.words(head.stop, head.stop + 6)
    ):
        return None
    return head


def _bundle(scan: Scan, edge: _Edge, low: int) -> tuple[int, int]:
    """ "a number of documents" keeps its number, "the text of the treaty" does not."""
    before = scan.words(max(low, edge.left - 40), edge.left)
    many = _MANY.search(before)
    if many:
        start = edge.left - len(many[0])
        return start, start
    bundle = _BUNDLE.search(before)
    if bundle:
        start = edge.left - len(bundle[0])
        article = re.search(r"(?:a|the)\s$", scan.words(max(low, start - 4), start))
        return start - len(article[0]) if article else start, start
    part = _PART_OF.search(before)
    return (edge.left - len(part[0]) if part else edge.left), edge.start


_TITLE_CUT = re.compile(
    r"""(?P<that>,?\sthat\s(?:will|would|was|were|is|are|has|have|had|came|comes|can|could|should|may|must|provides?|aims?|sets?|envisages?|entered|took|he|she|they|it|the)\b)
    |(?P<done>\s(?:signed|adopted|approved|endorsed|ratified|taken|reached|concluded|submitted|prepared|drafted|agreed|presented|proposed|initialled|initialed|issued|released|considered|discussed)\b)
    |(?P<aimed>\s(?:aimed\sat|designed\sto|intended\sto|setting\sout|providing\sfor|outlining|calling\s(?:for|on)|worth|in\swhich|under\swhich|stressing|reaffirming|expressing|condemning|which|saying|denouncing)\b)
    |(?P<by>\sby\s(?:the\send|\d{4}|consensus|acclamation|(?:a\s)?(?:majority|vote)))
    |(?P<force>\s(?:that|which)?\s?(?:came|entered|comes|enters|took|takes|went)\s(?:into|effect)\b)
    |(?P<here>\s(?:here|there|together|jointly|unanimously|earlier|recently|promptly|previously|respectively|too|as\swell(?!\sas))\b)""",
    re.X,
)
_LISTED = re.compile(r",(?!\s\d{4})\s")
_NEW = re.compile(
    r"(?:,?\sincluding|,|,?\sand|,?\sas well as|,?\salong with|,?\stogether with|,?\sor|;(?:\sand)?)\s$"
)


def _right_edge(scan: Scan, words: Words, head: Hit, stop: int) -> int:
    if _LISTED.match(scan.characters, head.stop, stop):
        return head.stop
    end = max(phrase_end(scan, head.stop, stop), head.stop)
    for match in _TITLE_CUT.finditer(scan.characters, head.stop, end):
        if (
            match["aimed"]
            and match.start() == head.stop
            and not scan.words(match.start(), match.end()).endswith("which")
        ):
            continue
        end = match.start()
        break
    end = _before_next(scan, words, head, end)
    return _without_year(scan, head, _without_city(scan, head, end))


def _before_next(scan: Scan, words: Words, head: Hit, end: int) -> int:
    """The title ends where the next one of a list begins: "(a plan on A) and (a statement on B)"."""
    for noun in words.within("nouns", head.stop, end):
        edge = _left_edge(scan, noun.start, head.stop)
        left, _ = _bundle(scan, edge, head.stop)
        gap = _NEW.search(scan.words(max(head.stop, left - 20), left))
        if not gap:
            continue
        own = (
            edge.article
            or left < edge.left
            or scan.words(edge.start, edge.start + 5) == "draft"
            or "as well" in gap[0]
        )
        plain = left - len(gap[0]) <= head.stop
        capital = scan.characters[noun.start].isupper() and scan.characters[head.start].isupper()
        if own or plain or capital:
            return left - len(gap[0])
    return end


def _without_city(scan: Scan, head: Hit, end: int) -> int:
    """ "signed an agreement on trade in Minsk": the city says where it was signed."""
    for hit in scan.within(max(head.stop, end - 40), end, "city"):
        if hit.stop == end and scan.words(hit.start - 4, hit.start) == " in " and hit.start - 4 >= head.stop:
            return hit.start - 4
    return end


_LAST_YEAR = re.compile(r"\s(?:back\s)?in\s((?:19|20)\d\d)$")


def _without_year(scan: Scan, head: Hit, end: int) -> int:
    """A year gone by at the end tells when it was done: "signed an agreement on trade in 2019"."""
    match = _LAST_YEAR.search(scan.words(head.stop, end))
    published = scan.text.published
    gone = match is not None and (int(match[1]) < int(published[:4]) if published else match.start() == 0)
    return head.stop + match.start() if match and gone else end


_ELLIPSIS = re.compile(
    r"(?:,|,?\sand|,?\sas well as)\s(?=(?:on|in connection with|concerning|regarding|about)\s)"
)


def ellipses(scan: Scan, title: Title) -> list[Title]:
    """One title said as two: "statements on A and on B" are "statements on A" and "on B"."""
    cuts = [
        m
        for m in _ELLIPSIS.finditer(scan.characters, title.head[1], title.stop)
        if m.start() > title.head[1] + 3
    ]
    if not cuts:
        return [title]
    found = [title._replace(stop=cuts[0].start())]
    ends = [m.start() for m in cuts[1:]] + [title.stop]
    for match, end in zip(cuts, ends, strict=True):
        found.append(title._replace(left=match.end(), start=match.end(), stop=end, bare=False))
    return found


_MOST = 30  # titles in one list: more is no sentence that a person wrote


def title_list(scan: Scan, words: Words, first: Hit, low: int, stop: int) -> list[Title]:
    """The title at the noun `first` and those that a list adds to it: "a plan, a statement and a decision"."""
    found: list[Title] = []
    noun: Hit | None = first
    while noun is not None and len(found) < _MOST:
        title = title_at(scan, words, noun, low, stop)
        if title is None or title.stop <= title.start:
            break
        found.append(title)
        noun = _next_noun(scan, words, title, stop)
        low = title.stop
    return found


def _next_noun(scan: Scan, words: Words, title: Title, stop: int) -> Hit | None:
    for noun in words.within("nouns", title.stop, min(stop, title.stop + 120)):
        edge = _left_edge(scan, noun.start, title.stop)
        left, _ = _bundle(scan, edge, title.stop)
        if _NEW.fullmatch(scan.words(title.stop, left)):
            return noun
        break
    return None


def acceptable(scan: Scan, title: Title, action: str, listed: bool = False) -> bool:
    """Is this the name of a document, or only a common noun? "the law", "a statement" are not."""
    words = scan.words(title.start, title.head[1]).lower()
    noun = words.split()[-1]
    named = (
        title.proper
        or title.count is not None
        or any(w in instrument_words("document_words") for w in words.split()[:-1])
    )
    if title.bare and not named:
        if (title.definite and not listed) or action not in instrument_words("strong"):
            return False
        return noun not in instrument_words("weak")
    if noun in instrument_words("weak") and not named:
        return (
            action in instrument_words("strong")
            or (listed and not title.bare)
            or (action == "submitted" and title.kind != "other")
        )
    return True
