"""Lists of instruments: behind a colon, behind "including", in bullets, and told in the sentence that follows."""

import re
from collections.abc import Iterator

from communique.lexicon.instruments import instrument_words
from communique.lexicon.phrases import Hit
from communique.reading.instrument_moods import mood, words_before
from communique.reading.instrument_objects import Deed, form_of
from communique.reading.instrument_titles import Title, ellipses, title_list, untouched
from communique.reading.instrument_words import Words
from communique.reading.phrases import phrase_end
from communique.reading.scan import Scan
from communique.reading.sentences import Sentence

_COLON = re.compile(r"(?:\s[^\s:;.,]+){0,4}\s?:\s")
_FAR = re.compile(
    r"[^:;.]{0,140}?(?:\s?:\s|,?\s(?:(?:that|which)\sincludes?d?|including|among them|among which (?:are|were)|namely|specifically)\s)"
)
_BULLET = r"(?:[-–—•*·▪●■►]\s?|\(?\d{1,2}[.)]\s|\(?[a-z]\)\s)"
_ASIDE = re.compile(
    rf",\s(?:which|that|aimed|designed|providing|covering|signed|intended)\b[^,;.:]{{3,140}}(?:,|;)?\s+(?:and\s|as well as\s)?(?:{_BULLET})?"
)
_FIRST = re.compile(rf"\s*(?:{_BULLET})?")
_NEXT = re.compile(rf"[”»\"]?\s?[;,.]?\s*(?:and\s+)?(?:{_BULLET})?(?:and\s)?")
_ITEM = re.compile(rf"{_BULLET}")
_TAIL = re.compile(r",?\s(?:and|respectively)$")
_NUMBER = re.compile(r"\(?(?:\d{1,2}|[a-z])[.)]")
_LINK = re.compile(
    r"[^.;:]{0,90}?(?:\s?:\s|\s(?:include[sd]?|comprise[sd]?|covered|were|are|was)\s(?:the following\s?|as follows\s?)?:?)"
)
_FRONTED = re.compile(r"(?:^|\b)(?:also|among|including|other)\b[^.;:,]{0,40}$", re.I)
_CONTINUES = re.compile(
    r"(?:(?:these|they|those|(?:the|all)?\s?(?:\w+\s)?(?:documents|agreements|instruments|papers|texts|accords|decisions|deals|mous|memoranda)|it)\b"
    r"[^.;:,]{0,50}?\s(?:include[sd]?|are|were|comprise[sd]?|cover(?:ed|s)?)|among\s(?:them|these|those|the\s\w+)\b[^.;:,]{0,40}?\s(?:are|were|is|was))"
    r"(?:\sas follows|\sthe following)?\s?:?(?=\s)",
    re.I,
)
_AT_ONCE = re.compile(r"(?:\s(?:here|there|today|also|jointly|then))?\s(?:were|was|are)")
_OUTCOME = re.compile(
    r"\s(?:came out of|emerged from|resulted from|are the outcome of|were the outcome of)\s"
)
_MOST = 40  # titles in one list: more is no list that a person wrote


def general(scan: Scan, title: Title) -> bool:
    """ "six documents", "the following agreements": a word for many that a list may spell out."""
    words = scan.words(title.start, title.head[1]).lower()
    return (
        title.stop == title.head[1]
        and words.endswith(("s", "memoranda", "understanding"))
        and not scan.characters[title.start : title.head[1]].istitle()
    )


def spread(scan: Scan, words: Words, titles: list[Title], behind: int, stop: int) -> list[Title]:
    """The titles that the list behind `behind` gives for a general word like "documents"; else `titles`."""
    ones = _ones(scan, titles[-1], behind, stop) if titles else []
    if ones:
        return titles + ones
    if len(titles) != 1:
        return titles + _further(scan, words, titles, stop)
    many = general(scan, titles[0])
    link = (_FAR if many else _COLON).match(scan.characters, behind, min(stop, behind + 180))
    if link is None:
        return titles + _further(scan, words, titles, stop)
    found = enumerated(scan, words, link.end() - 1, stop)
    return found or titles


_AMONG = re.compile(
    r"(?:,?\s(?:including|among\s(?:them|which\sare|these)|with|namely):?|:|\s[–—-])\s(?=(?:one|another)\s(?:on|about|for|concerning|regarding|under|against)\s)"
)
_ONE = re.compile(
    r"(?:,\sand|,|\sand|;|,?\sas\swell\sas)?\s?(?P<one>(?:one|another|(?:a|the)\s(?:second|third|fourth)|the\sother)\s(?:on|about|for|concerning|regarding|under|against))\s"
)
_NO_ONE = re.compile(r",\s(?:and|as\swell\sas)\s(?=(?:an?|the|two|three)\s)")


def _ones(scan: Scan, many: Title, behind: int, stop: int) -> list[Title]:
    """ "six resolutions, among them one on A and one on B"."""
    among = _AMONG.match(scan.characters, behind, stop)
    found: list[Title] = []
    if among is None or many.number == 1 or not scan.words(*many.head).endswith(("s", "memoranda", "mou")):
        return found
    place = among.end()
    while (one := _ONE.match(scan.characters, place, stop)) and len(found) < _MOST:
        end = phrase_end(scan, one.end(), stop)
        cut = _ONE.search(scan.characters, one.end(), end) or _NO_ONE.search(scan.characters, one.end(), end)
        place = cut.start() if cut else end
        start = one.start("one")
        found.append(Title(start, start, place, (start, start + 3), many.kind, None, False, False, False))
    return found


def enumerated(scan: Scan, words: Words, place: int, stop: int) -> list[Title]:
    """The titles of the list that begins at `place`, in one line or one a line."""
    return _items(scan, words, [], _skip(_FIRST, scan, place, stop), stop)


def _further(scan: Scan, words: Words, titles: list[Title], stop: int) -> list[Title]:
    """What a list of titles adds behind a semicolon, also where the next title has no noun that is known."""
    if not titles or scan.characters[titles[-1].stop : titles[-1].stop + 1] != ";":
        return []
    place = _skip(_NEXT, scan, titles[-1].stop, stop)
    return _items(scan, words, titles, place, stop)[len(titles) :]


def _items(scan: Scan, words: Words, known: list[Title], place: int, stop: int) -> list[Title]:
    """The titles `known` and those that follow at `place`, one item after the other."""
    found, sure = list(known), len(known)
    while len(found) < _MOST:
        more = _from(scan, words, place, stop)
        aside = None if more or not found else _ASIDE.match(scan.characters, found[-1].stop, stop)
        more = more or (_from(scan, words, aside.end(), stop) if aside else [])
        sure = len(found) + len(more) if more else sure
        more = more or (_untold(scan, found, place, stop) if found else [])
        if not more or (found and untouched(scan, more[-1], stop)):
            break
        found.extend(more)
        place = _skip(_NEXT, scan, more[-1].stop, stop)
    bullets = sure > 1 and "\n" in scan.words(found[0].stop, found[-1].start)
    return found if bullets else found[:sure]  # an item of another name is believed between two titles


def _skip(pattern: re.Pattern[str], scan: Scan, place: int, stop: int) -> int:
    match = pattern.match(scan.characters, place, stop)
    return match.end() if match else place


def _from(scan: Scan, words: Words, place: int, stop: int) -> list[Title]:
    """The titles of the list that begins just at `place`."""
    for noun in words.within("nouns", place, min(stop, place + 120)):
        found = title_list(scan, words, noun, place, stop)
        return found if found and found[0].left <= place + 1 else []
    return []


def _untold(scan: Scan, found: list[Title], place: int, stop: int) -> list[Title]:
    """An item of a list of titles that stands between semicolons or bullets is one too, whatever it is called."""
    between = scan.words(found[-1].stop, place)
    if not re.search(r"[;\n]", between) or not scan.characters[place : place + 1].isupper():
        return []
    ends = re.compile(r"\n|;|$").search(scan.characters, place, stop)
    end = phrase_end(scan, place, ends.start() if ends else stop)
    tail = _TAIL.search(scan.words(place, end))
    end = place + tail.start() if tail else end
    if scan.within(place, end, "say", "decide", "discuss", "meet", "hold", "attend", "commit"):
        return []
    return (
        [Title(place, place, end, (place, end), "other", None, False, False, True)] if end > place + 8 else []
    )


def listed(scan: Scan, words: Words, sentence: Sentence) -> Iterator[Deed]:
    """ "Documents signed include a plan and a pact"; "Also adopted were a plan and a pact"; "Signed in Lima: ..."."""
    for hit in words.within("verbs", sentence.start, sentence.stop):
        forms = form_of(hit).forms
        if not forms & {"past", "participle"} or form_of(hit).action in ("other", "discussed"):
            continue
        link = _LINK.match(scan.characters, hit.stop, min(sentence.stop, hit.stop + 120))
        if link is None or not _announces(scan, words, sentence, hit, link):
            continue
        how = mood(scan, sentence, hit.start)
        if how == "none":
            continue
        action = "planned" if how == "planned" else form_of(hit).action
        for title in enumerated(scan, words, link.end() - 1, sentence.stop):
            for part in ellipses(scan, title):
                yield Deed(part, action, hit.start, hit.stop, "listed")


def outcome(scan: Scan, words: Words, sentence: Sentence) -> Iterator[Deed]:
    """ "Three documents came out of the session: a plan, a code and a pact"."""
    if not any(_plural(scan, n) for n in words.within("nouns", sentence.start, sentence.stop)):
        return
    for match in _OUTCOME.finditer(scan.small, sentence.start, sentence.stop):
        nouns = words.within("nouns", max(sentence.start, match.start() - 30), match.start())
        link = _FAR.match(scan.characters, match.end(), min(sentence.stop, match.end() + 180))
        if link and nouns and nouns[-1].stop == match.start() and _plural(scan, nouns[-1]):
            for title in enumerated(scan, words, link.end() - 1, sentence.stop):
                yield Deed(title, "adopted", match.start() + 1, match.end() - 1, "outcome")


def _announces(scan: Scan, words: Words, sentence: Sentence, hit: Hit, link: re.Match[str]) -> bool:
    """Nothing but general words stands between the verb and its list."""
    if words.within("verbs", hit.stop, link.end()):
        return False
    if any(not _plural(scan, n) for n in words.within("nouns", hit.stop, link.end())):
        return False
    before = words_before(scan, sentence, hit.start, 60)
    if link[0].rstrip().endswith(":") or _AT_ONCE.fullmatch(link[0].rstrip()):
        return True
    if before.strip() and not _FRONTED.search(before):
        nouns = words.within("nouns", max(sentence.start, hit.start - 40), hit.start)
        gap = scan.words(nouns[-1].stop, hit.start) if nouns else "no"
        return (
            bool(nouns)
            and _plural(scan, nouns[-1])
            and gap.strip() in ("", "that were", "to be", "which were")
        )
    return True


def _plural(scan: Scan, noun: Hit) -> bool:
    return scan.words(noun.start, noun.stop).lower() in instrument_words("general")


def carried(scan: Scan, words: Words, sentence: Sentence, said: Deed) -> Iterator[Deed]:
    """ "(They signed six documents.) These include a plan": the list tells what the sentence before counted."""
    item = _ITEM.match(scan.characters, sentence.start, sentence.stop)
    goes_on = None if item else _CONTINUES.match(scan.characters, sentence.start, sentence.stop)
    place = item.end() if item else goes_on.end() if goes_on else sentence.start
    if not item and not goes_on and not _introduced(scan, sentence):
        return
    for title in enumerated(scan, words, place, sentence.stop):
        for part in ellipses(scan, title):
            yield said._replace(title=part, rule="carried")


def _introduced(scan: Scan, sentence: Sentence) -> bool:
    """The item's number or a colon stands before it, as the end of a sentence of its own: "2.", "These are:"."""
    if scan.words(max(0, sentence.start - 8), sentence.start).rstrip().endswith(":"):
        return True
    return bool(
        re.search(
            r"(?:^|\n)\s*\(?(?:\d{1,2}|[a-z])[.)]\s$", scan.words(max(0, sentence.start - 8), sentence.start)
        )
    )


def leads_on(scan: Scan, sentence: Sentence) -> bool:
    """ "2." alone, or "These are:": the item that follows still belongs to the list."""
    words = scan.words(sentence.start, sentence.stop)
    return _NUMBER.fullmatch(words) is not None or (len(words) < 60 and words.endswith(":"))
