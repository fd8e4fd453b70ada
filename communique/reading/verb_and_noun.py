"""A verb and a noun that tell of one sitting: "met for its ninth session", "in an emergency session, the Council met"."""

import re

from communique.reading.same_sitting import looked_back
from communique.reading.scan import Scan
from communique.reading.sittings import Sitting

BESIDE = re.compile(
    r"\b(?:sidelines|margins|ahead|before|after|following|within the framework|during|outcomes?|results?|preparations?|plans?|prepare|preparing|eve|part) (?:of |for )?(?:the |a |an )?$",
    re.I,
)
"""What parts a meeting from the sitting behind it: it took place beside it, before it, after it."""

_FOR_IT = re.compile(
    r"^[^.;:“”\"]{0,70}?(?:\bfor|\bat|\bin|\bon the occasion of)(?: the| its| their| a| an)?(?: [\w-]+){0,2} $"
)
_IN_A = re.compile(r"(?:in|at|during) an? (?:[\w-]+ ){0,3}")
_SUBJECT_NEXT = re.compile(r"(?: [^;:“”\"]{2,120})?, (?:the )?")


def tells_of(scan: Scan, verb: Sitting, noun: Sitting) -> bool:
    """ "met today in special session", "are meeting in Oslo for the summit": verb and noun tell of one sitting."""
    if verb.start < noun.stop and noun.start < verb.stop:
        return True
    if noun.stop <= verb.start:
        return _opens_with(scan, verb, noun)
    if looked_back(scan, noun):
        return False
    between = scan.small[verb.stop : noun.start] if verb.stop <= noun.start else "."
    return _FOR_IT.search(between) is not None and not BESIDE.search(between)


def _opens_with(scan: Scan, verb: Sitting, noun: Sitting) -> bool:
    """ "In an extraordinary session convened in Abuja, the Authority met": a noun that names nobody opens the sentence."""
    if noun.bodies or noun.ordinal or noun.definite:
        return False
    front = _IN_A.fullmatch(scan.small, noun.sentence.start, noun.start)
    return front is not None and _SUBJECT_NEXT.fullmatch(scan.small, noun.stop, verb.start) is not None
