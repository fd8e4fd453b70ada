"""Greetings that are no meetings: who is received at the airport has not yet talked with anybody."""

import re

from communique.reading.scan import Scan
from communique.reading.sentences import Sentence

_GREETED = re.compile(r"greet|welcom|receiv|met (?:at|on|upon|by)\b|seen off|see(?:s|ing)? off|saw off")
_ON_ARRIVAL = re.compile(
    r"\b(?:airport|airfield|airbase|air base|tarmac|(?:up)?on (?:his|her|their|its) arrivals?|on arrival|upon arrival|upon landing)\b"
)
_CEREMONY = re.compile(r"(?:greet|welcom)\w*(?: \w+)? by\b")
_ARRIVED = re.compile(r"\b(?:arriv(?:ed|es|ing)|land(?:ed|s|ing)|touched down)\b")


def only_greeted(scan: Scan, sentence: Sentence, deed: int) -> bool:
    """ "was received at the airport by", "arrived in Accra and was greeted by": the verb at `deed` tells of a ceremony."""
    said = sentence.start, sentence.stop
    if _GREETED.match(scan.small, deed) and _ON_ARRIVAL.search(scan.small, *said):
        return True
    return _CEREMONY.match(scan.small, deed) is not None and _ARRIVED.search(scan.small, *said) is not None
