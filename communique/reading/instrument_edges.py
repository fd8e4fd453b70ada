"""Where the name of an instrument begins: its article, its number, the words in front of its noun."""

import re
from functools import cache
from typing import NamedTuple

from communique.lexicon.instruments import instrument_words, numerals, verbs
from communique.reading.scan import Scan

_NOUNS = frozenset(("draft", "drafts", "review", "update", "release", "back", "exit", "seal", "pen"))


class Edge(NamedTuple):
    """Where a noun phrase begins: `left` with its article or number, `start` without."""

    left: int
    start: int
    number: int | None
    definite: bool
    article: bool


@cache
def _numbers() -> dict[str, int]:
    return {word: n for n, word in enumerate(numerals())}


_BLANKS = (" ", "\n", "\u00a0")
_BACK = re.compile(r"(\d[\d,]*|[^\s,]+)[ \n\u00a0]$")
_MANY = re.compile(
    r"(?:(?:^|(?<=\s))(?:a|an|the)\s)(?:large |whole |wide |great |significant |certain |small )?(?:number|series|range|variety|host|raft)\sof\s(?:the\s)?$",
    re.I,
)
_BUNDLE = re.compile(r"(?:package|packages|set|sets|block)\sof\s(?:the\s)?$", re.I)
_PART_OF = re.compile(
    r"(?:(?:the|a)\s)?(?:text|texts|draft|drafts|version|wording|copy|copies|total|most|some|all|signed)\s(?:of\s)(?:the\s|\d+\s)?$",
    re.I,
)


def _word_before(words: str) -> str:
    """The word or number in front of the one blank with which `words` end: `_word_before("all 2,000 ") == "2,000"`."""
    if words[-1:] not in _BLANKS or words[-2:-1].isspace():
        return ""
    word = words[:-1].rpartition(" ")[2]
    if word.isalnum():  # nearly always, and it costs less than the pattern
        return word
    match = _BACK.search(words)
    return match[1] if match else ""


def left_edge(scan: Scan, head: int, low: int) -> Edge:
    """How far the noun phrase reaches to the left of its noun, not beyond `low`."""
    start = head
    count: int | None = None
    if head > low and scan.characters[head - 1] in '“"«':
        return _quoted(scan, head - 1, head, low)
    while start > low:
        word = _word_before(scan.words(max(low, start - 40), start))
        if not word:
            break
        plain = word.lower().strip("“\"«‘'")
        before = start - len(word) - 1
        if word[0] in ".;:" and len(word) > 1:  # "end .The agreement": a new sentence without its blank
            word, plain, before, low = word[1:], plain[1:], before + 1, before + 1
        if word[-1] in ",;:)”»." and not re.fullmatch(r"(?:[A-Z]\.)+|\([A-Z][\w-]+\)", word):
            break
        if plain in instrument_words("determiners") and (len(word) == 1 or not word.isupper()):
            definite = plain in ("the", "this", "that", "these", "those")
            return Edge(before, start, count, definite, True)
        if plain in _numbers() or (
            plain.isdigit() and len(plain) < 4 and not scan.dates_within(before - 12, before + 1)
        ):
            return _counted(
                scan, before, start, low, _numbers().get(plain) if not plain.isdigit() else int(plain)
            )
        if plain == "and" and _joins_capitals(scan, before, start):
            start = before
            continue
        if plain in instrument_words("no_modifiers") or _is_verb(scan, before, plain):
            break
        if plain in _pasts() and _tells(scan, low, before):
            break
        start = before + (1 if word[0] in '“"«' else 0)
        if word[0] in '“"«':
            return _quoted(scan, before, start, low)
    return Edge(start, start, count, False, False)


def _tells(scan: Scan, low: int, at: int) -> bool:
    """ "the General Assembly adopted resolutions"; "endorsed a report, approved plans": a verb, no participle."""
    ahead = scan.words(max(low, at - 40), at)
    return ahead.endswith(", ") or _word_before(ahead)[:1].isupper()


def _quoted(scan: Scan, before: int, start: int, low: int) -> Edge:
    """'the "Lima Declaration"': the article stands in front of the mark."""
    match = re.search(r"\b(?:the|a|an|its|their)\s$", scan.words(max(low, before - 6), before), re.I)
    return Edge(before - len(match[0]) if match else before, start, None, bool(match), bool(match))


def _counted(scan: Scan, before: int, start: int, low: int, count: int | None) -> Edge:
    """ "the two draft agreements": the article stands in front of the number."""
    match = re.search(
        r"(?:the|these|those|all|both|more than|over|about|some|nearly|around|at least|a total of|a record|as many as|no fewer than|up to)\s$",
        scan.words(max(low, before - 16), before),
        re.I,
    )
    return Edge(before - len(match[0]) if match else before, start, count, False, True)


def _joins_capitals(scan: Scan, before: int, after: int) -> bool:
    """The "and" of one capitalised name: "the Trade and Investment Agreement"."""
    left = re.search(r"(\S+)\s$", scan.words(max(0, before - 30), before))
    return bool(
        left
        and left[1].lstrip('-–—•*(“«"')[:1].isupper()
        and left[1][-1] not in ",;:"
        and left[1].lower() not in instrument_words("of_lists")
        and scan.characters[after].isupper()
        and not scan.within(before - len(left[0]), before, "country", "organisation")
    )


def _is_verb(scan: Scan, at: int, word: str) -> bool:
    if word in _deeds():
        return True
    if word.endswith("ing") and word != "implementing" and word in verbs():
        return True
    return (word[-2:] == "ed" and bool(scan.within(at, at + 1, "say", "meet", "hold", "attend"))) or word in (
        "said",
        "says",
        "met",
        "held",
        "saw",
        "see",
        "sees",
    )


@cache
def _deeds() -> frozenset[str]:
    """Verbs that are nothing else: "adopt", "makes"; not "draft", "signed" or "update"."""
    return frozenset(w for w, v in verbs().items() if v.forms <= {"base", "third"} and w not in _NOUNS)


@cache
def _pasts() -> frozenset[str]:
    return frozenset(w for w, v in verbs().items() if "past" in v.forms and w.endswith("ed"))


def bundle(scan: Scan, edge: Edge, low: int) -> tuple[int, int]:
    """ "a number of documents" keeps its number, "the text of the treaty" does not."""
    before = scan.words(max(low, edge.left - 40), edge.left)
    if "of" not in before.lower():
        return edge.left, edge.start
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
