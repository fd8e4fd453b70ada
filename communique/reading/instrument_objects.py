"""The instruments that a verb acts upon: behind it, in front of it, and which action that reports."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from communique.lexicon.instruments import Verb, instrument_words, verbs
from communique.lexicon.phrases import Hit
from communique.reading.instrument_moods import words_before
from communique.reading.instrument_titles import Title, acceptable, ellipses, title_at, title_list
from communique.reading.instrument_words import Words
from communique.reading.phrases import phrase_end
from communique.reading.scan import Scan
from communique.reading.sentences import Sentence


class Deed(NamedTuple):
    """An instrument and one action upon it, the place of the action's words, and the rule that saw it."""

    title: Title
    action: str
    start: int
    stop: int
    rule: str


Rule = Callable[[Scan, Words, Sentence], Iterator[Deed]]
REACH = 600  # characters: no subject is longer, and a text without full stops stays linear
_ADVERBS = (
    r"(?:also|jointly|unanimously|officially|formally|finally|then|here|today|yesterday|(?:on |this )?\w+day|together|in principle"
    r"|just|only|merely|likewise|moreover|separately|too|by consensus|by acclamation|by \d+ votes to \d+)"
)
_GAP = re.compile(rf"\s(?:{_ADVERBS}\s)*")
_ASIDE = re.compile(
    rf",\s(?:for|among|inter)\s[^.;:,]{{2,60}},\s|(?:\s{_ADVERBS})?\s?,?\s?(?:in|at|on|by|during|with|without|under|after|following|to)\s[^.;:]{{2,90}}?\s?,?\s?"
)
_OTHER_VERB = re.compile(r"\s(?:and|or)\s(?:[a-z]+ly\s)?[a-z]{4,}\s")
_NAMED_FIRST = re.compile(
    r"\sthe\s(?:[A-Z][\w-]*|on|of|the)(?:\s(?:[A-Z][\w-]*|on|of|the|for|in))*(?:,|,?\sand)\s"
)
_CLAUSE = re.compile(
    r"[;:]\s|,\s(?:and|but|while|where|whereas)\s|\b(?:said|says|noted|added|stressed|reported|announced)(?:\sthat)?\s|\bthat\s|\b(?:and|but|while)\s(?=\S+\s\S+\s(?:was|were|is|are|has|have|had)\b)"
)
_PREPOSITION = re.compile(
    r"\b(?:of|on|for|in|to|with|by|at|from|between|about|under|over|against|into|through|within|upon|among|regarding|concerning|as|than|via|per|without)\s$"
)


def form_of(hit: Hit) -> Verb:
    """The lexicon's entry for a verb hit."""
    return verbs()[hit.value]


def reported(
    scan: Scan, hit: Hit, found: list[Title], how: str, rule: str, action: str | None = None
) -> Iterator[Deed]:
    """The deeds that the verb `hit` tells of the titles `found`, those that are no documents left out."""
    to = form_of(hit).action == "submitted" or hit.value.startswith("present")
    for title in [without_receiver(scan, t) for t in found] if to else found:
        if denied(scan, title) or _of_one_side(scan, hit, title):
            continue
        meant = "submitted" if to and _FOR_A_VOTE.match(scan.characters, max(hit.stop, title.stop)) else None
        told = _told(action or meant or form_of(hit).action, hit.value, how, title, scan)
        if (
            told
            and any(_proper_enough(scan, hit, t) for t in {found[0], title})
            and acceptable(scan, title, _deed(form_of(hit).action), len(found) > 1)
        ):
            for part in ellipses(scan, title):
                yield Deed(part, told, hit.start, hit.stop, rule)


_FOR_A_VOTE = re.compile(
    r"\sto\s(?:the|its|their)\s[^.;,]{3,60}?\sfor\s(?:its\s|their\s|final\s)?(?:adoption|approval|endorsement|ratification|consideration)\b"
)
_RECEIVER = re.compile(r"\s(?:back\s)?to\s(?=(?:the|its|their|all|each|a|an|[A-Z][a-z]*)\s)")


def without_receiver(scan: Scan, title: Title) -> Title:
    """ "submitted a report to the Council": to whom it goes is no part of the title; "amendments to the code" is."""
    to = _RECEIVER.search(scan.characters, title.head[1], title.stop)
    if to is None or (title.kind == "other" and to.start() == title.head[1]):
        return title
    return title._replace(stop=to.start())


_NONE = re.compile(r"\b(?:no|not (?:a|one|any)|without (?:a|any)|neither|none of the)\s(?:single\s)?$", re.I)


def denied(scan: Scan, title: Title) -> bool:
    """ "No statement was adopted", "signed no contract": there is no such document."""
    return _NONE.search(scan.words(max(0, min(title.left, title.start) - 14), title.start)) is not None


_OWNER = re.compile(r"[’']s?\s")
_OWN_STATEMENT = re.compile(r"(?<!Chair)(?<!Chairman)(?<!Chairperson)(?<!President)[’']s statement$")


def _of_one_side(scan: Scan, hit: Hit, title: Title) -> bool:
    """ "Lima's statement, issued hours later", "backed the President's plan": a government's own words are no instrument of the meeting."""
    if hit.value.startswith("back"):
        return _OWNER.search(scan.words(title.left, title.head[0])) is not None
    if not hit.value.startswith(("issu", "releas", "publish")):
        return False
    return _OWN_STATEMENT.search(scan.words(title.start, title.head[1])) is not None


def _deed(action: str) -> str:
    """A report that was discussed was considered."""
    return "considered" if action == "discussed" else action


def _told(action: str, verb: str, how: str, title: Title, scan: Scan) -> str | None:
    """The action as reported in this mood; None where the sentence reports none."""
    if (
        action == "approved"
        and title.kind in ("statement", "declaration", "communique")
        and verb.startswith("agree")
    ):
        action = "adopted"
    if action == "discussed":
        many = scan.characters[title.head[1] - 1] == "s"
        if title.kind == "report" and not title.bare and (many or title.left < title.start):
            return "planned" if how == "planned" else "considered"
        if "draft" not in scan.words(title.start, title.head[1]).lower():
            return None
        action = "considered"
    if action == "other" and verb.startswith(_OUT) and title.kind in _VOICES and not title.definite:
        action = "adopted"
    if (
        action == "other"
        and verb.startswith("exchang")
        and title.kind in ("memorandum", "agreement", "protocol")
    ):
        action = "signed"
    foretold = how == "planned" and (action != "other" or verb.startswith(_OUT))
    return "planned" if foretold else action


_OUT = ("releas", "publish", "unveil", "launch")
_VOICES = ("statement", "declaration", "communique")
_TO = re.compile(r"\s(?:back\s)?to\s(?!as\b)")


_BETWEEN = re.compile(r"\bbetween\s.*\sand\s")


def _proper_enough(scan: Scan, hit: Hit, title: Title) -> bool:
    """Verbs of many uses ("leave", "review") need a named document as their object."""
    if hit.value in instrument_words("deciding"):
        return title.kind == "decision"
    if hit.value in instrument_words("passing"):
        return title.proper or _BETWEEN.search(scan.words(title.head[1], title.stop)) is not None
    if hit.value.startswith("read"):
        return title.kind in _VOICES
    if hit.value == "referred":
        return _TO.match(scan.characters, hit.stop) is not None
    if hit.value in instrument_words("specific_only"):
        return _specific(scan, title)
    if hit.value not in instrument_words("named_only"):
        return True
    if title.proper or "draft" in scan.words(title.start, title.head[1]).lower():
        return True
    if _BETWEEN.search(scan.words(title.head[1], title.stop)):
        return True
    if hit.value.startswith("denounc"):
        return title.kind == "agreement" and not title.bare
    if title.kind == "report" and hit.value in instrument_words("hearing"):
        return not title.bare
    carried = hit.value.startswith(
        ("implement", "carr", "fulfil", "work", "prepar", "draft", "elaborat", "present")
    )
    return carried and not title.bare and title.kind not in ("other", "statement", "list", "report", "law")


def _specific(scan: Scan, title: Title) -> bool:
    """The title says more than its noun: "a joint statement", "a strategy for the coast"; "a report on trade" does not."""
    if title.proper or title.number is not None:
        return True
    words = scan.words(title.start, title.head[1]).lower().split()
    named = any(w in instrument_words("document_words") for w in words[:-1])
    return named or (not title.bare and words[-1] not in instrument_words("weak"))


def objects(scan: Scan, words: Words, place: int, sentence: Sentence) -> list[Title]:
    """The titles that follow a verb ending at `place`, at once or behind a short aside."""
    for noun in words.within("nouns", place, min(sentence.stop, place + 160)):
        title = title_at(scan, words, noun, place, sentence.stop)
        if title is None:
            continue
        gap = scan.words(place, title.left)
        close = _GAP.fullmatch(gap) is not None or (title.proper and _NAMED_FIRST.fullmatch(gap) is not None)
        close = close or (title.left < title.start and _OTHER_VERB.fullmatch(gap) is not None)
        aside = (
            _ASIDE.fullmatch(gap) is not None
            and not words.within("verbs", place, title.left)
            and not re.search(r"\b(?:that|which|who|to)\s|[“”\"]", gap[4:])
            and title.left < title.start
        )
        if close or aside:
            return title_list(scan, words, noun, place, sentence.stop)
        if not aside:
            break
    return []


_NAME = re.compile(
    r"\s(?:the|a|an|its|their)\s(?:new\s|revised\s|updated\s)?[“\"«]?(?P<name>[A-Z][\w’'-]+(?:\s(?:(?:of|on|for|and|the|to|in|against)\s){0,2}(?:[A-Z][\w’'-]+|\d{4}(?:-\d{4})?)){1,12})"
)


def named(scan: Scan, place: int, stop: int) -> list[Title]:
    """ "adopted the Lima Platform for Action": a name in capitals that is no body's, office's or country's."""
    adverb = _GAP.match(scan.characters, place, stop)
    match = _NAME.match(scan.characters, adverb.end() - 1 if adverb else place, stop)
    if match is None or scan.characters[match.end() : match.end() + 2] in ("’s", "'s"):
        return []
    start, end = match.span("name")
    if any(w in instrument_words("no_names") for w in re.findall(r"[a-z]+", match["name"].lower())):
        return []
    others = scan.within(start, end, "organ", "organ?", "organisation", "office", "meeting_noun")
    first = re.split(r"\s(?:of|on|for|in|to|against)\s", match["name"], maxsplit=1)[0]
    if (
        others
        or " " not in match["name"]
        or any(
            h.stop >= start + len(first)
            for h in scan.within(start, end, "country", "city", "adjective", "people")
        )
    ):
        return []
    return [
        Title(match.start() + 1, start, end, (start, start + len(first)), "other", None, False, True, True)
    ]


def ending_at(
    scan: Scan, words: Words, sentence: Sentence, stop: int, slack: int, subject: bool = True
) -> list[Title]:
    """The list of titles whose last one ends at `stop`, give or take a comma; the subject unless told otherwise."""
    low = clause_start(scan, sentence, stop)
    after = low
    for noun in words.within("nouns", low, stop):
        if noun.start < after:
            continue
        found = title_list(scan, words, noun, low, stop)
        after = found[-1].stop if found else noun.stop
        if not found or not (
            stop - slack <= found[-1].stop <= stop + slack or _told_more(scan, found[-1], stop, slack)
        ):
            continue
        if not subject or heads_clause(scan, sentence, found[0]):
            return found
    return []


_MORE = re.compile(
    r"\s(?:worth|valued|aimed\sat|designed\sto|intended\sto|setting\sout|providing\sfor|outlining|calling)\b"
)


def _told_more(scan: Scan, title: Title, stop: int, slack: int) -> bool:
    """ "deals worth two billion were signed": up to the verb at `stop` the phrase tells more of the title."""
    return (
        _MORE.match(scan.characters, title.stop, stop) is not None
        and abs(phrase_end(scan, title.head[1], stop) - stop) <= slack
    )


def clause_start(scan: Scan, sentence: Sentence, place: int) -> int:
    """Where the clause in which `place` stands begins."""
    start = max(sentence.start, place - REACH)
    for match in _CLAUSE.finditer(scan.characters, start, place):
        if not re.search(r"\bthat\s$|,\sand\s$|\band\s$", match[0]) or match[0].endswith("that "):
            start = match.end()
    return start


_CALLED = re.compile(r"\b(?:known|referred to|dubbed|described) as $")


def heads_clause(scan: Scan, sentence: Sentence, title: Title) -> bool:
    """No preposition stands in front: the title is the subject, not part of another phrase."""
    before = words_before(scan, sentence, title.left, 24)
    return not _PREPOSITION.search(before) or _CALLED.search(before) is not None
