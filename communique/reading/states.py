"""Which states sat at a meeting without anybody's name: "ministers from A, B and C", "the President of A", "A objected"."""

import re
from collections.abc import Callable, Iterator
from functools import cache

from communique.lexicon.phrases import Hit
from communique.lexicon.presence import presence_pieces, presence_words
from communique.lexicon.sittings import sitting_words
from communique.reading.absences import absence_told, joins_a_body, other_time
from communique.reading.chair_passed import passed_the_chair
from communique.reading.drafts import Draft
from communique.reading.fronted import fronted
from communique.reading.people import Cast
from communique.reading.rows import Row, country_rows, founded, joined_the_body, party_rows, quoted
from communique.reading.scan import Scan
from communique.reading.sentences import Sentence
from communique.reading.triggers import Trigger


def states_there(scan: Scan, cast: Cast, draft: Draft, sentence: Sentence) -> Iterator[Hit]:
    """The countries that `sentence`, told of the meeting of `draft`, puts there.

    >>> from communique.reading.people import cast
    >>> from communique.reading.scan import scan
    >>> seen = scan("Ministers from Mali, Niger and Chad approved the plan.")
    >>> [h.value for h in states_there(seen, cast(seen), Draft(0, 9), seen.sentences[0])]
    ['ML', 'NE', 'TD']
    """
    if draft.firm or draft.noun in sitting_words("two_sided") or draft.status in ("postponed", "cancelled"):
        return
    rules = _PLANNED if draft.status == "planned" else _RULES
    rows = [r for r in country_rows(scan, sentence) if not quoted(r.before) and _told(r, cast, rules)]
    theirs = (
        _their_ministers(scan, sentence) if scan.within(sentence.start, sentence.stop, "adjective") else []
    )
    if theirs and scan.within(sentence.start, sentence.stop, "meeting_noun", "gather"):
        yield from theirs
    yield from passed_the_chair(scan, sentence)
    if rows and other_time(scan, sentence.start, sentence.stop):
        return
    away = bool(rows) and absence_told(scan, sentence.start, sentence.stop)
    for row in rows:
        if not away or _voted(row, cast):
            yield from row.parties


def _told(row: Row, cast: Cast, rules: tuple[Callable[[Row, Cast], bool], ...]) -> bool:
    if joins_a_body(row.scan, row.stop) or joined_the_body(row.before):
        return False
    return fronted(row) or any(rule(row, cast) for rule in rules)


_FROM = re.compile(r" ?(?:of|from|representing|for|:)(?: the)? ")
_NAMELY = re.compile(r"(?:\b(?:of|from|for|as|namely|including|representing|like)|[:,(–—-])(?: the)? ?$")
_VERBS = re.compile(r"[.;]|\b(?:[a-z]{2,}ed|spoke|told|said|on|about|against|over|s?pea?ks?|visits?)\b")
_LIST = 3  # countries in a list that need not stand right behind "ministers of"
_REACH = 80  # characters between "ministers" and their countries


def _officers_of(row: Row, cast: Cast) -> bool:
    """ "ministers from A and B"; "representatives of the foreign ministries of A, B and C"."""
    start = row.parties[0].start
    low = max(row.sentence.start, start - _REACH)
    many = row.scan.within(low, start, "offices")
    heads = row.scan.small.rfind("heads of ", low, start)
    if not many and heads < 0:
        return False
    near = row.scan.small[max(many[-1].stop if many else 0, heads + 5 if heads >= 0 else 0) : start]
    if len(row.parties) < _LIST:
        return bool(_FROM.fullmatch(near))
    return bool(_NAMELY.search(near)) and not _VERBS.search(near)


_SPOKEN_OF = Trigger(*presence_pieces("spoken_of"))


@cache
def _spoken_of() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{presence_words('spoken_of')})\b[^,;.]{{0,60}}$")


def _officer_of(row: Row, cast: Cast) -> bool:
    """ "the Prime Minister of A" took part, named or not; nobody who is only called on or congratulated."""
    first = row.parties[0]
    office = any(
        t.of == first.value and t.of_start == first.start and not (t.former or t.weak or t.plural)
        for t in cast.titles_at(max(row.sentence.start, first.start - _REACH), first.stop)
    )
    low = max(row.sentence.start, first.start - _REACH)
    return office and not (
        _SPOKEN_OF.stands(row.scan, low, first.start) and _spoken_of().search(row.before[-_REACH:])
    )


_SAYS = ("say_clause", "say_that", "say_finite", "say_announced")


def _officer_to_come(row: Row, cast: Cast) -> bool:
    """ "the President of A will attend"; whoever only spoke of the summit may come or not."""
    behind = min(row.sentence.stop, row.parties[0].stop + _REACH)
    return _officer_of(row, cast) and not row.scan.within(row.parties[0].stop, behind, *_SAYS)


@cache
def _act() -> re.Pattern[str]:
    return re.compile(
        rf" ?,? (?:(?:{presence_words('between')}),? )?(?:(?:have|has|had) )?"
        rf"(?!(?:{presence_words('idle')}|did)\b|joined (?:the |this )?(?:[\w-]+ ){{0,2}}(?:program(?:me)?|organi[sz]ation|union|agreement|convention|treaty|initiative|bloc|alliance|community)\b)(?:[a-z]{{2,}}ed|sent|{presence_words('past')})\b(?! not\b| by\b)"
    )


_SHORT = 24  # characters: what must end right before the state needs no more
_OPENING = re.compile(r"(?:^|[,;:–—]|\b(?:and|while|but|where|as|when))\s*(?:the )?$")


def _acted(row: Row, cast: Cast) -> bool:
    """ "A and B entered objections": a state that did something there."""
    if not _OPENING.search(row.before, max(0, len(row.before) - _SHORT)):
        return False
    start = row.parties[0].start
    if len(row.parties) == 1 and _PLACED.search(
        row.scan.characters, max(row.sentence.start, start - 60), start
    ):
        return False
    aside = _SPEAKING.match(row.scan.small, row.stop, row.sentence.stop)
    return bool(_act().match(row.scan.small, aside.end() if aside else row.stop, row.sentence.stop))


# "the meeting in Port Louis, Mauritius, opened": where it was
_PLACED = re.compile(r"\b(?:in|at|near) (?:the city of )?(?:[A-Z][\w’'-]+ ?){1,4}, $")
_SPEAKING = re.compile(
    r", (?:speaking|on behalf of|speaking on behalf of|speaking for) [^,;.“\"]{3,70},(?= )"
)


_COUNTED = re.compile(
    r"\b(?:delegations?|delegates|partners|countries|states|nations|members|participants|parties|economies|governments|representatives|those|attendees)\b"
    r"[^.;]{0,60}?(?:\b(?:includ(?:e|es|ed|ing)|comprised?|comprising|among them|among which|among others|such as|were|are|was|namely|consist(?:ed|s) of|came from|come from|from|of)|:|;|[(–—-])(?: the)? ?$"
)
_PRESENT = re.compile(
    r"\b(?:attend\w*|participa\w+|represented|present|presence|tak(?:e|ing) part|took part|joined|gathered|brought together)\b"
)


def _counted(row: Row, cast: Cast) -> bool:
    """ "Delegations in attendance include A, B and C"; "the participating countries were A and B"."""
    if len(row.parties) < 2:
        return False
    near = row.before[-160:]
    there = _PRESENT.search(near) or _THEY_CAME.match(row.scan.small, row.stop, row.sentence.stop)
    return bool(there) and bool(_COUNTED.search(near))


_THEY_CAME = re.compile(
    r" ?\)? (?:(?:are|were|is|was|will be|have been|had been) (?:all |also |both )?(?:participating|taking part|present|represented|attending|in attendance)"
    r"|(?:have |had )?(?:all |also |both )?(?:attended|participated|took part|taken part))\b"
)


_BY_THEM = (" by ", " of ", " by the ", " of the ")
_ATTENDED = re.compile(
    r"\b(?:attended|joined|attendance|participation|presence|addressed)(?: (?:also|as well))? (?:by|of)(?: the)? $"
)
_WHOLE = re.compile(r"\s*(?:\([A-Z]+\)|\))?\s*(?:[,.;]|$|and\b|as\b|in\b|on\b|at\b)")


def _attended(row: Row, cast: Cast) -> bool:
    """ "attended by A, B and C": the states themselves, no office-holder of one."""
    near = row.before[-40:]
    return (
        near.endswith(_BY_THEM)
        and not founded(row.before)
        and bool(_ATTENDED.search(near))
        and bool(_WHOLE.match(row.scan.characters, row.stop, row.sentence.stop))
    )


def _their_ministers(scan: Scan, sentence: Sentence) -> list[Hit]:
    """ "Chadian, Malian and Nigerien ministers signed": those who sat there, by their countries."""
    for row in party_rows(scan, sentence):
        if len(row.parties) < 2 or any(h.label != "adjective" for h in row.parties):
            continue
        who = _WHO.match(scan.small, row.stop, sentence.stop)
        opens = _OPENING.search(row.before, max(0, len(row.before) - _SHORT)) or row.before.endswith(_BY_THEM)
        if who and opens and not quoted(row.before):
            return list(row.parties)
    return []


_WHO = re.compile(
    r" (?:[a-z]+ ){0,2}(?:ministers|presidents|premiers|leaders|officials|delegations|negotiators|envoys|diplomats|representatives)\b(?! (?:will|would|may|might|did not))"
)
_BY_ONE = re.compile(r" by (?:its|their|the|an?|his|her) ")
_REPRESENTED = re.compile(r"\brepresented by\b[^;]{3,200},? (?:and|while) (?:the )?$")


def _by_its_own(row: Row, cast: Cast) -> bool:
    """ "A was represented by its Vice President, and B by its ambassador"."""
    return bool(_BY_ONE.match(row.scan.small, row.stop)) and bool(_REPRESENTED.search(row.before))


_WERE = re.compile(
    r"\b(?:heads of sta?te?|leaders|presidents|ministers|representatives?)\b[^.;:]{0,60} (?:were|are)(?: from)?(?: the)? $"
)


def _were(row: Row, cast: Cast) -> bool:
    """ "The leaders or representatives at the summit were A, B and C"."""
    return len(row.parties) >= _LIST and bool(_WERE.search(row.before[-110:]))


_VOTING = re.compile(
    r",? (?:voted |voting |were |was )?(?:against|abstaining|abstained|in favou?r|opposed|dissenting)\b"
)
_VOTE = ("vot", "favour", "favor", "adopted")
_VOTES = ("favo", "against", "abst", " for")
# "3 abstentions (A, B and C)", "among those that voted in favour of it are A and B", "two abstentions from A and B"
_COUNT = re.compile(
    r"\b(?:votes?|voted|voting|one|two|\d+) (?:in favou?r|against|for)\b(?: (?:of )?(?:it|(?:the |this |a )?(?:\w+ ){0,2}(?:text|resolution|draft|motion|proposal|decision|amendment|treaty)))?,? ?(?:[(:–-] ?|\b(?:are|were|was|from|included|including) )(?:the )?$"
    r"|\b(?:in favou?r|against|abstentions?|abstaining|abstained)(?: (?:were|was|came from))? ?[(:–-] ?(?:the )?$"
    r"|\babstentions?(?:, ?| (?:from|by|of) )(?:the )?$|\babstaining (?:were|was|are) (?:the )?$"
)
_SPONSORED = re.compile(
    r"\b(?:drafted|tabled|sponsored|proposed|put forward|introduced|moved|seconded|circulated|penned)(?: jointly)? by(?: the)? $"
)


def _voted(row: Row, cast: Cast) -> bool:
    """ "with A and B against and C abstaining"; "nine votes against (A, B and C)"; "the text, tabled by A and B"."""
    if row.before.endswith((" by ", " by the ")):
        return bool(_SPONSORED.search(row.before[-40:]))
    near = row.before[-90:]
    counted = any(word in near for word in _VOTES) and _COUNT.search(near)
    if not counted and not _VOTING.match(row.scan.small, row.stop, row.sentence.stop):
        return False
    told = row.scan.small[row.sentence.start : row.sentence.stop]
    return any(word in told for word in _VOTE)


_HOSTING = re.compile(
    r" (?:(?:is|was|will be|will|has|had|that|which|also) ){0,2}(?:hosts?|hosted|hosting|to host) "
)


_BY_HOSTS = re.compile(
    r"\b(?:co-)?(?:hosted|convened|organi[sz]ed|sponsored)(?: jointly)?(?:,? (?:here|jointly|today|yesterday|(?:in|on|at) [\w-]+(?: \d{1,4}| [a-z]+)?)){0,3},? by(?: the)? $"
)


def _hosts(row: Row, cast: Cast) -> bool:
    """ "the summit that Nepal is hosting", "hosted by Kenya", where the sentence names the meeting."""
    by = row.before.endswith((" by ", " by the "))
    told = (by and _BY_HOSTS.search(row.before[-90:])) or _HOSTING.match(
        row.scan.small, row.stop, row.sentence.stop
    )
    return bool(told and row.scan.within(row.sentence.start, row.sentence.stop, "meeting_noun"))


_DELEGATIONS = re.compile(
    r"(?:^|[,;:] |\b(?:and|where|that|by|while|as well as|heads of) )(?:the )?(?:[a-z-]+ )?delegations (?:of|from)(?: the)? $"
)
_REFUSED = re.compile(r"\b(?:refus\w+|reject\w+|declin\w+|never|not|without|failed|boycott\w*|oppos\w+)\b")
_GROUPED = re.compile(
    r"\b(?:meetings?|summit|conference|talks|session|gathering|forum|dialogue)\b[^.;:“”\"]{0,60}?,? (?:(?:which )?(?:included|includes|involved|involves)|which gathered|group(?:s|ed|ing)|brought together|brings together|bringing together|involving)(?: the)? $"
)


def _grouped(row: Row, cast: Cast) -> bool:
    """ "delegations of A and B", "the talks, which brought together A and B"."""
    near = row.before[-120:]
    if len(row.parties) < 2 or _REFUSED.search(near):
        return False
    return bool(_DELEGATIONS.search(near) or _GROUPED.search(near))


_STOOD_FOR = re.compile(
    r"(?: \([A-Z]+\))?(?:,| (?:is|was|were|will be))(?: which (?:is|was))?(?: also)? represented(?: [^,.;]{3,40})? by\b"
)
_SENT_FOR = re.compile(r"\brepresented by [^.;]{3,140}, (?:the )?$")
_ELECTED = re.compile(
    r"(?: \([A-Z]+\))?(?:, [^.;]{3,160}?,)? (?:(?:was|were|is|has been|have been|had been) )?(?:unanimously |also )?(?:re-?)?(?:elected|appointed|chosen)"
    r" (?:as |to )?(?:the )?(?:(?:position|post|office|role|seat) of |serve as )?(?:its |the |an? )?(?:new |co-)?(?:chair|president|vice[- ]|rapporteur|bureau)"
)
_OFFICER = ("elected", "appointed", "chosen")


def _elected(row: Row, cast: Cast) -> bool:
    """ "A, represented by X, was elected Vice-Chair"; "Represented by X, A was elected": a state in an office of the meeting."""
    behind = row.scan.small[row.stop : row.stop + 240]
    if _STOOD_FOR.match(behind) and _OPENING.search(row.before[-_SHORT:]):
        return True
    chosen = _ELECTED.match(behind) if any(word in behind for word in _OFFICER) else None
    return bool(chosen and not _of_a_body(row, row.stop + chosen.end())) or bool(
        "represented by " in row.before and _SENT_FOR.search(row.before) and _DID_IT.match(behind)
    )


_OF = re.compile(r"[\w-]* (?:[\w-]+ )?(?:of|to) (?:the )?")


def _of_a_body(row: Row, at: int) -> bool:
    """ "elected chairman of the Arab League": an office that some body gives, not the meeting."""
    of = _OF.match(row.scan.small, at, row.sentence.stop)
    return bool(of and row.scan.within(of.end(), of.end() + 1, "organisation", "organ"))


_DID_IT = re.compile(r" (?:was|were|has|had|[a-z]+ed)\b")
_FOR_IT = re.compile(r"(?<!be )\brepresented(?: the)? $")


def _stood_for(row: Row, cast: Cast) -> bool:
    """ "I represented the Netherlands on the second day": somebody spoke for the state."""
    return bool(_FOR_IT.search(row.before[-20:])) and bool(
        _FOR_A_PART.match(row.scan.characters, row.stop, row.sentence.stop)
    )


_FOR_A_PART = re.compile(r"\s*(?:[,.;]|$|(?:and|as|in|on|at|for|during|along|with)\b)")
_TIME_THAT = re.compile(r"(?:^|, |\b(?:that|while|where|and|as) )(?:the )?$")


def _came(row: Row, cast: Cast) -> bool:
    """ "the first time that A and the other members (B and C) are participating"."""
    told = _THEY_CAME.match(row.scan.small, row.stop, row.sentence.stop)
    return bool(told) and bool(_TIME_THAT.search(row.before[-24:]))


_ASKED = re.compile(
    r"\b(?:met|meets?|meetings?|convene[sd]?|held|sessions?|summit|sat|gathered)\b(?: (?!(?:the|an?|that|about|over|against|with|\w{3,}ed|on (?!\w+day|\d))\b)[^.;,“”\" ]+){0,5}"
    r" (?:(?:at|on|upon|following) (?:the|a) (?:[a-z]+ )?(?:request|proposal|motion|initiative) (?:of|by|from)|(?:requested|called for|called|convoked|summoned) by)(?: the)? $"
)


def _asked_for_it(row: Row, cast: Cast) -> bool:
    """ "The Council met at the request of A": who asked for a sitting is there."""
    return row.before.endswith(_BY_ASKING) and bool(_ASKED.search(row.before[-130:]))


_BY_ASKING = (*_BY_THEM, " from ", " from the ")
_GLAD = re.compile(r"\b(?:thank\w*|welcom\w+|hail\w+|appreciat\w+|prais\w+|commend\w*)\b[^.;]{0,60}$")
_COMING = re.compile(r"[’'](?:s)? (?:participation|presence|attendance) (?:in|at|during)\b")


def _participation_of(row: Row, cast: Cast) -> bool:
    """ "thanked A and B for B's participation in it": both came."""
    return bool(_COMING.match(row.scan.small, row.stop)) and bool(_GLAD.search(row.before[-90:]))


_WITH = re.compile(
    r"^(?: \([a-z/-]+\))?(?:,? (?:has|had|will|also|today|recently|(?:on )?\w+day|on \d+ \w+(?: \d+)?),?){0,3} (?:held|holds?|convene[sd]?) (?:an? |its |the )?(?:[\w-]+ ){0,4}"
    r"(?:meetings?|session|summit|consultations|conference|dialogue|discussions?) with(?: the)? $"
)


def _met_with(row: Row, cast: Cast) -> bool:
    """ "The Council held a meeting with A and B": the sitting of a body, told as what it did."""
    bodies = row.scan.within(row.sentence.start, row.parties[0].start, "organ", "organisation")
    if " with" not in row.before[-12:] or not bodies:
        return False
    told = _WITH.search(row.before[bodies[-1].stop - row.sentence.start :])
    return bool(told) and bool(_WHOLE.match(row.scan.characters, row.stop, row.sentence.stop))


_RULES = (
    _officers_of,
    _officer_of,
    _counted,
    _attended,
    _acted,
    _voted,
    _hosts,
    _by_its_own,
    _were,
    _grouped,
    _elected,
    _participation_of,
    _met_with,
    _stood_for,
    _came,
    _asked_for_it,
)
_PLANNED = (
    _officers_of,
    _officer_to_come,
    _counted,
    _attended,
    _hosts,
    _by_its_own,
    _grouped,
    _participation_of,
    _met_with,
)
