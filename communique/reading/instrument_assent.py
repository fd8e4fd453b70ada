"""Deeds told without a verb of adopting: a plan that won approval, an accord that was reached, what was the outcome."""

import re
from collections.abc import Iterator

from communique.reading.instrument_moods import NEGATED, mood, words_before
from communique.reading.instrument_objects import Deed, denied, ending_at, objects, without_receiver
from communique.reading.instrument_titles import Title, acceptable
from communique.reading.instrument_words import Words
from communique.reading.scan import Scan
from communique.reading.sentences import Sentence
from communique.reading.triggers import Trigger

_ADVERB = r"(?:(?:also|already|finally|then|now|since|unanimously|formally|officially|today|jointly)\s)*"
_DID = rf"(?:(?:has|have|had)\s)?{_ADVERB}"
_WAS = rf"(?:was|were|is|are|has been|have been|had been|will be|is to be|are to be)\s{_ADVERB}"
_NOD = r"(?:the\s|its\s|their\s)?(?:\w+\s)?(?:approval|green light|go-ahead|blessing|nod)\b"
_ENDORSEMENT = r"(?:the\s|its\s|their\s)?(?:\w+\s)?endorsement\b"
_GETS = rf"(?:{_DID}(?:received|won|got|obtained|gained|secured|met with)|{_WAS}given)\s"
_DEAL = r"(?:struck|clinched|hammered out|thrashed out|brokered)"
_PURPOSE = r"(?:its\s|their\s|final\s)?(?:adoption|approval|endorsement|ratification|signature)\b"

_OF_SUBJECT: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("approved", re.compile(rf"\s(?P<cue>{_GETS}{_NOD})")),
    ("endorsed", re.compile(rf"\s(?P<cue>{_GETS}{_ENDORSEMENT})")),
    ("reached", re.compile(rf"\s(?P<cue>{_WAS}{_DEAL})\b(?!\s(?:with|to)\b)")),
    ("submitted", re.compile(rf"\s(?P<cue>{_WAS}(?:put|laid|placed|brought)\sbefore)\sthe\b")),
    (
        "submitted",
        re.compile(rf"\s(?P<cue>{_WAS}recommended)\s(?:to\s[^.;,]{{3,60}}\s)?for\s{_PURPOSE}"),
    ),
    (
        "issued",
        re.compile(r"\s(?P<cue>(?:is|was|are|were|came|has come|have come)\s(?:now\s)?out)\b(?!\sof)"),
    ),
    (
        "due",
        re.compile(r"\s(?P<cue>(?:should|will|is to|are to|is due to|is expected to)\s(?:be|come)\sout)\b"),
    ),
    (
        "considered",
        re.compile(r"\s(?P<cue>(?:was|were|is|are)\s(?:also\s)?under\s(?:consideration|review))\b"),
    ),
    (
        "planned",
        re.compile(
            r"\s(?P<cue>(?:is|are|was|were)\s(?:now\s|still\s|currently\s)?(?:in preparation|under preparation|being negotiated|under negotiation|in the works|in the pipeline|yet to be (?:signed|ratified|adopted|approved)|awaiting (?:signature|ratification|approval)))\b"
        ),
    ),
)
"""What is said behind the title, and which action that tells."""

_TOLD = {"reached": "approved", "issued": "adopted", "due": "planned", "binding": "in force"}
"""Ways of telling that ask for more of a title, and which action each tells."""

_VOICES = ("statement", "declaration", "communique")

_OF_OBJECT: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("approved", re.compile(rf"\b(?:agreement|consensus)\s{_WAS}reached\son(?=\s)")),
    ("reached", re.compile(rf"\b{_DEAL}(?=\s(?:an?|the)\s)")),
    ("considered", re.compile(r"\bconsideration\s(?:was|were)\s(?:also\s)?given\sto(?=\s)")),
    ("in force", re.compile(r"\bentry\sinto\sforce\sof(?=\s)")),
    (
        "binding",
        re.compile(
            r"\b(?:articles?\s(?:\d{1,3}|[ivx]{1,6})\sof|(?:state|states)?\s?part(?:y|ies)\sto)(?=\sthe\s)"
        ),
    ),
    ("planned", re.compile(r"\bwork\s(?:is|was|has been)\s(?:now\s)?(?:under\s?way|begun)\son(?=\s)")),
    ("submitted", re.compile(r"\brecommend(?:ed|s)?(?=\s)")),
)
"""What is said in front of the title."""

_TRIGGERS = Trigger(
    *(
        "approval",
        "green light",
        "go-ahead",
        "blessing",
        " nod",
        "endorsement",
        "reached",
        "struck",
        "clinched",
    ),
    *("hammered out", "thrashed out", "brokered", "before the", "recommend", "under ", "in preparation"),
    *("being negotiated", "in the works", "in the pipeline", "given to", "yet to be ", "awaiting "),
    *("entry into force", " out", "article", "parties to", "party to"),
)
_FOR = re.compile(rf"\s(?:to\s[^.;,]{{3,60}}\s)?for\s{_PURPOSE}")
_LOOSE = re.compile(
    r"\b(?:initial|tacit|preliminary|similar|mutual|verbal|gentlemen[’']s|provisional|common|broad|partial|in principle)\b",
    re.I,
)


def assented(scan: Scan, words: Words, sentence: Sentence) -> Iterator[Deed]:
    """ "The plan won the approval of the Council"; "they reached an accord on visas"; "agreement was reached on a plan"."""
    if not _TRIGGERS.stands(scan, sentence.start, sentence.stop):
        return
    for action, pattern in _OF_SUBJECT:
        for match in pattern.finditer(scan.characters, sentence.start, sentence.stop):
            found = ending_at(scan, words, sentence, match.start(), 1)
            yield from _told(scan, sentence, match.span("cue"), found, action)
    for action, pattern in _OF_OBJECT:
        for match in pattern.finditer(scan.small, sentence.start, sentence.stop):
            found = objects(scan, words, match.end(), sentence)
            if action == "submitted":
                found = [without_receiver(scan, t) for t in found[-1:]]
                found = [t for t in found if _FOR.match(scan.characters, t.stop, sentence.stop)]
            yield from _told(scan, sentence, match.span(), found, action)


def _told(
    scan: Scan, sentence: Sentence, cue: tuple[int, int], found: list[Title], action: str
) -> Iterator[Deed]:
    """The deeds, where the sentence does not deny or only imagine them."""
    how = mood(scan, sentence, cue[0])
    if (how == "none" and not _foretells(scan, cue)) or NEGATED.search(words_before(scan, sentence, cue[0])):
        return
    if how == "done" and re.match(r"will be|is to be|are to be", scan.words(*cue)):
        how = "planned"
    for title in found:
        if denied(scan, title) or not _meant(scan, title, action, len(found) > 1):
            continue
        told = _TOLD.get(action, action)
        yield Deed(title, "planned" if how == "planned" else told, *cue, "assented")


def _foretells(scan: Scan, cue: tuple[int, int]) -> bool:
    """ "should be out by evening" tells what comes, "should be adopted" what somebody wants."""
    return scan.words(*cue).endswith(" out")


def _meant(scan: Scan, title: Title, action: str, listed: bool) -> bool:
    """A document, not an understanding: an agreement "on prices" that was reached need not have been written down."""
    name = scan.words(title.start, title.stop)
    if action == "planned":
        return not title.definite and not title.bare and acceptable(scan, title, action, listed)
    if action in ("issued", "due"):
        return title.kind in _VOICES and (title.kind != "statement" or not title.bare)
    if action == "binding":
        return title.proper and acceptable(scan, title, "in force", listed)
    if action != "reached":
        return acceptable(scan, title, action, listed)
    behind = scan.words(title.head[1], title.stop).strip()
    if title.kind not in ("agreement", "memorandum") or _LOOSE.search(name):
        return False
    return title.proper or (not behind and " " in scan.words(title.start, title.head[1]))
