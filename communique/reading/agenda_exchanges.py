"""Matters behind an exchange of views, and behind the attention that was paid to them."""

import re
from collections.abc import Iterator

from communique.lexicon.phrases import Hit
from communique.reading.agenda_matters import Matter, matters
from communique.reading.scan import Scan
from communique.reading.sentences import Sentence

_CONTEXT = 60  # characters in front of a verb with its auxiliaries
YET_TO_COME = re.compile(
    r"\b(?:(?:start|launch|opening|beginning|resumption|idea) of|welcom\w+|calls? for|called for|need for|propos\w+|toward|towards|challeng\w+ (?:\w+ ){1,4}to|invit\w+ (?:\w+ ){1,4}to|offer\w*|demand\w*|request\w*|suggest\w*|welcom\w+)\s(?:\w+\s){0,2}$|\b(?:suggest|propos|recommend|request|urg|ask|demand|insist)\w*\sthat\s[^.;]{0,60}$"
)
_VIEWS = re.compile(
    r"\s(?P<of>of\s)?(?:[a-z-]+\s){0,4}?(?P<what>views|opinions|ideas|assessments?|notes|thoughts|perspectives|positions|viewpoints|impressions|insights|information|experiences?)\s(?:and\s(?:[\w-]+\s){1,2}?)?"
    r"(?:(?:with|between|among|by)\s[^.;:]{2,90}?(?<!Experts)(?<!Committee)(?<!Commission)(?<!Conference)\s(?!of\s)|(?:also\s)?(?:took\splace|(?:was|were)\s(?:also\s)?held)\s)?(?:on|about|regarding|concerning|over|around|of|as to|relating to|towards)\s"
)
_VIEWS_WERE = re.compile(
    r"\b(?:views|opinions|assessments|ideas|information)\s(?:was|were|are|will be)\s(?:also\s|further\s)?$",
    re.I,
)
_AN_EXCHANGE = re.compile(r"\b(?:an?|had|held|their|the)\s(?:(?:[\w-]+|[\w-]+,)\s){0,4}$")
_ONES_OWN = re.compile(r"\s(?:his|her|my)\s")
_ON = re.compile(r"\s(?:on|about|regarding|concerning|over)\s")


def exchanging(scan: Scan, sentence: Sentence, hit: Hit) -> Iterator[Matter]:
    """ "had an exchange of views with him on A"; "views were exchanged on B"."""
    ahead = scan.words(max(sentence.start, hit.start - _CONTEXT), hit.start)
    noun = hit.value in ("exchange", "exchanges") and _AN_EXCHANGE.search(ahead)
    bare = _ON.match(scan.characters, hit.stop, sentence.stop) if noun else None
    match = bare or (_ON if _VIEWS_WERE.search(ahead) else _VIEWS).match(
        scan.characters, hit.stop, sentence.stop
    )
    if match is None or YET_TO_COME.search(ahead):
        return
    groups = match.groupdict()
    if _ONES_OWN.match(match[0]):
        return  # "will share her views on": one speaks
    if not (groups.get("of") and (groups["what"] or "").startswith(("information", "experience"))):
        yield from matters(scan, sentence, match.end() - 1, hit)


_HEEDED = re.compile(
    r"\s(?:(?:was|were|is|will be|has been|have been)\s)?(?:also\s)?(?:(?:paid|given|devoted|placed|laid|focuss?ed|accorded|put)\s)?(?:to|on)\s"
)
_PAYING = re.compile(
    r"\b(?:paid|pays?|paying|gave|give|giving|given|devoted|devote|devoting|focused|laid|placed|put|with)\s(?:(?:a|an|the|their|its)\s)?(?:\w+\s){0,2}$"
)
_WAS_PAID = re.compile(r"\s(?:was|were|is|will be|has been|have been)\s")


def heeding(scan: Scan, sentence: Sentence, hit: Hit) -> Iterator[Matter]:
    """ "Special attention was paid to A"; "paid close attention to B"."""
    match = _HEEDED.match(scan.characters, hit.stop, sentence.stop)
    if match is None:
        return
    ahead = scan.words(max(sentence.start, hit.start - _CONTEXT), hit.start)
    if _WAS_PAID.match(match[0]) or _PAYING.search(ahead):
        yield from matters(scan, sentence, match.end() - 1, hit)
