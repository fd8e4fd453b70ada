"""Where the name of a sitting begins and ends around its noun."""

import re

from communique.lexicon.phrases import Hit, plain_word
from communique.lexicon.sittings import ordinal, sitting_words
from communique.reading.scan import Scan, word_before

# "the 5th Nordic Grain Council (NGC) Summit", "its Sixty-Fifth (65th) Ordinary Session"
_SHORT = re.compile(
    r"(?:[A-Z][\w’'-]* (?P<short>\([A-Z][A-Za-z-]{1,9}\) )|[\w-]+ (?P<number>\(\d{1,4} ?(?:st|nd|rd|th|ST|ND|RD|TH)\) ))$"
)
_RIGHT = re.compile(r"(?P<gap>[’']s (?=[A-Z])|[ \n]| \([A-Z]{2,10}\) |, | - )(?P<word>[^\s,;:()“”\"]+)")


_HYPHENS = ("-", "–", "‑", "/")


def side_before(scan: Scan, at: int) -> Hit | None:
    """The side that a hyphen ties to what begins at `at`: "Canada-[CARICOM summit]"."""
    if scan.characters[at - 1 : at] not in _HYPHENS:
        return None
    sides = scan.within(max(0, at - 30), at - 1, "country", "adjective", "organisation")
    return next((side for side in sides if side.stop == at - 1), None)


def leftwards(scan: Scan, at: int, low: int) -> int:
    """Back over ordinals, adjectives, bodies and countries to where the phrase begins."""
    while True:
        short = scan.words(at - 2, at) == ") " and _SHORT.search(scan.characters, max(low, at - 40), at)
        if short:
            at = short.start("short" if short["short"] else "number")
            continue
        if side := side_before(scan, at):
            at = side.start  # "the inaugural Canada-CARICOM summit"
            continue
        before = word_before(scan.characters, at, max(low, at - 40))
        if before is None:
            return at
        start, word = before
        hit = _hit_before(scan, start, at - 1, low)
        if hit is not None:
            at = from_both(scan, hit)
            continue
        bare = plain_word(word)
        low_word = bare.lower()
        fits = (
            low_word in sitting_words("adjectives")
            or word.lower() in sitting_words("adjectives")
            or ordinal(word) is not None
        )
        if low_word in sitting_words("determiners") or not (fits or _capitalised(scan, word, start, low)):
            if low_word == "and" and _and_between(scan, start, low):
                at = start
                continue
            if low_word == "of" and _seats(scan, start, low):
                at = start
                continue
            if low_word in sitting_words("determiners"):
                return at
            behind = _determined(scan, at, low)
            if behind is None:
                return at
            at = behind
            continue
        at = start


_DETERMINED = re.compile(
    r"\b(?P<word>the|a|an|this|its|their|his|her|our|next|last|previous|first|second|third|[\w-]+th|2\dst|held|hold|holding|holds)\s(?P<few>(?:[\w\u2024’'&+/.-]+\s){1,4})$",
    re.I,
)


def _determined(scan: Scan, at: int, low: int) -> int | None:
    """Where the words between an article or ordinal and the noun begin: "second surprise summit", "held general-level talks"."""
    text = scan.words(max(low, at - 64), at)
    match = _DETERMINED.search(text)
    if match is None or sitting_words("not_between") & set(match["few"].lower().split()):
        return None
    start = at - len(match["few"])
    if scan.within(start, at, "hold", "meet", "say", "attend", "decide", "discuss", "meeting_noun"):
        return None
    return at - len(text) + match.start("word") if ordinal(match["word"]) else start


def _capitalised(scan: Scan, word: str, start: int, low: int) -> bool:
    """A capital inside a sentence belongs to the name; a verb of a headline does not."""
    if not word[0].isupper() or word.lower() in sitting_words("openers"):
        return False
    if scan.stop_at(start, "hold", "attend", "meet", "say", "decide", "discuss", "chair"):
        return False
    return not scan.stop_at(start, "office", "offices") or word.endswith(("s", "’", "'"))


def _and_between(scan: Scan, start: int, low: int) -> bool:
    before = scan.words(max(low, start - 30), start)
    return bool(re.search(r"\b[A-Z][\w-]+ $", before)) and bool(
        re.match(r"and [A-Z]", scan.words(start, start + 6))
    )


def _seats(scan: Scan, start: int, low: int) -> bool:
    """ "the 20th Heads of State Summit": an organ's own "of" inside the name of its sitting."""
    before = re.search(r"\b(?P<word>[A-Z]\w+) $", scan.words(max(low, start - 30), start))
    return (
        before is not None
        and before["word"].lower() in sitting_words("seats")
        and scan.words(start + 3, start + 4).isupper()
    )


def _hit_before(scan: Scan, start: int, stop: int, low: int) -> int | None:
    for hit in scan.within(
        max(low, start - 90), stop, "organ", "organ?", "organisation", "country", "adjective", "region"
    ):
        rest = scan.words(hit.stop, stop)
        if hit.start <= start < hit.stop <= stop and rest in ("", "'s", "’s", "`s", "'", "’", "`"):
            return hit.start
    return None


_ON_OVER = re.compile(r"(?: \([A-Z]{2,10}\))? (?:of|between|among)\b")


_ITS_PART = re.compile(
    r"[’']s (?:plenary|opening|closing|inaugural|working|ministerial|final) (?:session|meeting|sitting)\b"
)


def its_part(scan: Scan, stop: int, noun: int) -> bool:
    """ "the 14th Summit's plenary [session]": the summit itself, which ends at `stop`."""
    part = _ITS_PART.match(scan.small, stop)
    return part is not None and stop < noun < part.end()


_SHORT_FORM = re.compile(r" \([A-Z]{2,10}\) ")


def _its_organ(scan: Scan, stop: int) -> int | None:
    """ "of the Southern African Development Community (SADC) Organ Troika": where an organ ends behind the short form."""
    short = _SHORT_FORM.match(scan.characters, stop)
    return _hit_at(scan, short.end()) if short else None


def rightwards(scan: Scan, at: int, stop: int) -> int:
    """On over "of the Council of ... and the Council of ... of the Organization"."""
    place = last = at = _its_organ(scan, at) or at
    if not _ON_OVER.match(scan.characters, at):
        return at
    while True:
        step = _RIGHT.match(scan.characters, place, stop)
        if not step:
            return last
        start = step.start("word")
        hit = _hit_at(scan, start)
        if hit:
            place = last = _its_organ(scan, hit) or hit
            continue
        word = step["word"]
        bare = plain_word(word.rstrip(".")).lower()
        if step["gap"] == ", " and not (bare in ("the", "and") or word[0].isupper()):
            return last
        if not (
            bare in sitting_words("behind_of")
            or bare in ("between", "among", "both", "two", "three", "four", "five")
            or (word[0].isupper() and step["gap"] != ", ")
        ):
            return last
        place = start + len(word.rstrip(".-–"))
        if bare not in ("of", "the", "and", "its", "for", "between", "among"):
            last = place
        if word.endswith((".", "-", "–")):
            return last


def _hit_at(scan: Scan, start: int) -> int:
    labels = ("organ", "organ?", "organisation", "country", "adjective")
    stop = scan.stop_at(start, *labels)
    while stop and (dash := _DASH.match(scan.characters, stop)):  # "the Nepal-Bhutan Joint Commission"
        other = scan.stop_at(dash.end(), *labels)
        if not other:
            break
        stop = other
    return stop


_DASH = re.compile(r"\s?[-–—]\s?")


def from_both(scan: Scan, start: int) -> int:
    """Where "Chad – Niger Joint Commission" begins of which `start` is the second country; else `start`."""
    if scan.words(start - 2, start).strip()[-1:] not in ("-", "–", "—") or not scan.stop_at(
        start, "country", "adjective"
    ):
        return start
    before = scan.within(max(0, start - 40), start, "country", "adjective")
    return next((h.start for h in before if _DASH.fullmatch(scan.characters, h.stop, start)), start)
