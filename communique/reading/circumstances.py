"""When, where and how a sitting took place, as the sentence around it says."""

import re
from functools import cache

from communique.lexicon.calendar import Dated
from communique.lexicon.sittings import any_sitting_word
from communique.model.span import Span
from communique.reading.ahead_of import ahead_of, at_its_edge, set_out
from communique.reading.announced import day_of_effect, day_of_saying
from communique.reading.dates import When, reference_date, relative, when
from communique.reading.scan import Scan
from communique.reading.sentences import Sentence
from communique.reading.triggers import Trigger
from communique.reading.whereabouts import Place, distance, place_of

__all__ = ["Place", "date_of", "mode_of", "own_day", "place_of"]


_NOT_WHEN = re.compile(
    r"\b(?:since|for|of|from|until|till|by|before|after|between|towards?|beyond|dated|signed|adopted|(?:adopted|signed|concluded|reached|agreed) last|Agenda|agenda|Vision|Strategy|Plan|than|late|mid|early) (?:the )?$"
)
_SET_FOR = re.compile(
    r"\b(?:scheduled|set|planned|slated|billed|due|fixed|announced|postponed|moved|put off|rescheduled) (?:for|until|till|to) (?:the )?$"
)
_ONLINE = re.compile(
    r"\b(?:on-?line|web-based|virtual(?:ly)?|remotely|(?:via|by|through|over|using|on) (?:a |an |the )?(?:video|web|tele|zoom|vtc)[- ]?(?:conference|link|conferencing|teleconference)?"
    r"|(?:in|as) (?:a |an )?(?:video|remote|distance|distant) (?:conference|format|mode)|video[- ]?conference|video[- ]?link|teleconference|video[- ]?teleconference|web conference|videoconferencing|video call)\b"
)
_HYBRID = re.compile(
    r"\b(?:hybrid|mixed|blended|combined) (?:format|mode|meeting|session|form|manner|summit)\b|\bin (?:a )?hybrid\b"
    r"|\bboth (?:in[- ]person|physical(?:ly)?) and (?:virtual(?:ly)?|online|remote(?:ly)?)\b"
)
_IN_PERSON = re.compile(
    r"\b(?:in[- ]person|face[- ]to[- ]face|physical) (?:meeting|session|summit|talks|since|gathering|format|conference)\b|\b(?:met|held|meet|gathered|convened|convene) (?:\w+ ){0,4}?in[- ]person\b|\bbe (?:held )?in[- ]person\b",
)
# one who speaks over a screen does not make the sitting one
_ONE_SPEAKER = re.compile(
    r"\b(?:who (?:\w+ )?attend(?:ed|s)|address(?:ed|es|ing)|join(?:ed|s|ing)|sp(?:oke|eaks|eaking)|messages?|appeared|intervened|statements?|speech|remarks|connected|participat\w+|took part|told|said)\b[^.;]{0,50}$"
)


def date_of(scan: Scan, sentence: Sentence, start: int, stop: int, planned: bool) -> When | None:
    """The date that the sentence gives to the phrase at `start, stop`: the nearest that is no period or title date."""
    key = ("date", sentence.start, sentence.stop, start, stop, planned)
    if key not in scan.memo:
        scan.memo[key] = _date_of(scan, sentence, start, stop, planned)
    found: When | None = scan.memo[key]
    return found


def _date_of(scan: Scan, sentence: Sentence, start: int, stop: int, planned: bool) -> When | None:
    options: list[tuple[int, When]] = []
    inherit = next(
        (d.year for d in scan.dates_within(sentence.start, sentence.stop) if d.year and d.month), None
    )
    sitting = bool(scan.within(start, stop, "meeting_noun"))
    for dated in scan.dates_within(sentence.start, sentence.stop):
        if scan.characters.startswith(("’s ", "'s "), dated.stop) and not _of_the_sitting(scan, dated):
            continue  # "about Friday's attack"
        if dated.day is None and _of_a_past_deed(scan, sentence, dated):
            continue
        part = _part(scan, sentence, dated)
        if not part and not start <= dated.start < stop and _of_something_else(scan, sentence, dated):
            continue
        if sitting and _of_another_sitting(scan, sentence, dated, start, stop):
            continue
        if _of_a_clause(scan, sentence, dated, start, stop):
            continue
        told = planned and day_of_saying(scan, sentence.start, dated.start)
        if told or _before_it(scan, sentence, dated, start, stop):
            continue
        value = when(scan, dated, planned, inherit)
        value = _season(value, part) if value and part else value
        if value and _MOVED.search(scan.words(max(sentence.start, dated.start - 24), dated.start)):
            value = value._replace(start=value.end)
        if value:
            far = distance(dated.start, dated.stop, start, stop)
            own = 0 <= far <= _NEXT_TO or _held_there(scan, stop, dated.start)
            options.append((0 if own else far + _vague(value), value))
    for value in relative(scan, sentence.start, sentence.stop):
        if not _before_it(scan, sentence, Span(*value.at), start, stop):
            options.append((distance(*value.at, start, stop) + _vague(value), value))
    return _finer(options, start, stop) if options else None


def _finer(options: list[tuple[int, When]], start: int, stop: int) -> When:
    """The nearest; of "the [October meeting] starts on 26 October" the day in the month of its name."""
    best = min(options, key=lambda o: o[0])[1]
    if best.exact or not start <= best.at[0] < stop:
        return best
    finer = [o for o in options if o[1].exact and best.start == best.end == o[1].start[: len(best.start)]]
    return min(finer, key=lambda o: o[0])[1] if finer else best


def _of_the_sitting(scan: Scan, dated: Dated) -> bool:
    """ "Friday's emergency summit": what the day owns is a sitting."""
    return bool(scan.within(dated.stop, dated.stop + 40, "meeting_noun", "body_noun", "organ", "organ?"))


def _before_it(scan: Scan, sentence: Sentence, day: Dated | Span, start: int, stop: int) -> bool:
    """ "met on 5 May ahead of the summit", "left on 5 May to attend it", "met at its margins": a day of something before or beside it."""
    at = (day.start, day.stop)
    away = ahead_of(scan, day.stop, start) or set_out(scan, sentence.start, at, start)
    away = away or (stop <= day.start and _took_place(scan, start, stop, day.start))
    return away or at_its_edge(scan, at, start, stop)


_CLOSE = 40  # characters between a sitting and what is said of it behind "which"
_WHICH_TOOK = re.compile(
    r"[,—–-]? which (?:has |had )?(?:taken|took|occurred|happened)(?: place)? (?:\w+ )?(?:on |in )?$"
)
_ITS_NAME = re.compile(
    r"(?:(?: \([^()]{1,40}\))|(?:,? (?:in|at|of|on|between|with|by|for|and|to) [^,;.—–]{2,120})){0,4}"
)


def _took_place(scan: Scan, start: int, stop: int, place: int) -> bool:
    """ "in a [session] — a resolution on the raid in Lima, which took place on 24 April": the raid did."""
    told = _WHICH_TOOK.search(scan.small, max(stop, place - 40), place)
    if told is None:
        return False
    if start == stop:  # asked of a whole sentence
        return not scan.within(max(start, told.start() - _CLOSE), told.start(), "meeting_noun", "organ")
    return _ITS_NAME.fullmatch(scan.small, stop, told.start()) is None


_PART = re.compile(
    r"\b(?:in|during|by|for|until|to) (?:the )?(?:(?P<nth>first|second|third|fourth|last) (?P<size>half|quarter) of"
    r"|(?P<season>spring|summer|autumn|fall|winter)(?: of)?|late|early|mid)[ -]$"
)
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_QUARTERS = {"first": 33, "second": 34, "third": 35, "fourth": 36, "last": 36}


def _part(scan: Scan, sentence: Sentence, dated: Dated) -> re.Match[str] | None:
    """ "in late 2021", "in the first half of April": a part of it, still the sitting's year or month."""
    if dated.day is not None or dated.weekday is not None:
        return None
    return _PART.search(scan.small, max(sentence.start, dated.start - 40), dated.start)


def _season(value: When, part: re.Match[str]) -> When:
    """A season or a quarter of a year, as EDTF writes them (`2023-23`, `2025-36`); other parts are not written."""
    number = _SEASONS.get(part["season"]) if part["season"] else None
    if part["size"] == "quarter":
        number = _QUARTERS[part["nth"]]
    if number is None or len(value.start) != 4:
        return value
    told = f"{value.start}-{number}"
    return value._replace(start=told, end=told)


_NEXT_TO = 6  # " in July": the month right behind the phrase is its own
_HELD_THERE = re.compile(
    r",? (?:(?:which|that) was )?held (?:in|at) (?:the )?(?:[A-Za-z][\w’'-]*,? ){1,7}in (?:early |late |mid[- ])?"
)


def _held_there(scan: Scan, stop: int, at: int) -> bool:
    """ "the first summit held in the Egyptian capital of Cairo in [2000]": the year right behind its place is its own."""
    return 0 < at - stop <= 90 and _HELD_THERE.fullmatch(scan.characters, stop, at) is not None


_MOVED = re.compile(
    r"\b(?:moved|postponed|shifted|rescheduled|put off|put back|pushed back|brought forward|changed|delayed) from (?:the )?$"
)
_TITLE_YEAR = re.compile(
    r" (?:[A-Z]|annual|budget|edition|programme|program|(?:\w+ )?(?:deal|agreement|accord|pact|treaty|ceasefire|armistice|elections?|referendum|coup|war|invasion|crisis)\b)"
)


_LEADS_TO = re.compile(
    r"\b(?:ahead of|prior to|before|after|following|since|lead[- ]up to|run[- ]up to|(?:prepar|followed|preced)\w* (?:for|by)?|for|to)\b[^.;:]{0,140}$"
)
_FAR = 180  # characters before a noun within which a word leads to it: no longer find is possible
_AND_ANOTHER = re.compile(
    r",? (?:and|followed by|while|then) (?:by )?(?:an?|the|another|its|their)\b[^.;:]{0,60}"
)

# "was in Astana in 2023, an informal one in Shusha on 6 July"
_THE_OTHER = re.compile(
    r", (?:(?:and|while) )?(?:an?|the) (?:[\w-]+ ){0,2}(?:one|first|last|second|third|fourth|fifth|previous|next)(?: [—–-])? (?:in|on|at) (?:[\w-]+ )"
)


def _of_another_sitting(scan: Scan, sentence: Sentence, dated: Dated, start: int, stop: int) -> bool:
    """ "a meeting in the run-up to the summit on 5 May", "the session held on 5 May and an earlier meeting"."""
    if dated.start >= stop:
        nouns = scan.within(stop, dated.start, "meeting_noun")
        if not nouns:
            return _THE_OTHER.search(scan.small, stop, dated.start) is not None
        last = nouns[-1].start
        return _LEADS_TO.search(scan.small, max(stop, last - _FAR), last) is not None
    if dated.stop > start or not _AND_ANOTHER.fullmatch(scan.characters, dated.stop, start):
        return False
    return bool(scan.within(max(sentence.start, dated.start - 60), dated.start, "meeting_noun"))


def _of_something_else(scan: Scan, sentence: Sentence, dated: Dated) -> bool:
    """The day of something else, by the word before it ("since 2020") or the name behind it ("the 2018 Annual Report")."""
    if day_of_effect(scan, sentence.start, dated.start):
        return True
    bare = dated.year and dated.month is None and _TITLE_YEAR.match(scan.characters, dated.stop)
    if bare and not re.search(r"\b(?:[Ii]n|[Oo]f) $", scan.words(max(0, dated.start - 4), dated.start)):
        return True
    if not _NOT_WHEN.search(scan.words(max(sentence.start, dated.start - 16), dated.start)):
        return False
    before = scan.words(max(sentence.start, dated.start - 16), dated.start)
    if _SET_FOR.search(before):
        return False
    return not re.search(r"\b(?:of|from|between) $", before) or not _is_day(dated)


@cache
def _past_deed() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:{any_sitting_word('past_deeds')})(?: back| again)? in (?:early |late |mid[- ])?$"
    )


def _of_a_past_deed(scan: Scan, sentence: Sentence, dated: Dated) -> bool:
    """ "since its inception in 1994", "ties were cut in 2008": the year of that, not of the sitting."""
    return _past_deed().search(scan.small, max(sentence.start, dated.start - _DEED), dated.start) is not None


_DEED = 30  # characters in front of a year for the deed that it dates
_CLAUSES = Trigger("who", "because")
_CLAUSE = re.compile(r"\b(?:who|whose|whom|because)\b")  # "they met when he came on 5 May" is of one day
_BESIDE_EVENT = re.compile(
    r"\b(?:(?:after|following|ahead of|prior to) (?:the |its |last )?(?:[a-z]+ ){1,2}|since (?:[\w’'-]+ ){1,4})in $"
)
_SINCE = re.compile(r"\bsince (?:[\w’'-]+ ){1,4}on (?:the )?$")  # "his first since taking office on 5 May"


def _of_a_clause(scan: Scan, sentence: Sentence, dated: Dated, start: int, stop: int) -> bool:
    """ "the president, who took office on 1 May, hosted", "after the referendum in June": told of something else."""
    between = scan.small[stop : dated.start] if dated.start >= stop else ""
    if _SINCE.search(between) or (dated.day is None and _BESIDE_EVENT.search(between)):
        return True
    low, high = (
        (max(stop, sentence.start), dated.start) if stop <= dated.start else (sentence.start, dated.start)
    )
    clauses = list(_CLAUSES.each(scan, _CLAUSE, low, high))
    opened = clauses[-1] if clauses else None
    if opened is None or opened.start() < start < dated.start:
        return False
    closed = scan.characters.find(",", opened.end(), dated.start) >= 0
    return not closed


def _is_day(dated: Dated) -> bool:
    """A day of a month, or days of the week from one to another ("from Monday to Thursday")."""
    return dated.day is not None or dated.weekday != dated.end_weekday


def _vague(value: When) -> int:
    """A day beats a month, a month beats a year, at about the same distance."""
    return 0 if value.exact else 90 if len(value.start) > 4 else 160


_MODES = (
    ("hybrid", _HYBRID, Trigger("hybrid", "mixed", "blended", "combined", "both ")),
    (
        "online",
        _ONLINE,
        Trigger("online", "on-line", "web", "virtual", "remote", "video", "tele", "zoom", "vtc", "distan"),
    ),
    ("in-person", _IN_PERSON, Trigger("in-person", "in person", "face-to-face", "face to face", "physical")),
)


def mode_of(scan: Scan, start: int, stop: int) -> tuple[str, tuple[int, int]] | None:
    """online, hybrid or in-person, if the words between `start` and `stop` say so of the sitting, not of one who speaks."""
    for mode, pattern, trigger in _MODES:
        match = pattern.search(scan.small, start, stop) if trigger.stands(scan, start, stop) else None
        if match and not (
            mode == "online" and _ONE_SPEAKER.search(scan.small, max(0, match.start() - 60), match.start())
        ):
            return mode, match.span()
    return None


def own_day(scan: Scan) -> tuple[str, Span] | None:
    """The report's own day with the place that says it: the date-line's, else the stamp's."""
    own = reference_date(scan)
    if own is None:
        return None
    line = scan.dateline
    if line and line.date and line.span:
        at = scan.characters.find(line.date, line.span.start)
        for dated in scan.dates_within(at, at + 1):
            value = when(scan, dated)
            if value and value.exact:
                return value.start, Span(dated.start, dated.stop)
    if scan.text.published_span:
        return own.isoformat(), scan.text.published_span
    return None
