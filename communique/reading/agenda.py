"""The matters that a text says were, are or will be talked about, one item for each."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from typing import NamedTuple

from communique.lexicon.agenda import agenda_hits, agenda_words
from communique.lexicon.phrases import Hit
from communique.model.meeting import AgendaItem
from communique.model.span import Span
from communique.reading.instrument_deeds import deeds
from communique.reading.instrument_titles import Words, words_of
from communique.reading.people import Cast
from communique.reading.phrases import Piece, members, phrase_end
from communique.reading.scan import Scan
from communique.reading.sentences import Sentence


class Matter(NamedTuple):
    """One matter at `start, stop`, put on the table by the words at `cue`."""

    start: int
    stop: int
    cue: tuple[int, int]


_MOST = 80  # nouns of documents in one sentence: beyond that it is a table or a trap
Rule = Callable[[Scan, Sentence, Hit], Iterator[Matter]]

_NOT = re.compile(
    r"\b(?:not|n[’']t|never|without|neither|nor|no|inability to|unable to|ready to|willing\w* to|readiness to|fail\w* to|refus\w+ to|declin\w+ to|avoid\w*|may|might|could|should|would|must|whether|if|need to|needs to|urged \w+ to)\s(?:\w+\s){0,1}$",
    re.I,
)
_LEAD = re.compile(
    r"\s(?:(?:also|in detail|in depth|in particular|mainly|primarily|among other things|inter alia|at length|extensively|jointly|thoroughly|specifically|largely)\s)*(?:(?:issues|topics|matters) (?:such as|including)\s)?"
)
_WITH = re.compile(
    r"\s?with\s[^.;]{3,110}?\s(?=(?:the|a|an|issues|ways|how|bilateral|regional|current|prospects|cooperation|topical|matters|possible)\s)"
)
_BAD_START = re.compile(
    r"(?:it|them|this|that|him|her|us|me|as|to|by|in|at|on|with|for|during|and|or|if|when|monday|tuesday|wednesday|thursday|friday|saturday|sunday|the sidelines|the margins|behalf|whether or|himself|themselves|participants|journalists|reporters)\b",
    re.I,
)


def agenda(scan: Scan, cast: Cast) -> list[AgendaItem]:
    """The agenda items of a text, verbatim and in reading order.

    >>> from communique.reading.people import cast
    >>> from communique.reading.scan import scan
    >>> s = scan("The ministers discussed trade, the border and transit.")
    >>> [i.text for i in agenda(s, cast(s))]
    ['trade', 'the border', 'transit']
    """
    found: list[Matter] = list(_listed(scan))
    hits = agenda_hits(scan.characters)
    words = words_of(scan)
    for sentence in scan.sentences:
        if _is_headline(scan, sentence):
            continue
        of_sentence = _of_sentence(scan, sentence, hits)
        if of_sentence:
            found.extend(_without_instruments(scan, words, sentence, of_sentence))
    kept = _distinct(scan, sorted(found))
    return [_item(scan, m) for m in kept]


def _item(scan: Scan, matter: Matter) -> AgendaItem:
    span = Span(matter.start, matter.stop)
    return AgendaItem(
        text=span.cut(scan.characters), evidence={"": (span,), "text": (span,), "cue": (Span(*matter.cue),)}
    )


def _is_headline(scan: Scan, sentence: Sentence) -> bool:
    title = scan.text.title_span
    return title is not None and sentence.start < title.stop and title.start < sentence.stop


def _of_sentence(scan: Scan, sentence: Sentence, hits: list[Hit]) -> list[Matter]:
    found: list[Matter] = []
    at = bisect_left(hits, (sentence.start,))
    while at < len(hits) and hits[at].start < sentence.stop:
        hit = hits[at]
        at += 1
        if _NOT.search(scan.words(max(sentence.start, hit.start - 30), hit.start)):
            continue
        for matter in RULES[hit.label](scan, sentence, hit):
            if not any(m.start < matter.stop and matter.start < m.stop for m in found):
                found.append(matter)
    return found


def _behind(scan: Scan, sentence: Sentence, hit: Hit) -> Iterator[Matter]:
    """ "discussed A, B and C"."""
    if re.search(
        r"(?:issues|topics|matters|questions|be|been|being|were|was) $",
        scan.words(max(sentence.start, hit.start - 10), hit.start),
    ) and hit.value.startswith("discussed"):
        return
    if hit.value == "focus on" and not re.search(
        r"(?:s|to|will|also|ly|would|they|and) $", scan.words(max(sentence.start, hit.start - 10), hit.start)
    ):
        return
    yield from _matters(scan, sentence, hit.stop, hit)


def _matters(scan: Scan, sentence: Sentence, place: int, hit: Hit) -> Iterator[Matter]:
    """The list that begins at `place`."""
    start = _skip(scan, place, sentence.stop)
    if start >= sentence.stop or _BAD_START.match(scan.characters, start) or scan.characters[start] in ".,;)":
        return
    stop = phrase_end(scan, start, sentence.stop)
    if scan.characters[stop : stop + 1] == ":" and _generic(scan.words(start, stop)):
        start = stop + 1
        stop = sentence.stop
        yield from _semicolons(scan, start, stop, hit)
        return
    for piece in _with_including(scan, start, stop):
        if not _generic(scan.words(*piece)):
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


def _semicolons(scan: Scan, start: int, stop: int, hit: Hit) -> Iterator[Matter]:
    text = scan.words(start, stop)
    if ";" in text:
        at = start
        for part in text.split(";"):
            lead = len(part) - len(part.lstrip())
            body = re.sub(r"^and\s", "", part.strip()).rstrip(" .")
            begin = (
                start
                + text.index(part, at - start)
                + lead
                + (len(part.strip()) - len(re.sub(r"^and\s", "", part.strip())))
            )
            at = begin
            if body:
                yield Matter(begin, begin + len(body), (hit.start, hit.stop))
        return
    begin = start + len(text) - len(text.lstrip())
    for piece in members(scan, begin, phrase_end(scan, begin, stop)):
        yield Matter(piece.start, piece.stop, (hit.start, hit.stop))


_INCLUDING = re.compile(r",?\s(?:including|such as|encompassing|namely|notably)\s(?:areas including\s)?")


def _with_including(scan: Scan, start: int, stop: int) -> Iterator[Piece]:
    """ "a range of issues, including A and B" names A and B; "areas of work, including one" is one matter."""
    for piece in members(scan, start, stop):
        cut = _INCLUDING.search(scan.characters, piece.start, piece.stop)
        if cut is None:
            yield piece
            continue
        inner = members(scan, cut.end(), piece.stop)
        head = scan.words(piece.start, cut.start())
        if len(inner) == 1 and not _kind_of_issues(head):
            yield piece
            continue
        yield Piece(piece.start, cut.start())
        if _kind_of_issues(head):
            yield from inner


def _kind_of_issues(words: str) -> bool:
    return bool(re.search(r"\b(?:issues|topics|matters|areas|subjects|questions|sectors|fields)$", words))


def _generic(words: str) -> bool:
    """Nothing but "a number of issues", "the situation", "12 issues"."""
    plain = [
        w
        for w in re.findall(r"[a-z0-9’'-]+", words.lower())
        if w not in agenda_words("empty") and not w.isdigit()
    ]
    return all(w in agenda_words("generic") for w in plain)


_SUBJECT = re.compile(
    r"(?:^|[\s“\"])([A-Za-z-]+)\s(?:(?:also|then|mainly|jointly|further|will|to|had|have|has|are|is|were|was|it|be|been|[a-z]+ly|expected|likely|in turn|there)\s)*$"
)


def _doing(scan: Scan, sentence: Sentence, hit: Hit) -> Iterator[Matter]:
    """ "the ministers reviewed A"; "the meeting covered B"; not "the plan covered"."""
    if hit.value in ("informed", "briefed"):
        yield from _informed(scan, sentence, hit)
        return
    after = scan.words(hit.stop, min(sentence.stop, hit.stop + 30))
    if re.match(
        r" (?:that|it|this|him|her|by|as|to|himself|the (?:meeting|participants|gathering|audience|event|session|summit|conference|forum|opening|assembly|council|nation|people)\b(?!’|'))",
        after,
    ):
        return
    if re.search(
        r"\b(?:a|an|the|of|under|peer|for|in|on|its|their)[ -]$",
        scan.words(max(sentence.start, hit.start - 10), hit.start),
    ):
        return
    if _subject_fits(scan, sentence, hit):
        yield from _matters(scan, sentence, hit.stop, hit)


def _informed(scan: Scan, sentence: Sentence, hit: Hit) -> Iterator[Matter]:
    """ "informed the participants about A"."""
    about = re.match(
        r"\s(?:the\s)?(?:participants|meeting|sitting|session|colleagues|ministers|members|council|leaders|delegates|audience|secretaries|heads)\b[^.;]{0,50}?\s(?:about|of|on)\s",
        scan.words(hit.stop, sentence.stop),
    )
    if about:
        yield from _matters(scan, sentence, hit.stop + about.end() - 1, hit)


_AGENDA_ONLY = frozenset(
    ("included", "includes", "include", "contains", "contained", "featured", "features", "concerned")
)
_TALKS_ONLY = frozenset(
    (
        "covered",
        "covers",
        "cover",
        "addressed",
        "addresses",
        "address",
        "addressing",
        "devoted to",
        "dedicated to",
        "deals with",
        "deal with",
        "dealt with",
        "tackled",
        "tackle",
    )
)


def _subject_fits(scan: Scan, sentence: Sentence, hit: Hit) -> bool:
    """Who does it: those who meet, or the meeting; for "includes" only the agenda."""
    before = scan.words(max(sentence.start, hit.start - 140), hit.start)
    nouns = re.findall(r"[a-z]+", before.lower().rsplit(";", 1)[-1])
    if hit.value in _AGENDA_ONLY:
        return (
            bool(
                re.search(
                    r"\b(?:agenda|topics|issues on the table|items|subjects)(?:\s(?:also|of|for|the|\w+|discussed|on)){0,8}\s$",
                    before,
                    re.I,
                )
            )
            and "delegation" not in nouns
        )
    last = nouns[-14:]
    if hit.value in _TALKS_ONLY:
        return bool(agenda_words("talks") & set(last)) or bool(
            {"they", "sides", "leaders", "ministers", "participants"} & set(nouns[-4:])
        )
    if bool((agenda_words("talks") | agenda_words("talkers")) & set(last)):
        return True
    return (
        len(scan.within(max(sentence.start, hit.start - 200), hit.start, "office")) > 1 and " and " in before
    )


def _before(scan: Scan, sentence: Sentence, hit: Hit) -> Iterator[Matter]:
    """ "A and B were discussed"; "C is on the agenda"."""
    start = _subject_start(scan, sentence, hit.start)
    if start >= hit.start - 2 or re.match(
        r"(?:which|that|it|this|these|they|he|she|we|there)\b", scan.words(start, hit.start), re.I
    ):
        return
    stop = hit.start
    relative = re.search(r",?\s(?:which|that|also)?\s?$", scan.words(start, stop))
    stop -= len(relative[0]) if relative else 1
    for piece in members(scan, start, stop):
        words = scan.words(*piece)
        if (
            not _generic(words)
            and len(words.split()) < 40
            and not re.match(r"[a-z]+ed\s(?:in|by|at|on|between)\b", words)
        ):
            yield Matter(_without_other(words, piece.start), piece.stop, (hit.start, hit.stop))


def _without_other(words: str, start: int) -> int:
    other = re.match(
        r"(?:Other|Also|Among other)(?:\s(?:relevant|topical|important|pressing))?\s(?=issues|matters|topics)",
        words,
    )
    return start + (other.end() if other else 0)


_REACH = 700  # characters: no subject is longer, and a text without full stops stays linear
_INTRO = re.compile(
    r"(?:(?:During|At|In|On|Within|As|Among|Following|After|Besides|According|Also|Under|Moreover|Furthermore|Additionally|Thus|For)\b[^,]{0,120},\s)+"
)
_CLAUSE = re.compile(
    r"[;:]\s|\b(?:said|noted|added|reported|stressed)\sthat\s|,\s(?:and|while|where|with)\s(?=[^,]{0,80}$)|\bthat\s"
)


def _subject_start(scan: Scan, sentence: Sentence, place: int) -> int:
    low = max(sentence.start, place - _REACH)
    intro = _INTRO.match(scan.characters, low, place)
    start = intro.end() if intro else low
    for match in _CLAUSE.finditer(scan.characters, start, place):
        if match[0].strip() in (", and",) and "," in scan.words(start, match.start()):
            continue
        if match[0].strip() == "that" and not re.search(
            r"\w+ed that $|\bsays? that $", scan.words(max(start, match.start() - 12), match.end())
        ):
            continue
        start = match.end()
    return start


def _gathering(scan: Scan, sentence: Sentence, hit: Hit) -> Iterator[Matter]:
    """ "a seminar on A": what the noun is about, unless a day follows or it is a proper name."""
    if re.match(r"\s(?:the\s)?\w+\sside\b", scan.words(hit.stop, hit.stop + 30)):
        return
    if scan.characters[hit.start].isupper() or scan.dates_within(hit.stop, hit.stop + 6):
        return
    start = _skip(scan, hit.stop, sentence.stop)
    if start >= sentence.stop or _BAD_START.match(scan.characters, start):
        return
    stop = phrase_end(scan, start, sentence.stop)
    cut = re.search(
        r"\s(?:for|in|with|held|hosted|organi[sz]ed|attended|between|of the|at)\s", scan.words(start, stop)
    )
    stop = start + cut.start() if cut else stop
    if stop > start and not _generic(scan.words(start, stop)):
        yield Matter(start, stop, (hit.start, hit.stop))


_COPULA = re.compile(
    r"(?:\s(?:on|of|for|in|under|at)(?:\s(?!was\b|were\b|is\b|are\b)[\w’'-]+){1,8}?)?(?:\s(?:under discussion|discussed|raised|covered|considered|on the agenda|to be discussed|for discussion))*\s(?P<is>was|were|is|are|included|include|includes|ranged from)\s(?!(?:also\s)?(?:on|discussed|considered|reviewed|raised|addressed|resolved|settled|being|not|attended|held|to be|expected|agreed|approved|adopted|set|published|prepared|the same|still|very|so|more|of|in|a matter)\b)"
)


def _named(scan: Scan, sentence: Sentence, hit: Hit) -> Iterator[Matter]:
    """ "One of the items on the agenda was A"; "Among the topics discussed were B and C"."""
    copula = _COPULA.match(scan.characters, hit.stop, sentence.stop)
    if copula is None:
        return
    phrase = scan.words(max(sentence.start, hit.start - 60), copula.start("is"))
    if not re.search(
        r"\bagenda\b|\bdiscuss|\btopics?\b|\bfocus\b|\bunder discussion\b|\bin focus\b|\braised\b|\bon the table\b",
        phrase,
        re.I,
    ):
        return
    if copula["is"] in ("is", "was") and not re.search(
        r"\b(?:one of|key|main|topic|item|focus|among|central|major)\b", phrase, re.I
    ):
        return
    yield from _matters(scan, sentence, copula.end() - 1, hit)


RULES: dict[str, Rule] = {
    "behind": _behind,
    "doing": _doing,
    "before": _before,
    "gathering": _gathering,
    "named": _named,
}


def _without_instruments(scan: Scan, words: Words, sentence: Sentence, found: list[Matter]) -> list[Matter]:
    """What was considered as a document stands among the instruments, not here."""
    if not 0 < len(words.within("nouns", sentence.start, sentence.stop)) <= _MOST:
        return found
    texts = [
        d.title
        for d in deeds(scan, words, sentence)
        if d.action in ("considered", "approved", "adopted", "signed")
    ]
    return [
        m for m in found if not any(t.start < m.stop and m.start <= t.start < m.start + 25 for t in texts)
    ]


_HEADING = re.compile(
    r"^[#* \t]*(?:(?:The|Draft|Provisional|Main) )?(?:[Aa]genda|AGENDA)(?: items)?:?[* ]*$", re.M
)
_POINT = re.compile(r"[ \t]*(?:\d{1,2}[.)]|[-*•–])\s+(?P<text>\S[^\n]*)\n?|[ \t]*\n")


def _listed(scan: Scan) -> Iterator[Matter]:
    """A heading "Agenda" and the numbered or bulleted lines below it."""
    for heading in _HEADING.finditer(scan.characters):
        at = heading.end() + 1
        while point := _POINT.match(scan.characters, at):
            at = point.end()
            if point["text"] and scan.sentence_at(point.start("text")):
                body = point["text"].rstrip(" .;\r")
                yield Matter(point.start("text"), point.start("text") + len(body), heading.span())
            if at == point.start():
                break


def _distinct(scan: Scan, found: list[Matter]) -> list[Matter]:
    """A matter named twice is one item, in its fuller wording."""
    kept: list[tuple[frozenset[str], Matter]] = []
    for matter in found:
        stems = frozenset(
            w[:5]
            for w in re.findall(r"[a-z0-9]{3,}", scan.words(matter.start, matter.stop).lower())
            if w not in ("the", "and")
        )
        for i, (known, old) in enumerate(kept):
            if stems == known or (1 < len(stems) and 2 * len(stems) >= len(known) and stems <= known):
                break
            if known < stems and len(known) > 1 and 2 * len(known) >= len(stems):
                kept[i] = (stems, matter)
                break
        else:
            kept.append((stems, matter))
    return sorted(m for _, m in kept)
