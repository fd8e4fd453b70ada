"""Deeds told by a verb: adopted a plan, a plan was signed, the signing of a plan."""

import re
from collections.abc import Iterator

from communique.lexicon.instruments import Verb
from communique.lexicon.phrases import Hit
from communique.reading.instrument_lists import spread
from communique.reading.instrument_moods import BE, HYPOTHETIC, NEGATED, REMEMBERED, WISH, mood, words_before
from communique.reading.instrument_objects import Deed, ending_at, form_of, named, objects, reported
from communique.reading.instrument_titles import Title, acceptable
from communique.reading.instrument_words import Words
from communique.reading.scan import Scan
from communique.reading.sentences import Sentence
from communique.reading.triggers import Trigger

_CHAIN = re.compile(
    r"(?:/|(?:,|,?\s(?:and|or|then|as well as|and/or))\s(?:(?:then|also|subsequently|later|immediately|will be|were|was)\s)*)$"
)
_SUBJECT_END = re.compile(
    r"[a-z]s\s$|(?:and|&)\s\S+\s$|\b(?:will|shall|to|also|they|we|both|jointly|They|We)\s$|(?:^|\s)[A-Z]\w+,? [A-Z]\w+\s$|[a-z]+ly\s$"
)
_PEOPLE_OF = re.compile(r"[a-z]s\s(?:of|for)\s[^,.;:]{2,60}\s$")
_AUXILIARY = re.compile(
    r"(?:,?\s(?:which|that)|,?\sboth)?\s(?:(?:will|shall|would|may|might|could|must|should|can|not|never|also|have|has|had|is|are|was|were|been|be|being|to|expected|due|set|scheduled|planned|going|got|then|later|all|both|first|finally|now|already|today|yesterday|here|on\s\w+day|[a-z]+ly)\s)+$"
)
_WITH_WHOM = re.compile(r"\bwith\s[^.;:]{3,80}\s$")
_OF = re.compile(
    r"(?:\s(?:and|or)\s[a-z]+)?\s(?:ceremony\s)?(?:by\s(?:the|all|both)\s[^.,;:()]{3,50}?\s)?(?:of|for|to)\s"
)
_AHEAD = re.compile(
    r"\b(?:(?:will|is to|are to|expected to|due to|set to)\s(?:also\s)?(?:see|witness|include|culminate|end|conclude|close|feature|oversee)|prepar\w+|(?-i:(?<!of a )(?<!of the )(?<!action )(?<!work )plan\w*)|intend\w*|forthcoming|upcoming|future|expected|ahead of|before|discuss\w*|provid\w+ for|envisag\w+|foresee\w*|work(?:ed|ing)?\son|progress|towards?|scheduled|possible|agenda|look\w*\sforward\sto|await\w*|anticipat\w+)\b[^.;,]{0,40}$|\b(?:will|to) be (?:discuss|consider|review|debat)ed\b[^.;]{0,140}$",
    re.I,
)


_NAMING = ("adopt", "sign", "ratif", "endors", "initial", "ink")


def active(scan: Scan, words: Words, sentence: Sentence) -> Iterator[Deed]:
    """ "The ministers adopted a statement on A and signed a plan"; "will sign a plan"."""
    for hit in words.within("verbs", sentence.start, sentence.stop):
        forms = form_of(hit).forms
        if scan.characters[hit.start - 1 : hit.start] == "-":
            continue  # "a jointly-signed plan", "the council-backed plan"
        if forms <= {"participle", "noun"} or (
            BE.search(words_before(scan, sentence, hit.start, 30)) and "gerund" not in forms
        ):
            continue
        if _aside(scan, words, sentence, hit):
            continue
        place = _chain_end(scan, words, hit)
        found = objects(scan, words, place, sentence)
        if not found and hit.value.startswith(_NAMING):
            found = named(scan, place, sentence.stop)
        if not found or _text_speaks(scan, sentence, hit) or not _finite(scan, sentence, hit, found):
            continue
        how = _coordinated(scan, sentence, hit) or mood(scan, sentence, hit.start)
        if how != "none" and not _wished_for(scan, sentence, hit):
            found = spread(scan, words, found, found[-1].stop, sentence.stop)
            yield from reported(scan, hit, found, how, "active")


def _aside(scan: Scan, words: Words, sentence: Sentence, hit: Hit) -> bool:
    """ "The declaration, adopted on Tuesday, promises a plan": adopted was what stands in front of the comma."""
    if not {"past", "participle"} <= form_of(hit).forms or scan.words(hit.start - 2, hit.start) != ", ":
        return False
    nouns = words.within("nouns", max(sentence.start, hit.start - 60), hit.start - 2)
    return (
        bool(nouns)
        and _MORE_COMMAS.match(scan.characters, hit.stop, sentence.stop) is not None
        and ("," not in scan.words(nouns[-1].stop, hit.start - 2))
    )


_MORE_COMMAS = re.compile(r"\s(?:on|in|at|by|under|after|during|with)\s[^,.;:()]{2,70},\s[a-z]+s\s")
_FOR_DOING = re.compile(r"\b(?:of|for|in|to|towards?)\s$")


def _wished_for(scan: Scan, sentence: Sentence, hit: Hit) -> bool:
    """ "the importance of adopting a plan", "interest in signing one": nobody did it yet."""
    if "gerund" not in form_of(hit).forms:
        return False
    before = words_before(scan, sentence, hit.start)
    return _FOR_DOING.search(before) is not None and WISH.search(before[-60:]) is not None


_SECOND = re.compile(
    r"\b(?:will|shall|to)\s(?P<first>[a-z]+)\s[^.;:]{2,90}(?:,|\sand|,\sand)\s(?:also\s|then\s)?$"
)
_RESOLVED = re.compile(r"\b(?:decided|resolved|voted|agreed)\s(?:unanimously\s)?to\s$")


def _coordinated(scan: Scan, sentence: Sentence, hit: Hit) -> str | None:
    """ "will hold talks and sign a plan" is planned as a whole; "decided to adopt a plan" adopts it."""
    if "base" not in form_of(hit).forms:
        return None
    before = words_before(scan, sentence, hit.start, 120)
    if form_of(hit).action in ("adopted", "approved", "endorsed") and _RESOLVED.search(before):
        return "done"
    second = _SECOND.search(before)
    if second is None:
        return None
    first = mood(scan, sentence, hit.start - len(before) + second.start("first"))
    return "none" if first == "none" else "planned"


def names_some(scan: Scan, words: Words, sentence: Sentence) -> bool:
    """Does a verb of adopting or signing have a name in capitals behind it, so that no noun need be known?"""
    return any(
        hit.value.startswith(_NAMING) and named(scan, _behind_of(scan, hit, sentence.stop), sentence.stop)
        for hit in words.within("verbs", sentence.start, sentence.stop)
    )


def _behind_of(scan: Scan, hit: Hit, stop: int) -> int:
    """ "adopted (the Pact)"; "adoption of (the Pact)"."""
    of = _OF.match(scan.characters, hit.stop, stop) if form_of(hit).forms & {"gerund", "noun"} else None
    return of.end() - 1 if of else hit.stop


def _text_speaks(scan: Scan, sentence: Sentence, hit: Hit) -> bool:
    """ "(The Declaration was adopted.) It takes note of the plan": the text does, not the meeting."""
    return "third" in form_of(hit).forms and scan.words(sentence.start, hit.start).strip() in (
        "It",
        "The text",
    )


def _chain_end(scan: Scan, words: Words, hit: Hit) -> int:
    """ "considered and approved the plan": the object follows the last verb of the chain."""
    for following in words.within("verbs", hit.stop, hit.stop + 40):
        gap = scan.words(hit.stop, following.start)
        if (
            _CHAIN.fullmatch(gap)
            and form_of(following).forms & form_of(hit).forms
            and scan.words(following.stop, following.stop + 4) != " by "
        ):
            return _chain_end(scan, words, following)
    return hit.stop


def _finite(scan: Scan, sentence: Sentence, hit: Hit, found: list[Title]) -> bool:
    """A base form or one that may be a noun needs a subject or "to" in front of it; a gerund, "is" or "after"."""
    forms = form_of(hit).forms
    before = words_before(scan, sentence, hit.start, 30)
    if "past" in forms:
        return not re.search(
            r"\b(?:the|a|an|of|its|their|newly|recently|single|any|every|each|no)\s$", before, re.I
        )
    if "gerund" in forms:
        return (
            bool(
                BE.search(before)
                or re.search(
                    r"\b(?:after|by|following|upon|for|before|of|on|and|with|in|including|besides|alongside|into|through|began|start\w*|finish\w*|complet\w+|at|to)\s$|,\s$",
                    before,
                    re.I,
                )
                or _WITH_WHOM.search(words_before(scan, sentence, hit.start))
            )
            and (
                not found[0].bare
                or BE.search(before) is not None
                or _with_both(scan, sentence, hit, found)
                or _joint(scan, before, found[0])
            )
        ) or found[0].proper
    if re.search(
        r"\b(?:the|a|an|of|on|in|for|this|that|its|their|with|by|from|any|no|national|new|draft)\s$", before
    ):
        return False
    if _QUESTION.search(words_before(scan, sentence, hit.start)):
        return False
    return (
        bool(_SUBJECT_END.search(before) or _SECOND.search(words_before(scan, sentence, hit.start, 120)))
        or hit.start == sentence.start
        or "third" in forms
        or (hit.value in ("adopt", "sign", "approve", "endorse") and _PEOPLE_OF.search(before) is not None)
    )


_QUESTION = re.compile(
    r"\b(?:how|whether|why|when)\s(?:the|its|their|an?|both|[A-Z]\w*)\s[^,.;:]{0,60}$", re.I
)


_AFTERWARDS = re.compile(r"\b(?:after|by|following|upon|with)\s$")


def _joint(scan: Scan, before: str, title: Title) -> bool:
    """ "closed after issuing a joint communique": that it is a joint one says enough."""
    if _AFTERWARDS.search(before) is None:
        return False
    return title.left < title.start and scan.characters.startswith(("joint ", "final "), title.start)


def _with_both(scan: Scan, sentence: Sentence, hit: Hit, found: list[Title]) -> bool:
    """ "with both countries signing agreements": the bare plural is told by an own subject."""
    many = scan.words(*found[0].head).endswith(("s", "memoranda"))
    return (
        many
        and not found[0].definite
        and _WITH_WHOM.search(words_before(scan, sentence, hit.start)) is not None
    )


def passive(scan: Scan, words: Words, sentence: Sentence) -> Iterator[Deed]:
    """ "A plan was signed"; "the documents were approved and submitted"; ", which were submitted"."""
    subject: list[Title] = []
    last = -1
    for hit in words.within("verbs", sentence.start, sentence.stop):
        if "participle" not in form_of(hit).forms:
            continue
        if last >= 0 and _CHAIN.fullmatch(scan.words(last, hit.start)[-40:]) and subject:
            pass
        elif BE.search(_unchained(words_before(scan, sentence, hit.start, 60))):
            subject = _subject(scan, words, sentence, hit.start)
        else:
            continue
        last = hit.stop
        how = mood(scan, sentence, hit.start)
        if how != "none":
            found = spread(scan, words, subject, hit.stop, sentence.stop)
            found = found + _also(scan, words, sentence, hit.stop) if subject else found
            yield from reported(scan, hit, found, how, "passive")


_AS_WELL = re.compile(
    r",\s(?:as well as|along with|together with|and so was|and so were)(?=\s(?:an?|the|two|three|four|five|six|seven)\s)"
)


_FIRST_OF_TWO = re.compile(r"\s(?:[a-z]+ly\s)?[a-z]+ed(?:,|,?\sand)\s(?:[a-z]+ly\s)?$")


def _unchained(before: str) -> str:
    """ "were negotiated and" before "signed": the auxiliary holds for both."""
    return _FIRST_OF_TWO.sub(" ", before)


def _also(scan: Scan, words: Words, sentence: Sentence, place: int) -> list[Title]:
    """ "A plan was signed by the chairs, as well as a protocol": the subject goes on behind the verb."""
    match = _AS_WELL.search(scan.characters, place, min(sentence.stop, place + 120))
    return objects(scan, words, match.end(), sentence) if match else []


def _subject(scan: Scan, words: Words, sentence: Sentence, verb: int) -> list[Title]:
    """The titles that end where the auxiliary of the verb at `verb` begins."""
    key = ("subject", sentence, verb)
    if key not in words.memo:
        words.memo[key] = _in_front(scan, words, sentence, verb)
    found: list[Title] = words.memo[key]
    return found


def _in_front(scan: Scan, words: Words, sentence: Sentence, verb: int) -> list[Title]:
    before = words_before(scan, sentence, verb, 80)
    auxiliary = _AUXILIARY.search(_unchained(before))
    if auxiliary is None:
        return []
    stop = verb - len(before) + auxiliary.start()
    found = ending_at(scan, words, sentence, stop, 1)
    aside = None if found else _INSERTED.search(words_before(scan, sentence, stop, 130))
    return ending_at(scan, words, sentence, stop - len(aside[0]), 1) if aside else found


_INSERTED = re.compile(r"\s?,\s?[^,;.()]{3,120},$|\s\([^()]{2,100}\)$|\s[—–-]\s[^—–;.]{3,120}\s[—–-]$")


def inverted(scan: Scan, words: Words, sentence: Sentence) -> Iterator[Deed]:
    """ "By the ministers were signed a plan and a protocol"; "on the results is approved the Regulation"."""
    for hit in words.within("verbs", sentence.start, sentence.stop):
        if "participle" not in form_of(hit).forms or not BE.search(
            words_before(scan, sentence, hit.start, 40)
        ):
            continue
        if _subject(scan, words, sentence, hit.start):
            continue
        found = objects(scan, words, _chain_end(scan, words, hit), sentence)
        how = mood(scan, sentence, hit.start)
        if how != "none" and found and _at_once(scan, words, hit, found[0]):
            yield from reported(scan, hit, found, how, "inverted")


_SIGNED = Trigger("signature")
_SIGNATURES = re.compile(
    r"\bsignatures?\s(?:(?:was|were|is|put|placed|affixed)\s){0,2}(?:to|under|on|upon|beneath)(?=\s)"
)


def signatures(scan: Scan, words: Words, sentence: Sentence) -> Iterator[Deed]:
    """ "put their signatures under the Charter"; "signatures were put to a treaty"."""
    for match in _SIGNED.each(scan, _SIGNATURES, sentence.start, sentence.stop):
        how = mood(scan, sentence, match.start())
        if how == "none":
            continue
        action = "planned" if how == "planned" else "signed"
        found = objects(scan, words, match.end(), sentence)
        for title in (t for t in found if acceptable(scan, t, "signed", len(found) > 1)):
            yield Deed(title, action, match.start(), match.end(), "signatures")


def _at_once(scan: Scan, words: Words, hit: Hit, title: Title) -> bool:
    """Nothing stands between the participle and the article of the title, so that it is the subject."""
    return title.left < title.start and title.left - _chain_end(scan, words, hit) <= 1


def nominal(scan: Scan, words: Words, sentence: Sentence) -> Iterator[Deed]:
    """ "the signing of an agreement"; "following the adoption of a plan"; "implementation of the Strategy"."""
    for hit in words.within("verbs", sentence.start, sentence.stop):
        form = form_of(hit)
        if not form.forms & {"gerund", "noun"}:
            continue
        of = _OF.match(scan.characters, hit.stop, sentence.stop)
        direct = hit.value.endswith((" from", " to"))
        if of is None and not direct:
            continue
        place = (of.end() if of else hit.stop + 1) - 1
        found = objects(scan, words, place, sentence)
        if not found and hit.value.startswith(_NAMING):
            found = named(scan, place, sentence.stop)
        how = _nominal_mood(scan, sentence, hit, form)
        if found and how != "none":
            found = spread(scan, words, found, found[-1].stop, sentence.stop)
            yield from reported(scan, hit, [_without_agent(scan, t) for t in found], how, "nominal")


_AGENT = re.compile(r"\sby\s(?!\d)")


def _without_agent(scan: Scan, title: Title) -> Title:
    """ "the signing of agreements by the envoys": who signs is no part of the title."""
    by = _AGENT.search(scan.characters, title.head[1], title.stop)
    if by is None or title.kind in ("report", "statement", "other"):
        return title
    return title._replace(stop=by.start(), bare=title.bare or by.start() == title.head[1] == title.start)


def _nominal_mood(scan: Scan, sentence: Sentence, hit: Hit, form: Verb) -> str:
    if form.action == "other":
        return "done"
    before = words_before(scan, sentence, hit.start)
    if NEGATED.search(before) or HYPOTHETIC.search(before) or REMEMBERED.search(before):
        return "none"
    if WISH.search(before):
        return "none"
    if re.match(
        r"[^.;]{0,140}?\b(?:will|would|could|is scheduled|is expected|is planned|is due|may)\b",
        scan.words(hit.stop, sentence.stop),
    ):
        return "planned" if not re.search(r"\b(?:after|following)\b", before) else "done"
    return "planned" if _AHEAD.search(before) else "done"
