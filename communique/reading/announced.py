"""Days beside a sitting that are not its own: when it was announced, agreed on or asked for, and when what it decided takes effect."""

import re

from communique.reading.scan import Scan
from communique.reading.triggers import Trigger

_SAYING = r"(?:announc\w+|said|says|confirm\w+|stated|reported|reveal\w+|disclosed|declared|informed(?: [\w’'-]+){0,6}|indicated|added|noted|agreed|decided|resolved|proposed|suggested|offered|called|requested|told (?:[\w’'-]+ ){1,4})"
_SAID_ON = re.compile(
    rf"\b{_SAYING}(?: here| late| early| earlier| in (?:a|an|the|its|his|her|their) (?:[\w-]+ )?(?:statement|letter|release|interview|communiqu[eé]|post|tweet))?,? (?:on )?(?:the )?$"
)
_SAYS = Trigger(
    *("announc", "said ", "says ", "confirm", "stated ", "reported ", "reveal", "disclosed ", "declared "),
    *("informed ", "indicated ", "added ", "noted ", "agreed ", "decided ", "resolved ", "proposed "),
    *("suggested ", "offered ", "called ", "requested ", "told "),
)
# "the envoys on [Sunday] agreed on the agenda"
_ON_WHICH_SAID = re.compile(
    rf"(?:mon|tues|wednes|thurs|fri|satur|sun)day (?:agreed|decided|{_SAYING[3:-1]})\b"
)
_LONGEST = 60  # characters of a verb with what stands between it and its day


def day_of_saying(scan: Scan, low: int, day: int) -> bool:
    """ "announced on [Sunday] that the council will meet": the day that begins at `day` tells when it was said; the sentence begins at `low`.

    >>> from communique.reading.scan import scan
    >>> day_of_saying(scan("She said on Sunday the council will meet."), 0, 12)
    True
    """
    low = max(low, day - _LONGEST)
    if _SAYS.stands(scan, low, day) and _SAID_ON.search(scan.small, low, day) is not None:
        return True
    return _ON_WHICH_SAID.match(scan.small, day) is not None


_EFFECT = re.compile(
    r"\b(?:(?:tak(?:e|es|ing|en)|took|with|into|in|to)(?: \w+)? effect|effective|in(?:to)? force|applicable|as (?:from|of))"
    r"(?: (?:as|on|from|of|since|by|in|starting|beginning))*,? (?:the )?$"
)
_TELLS_EFFECT = Trigger(" effect", " force", "applicable", " as from", " as of")


def day_of_effect(scan: Scan, low: int, day: int) -> bool:
    """ "membership takes effect on [1 January]": since when something holds, not when anybody sat; the sentence begins at `low`.

    >>> from communique.reading.scan import scan
    >>> day_of_effect(scan("The ban takes effect on 1 May 2020."), 0, 24)
    True
    """
    low = max(low, day - _LONGEST)
    return _TELLS_EFFECT.stands(scan, low, day) and _EFFECT.search(scan.small, low, day) is not None
