"""How a sentence puts a matter on the table: one small rule for each way."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from communique.lexicon.agenda import agenda_words
from communique.lexicon.phrases import Hit
from communique.reading.agenda_lists import pieces, points
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
    r"\s(?:(?:also|in detail|in depth|in particular|mainly|primarily|among other things|inter alia|at length|extensively|jointly|thoroughly|specifically|largely)\s)*(?:(?:issues|topics|matters) (?:such as|including)\s)?"
)
_WITH = re.compile(
    r"\s?with\s[^.;]{3,110}?\s(?=(?:the|a|an|issues|ways|how|bilateral|regional|current|prospects|cooperation|topical|matters|possible)\s)"
)
_BAD_START = re.compile(
    r"(?:it|them|this|that|him|her|us|me|as|to|by|in|at|on|with|for|during|and|or|if|when|monday|tuesday|wednesday|thursday|friday|saturday|sunday|the sidelines|the margins|behalf|whether or|himself|themselves|participants|journalists|reporters)\b",
    re.I,
)
_INCLUDING = re.compile(r",?\s(?:including|such as|encompassing|namely|notably)\s(?:areas including\s)?")
_SUBJECT = re.compile(
    r"(?:^|[\s“\"])([A-Za-z-]+)\s(?:(?:also|then|mainly|jointly|further|will|to|had|have|has|are|is|were|was|it|be|been|[a-z]+ly|expected|likely|in turn|there)\s)*$"
)
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
_LONGEST = 6000  # characters: no list behind a colon is longer
_REACH = 700  # characters: no subject is longer, and a text without full stops stays linear
_INTRO = re.compile(
    r"(?:(?:During|At|In|On|Within|As|Among|Following|After|Besides|According|Also|Under|Moreover|Furthermore|Additionally|Thus|For)\b[^,]{0,120},\s)+"
)
_CLAUSE = re.compile(
    r"[;:]\s|\s[-–—]\s|(?<=[a-z])\.(?=[A-Z])|\b(?:said|noted|added|reported|stressed)\sthat\s|,\s(?:and|while|where|with)\s(?=[^,]{0,80}$)|\bthat\s"
)
_COPULA = re.compile(
    r"(?:\s(?:on|of|for|in|under|at)(?:\s(?!was\b|were\b|is\b|are\b)[\w’'-]+){1,8}?)?(?:\s(?:under discussion|discussed|raised|covered|considered|on the agenda|to be discussed|for discussion))*\s(?P<is>(?:was|were) (?:cut|limited|reduced|confined) to|was|were|is|are|included|include|includes|ranged from|consisted of|comprised|comprises)\s(?!(?:also\s)?(?:on|discussed|considered|reviewed|raised|addressed|resolved|settled|being|not|attended|held|to be|expected|agreed|approved|adopted|set|published|prepared|the same|still|very|so|more|of|in|a matter)\b)"
)


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
    before = scan.words(max(sentence.start, hit.start - 30), hit.start)
    if hit.value == "work through" and not before.endswith("to "):
        return
    if hit.value.endswith((" on", " about", " over")) and _YET_TO_COME.search(before):
        return
    yield from _matters(scan, sentence, hit.stop, hit)


_YET_TO_COME = re.compile(
    r"\b(?:(?:start|launch|opening|beginning|resumption|idea) of|welcom\w+|calls? for|called for|need for|propos\w+|toward|towards)\s(?:\w+\s){0,2}$"
)


def _matters(scan: Scan, sentence: Sentence, place: int, hit: Hit) -> Iterator[Matter]:
    """The list that begins at `place`."""
    start = _skip(scan, place, sentence.stop)
    if start >= sentence.stop or _BAD_START.match(scan.characters, start) or scan.characters[start] in ".,;)":
        return
    stop = phrase_end(scan, start, sentence.stop)
    verb = _THEN_VERB.search(scan.characters, start, stop)
    stop = verb.start() if verb else stop
    if scan.characters[stop : stop + 1] == ":" and _generic(scan.words(start, stop)):
        start = stop + 1
        stop = sentence.stop
        yield from _points(scan, start, stop, hit)
        return
    for piece in _with_including(scan, start, stop):
        if not _generic(scan.words(*piece)) and not _NEW_CLAUSE.match(scan.words(*piece)):
            yield Matter(piece.start, piece.stop, (hit.start, hit.stop))


_THEN_VERB = re.compile(r",\s(?:was|were|is|are|will|has|have|had)\b")
_NEW_CLAUSE = re.compile(r"(?:the two|both|they|the sides|the parties|all)\s(?:[a-z]+ed|met|held|took)\b")


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


def _points(scan: Scan, start: int, stop: int, hit: Hit) -> Iterator[Matter]:
    for piece in points(scan, start, stop):
        yield Matter(piece.start, piece.stop, (hit.start, hit.stop))


def _with_including(scan: Scan, start: int, stop: int) -> Iterator[Piece]:
    """ "a range of issues, including A and B" names A and B; "areas of work, including one" is one matter."""
    for piece in pieces(scan, start, stop):
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


def _doing(scan: Scan, sentence: Sentence, hit: Hit) -> Iterator[Matter]:
    """ "the ministers reviewed A"; "the meeting covered B"; not "the plan covered"."""
    if hit.value in ("informed", "briefed"):
        yield from _informed(scan, sentence, hit)
        return
    after = scan.words(hit.stop, min(sentence.stop, hit.stop + 30))
    if re.match(
        r" (?:(?:that|it|this|him|her|by|as|to|himself)\b|the (?:meeting|participants|gathering|audience|event|session|summit|conference|forum|opening|assembly|council|nation|people)\b(?!’|'))",
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


def _subject_fits(scan: Scan, sentence: Sentence, hit: Hit) -> bool:
    """Who does it: those who meet, or the meeting; for "includes" only the agenda."""
    before = scan.words(max(sentence.start, hit.start - 140), hit.start)
    nouns = re.findall(r"[a-z]+", before.lower().rsplit(";", 1)[-1])
    if hit.value in _AGENDA_ONLY:
        return _OF_AGENDA.search(before) is not None and "delegation" not in nouns
    if hit.value.startswith(("spoke", "speak")):
        return bool((agenda_words("talks") | agenda_words("talkers")) & set(nouns[-4:]))
    if _CALLED_TO.search(before):
        return True
    last = nouns[-14:]
    if hit.value in ("dedicated to", "devoted to") and _ANNIVERSARY.match(scan.characters, hit.stop):
        return False
    if hit.value in _TALKS_ONLY:
        return bool(agenda_words("talks") & set(last)) or bool(
            {"they", "sides", "leaders", "ministers", "participants"} & set(nouns[-4:])
        )
    if bool((agenda_words("talks") | agenda_words("talkers")) & set(last)):
        return True
    return (
        len(scan.within(max(sentence.start, hit.start - 200), hit.start, "office")) > 1 and " and " in before
    )


_OF_AGENDA = re.compile(
    r"\b(?:agenda|topics|issues on the table|items|subjects)(?:\s(?:also|of|for|the|\w+|discussed|on)){0,8}\s$",
    re.I,
)
_ANNIVERSARY = re.compile(r"\s(?:the\s|its\s|their\s)?[\w-]+\s(?:anniversary|jubilee)\b")
_CALLED_TO = re.compile(
    r"\b(?:It (?:was|is) (?:called )?to|(?:met|meet|meets|gathered|convened|assembled|session|summit|meeting|sitting)\s(?:[^.;,]{0,60}\s)?to)\s$"
)


def _before(scan: Scan, sentence: Sentence, hit: Hit) -> Iterator[Matter]:
    """ "A and B were discussed"; "C is on the agenda"."""
    start = _subject_start(scan, sentence, hit.start)
    if _PRONOUN.search(scan.words(max(start, hit.start - 12), hit.start)) or _NO_SUBJECT.match(
        scan.characters, start
    ):
        return
    if start >= hit.start - 2 or re.match(
        r"(?:which|that|it|this|these|they|he|she|we|there)\b", scan.words(start, hit.start), re.I
    ):
        return
    stop = hit.start
    relative = re.search(r",?\s(?:which|that|also)?\s?$", scan.words(start, stop))
    stop -= len(relative[0]) if relative else 1
    for piece in pieces(scan, start, stop):
        words = scan.words(*piece)
        if (
            not _generic(words)
            and len(words.split()) < 40
            and not re.match(r"[a-z]+ed\s(?:in|by|at|on|between)\b", words)
        ):
            yield Matter(_without_other(words, piece.start), piece.stop, (hit.start, hit.stop))


_PRONOUN = re.compile(r"(?:^|\s)(?:it|they|he|she|this|these|which|that)\s(?:also\s)?$", re.I)
_NO_SUBJECT = re.compile(
    r"(?:When |If )?(?:Asked|asked|Was|Were|Did|Whether|whether|No|Nothing|None|Neither|Not)\b"
)


def _without_other(words: str, start: int) -> int:
    other = re.match(
        r"(?:Other|Also|Among other)(?:\s(?:relevant|topical|important|pressing))?\s(?=issues|matters|topics)",
        words,
    )
    return start + (other.end() if other else 0)


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
    one = re.search(r"\ban?\s$", scan.words(max(sentence.start, hit.start - 4), hit.start))
    if (scan.characters[hit.start].isupper() and not one) or scan.dates_within(hit.stop, hit.stop + 6):
        return
    start = _skip(scan, hit.stop, sentence.stop)
    if start >= sentence.stop or _BAD_START.match(scan.characters, start):
        return
    stop = phrase_end(scan, start, sentence.stop)
    cut = re.search(
        r"\s(?:for|in|with|held|hosted|co-hosted|organi[sz]ed|attended|between|of the|at)\s",
        scan.words(start, stop),
    )
    stop = start + cut.start() if cut else stop
    if stop > start and not _generic(scan.words(start, stop)):
        yield Matter(start, stop, (hit.start, hit.stop))


def _named(scan: Scan, sentence: Sentence, hit: Hit) -> Iterator[Matter]:
    """ "One of the items on the agenda was A"; "Among the topics discussed were B and C"."""
    listed = list(_heads_list(scan, sentence, hit))
    copula = _COPULA.match(scan.characters, hit.stop, sentence.stop)
    if listed or copula is None:
        yield from listed
        return
    phrase = scan.words(max(sentence.start, hit.start - 60), copula.start("is"))
    if not re.search(
        r"\bagenda\b|\bdiscuss|\btopics?\b|\bfocus\b|\bunder discussion\b|\bin focus\b|\braised\b|\bon the table\b|\bthe (?:main )?subjects?\b|\bthe themes\b|\bcent(?:re|er) of\b|\bheart of\b|\b(?:main|key|central) (?:item|theme)\b",
        phrase,
        re.I,
    ):
        return
    if (
        copula["is"] in ("is", "was")
        and hit.value != "subject"
        and not re.search(
            r"\b(?:one of|key|main|topic|item|focus|among|central|major|centre|center|heart)\b", phrase, re.I
        )
    ):
        return
    yield from _matters(scan, sentence, copula.end() - 1, hit)


_BETWEEN_THEM = re.compile(
    r"(?P<whom>\s[^.;:!?]{2,110}?)\s(?P<about>about|on|over|regarding|concerning)\s(?!(?:the\s)?(?:sidelines|margins|eve|occasion|basis|behalf|\w+day\b|\d))"
)
_NO_NAMES = re.compile(
    r"\b(?:was|were|is|are|has|have|had|will|would|said|who|which|that|where|when|after|before|during|and (?:then|also)|focused|agreed|signed|held|took|paid|visited|told|to)\s|[“”\"]"
)


def _encounter(scan: Scan, sentence: Sentence, hit: Hit) -> Iterator[Matter]:
    """ "held talks with his colleague about A"; "a meeting of the envoys on B"."""
    match = _BETWEEN_THEM.match(scan.characters, hit.stop, sentence.stop)
    if match is None or _NO_NAMES.search(match["whom"] + " "):
        return
    if match["about"] == "on":
        before = scan.words(max(sentence.start, hit.start - 24), hit.start)
        if scan.dates_within(match.end(), match.end() + 6) or not _INDEFINITE.search(before):
            return
    ends = _ENDS.search(scan.characters, match.end(), min(sentence.stop, match.end() + _REACH))
    within = sentence._replace(stop=ends.start()) if ends else sentence
    yield from _matters(scan, within, match.end() - 1, hit)


_ENDS = re.compile(
    r"\s(?:ended|ends|broke up|broke down|concluded|began|begin|begins|took place|take place|takes place|opened|closed|failed|resumed|collapsed|stalled)\b"
)
_INDEFINITE = re.compile(r"\b(?:a|an|held|had|has|holds?|in|separate|another)\s(?:[\w-]+\s){0,2}$", re.I)
_COLON = re.compile(r"(?P<more>[^.:;!?\n]{0,60})(?P<colon>:\s|,\s(?:namely|to wit|i\.e\.)\s)")
_OF_TALKS = re.compile(
    r"\bagenda\b|\bdiscuss|\btopics?\b|\bon the table\b|\btalk|\bconsider|\breview|\braised\b|\bcooperation\b",
    re.I,
)


def _heads_list(scan: Scan, sentence: Sentence, hit: Hit) -> Iterator[Matter]:
    """ "On the agenda: A, B"; "five areas of cooperation, namely A and B"; "these issues were discussed: A; B"."""
    colon = _COLON.match(scan.characters, hit.stop, sentence.stop)
    if colon is None or (colon["more"] and not colon["more"].startswith((" ", ","))):
        return
    head = scan.words(max(sentence.start, hit.start - 60), colon.end())
    if not _OF_TALKS.search(head) or re.search(r"\bnot\b|\bsaid\b|\btold\b", head):
        return
    yield from _points(scan, colon.end(), min(sentence.stop, colon.end() + _LONGEST), hit)


RULES: dict[str, Rule] = {
    "behind": _behind,
    "doing": _doing,
    "before": _before,
    "gathering": _gathering,
    "named": _named,
    "encounter": _encounter,
}
