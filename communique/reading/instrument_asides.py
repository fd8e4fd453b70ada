"""Deeds told in passing: the plan adopted in May, the treaty that came into force, in a joint statement."""

import re
from collections.abc import Iterator

from communique.lexicon.instruments import instrument_words
from communique.reading.instrument_moods import BE, FUTURE, HYPOTHETIC, NEGATED, words_before
from communique.reading.instrument_objects import (
    REACH,
    Deed,
    clause_start,
    denied,
    ending_at,
    form_of,
    reported,
)
from communique.reading.instrument_titles import Title, title_at, title_list
from communique.reading.instrument_verbs import active
from communique.reading.instrument_words import Words
from communique.reading.scan import Scan
from communique.reading.sentences import Sentence
from communique.reading.triggers import Trigger

_REDUCED = re.compile(
    r"(?:,?\s(?:both|all|each|which)|,)?\s(?:(?:[a-z]+ly|previously|earlier|recently|also|later|then)\s)*"
)
_AFTER_REDUCED = re.compile(
    r"(?:\s(?:(?:[a-z]+ly|earlier|jointly)\s)?(?:by|at|in|on|during|earlier|last|this|yesterday|today|between|with|after|following|here|under|previously)\b)|\s?[.,;)]"
)
_LOOSE = re.compile(r"(?:,? and [a-z][^,.;:]{3,60})?")
_CITED = re.compile(
    r"\b(?:under|pursuant to|goes against|against|contrary to|comply with|complies with|complying with|compliance with|accordance with|violation of|breach of|envisaged by|stipulated (?:by|in))\s$",
    re.I,
)
_CITING = Trigger(
    "under",
    "pursuant",
    "against",
    "contrary",
    "compl",
    "accordance",
    "violation",
    "breach",
    "envisaged",
    "stipulated",
)
_PROMISING = frozenset(("agreement", "memorandum", "protocol", "resolution"))
_SOUGHT = re.compile(
    r"\b(?:seek|seeks|seeking|sought|towards?|negotiat\w+|work(?:ing)? on|works? on|talks on|negotiations on|negotiations over|talks over|drawing up|draw up)\s$",
    re.I,
)
_SEEKING = Trigger("seek", "sought", "toward", "negotiat", "work", "talks o", "draw")
_THEM = re.compile(
    r"\s(?:both|them|it|these|those|all of them|the (?:documents?|drafts?|latter))\b(?!\s(?!to\b|before\b|and\b|at\b|in\b)\w)"
)


def reduced(scan: Scan, words: Words, sentence: Sentence) -> Iterator[Deed]:
    """ "the action plan adopted by the Assembly"; "the Treaty and the Concept, both agreed earlier"."""
    for hit in words.within("verbs", sentence.start, sentence.stop):
        if "participle" not in form_of(hit).forms or not _AFTER_REDUCED.match(
            scan.characters, hit.stop, sentence.stop
        ):
            continue
        if BE.search(words_before(scan, sentence, hit.start, 30)):
            continue
        found = _just_before(scan, words, sentence, hit.start)
        if found and hit.value in instrument_words("deciding") and _other_head(scan, found[-1]):
            continue
        if found and not re.search(
            r"\b(?:has|have|had|having)\s(?:\w+ly\s)?$", words_before(scan, sentence, hit.start, 24)
        ):
            yield from reported(scan, hit, found, "done", "reduced")


_LAST_WORD = re.compile(r"\b[a-z]+$")


def _other_head(scan: Scan, title: Title) -> bool:
    """ "the decisions of the Council and the progress made": another noun than the document's stands before "made"."""
    return title.stop > title.head[1] and _LAST_WORD.search(scan.words(title.start, title.stop)) is not None


def _just_before(scan: Scan, words: Words, sentence: Sentence, verb: int) -> list[Title]:
    low = clause_start(scan, sentence, verb)
    after = low
    for noun in words.within("nouns", low, verb):
        if noun.start < after:
            continue
        found = title_list(scan, words, noun, low, verb)
        after = found[-1].stop if found else noun.stop
        if not found:
            continue
        gap = scan.words(found[-1].stop, verb)
        loose = len(found) > 1 and _LOOSE.match(gap)
        rest = gap[loose.end() :] if loose else gap
        if found[-1].stop <= verb and _REDUCED.fullmatch(rest):
            last = found[-1]
            return [
                t
                for t in (found if len(found) > 1 else [last])
                if not (t.bare and not t.definite and t.kind == "other" and t.number is None)
            ]
    return []


def relative(scan: Scan, words: Words, sentence: Sentence) -> Iterator[Deed]:
    """ "The draft Programme, which the ministers approved in Almaty", "plans, both of which they adopted"."""
    for hit in words.within("verbs", sentence.start, sentence.stop):
        if "past" not in form_of(hit).forms or " " in hit.value:
            continue
        clause = re.search(
            r",?\s(?P<all>(?:all|both)\sof\s)?(?:which|that)\s(?:(?!said|were|was)\S+\s){1,7}$",
            words_before(scan, sentence, hit.start, 90),
        )
        if clause is None or re.match(r"\s(?:the|a|an)\s", scan.words(hit.stop, hit.stop + 5)):
            continue
        stop = hit.start - len(clause[0])
        found = ending_at(scan, words, sentence, stop, 1, subject=not clause["all"])
        if found:
            yield from reported(scan, hit, found if clause["all"] else found[-1:], "done", "relative")


def state(scan: Scan, words: Words, sentence: Sentence) -> Iterator[Deed]:
    """ "the agreement on A that came into force in 2019"; "the treaty expired"."""
    for hit in words.within("states", sentence.start, sentence.stop):
        before = words_before(scan, sentence, hit.start)
        if NEGATED.search(before) or HYPOTHETIC.search(before):
            continue
        gap = re.search(
            r"(?:,?\s(?:which|that))?\s(?:(?:will|has|had|have|to|also|then|[a-z]+ly)\s)*$", before
        )
        stop = hit.start - (len(gap[0]) if gap else 1)
        action = "planned" if re.search(r"\b(?:will|to)\s$", before) else hit.value
        low = max(sentence.start, stop - REACH)
        for noun in words.within("nouns", low, stop):
            title = title_at(scan, words, noun, low, stop)
            if title and abs(title.stop - stop) <= 1 and not (title.bare and not title.definite):
                yield Deed(title, action, hit.start, hit.stop, "state")
                break


def cited(scan: Scan, words: Words, sentence: Sentence) -> Iterator[Deed]:
    """ "instituted under the 2015 Memorandum on A": a named agreement by which people go is in force."""
    if not _CITING.stands(scan, sentence.start, sentence.stop):
        return
    for noun in words.within("nouns", sentence.start, sentence.stop):
        if noun.value not in _PROMISING:
            continue
        title = title_at(scan, words, noun, sentence.start, sentence.stop)
        if title is None or not title.proper or title.bare:
            continue
        by = _CITED.search(words_before(scan, sentence, title.left, 24))
        if by:
            start = title.left - len(by[0])
            action = (
                "other"
                if title.kind == "resolution"
                or by[0].lower().startswith(("goes", "against", "contrary", "viol", "breach"))
                else "in force"
            )
            yield Deed(title, action, start, title.left - 1, "cited")


def sought(scan: Scan, words: Words, sentence: Sentence) -> Iterator[Deed]:
    """ "talks toward a trade agreement": an instrument that is still to come."""
    if not _SEEKING.stands(scan, sentence.start, sentence.stop):
        return
    for noun in words.within("nouns", sentence.start, sentence.stop):
        by = _SOUGHT.search(
            words_before(scan, sentence, noun.start, 90).rsplit(" a ", 1)[0].rsplit(" an ", 1)[0] + " "
        )
        title = title_at(scan, words, noun, sentence.start, sentence.stop) if by else None
        if (
            by is None
            or title is None
            or title.definite
            or title.left == title.start
            or title.bare
            or title.kind in ("list", "report", "law", "statement", "resolution", "decision")
            or _weak(scan, title)
        ):
            continue
        if _SOUGHT.search(words_before(scan, sentence, title.left, 40)):
            yield Deed(title, "planned", title.left - len(by[0]), title.left - 1, "sought")


def _weak(scan: Scan, title: Title) -> bool:
    return scan.words(*title.head).lower().split()[-1] in instrument_words("weak")


def spoken(scan: Scan, words: Words, sentence: Sentence) -> Iterator[Deed]:
    """ "In a joint statement the ministers said": whoever quotes a joint text says that there is one."""
    for noun in words.within("nouns", sentence.start, sentence.stop):
        if noun.value not in _SPEAKING or (
            scan.characters[noun.start] == "J" and noun.start == sentence.start
        ):
            continue
        title = title_at(scan, words, noun, sentence.start, sentence.stop)
        if scan.words(noun.start, noun.stop).lower() not in instrument_words("spoken"):
            title = title if title and _of_a_city(scan, title, sentence) else None
        before = words_before(scan, sentence, noun.start)
        if (
            title
            and title.left < title.start
            and not NEGATED.search(before)
            and not denied(scan, title)
            and not _named_only_so(scan, title)
            and not _of_one_country(scan, title)
            and not FUTURE.search(before)
            and not _UNISSUED.search(before)
        ):
            said = scan.within(sentence.start, sentence.stop, "say")
            reads = _READS.match(scan.characters, title.head[1], sentence.stop)
            opening = _OPENS.search(before) and _THEN_THEY.match(scan.characters, title.stop, sentence.stop)
            cue = (said[0].start, said[0].stop) if said else (title.left, title.start - 1)
            if said or opening or reads:
                yield Deed(title._replace(stop=title.head[1]), "adopted", *cue, "spoken")


_SPEAKING = frozenset(("statement", "communique", "declaration", "other"))


def _of_a_city(scan: Scan, title: Title, sentence: Sentence) -> bool:
    """ "The Wilmington Declaration speaks of ...": called after the place of the sitting, and it says something."""
    city = scan.stop_at(title.start, "city")
    return city == title.head[0] - 1 and bool(_READS.match(scan.characters, title.head[1], sentence.stop))


_WHOSE = re.compile(r"\s(?:of|from|issued|released|adopted|signed|at)\b")


def _named_only_so(scan: Scan, title: Title) -> bool:
    """ "the communiqué added": no word says whose it is."""
    plain = title.start == title.head[0] and " " not in scan.words(*title.head)
    return plain and title.definite and not _WHOSE.match(scan.characters, title.head[1])


def _of_one_country(scan: Scan, title: Title) -> bool:
    """ "said in the Chilean communiqué": the paper of one government speaks for it alone."""
    own = scan.within(title.start, title.head[0], "adjective", "country")
    return (
        bool(own)
        and "joint" not in scan.words(title.start, title.stop).lower()
        and len({h.value for h in own}) == 1
    )


_READS = re.compile(
    r"(?:,?\s(?:issued|released|published)[^.;:]{3,60})?\s(?:reads?|read|states?)(?:\sthat\b|\sin\spart\b|:|,|\s[“\"])"
    r"|(?:,?\s(?:issued|released|published|put\sout|adopted|agreed|that\scame\sout|which\scame\sout)[^.;:]{0,60}?)?,?"
    r"\s(?:speaks\sof|names|calls\s(?:for|on|upon)|asks\sfor|lays\sdown|says\snothing|condemns|welcomes|reaffirms|underlines|stresses)\s"
)
_OPENS = re.compile(r"(?:^|\s)In\s(?:the|a|their|its|an)\s(?:\w+\s)?$")
_UNISSUED = re.compile(
    r"\b(?:during (?:a|the|their)|without|fail\w*|unable|not|no|could not|n[’']t|cannot|declin\w+|refus\w+|block\w*|instead of|draft|version of)\s(?:\S+\s){0,3}$",
    re.I,
)
_THEN_THEY = re.compile(r",?\s(?:the|they|all|both)\s")


def pronoun(scan: Scan, words: Words, sentence: Sentence) -> Iterator[Deed]:
    """ "approved the drafts and submitted both to the Council": the earlier titles of the sentence are meant."""
    for hit in words.within("verbs", sentence.start, sentence.stop):
        if "past" not in form_of(hit).forms or not _THEM.match(scan.characters, hit.stop, sentence.stop):
            continue
        for earlier in active(
            scan, words, Sentence(max(sentence.start, hit.start - REACH), hit.start, sentence.paragraph)
        ):
            yield Deed(earlier.title, form_of(hit).action, hit.start, hit.stop, "pronoun")
