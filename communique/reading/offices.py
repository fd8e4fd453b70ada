"""Titles of offices: "Secretary of the Russian Security Council", with the country or body they belong to."""

import re
from bisect import bisect_right
from functools import cache
from itertools import zip_longest

import msgspec
from msgspec.structs import replace

from communique.lexicon.countries import country_codes
from communique.lexicon.cues import office_heads, office_words
from communique.lexicon.names import name_words
from communique.lexicon.phrases import Hit, plain_word
from communique.reading.names import Run
from communique.reading.no_offices import names_no_office
from communique.reading.scan import Scan, word_before
from communique.reading.title_lists import (
    CLAIMED,
    claimed_at,
    claimed_country,
    coordinated,
    country_list,
    heads_portfolio,
    is_desk,
    joins_portfolios,
    listed,
    names_whom,
    of_a_ministry,
    portfolios,
    vocabulary,
)
from communique.reading.title_owners import (
    house_owner,
    inner_owner,
    leading_owner,
    trailing_owner,
    with_ministry,
)


class Title(msgspec.Struct, frozen=True, order=True, gc=False):
    """The title of an office at `start, stop`; `core_*` is the title without its country or organisation.

    `of` is a country code, an acronym, or None; `plural` for "ministers"; `weak` when the head alone is no office.
    """

    start: int
    stop: int
    core_start: int
    core_stop: int
    head: str
    of: str | None
    of_start: int
    of_stop: int
    plural: bool
    weak: bool
    former: bool


def of_one(scan: Scan, title: Title) -> Title:
    """What each of "Foreign Ministers A and B" holds: the title less its plural ending, if that is its last letter."""
    one = title.head[:-1]
    if not (title.plural and title.head.endswith("s") and one in office_heads()):
        return title
    if not scan.small.endswith(title.head, title.core_start, title.core_stop):
        return title
    return replace(title, core_stop=title.core_stop - 1)


_CONNECTOR = re.compile(
    r" {1,2}(?P<word>of the|of|for the|for|to the|to|on the|on|[Ii]n [Cc]harge [Oo]f the|[Ii]n [Cc]harge [Oo]f|in the|in|at the|at|with the|with|[Rr]esponsible [Ff]or|under the)(?=[ \n])"
)
_SENT = re.compile(
    r"(?:counterparts?|colleagues?|representatives?|delegates?|ministers|envoys?|ambassadors?|officials|members?)$",
    re.I,
)
_FROM = re.compile(r" (?P<word>from the|from)(?= )")
# "Defence Minister (First Secretary of State) of A", "Head of the Group of the Diet (Parliament) of A"
_GLOSS = re.compile(r" \([A-Za-z][\w\u2024 .,&’'-]{1,60}\)(?= of (?:the )?[A-Z])")
_FURTHER = re.compile(
    r" \([A-Za-z][\w\u2024 .,&’'-]{1,60}\)(?= of (?:the )?[A-Z])|,? (?:in charge of|[Rr]esponsible for)(?= )"
)
# "Director General, National Security Agency, X", "the Spokesperson, Ministry of Finance, X"
_APPENDED = re.compile(
    r",(?= (?:the )?(?:[A-Z][\w-]+ ){0,4}(?:Ministry|Department|Agency|Authority|Bureau|Directorate|Secretariat|Embassy|Mission|High Commission)"
    r"(?:,| (?:of|for) [A-Z]| \([A-Z]))"
)
_STEP = re.compile(
    r"(?P<gap>\n {0,14}| {1,2}|, | - | – | & )(?P<word>(?:[^\s,;:()“”\".]+|\.(?![A-Z][a-z]{2}))+)"
)
_OWN = frozenset(("its", "his", "her", "their", "the", "a", "an", "this", "that"))
_NO_PART = _OWN | {"of", "host"}
_SMALL = _OWN | {"of", "for", "and", "on", "in", "to", "with"}


@cache
def _modifiers() -> frozenset[str]:
    return office_words("modifiers") | office_words("former")


def titles(scan: Scan, start: int, stop: int, names: list[Run]) -> list[Title]:
    """The titles of offices between `start` and `stop`; `names` are the runs that may be people there."""
    heads = scan.within(start, stop, "office", "offices")
    if not heads:
        return []
    starts = {run.title for run in names} | {run.start for run in names}
    begins = [run.start for run in names]
    found: list[Title] = []
    heads = [head for head in heads if not _in_a_name(head, names, begins)]
    for head, following in zip_longest(heads, heads[1:]):
        if (found and head.start < found[-1].stop) or _modifies(scan, head, following):
            continue
        title = title_at(scan, head, start, stop, starts, found[-1].stop if found else start)
        if title and found and _one_office(scan, found[-1], title):
            title = _as_one(found.pop(), title)
        if title:
            found.append(title)
    return found


def _in_a_name(head: Hit, names: list[Run], begins: list[int]) -> bool:
    """The Judge of "Peter Judge", the Dean of "Dean Barrow"."""
    at = bisect_right(begins, head.start) - 1
    return at >= 0 and head.start < names[at].stop


def _as_one(first: Title, second: Title) -> Title:
    owner = second if second.of else first
    return replace(
        first,
        stop=second.stop,
        core_stop=second.core_stop,
        of=owner.of,
        of_start=owner.of_start,
        of_stop=owner.of_stop,
        weak=False,
    )


def _one_office(scan: Scan, first: Title, second: Title) -> bool:
    """ "Deputy Prime Minister and Minister of Foreign Affairs of A", "Deputy Prime Minister of A - Minister of Trade": one office under two names."""
    dashed = scan.words(first.stop, second.start) in (" - ", " – ") and first.of in country_codes()
    in_front = first.of in country_codes() and second.of is None and first.of_start < first.core_stop
    if (first.of is not None and not (dashed or in_front)) or first.plural or second.plural:
        return False
    if first.former or second.former:
        return False
    if first.head not in office_words("cabinet") or second.head not in office_words("cabinet"):
        return False
    owner = second.of is None or second.of in country_codes()
    return (
        owner
        and second.core_start == second.start
        and scan.words(first.stop, second.start) in (" and ", " & ", ", and ", " – ", " - ")
    )


_OWNER_MARK = re.compile(r"[’'`‘]s? ")


def _modifies(scan: Scan, head: Hit, following: Hit | None) -> bool:
    """A head in front of a head is part of its title: "deputy chairman", "President's Assistant"."""
    if following is None:
        return False
    gap = scan.words(head.stop, following.start)
    if gap == " " or _OWNER_MARK.fullmatch(gap):
        return True
    return head.value in ("deputy", "assistant") and bool(gap) and of_a_ministry(gap)


def title_at(scan: Scan, head: Hit, low: int, stop: int, names: set[int], floor: int) -> Title | None:
    """The title around the word `head`; None where the word names no office."""
    if names_no_office(scan, head):
        return None
    start = _leftwards(scan, head.start, max(low, floor), names)
    end = _rightwards(scan, head.stop, stop, names)
    core_start, of_left = leading_owner(scan, start, head.start) if start < head.start else (start, None)
    core_stop, of_right = trailing_owner(scan, head.stop, end) if head.stop < end else (end, None)
    bracket = scan.characters.startswith(" (", end)
    abbreviated = _ABBREVIATED.match(scan.characters, end, stop) if bracket else None
    if (
        abbreviated
        and end + 2 not in names
        and (end > head.stop or abbreviated[0].isupper() or is_desk(abbreviated[0]))
    ):
        end = abbreviated.end()
        if _APPENDED.match(
            scan.characters, end, stop
        ):  # "Joint Secretary (SAARC), Ministry of Foreign Affairs of Nepal"
            end = _rightwards(scan, end, stop, names)
            core_stop, of_right = trailing_owner(scan, head.stop, end)
    if of_left and of_right and of_right.label not in ("country", "adjective", "institution"):
        core_stop = end  # "Rwanda's Minister of East African Community"
    owner = of_left or of_right
    if owner is None and head.value not in office_words("cabinet"):
        owner = house_owner(scan, head.stop, end)
    owner = owner or inner_owner(scan, start, end, head)
    before = scan.small[start : head.start].split()
    former = not office_words("former").isdisjoint(before)
    return Title(
        start,
        end,
        core_start,
        core_stop,
        head.value,
        owner.value if owner else None,
        owner.start if owner else start,
        owner.stop if owner else end,
        head.label == "offices",
        head.value in office_words("weak") and end == head.stop and start == head.start,
        former,
    )


_ABBREVIATED = re.compile(r" \([A-Z](?:[A-Za-z. -]{1,14}|[A-Za-z,& -]{15,45})\)")
_MINISTRY = re.compile(r"(?:the )?(?:Ministry|Department|Division|Bureau|Directorate|Office) (?:of|for) ")


def _leftwards(scan: Scan, at: int, low: int, names: set[int]) -> int:
    """Where the title begins: modifiers, portfolio words, countries and bodies before the head."""
    if at >= low + 3 and scan.small[at - 3 : at] == "ex-":
        at -= 3  # "Kenya's ex-foreign minister"
    best = head = at
    while True:
        before = word_before(scan.characters, at, max(low, at - 40))
        if before is None:
            break
        word_start, word = before
        hit = _claimed_before(scan, word_start, at - 1, low)
        if hit is not None and best == at:
            at = best = hit
            continue
        if not _premodifier(scan, word, word_start, at) or (
            at == head and word in ("and", "&") and not heads_portfolio(scan, head)
        ):
            break
        at = word_start
        if word.lower() not in ("and", "&"):
            best = at
    return with_ministry(scan, best, low) if best < head else best


_OF = (" of ", " of the ")


def _claimed_before(scan: Scan, start: int, stop: int, low: int) -> int | None:
    """Start of a country, body or region that ends at `stop` (possessive marks allowed)."""
    for hit in scan.within(max(low, start - 60), stop, *CLAIMED):
        rest = scan.words(hit.stop, stop)
        if hit.label == "country" and rest == "" and scan.small.endswith(_OF, 0, hit.start):
            continue  # "named X of Burundi Secretary General"
        if hit.start <= start < hit.stop <= stop and rest in ("", "'s", "’s", "`s", "'", "’", "`", "‘s"):
            return hit.start
    return None


def _premodifier(scan: Scan, word: str, start: int, stop: int) -> bool:
    low = (bare := plain_word(word)).lower()
    if low in _NO_PART or (low == "under" and not scan.small.startswith("secretar", stop)):
        return False
    if word == low and low in office_words("seen_to") and _SEES_TO_IT.match(scan.small, stop):
        return True  # "its fisheries secretary"
    if bare != word and low in ("country", "republic", "nation", "kingdom"):
        return True
    if low == "and" or low == "&":
        before = scan.words(max(0, start - 24), start - 1).split()
        if joins_portfolios(scan, start, stop):
            return True
        joined = bool(before) and before[-1] in vocabulary() and before[-1].lower() not in office_heads()
        return joined and not any(
            h.stop == start - 1 for h in scan.within(max(0, start - 40), start, "country", "organisation")
        )
    if bare != word and low in office_heads():
        return True
    if low in _modifiers() or low in ("deputy", "vice"):
        return low not in ("country", "group", "house", "bank") or bare[0].isupper()
    return bare in vocabulary() and bare[0].isupper() and bare not in _forms_of_address()


@cache
def _forms_of_address() -> frozenset[str]:
    """The Excellency of "His Excellency President X" is no part of the title."""
    return frozenset(title.split()[-1] for title in name_words("honorifics")) | {"Excellencies", "Majesties"}


_SEES_TO_IT = re.compile(r"(?:minister|secretary|commissioner)\b")
_GOES_ON = (" ", "-", ",")
_SUFFIX = re.compile(r"[- ](?:[Dd]esignate|[Ee]lect|in-[Oo]ffice)\b")


def _connector(scan: Scan, at: int, end: int, stop: int) -> re.Match[str] | None:
    """The "of the" behind a title's head; "from" only in "ministers from A"."""
    found = _CONNECTOR.match(scan.characters, end, stop)
    if found:
        return found
    found = _FROM.match(scan.characters, end, stop)
    sent = found and _SENT.search(scan.words(max(0, at - 16), at))
    return found if found and sent and scan.within(found.end(), found.end() + 5, "country") else None


_OWNERS_MARK = re.compile(r"[’'`‘]s?(?= )")


def _rightwards(scan: Scan, at: int, stop: int, names: set[int]) -> int:
    """Where the title ends: "of the Council of the Republic of the National Assembly of Belarus"."""
    if scan.characters[at : at + 1] not in _GOES_ON:
        return at
    suffix = _SUFFIX.match(scan.characters, at, stop)
    end = suffix.end() if suffix else at
    gloss = _GLOSS.match(scan.characters, end, stop) if scan.characters.startswith(" (", end) else None
    end = gloss.end() if gloss and gloss.start() + 2 not in names else end
    if scan.small.endswith("chair", 0, at) and scan.small.startswith(" with ", at):
        return end  # "shared the chair with Norway's minister"
    connected = _connector(scan, at, end, stop) or _APPENDED.match(scan.characters, end, stop)
    if not connected or connected.end() + 1 in names:
        return end
    place = connected.end()
    last = end
    while True:
        further = _FURTHER.match(scan.characters, place, stop)
        place = further.end() if further else place
        step = _STEP.match(scan.characters, place, stop)
        if not step:
            return last
        word_start = step.start("word")
        if word_start in names or (
            step["gap"][0] == "\n" and _NEW_LINE.match(scan.characters, word_start, stop)
        ):
            return last
        verdict = _continues(scan, step, word_start, names, stop)
        if verdict == "stop":
            return last
        hit = claimed_at(scan, word_start)
        place = hit if hit and hit >= step.end() - 1 else word_start + len(step["word"].rstrip(".!?"))
        if verdict == "word":
            last = place
            tail = _OWNERS_MARK.match(scan.characters, place, stop)
            place = tail.end() if tail else place


# a line of a list begins: "Malaysia: ...", "- ...", "2. ..."
_NEW_LINE = re.compile(r"[A-Z][\w\u2024 .’'()-]{2,40}: |[-–•*·] |\d{1,2}[.)] ")
_AT_OFFICE = re.compile(
    r" (?:the )?(?:[A-Z][\w-]+(?:[’']s)? )?(?:[Mm]inistry|[Dd]epartment|Office|[Ee]mbassy|[Mm]ission|[Ss]ecretariat|Presidency|Cabinet|foreign office)\b"
)


def _continues(scan: Scan, step: re.Match[str], start: int, names: set[int], stop: int) -> str:
    """Whether the word goes on with the title: "word", "small" (only if more follows) or "stop"."""
    word, gap = step["word"], step["gap"]
    low = plain_word(word.rstrip(".!?")).lower()
    if gap == ", " and low == "and":
        listed_before = "," in scan.words(max(0, step.start() - 40), step.start())
        another = listed_before and not claimed_country(scan, step.end() + 1)
        return "small" if another and coordinated(scan, step.end(), names, stop) else "stop"
    if gap in (", ", " - ", " – "):
        goes_on = gap == ", " and (
            _MINISTRY.match(scan.characters, start, stop)
            or listed(scan, start, names, stop)
            or country_list(scan, step.start(), start)
        )
        return "small" if goes_on and not claimed_country(scan, start) else "word" if goes_on else "stop"
    if low == "and":
        return "small" if coordinated(scan, step.end(), names, stop) else "stop"
    if low == "at":
        return "small" if _AT_OFFICE.match(scan.characters, step.end(), stop) else "stop"
    claimed = claimed_at(scan, start)
    if low in _SMALL and not (claimed and word == "The"):
        own = low in ("his", "her", "this", "that") or scan.small.startswith("for its ", start - 4)
        return "stop" if own else "small"
    if claimed:
        return "word"
    bare = plain_word(word)
    if word[0].isupper():
        return (
            "word"
            if bare in vocabulary() or "-" in bare or bare.isupper() or low in _modifiers()
            else _unknown(scan, start, names)
        )
    if (
        names_whom(scan, low, start)
        or low in office_words("nouns")
        or (low in portfolios() and _OF_WHAT.search(scan.words(max(0, start - 36), start)))
    ):
        return "word"
    return "stop"


_OF_WHAT = re.compile(
    r"(?:\b(?:[Mm]inister|[Ss]ecretary|portfolio) (?:of|for|in charge of)(?: [a-z]+)?|[a-z], | and|,) $"
)


def _unknown(scan: Scan, start: int, names: set[int]) -> str:
    """A capitalised word the lexicon does not know belongs to the title unless a person's name starts there."""
    return "stop" if start in names else "word"
