"""What a noun of the agenda announces: "one of the topics was A", "on the agenda: B", "C is on the agenda"."""

import re
from collections.abc import Iterator

from msgspec.structs import replace

from communique.lexicon.phrases import Hit
from communique.reading.agenda_fronts import in_front
from communique.reading.agenda_lists import pieces
from communique.reading.agenda_matters import Matter, bad_start, is_generic, listed, matters
from communique.reading.scan import Scan
from communique.reading.sentences import Sentence

_LONGEST = 6000  # characters: no list behind a colon is longer
_COPULA = re.compile(
    r"(?:\s(?:on|of|for|in|under|at)(?:\s(?!was\b|were\b|is\b|are\b)[\w’'-]+){1,8}?)?(?:\s(?:under discussion|discussed|raised|covered|considered|on the agenda|to be discussed|for discussion))*\s(?P<is>(?:was|were) (?:cut|limited|reduced|confined) to|will be|(?:is|are) going to be|was|were|is|are|included|include|includes|consisted of|comprised|comprises)(?:\s|(?=,\s(?:among|inter)\s))(?!(?:also\s)?(?:on|discussed|considered|reviewed|raised|addressed|resolved|settled|being|not|going|attended|held|to be|expected|agreed|approved|adopted|set|published|prepared|the same|still|very|so|more|of|in|a matter|unlikely|likely|important|essential|crucial|closed|open|over|similar|different|sensitive|complex|difficult|clear|unclear|ready|well)\b)"
)
_SPOKEN_OF = re.compile(
    r"\bagenda\b|\bdiscuss|\btopics?\b|\bfocus\b|\bunder discussion\b|\bin focus\b|\braised\b|\bon the table\b|\bthe (?:main )?subjects?\b|\bthe themes\b|\bcent(?:re|er) of\b|\bheart of\b|\b(?:main|key|central) (?:item|theme|business)\b|\bfor consideration\b|\bto engage\b",
    re.I,
)
_ONE_OF = re.compile(
    r"\b(?:one of|key|main|topic|item|focus|among|central|major|centre|center|heart|priority)\b", re.I
)
_STANDS = re.compile(
    r"(?:^|\s)(?P<is>(?:(?:will|would|is|are|was|were|has|have|had|expected|likely|set|due|also|to)\s){0,4}(?:is|are|was|were|be|been|feature[sd]?|figure[sd]?|rank(?:s|ed)?|remain(?:s|ed)?|stands?|stood|became?|become|appear(?:s|ed)?|placed|put|included)\s)"
    r"(?:(?:also|once|more|again|still|now|prominently|firmly|very|squarely)\s){0,2}(?:(?:high|top|among|one of|part of|up|first|in|on|at|under|for)\s|(?:the\s)?(?:top|centre|center|heart)\sof\s){0,4}"
    r"(?:(?:the|a|an|its|their|today’s|today's)\s)?(?:[\w’'-]+\s){0,3}$"
)


def named(scan: Scan, sentence: Sentence, hit: Hit) -> Iterator[Matter]:
    """ "One of the items on the agenda was A"; "Among the topics discussed were B and C"; "D is on the agenda"."""
    found = list(_heads_list(scan, sentence, hit)) or list(_kept_high(scan, sentence, hit))
    found = found or list(_stands(scan, sentence, hit))
    copula = _COPULA.match(scan.characters, hit.stop, sentence.stop)
    focus = _FOCUS_ON.match(scan.characters, hit.stop, sentence.stop) if hit.value == "focus" else None
    if focus and not found:
        yield from matters(scan, sentence, focus.end() + 2, hit)
        return
    if found or copula is None:
        yield from found
        return
    phrase = scan.words(max(sentence.start, hit.start - 60), copula.start("is"))
    if not _SPOKEN_OF.search(phrase):
        return
    if (
        copula["is"] in ("is", "was")
        and hit.value not in ("subject", "business")
        and not _ONE_OF.search(phrase)
    ):
        return
    aside = scan.characters[copula.end()] == ","  # "were, among others, A"
    yield from matters(scan, sentence, copula.end() - (not aside), hit)


_FOCUS_ON = re.compile(
    r"(?:\s(?:of|for|at)\s[^.,;:]{3,60}?)?\s(?:will be|(?:is|are) going to be|was|were|is|are)\s(?:[a-z]+ly\s|also\s)?(?=on\s)"
)
_PLURAL = frozenset(
    (
        "agenda",
        "spotlight",
        "on the table",
        "focus",
        "topic",
        "topics",
        "subject",
        "subjects",
        "theme",
        "themes",
    )
)
_TALKED_OVER = re.compile(
    r"\s[^.,;:]{0,60}?\b(?:discuss\w*|raised|talked (?:about|over)|covered|considered|debated|addressed|reviewed|touched (?:on|upon)|deliberated|tabled|on the (?:agenda|table)|under discussion|up for discussion)\b"
)
_OWN_AGENDA = re.compile(r"\b(?:no longer|not|n’t|n't|never|his|her|my|our)\s(?:\w+\s){0,2}$")


def _stands(scan: Scan, sentence: Sentence, hit: Hit) -> Iterator[Matter]:
    """ "A is high on the agenda", "B will be the main topic": the matter stands in front of the verb."""
    low = max(sentence.start, hit.start - 80)
    words = scan.words(low, hit.start + (6 if hit.value == "on the table" else 0))
    plural = hit.value in _PLURAL or _TALKED_OVER.match(scan.characters, hit.stop, sentence.stop)
    stands = _STANDS.search(words.removesuffix("on the").rstrip() + " ") if plural else None
    if stands is None or _OWN_AGENDA.search(words):
        return
    if hit.value in ("agenda", "on the table", "spotlight") and not re.search(
        r"\b(?:on|in|at|under|of|top|the)\b|on the",
        words[stands.end("is") :] + " on" * (hit.value == "on the table"),
    ):
        return
    yield from in_front(scan, sentence, low + stands.start("is"), hit)
    more = _AND_MORE.match(scan.characters, hit.stop, sentence.stop)
    if more:
        yield from matters(scan, sentence, more.end() - 1, hit)


_AND_MORE = re.compile(
    r"(?:\s(?:of|for)\s[^.,;:]{3,60}?)?,\s(?:as well as|along with|together with|and so (?:is|are|was|were)|followed by)\s"
)


_HIGH = re.compile(
    r"\b(?:with|have|has|had|put|puts|placed|place|keep|kept)\s(?P<what>(?!not\b|been\b|be\b)[^,;.:]{3,120}?)\s(?:(?:high|firmly|prominently|as|still)\s)?(?:on top of|at the top of|top of|topping|dominating|heading|high on|on)\s(?:(?:the|their)\s)?(?:[\w’'-]+\s){0,2}(?<!its )$"
)


def _kept_high(scan: Scan, sentence: Sentence, hit: Hit) -> Iterator[Matter]:
    """ "with migration at the top of the agenda"; "will have floods high on their agenda"."""
    low = max(sentence.start, hit.start - 160)
    high = _HIGH.search(scan.characters, low, hit.start) if hit.value == "agenda" else None
    if high:
        for piece in pieces(scan, *high.span("what")):
            if not is_generic(scan.words(*piece)) and not bad_start(scan, piece.start):
                yield Matter(piece.start, piece.stop, (hit.start, hit.stop))


_COLON = re.compile(
    r"(?P<more>[^.:;!?\n]{0,60})(?P<colon>:(?=\s)|,(?=\s(?:namely|to wit|i\.e\.)\s))(?:\s(?:namely|to wit|i\.e\.)(?=\s))?"
)
_IN_A_PAPER = re.compile(
    r"\b(?:MoU|[Mm]emorandum|[Aa]greement|[Pp]lan|[Tt]reaty|[Pp]rotocol|[Aa]ccord)s?\b[^.;:]{0,80}\b(?:provides?|covers?|sets?|foresees?|envisages?|framework)\b"
)
_OF_TALKS = re.compile(
    r"\bagenda\b|\bdiscuss|\btopics?\b|\bon the table\b|\btalk|\bconsider|\breview|\braised\b|\bcooperation\b|\btook up\b|\bfilled\b|\boccupied\b|\bthe list\b",
    re.I,
)


def _heads_list(scan: Scan, sentence: Sentence, hit: Hit) -> Iterator[Matter]:
    """ "On the agenda: A, B"; "five areas of cooperation, namely A and B"; "these issues were discussed: A; B"."""
    colon = _COLON.match(scan.characters, hit.stop, sentence.stop)
    if colon is None or (colon["more"] and not colon["more"].startswith((" ", ","))):
        return
    head = scan.words(max(sentence.start, hit.start - 90), colon.end())
    if (
        not _OF_TALKS.search(head)
        or _IN_A_PAPER.search(head)
        or re.search(r"\bnot\b|\bsaid\b|\btold\b", head)
    ):
        return
    within = replace(sentence, stop=min(sentence.stop, colon.end() + _LONGEST))
    yield from listed(scan, within, colon.end(), hit)
