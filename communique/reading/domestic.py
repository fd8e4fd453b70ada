"""Houses and groups of one state: its cabinet, its parliament, its own security council, its parties: no states sit there."""

import re

from communique.lexicon.countries import country_codes
from communique.lexicon.sittings import any_sitting_word
from communique.reading.scan import Scan

_HOUSE = any_sitting_word("houses")
_OF_IT = re.compile(rf"(?:[’']s?)? (?:[\w-]+ ){{0,2}}?(?:{_HOUSE})$")
_ITS = re.compile(rf"\b(?:{_HOUSE}) of (?:the (?:republic of )?)?$")
_BARE = re.compile(rf"(?:^|\bthe |[’']s )(?:{any_sitting_word('own_houses')})$")
_INNER = re.compile(rf"\b(?:{any_sitting_word('inner')})$")
_MET_INNER = re.compile(
    rf" (?:with )?(?:(?:the |a group of |a number of )?(?:{any_sitting_word('inner')}) [a-z]*s"
    r"|(?:his|her) (?:own )?(?:ministers|cabinet|advisers|aides|generals|government))\b"
)


def domestic(scan: Scan, start: int, stop: int) -> bool:
    """The subject between `start` and `stop` is a house of one state: "Spain's Council of Ministers", "the State Council of China".

    >>> from communique.reading.scan import scan
    >>> domestic(scan("The Polish parliament met."), 4, 21), domestic(scan("The Nordic Council met."), 4, 18)
    (True, False)
    """
    words = scan.small[start:stop]
    if _BARE.search(words):
        return True
    states = [h for h in scan.within(start, stop, "country", "adjective") if h.value in country_codes()]
    if len({h.value for h in states}) != 1 or scan.within(start, stop, "organisation", "region"):
        return False
    one = states[0]
    if one.stop < stop and _OF_IT.fullmatch(scan.small, one.stop, stop):
        return True
    return one.stop == stop and _ITS.search(scan.small, start, one.start) is not None


def of_one_state(scan: Scan, start: int) -> bool:
    """The group that begins at `start` is of a country's own life: "religious [leaders]", not "African Union [leaders]"."""
    low = max(0, start - 24)
    found = _INNER.search(scan.small, low, max(0, start - 1))
    if found is None:
        return False
    sentence = scan.sentence_at(start)
    opens = sentence is not None and found.start() == sentence.start
    return opens or not scan.characters[found.start()].isupper()


def met_at_home(scan: Scan, start: int, stop: int) -> bool:
    """Behind a verb that ends at `start` stand such people: "met [religious leaders]", "met [his ministers]"."""
    return _MET_INNER.match(scan.characters, start, stop) is not None


_OF_SEVERAL = re.compile(r"\b(?:joint|bi-?national|regional|intergovernmental|cabinets|\w+[/–-]\w+)\b")
_OF_ONE = re.compile(r"\bcabinet\b|\bparliamentary session\b")


def sits_at_home(scan: Scan, start: int, stop: int) -> bool:
    """ "a cabinet meeting", "the next parliamentary session": of one state, where no other is named."""
    return (
        _OF_ONE.search(scan.small, start, stop) is not None
        and _OF_SEVERAL.search(scan.small, start, stop) is None
    )
