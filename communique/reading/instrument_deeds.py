"""What was done with an instrument: one small rule for each way in which a sentence says it."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from communique.lexicon.instruments import Verb, instrument_words, verbs
from communique.lexicon.phrases import Hit
from communique.reading.instrument_titles import Title, Words, acceptable, ellipses, title_at, title_list
from communique.reading.scan import Scan
from communique.reading.sentences import Sentence


class Deed(NamedTuple):
    """An instrument and one action upon it, the place of the action's words, and the rule that saw it."""

    title: Title
    action: str
    start: int
    stop: int
    rule: str


_REACH = 600  # characters: no subject is longer, and a text without full stops stays linear
Rule = Callable[[Scan, Words, Sentence], Iterator[Deed]]

_BE = re.compile(
    r"\b(?:was|were|is|are|been|be|being|got|get)\s(?:(?:also|then|later|all|both|first|finally|now|already|[a-z]+ly|to be)\s)*$"
)
_CHAIN = re.compile(
    r"(?:,|,?\s(?:and|or|then|as well as))\s(?:(?:then|also|subsequently|later|immediately|will be|were|was)\s)*$"
)
_NEGATED = re.compile(
    r"\b(?:not|n[’']t|never|without|neither|nor|no|cannot|(?:refus|declin|fail|hesitat)\w*\sto|(?:refrain|abstain)\w*\sfrom|reject\w*|instead of|avoid\w*|unable to|oppos\w+)\s(?:(?:yet|been|be|to|the|have|has|ever|any)\s)*$",
    re.I,
)
_HYPOTHETIC = re.compile(
    r"\b(?:may|might|could|would|should|must|can|if|whether|need(?:s|ed)?\sto|needs?\sfor|unless|once)\s(?:(?:be|also|have|been|to|the|not|it|they|we|he|she|[A-Z]\w+)\s)*$",
    re.I,
)
_WISH = re.compile(
    r"\b(?:need|needs|needed|urg\w+|call\w*\s(?:for|on|upon)|propos\w+|suggest\w*|invit\w+|hop\w+|want\w*|demand\w*|important|importance|necessary|necessity|necessit\w+|ask\w*|possib\w+|possibility|advocat\w+|encourag\w+|request\w*|appeal\w*|should|ready|readiness|opportunity|chance|interested|interest|early|speedy|expedit\w+|refus\w+|unwilling\w*|recommend\w*)\b[^.;]{0,70}$",
    re.I,
)
_FUTURE = re.compile(
    r"\b(?:will|shall|to|(?:is|are|was|were)\s(?:expected|due|set|scheduled|planned|going|likely|slated)\sto)\s(?:(?:be|also|jointly|then|soon|later|formally|officially|subsequently|have|been|[a-z]+ly)\s)*$"
)
_DONE_TO = re.compile(
    r"\b(?:managed|able|succeeded|proceeded|went on|used|continue[sd]?|gathered|met)\sto\s$"
)
_ADVERBS = r"(?:also|jointly|unanimously|officially|formally|finally|then|here|today|yesterday|on \w+day|together|in principle)"
_GAP = re.compile(rf"\s(?:{_ADVERBS}\s)*")
_ASIDE = re.compile(r",?\s(?:in|at|on|by|during|with|under|after|following|to)\s[^.;:]{2,90}?,?\s")
_NAMED_FIRST = re.compile(
    r"\sthe\s(?:[A-Z][\w-]*|on|of|the)(?:\s(?:[A-Z][\w-]*|on|of|the|for|in))*(?:,|,?\sand)\s"
)


def form_of(hit: Hit) -> Verb:
    """The lexicon's entry for a verb hit."""
    return verbs()[hit.value]


def _before(scan: Scan, sentence: Sentence, place: int, size: int = 90) -> str:
    return scan.words(max(sentence.start, place - size), place)


def mood(scan: Scan, sentence: Sentence, place: int) -> str:
    """Whether what stands at `place` is done, planned, or neither: "done", "planned", "none"."""
    before = _before(scan, sentence, place)
    if _NEGATED.search(before) or _HYPOTHETIC.search(before):
        return "none"
    if _FUTURE.search(before):
        if _DONE_TO.search(before):
            return "done"
        return (
            "none"
            if _WISH.search(before[:-1].rsplit(" and ", 1)[-1]) and "will" not in before[-12:]
            else "planned"
        )
    return "done"


def _told(action: str, how: str, title: Title, scan: Scan) -> str | None:
    """The action as reported in this mood; None where the sentence reports none."""
    if action == "discussed":
        if "draft" not in scan.words(title.start, title.head[1]).lower():
            return None
        action = "considered"
    return "planned" if how == "planned" and action != "other" else action


def _proper_enough(scan: Scan, hit: Hit, title: Title) -> bool:
    """Verbs of many uses ("leave", "review") need a named document as their object."""
    if hit.value == "taken":
        return title.kind == "decision"
    if hit.value not in instrument_words("named_only"):
        return True
    if title.proper or "draft" in scan.words(title.start, title.head[1]).lower():
        return True
    if re.search(r"\bbetween\s.*\sand\s", scan.words(title.head[1], title.stop)):
        return True
    if hit.value.startswith("denounc"):
        return title.kind == "agreement" and not title.bare
    carried = hit.value.startswith(
        ("implement", "carr", "fulfil", "work", "prepar", "draft", "elaborat", "present")
    )
    return carried and not title.bare and title.kind not in ("other", "statement", "list", "report", "law")


def _deeds(
    scan: Scan, hit: Hit, found: list[Title], how: str, rule: str, action: str | None = None
) -> Iterator[Deed]:
    for title in found:
        told = _told(action or form_of(hit).action, how, title, scan)
        if (
            told == "other"
            and title.kind == "decision"
            and not title.bare
            and hit.value.startswith(("implement", "carr", "fulfil"))
        ):
            yield Deed(title, "adopted", *title.head, rule)  # a session's decisions are taken by it
        if (
            told
            and _proper_enough(scan, hit, title)
            and acceptable(scan, title, form_of(hit).action, len(found) > 1)
        ):
            for part in ellipses(scan, title):
                yield Deed(part, told, hit.start, hit.stop, rule)


def _object(scan: Scan, words: Words, place: int, sentence: Sentence) -> list[Title]:
    """The titles that follow a verb ending at `place`, at once or behind a short aside."""
    for noun in words.within("nouns", place, min(sentence.stop, place + 160)):
        title = title_at(scan, words, noun, place, sentence.stop)
        if title is None:
            continue
        gap = scan.words(place, title.left)
        close = _GAP.fullmatch(gap) is not None or (title.proper and _NAMED_FIRST.fullmatch(gap) is not None)
        aside = (
            _ASIDE.fullmatch(gap) is not None
            and not re.search(r"\b(?:that|which|who|to)\s|[“”\"]", gap[4:])
            and title.left < title.start
        )
        if close or aside:
            return title_list(scan, words, noun, place, sentence.stop)
        if not aside:
            return []
    return []


def _chain_end(scan: Scan, words: Words, hit: Hit) -> int:
    """ "considered and approved the plan": the object follows the last verb of the chain."""
    for following in words.within("verbs", hit.stop, hit.stop + 40):
        gap = scan.words(hit.stop, following.start)
        if (
            _CHAIN.fullmatch(gap)
            and form_of(following).forms & form_of(hit).forms
            and not scan.words(following.stop, following.stop + 4) == " by "
        ):
            return _chain_end(scan, words, following)
    return hit.stop


def active(scan: Scan, words: Words, sentence: Sentence) -> Iterator[Deed]:
    """ "The ministers adopted a statement on A and signed a plan"; "will sign a plan"."""
    for hit in words.within("verbs", sentence.start, sentence.stop):
        forms = form_of(hit).forms
        if (
            forms <= {"participle", "noun"}
            or _BE.search(_before(scan, sentence, hit.start, 30))
            and "gerund" not in forms
        ):
            continue
        found = _object(scan, words, _chain_end(scan, words, hit), sentence)
        if not found or not _finite(scan, sentence, hit, found):
            continue
        how = mood(scan, sentence, hit.start)
        if how != "none":
            yield from _deeds(scan, hit, found, how, "active")


_SUBJECT_END = re.compile(
    r"[a-z]s\s$|(?:and|&)\s\S+\s$|\b(?:will|shall|to|also|they|we|both|jointly|They|We)\s$|(?:^|\s)[A-Z]\w+,? [A-Z]\w+\s$|[a-z]+ly\s$"
)


def _finite(scan: Scan, sentence: Sentence, hit: Hit, found: list[Title]) -> bool:
    """A base form or one that may be a noun needs a subject or "to" in front of it; a gerund, "is" or "after"."""
    forms = form_of(hit).forms
    before = _before(scan, sentence, hit.start, 30)
    if "past" in forms:
        return not re.search(r"\b(?:the|a|an|of|its|their|newly|recently)\s$", before, re.I)
    if "gerund" in forms:
        return (
            bool(
                _BE.search(before)
                or re.search(
                    r"\b(?:after|by|following|upon|for|before|of|on|and|began|start\w*|finish\w*|complet\w+|at|to)\s$|,\s$",
                    before,
                )
            )
            and (not found[0].bare or _BE.search(before) is not None)
            or found[0].proper
        )
    if re.search(
        r"\b(?:the|a|an|of|on|in|for|this|that|its|their|with|by|from|any|no|national|new|draft)\s$", before
    ):
        return False
    return bool(_SUBJECT_END.search(before)) or hit.start == sentence.start or "third" in forms


def passive(scan: Scan, words: Words, sentence: Sentence) -> Iterator[Deed]:
    """ "A plan was signed"; "the documents were approved and submitted"; ", which were submitted"."""
    subject: list[Title] = []
    last = -1
    for hit in words.within("verbs", sentence.start, sentence.stop):
        if "participle" not in form_of(hit).forms:
            continue
        if last >= 0 and _CHAIN.fullmatch(scan.words(last, hit.start)[-40:]) and subject:
            pass
        elif _BE.search(_before(scan, sentence, hit.start, 40)):
            subject = _subject(scan, words, sentence, hit.start)
        else:
            continue
        last = hit.stop
        how = mood(scan, sentence, hit.start)
        if how != "none":
            yield from _deeds(scan, hit, subject, how, "passive")


_AUXILIARY = re.compile(
    r"(?:,?\s(?:which|that)|,?\sboth)?\s(?:(?:will|shall|would|may|might|could|must|should|can|not|never|also|have|has|had|is|are|was|were|been|be|being|to|expected|due|set|scheduled|planned|going|got|then|later|all|both|first|finally|now|already|[a-z]+ly)\s)+$"
)


def _subject(scan: Scan, words: Words, sentence: Sentence, verb: int) -> list[Title]:
    """The titles that end where the auxiliary of the verb at `verb` begins."""
    auxiliary = _AUXILIARY.search(_before(scan, sentence, verb, 80))
    if auxiliary is None:
        return []
    stop = verb - len(auxiliary[0])
    return _ending_at(scan, words, sentence, stop, 1)


def _ending_at(scan: Scan, words: Words, sentence: Sentence, stop: int, slack: int) -> list[Title]:
    """The list of titles whose last one ends at `stop`, give or take a comma."""
    low = _clause_start(scan, sentence, stop)
    after = low
    for noun in words.within("nouns", low, stop):
        if noun.start < after:
            continue
        found = title_list(scan, words, noun, low, stop)
        after = found[-1].stop if found else noun.stop
        if not found or not stop - slack <= found[-1].stop <= stop + slack:
            continue
        if _heads_clause(scan, sentence, found[0]):
            return found
    return []


_CLAUSE = re.compile(
    r"[;:]\s|,\s(?:and|but|while|where|whereas)\s|\b(?:said|says|noted|added|stressed|reported|announced)(?:\sthat)?\s|\bthat\s|\b(?:and|but|while)\s(?=\S+\s\S+\s(?:was|were|is|are)\b)"
)


def _clause_start(scan: Scan, sentence: Sentence, place: int) -> int:
    start = max(sentence.start, place - _REACH)
    for match in _CLAUSE.finditer(scan.characters, start, place):
        if not re.search(r"\bthat\s$|,\sand\s$|\band\s$", match[0]) or match[0].endswith("that "):
            start = match.end()
    return start


_PREPOSITION = re.compile(
    r"\b(?:of|on|for|in|to|with|by|at|from|between|about|under|over|against|into|through|within|upon|among|regarding|concerning|as|than|via|per|without)\s$"
)


def _heads_clause(scan: Scan, sentence: Sentence, title: Title) -> bool:
    """No preposition stands in front: the title is the subject, not part of another phrase."""
    return not _PREPOSITION.search(_before(scan, sentence, title.left, 14))


_OF = re.compile(r"\s(?:ceremony\s)?(?:of|for|to)\s")


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
        found = _object(scan, words, place, sentence)
        how = _nominal_mood(scan, sentence, hit, form)
        if found and how != "none":
            yield from _deeds(scan, hit, found, how, "nominal")


_AHEAD = re.compile(
    r"\b(?:prepar\w+|plan\w*|intend\w*|forthcoming|upcoming|future|expected|ahead of|before|discuss\w*|work(?:ed|ing)?\son|progress|towards?|scheduled|possible)\b[^.;,]{0,40}$",
    re.I,
)


def _nominal_mood(scan: Scan, sentence: Sentence, hit: Hit, form: Verb) -> str:
    if form.action == "other":
        return "done"
    before = _before(scan, sentence, hit.start)
    if _NEGATED.search(before) or _HYPOTHETIC.search(before):
        return "none"
    if _WISH.search(before):
        return "none"
    if re.match(
        r"[^.;]{0,140}?\b(?:will|would|could|is scheduled|is expected|is planned|is due|may)\b",
        scan.words(hit.stop, sentence.stop),
    ):
        return "planned" if not re.search(r"\b(?:after|following)\b", before) else "done"
    return "planned" if _AHEAD.search(before) else "done"


_REDUCED = re.compile(
    r"(?:,?\s(?:both|all|each|which)|,)?\s(?:(?:[a-z]+ly|previously|earlier|recently|also|later|then|and)\s)*"
)
_AFTER_REDUCED = re.compile(
    r"(?:\s(?:(?:[a-z]+ly|earlier|jointly)\s)?(?:by|at|in|on|during|earlier|last|this|yesterday|today|between|with|after|following|here|a|under|previously|and)\b)|\s?[.,;)]"
)
_LOOSE = re.compile(r"(?:,? and [a-z][^,.;:]{3,60})?")


def reduced(scan: Scan, words: Words, sentence: Sentence) -> Iterator[Deed]:
    """ "the action plan adopted by the Assembly"; "the Treaty and the Concept, both agreed earlier"."""
    for hit in words.within("verbs", sentence.start, sentence.stop):
        if "participle" not in form_of(hit).forms or not _AFTER_REDUCED.match(
            scan.characters, hit.stop, sentence.stop
        ):
            continue
        if _BE.search(_before(scan, sentence, hit.start, 30)):
            continue
        found = _just_before(scan, words, sentence, hit.start)
        if found and not re.search(
            r"\b(?:has|have|had|having)\s(?:\w+ly\s)?$", _before(scan, sentence, hit.start, 24)
        ):
            yield from _deeds(scan, hit, found, "done", "reduced")


def _just_before(scan: Scan, words: Words, sentence: Sentence, verb: int) -> list[Title]:
    low = _clause_start(scan, sentence, verb)
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
                if not (t.bare and not t.definite and t.kind == "other" and t.count is None)
            ]
    return []


def relative(scan: Scan, words: Words, sentence: Sentence) -> Iterator[Deed]:
    """ "The draft Programme, which the ministers approved in Almaty, ..."."""
    for hit in words.within("verbs", sentence.start, sentence.stop):
        if "past" not in form_of(hit).forms or " " in hit.value:
            continue
        clause = re.search(
            r",?\s(?:which|that)\s(?:(?!said|were|was)\S+\s){1,7}$", _before(scan, sentence, hit.start, 90)
        )
        if clause is None or re.match(r"\s(?:the|a|an)\s", scan.words(hit.stop, hit.stop + 5)):
            continue
        stop = hit.start - len(clause[0])
        found = _ending_at(scan, words, sentence, stop, 1)
        if found:
            yield from _deeds(scan, hit, found[-1:], "done", "relative")


def state(scan: Scan, words: Words, sentence: Sentence) -> Iterator[Deed]:
    """ "the agreement on A that came into force in 2019"; "the treaty expired"."""
    for hit in words.within("states", sentence.start, sentence.stop):
        before = _before(scan, sentence, hit.start)
        if _NEGATED.search(before) or _HYPOTHETIC.search(before):
            continue
        gap = re.search(
            r"(?:,?\s(?:which|that))?\s(?:(?:will|has|had|have|to|also|then|[a-z]+ly)\s)*$", before
        )
        stop = hit.start - (len(gap[0]) if gap else 1)
        action = "planned" if re.search(r"\b(?:will|to)\s$", before) else hit.value
        low = max(sentence.start, stop - _REACH)
        for noun in words.within("nouns", low, stop):
            title = title_at(scan, words, noun, low, stop)
            if title and abs(title.stop - stop) <= 1 and not (title.bare and not title.definite):
                yield Deed(title, action, hit.start, hit.stop, "state")
                break


_CITED = re.compile(
    r"\b(?:under|pursuant to|goes against|against|contrary to|comply with|complies with|complying with|compliance with|accordance with|violation of|breach of|envisaged by|stipulated (?:by|in))\s$",
    re.I,
)
_PROMISING = frozenset(("agreement", "memorandum", "protocol", "resolution"))


def cited(scan: Scan, words: Words, sentence: Sentence) -> Iterator[Deed]:
    """ "instituted under the 2015 Memorandum on A": a named agreement by which people go is in force."""
    for noun in words.within("nouns", sentence.start, sentence.stop):
        if noun.value not in _PROMISING:
            continue
        title = title_at(scan, words, noun, sentence.start, sentence.stop)
        if title is None or not title.proper or title.bare:
            continue
        by = _CITED.search(_before(scan, sentence, title.left, 24))
        if by:
            start = title.left - len(by[0])
            action = (
                "other"
                if title.kind == "resolution"
                or by[0].lower().startswith(("goes", "against", "contrary", "viol", "breach"))
                else "in force"
            )
            yield Deed(title, action, start, title.left - 1, "cited")


_SOUGHT = re.compile(
    r"\b(?:seek|seeks|seeking|sought|towards?|negotiat\w+|work(?:ing)? on|works? on|talks on|negotiations on|negotiations over|talks over|drawing up|draw up)\s$",
    re.I,
)


def _weak(scan: Scan, title: Title) -> bool:
    return scan.words(*title.head).lower().split()[-1] in instrument_words("weak")


def sought(scan: Scan, words: Words, sentence: Sentence) -> Iterator[Deed]:
    """ "talks toward a trade agreement": an instrument that is still to come."""
    for noun in words.within("nouns", sentence.start, sentence.stop):
        by = _SOUGHT.search(
            _before(scan, sentence, noun.start, 90).rsplit(" a ", 1)[0].rsplit(" an ", 1)[0] + " "
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
        if _SOUGHT.search(_before(scan, sentence, title.left, 40)):
            yield Deed(title, "planned", title.left - len(by[0]), title.left - 1, "sought")


def spoken(scan: Scan, words: Words, sentence: Sentence) -> Iterator[Deed]:
    """ "In a joint statement the ministers said": whoever quotes a joint text says that there is one."""
    for noun in words.within("nouns", sentence.start, sentence.stop):
        if (
            scan.words(noun.start, noun.stop).lower() not in instrument_words("spoken")
            or scan.characters[noun.start] == "J"
            and noun.start == sentence.start
        ):
            continue
        title = title_at(scan, words, noun, sentence.start, sentence.stop)
        before = _before(scan, sentence, noun.start)
        if (
            title
            and title.left < title.start
            and not _NEGATED.search(before)
            and not _FUTURE.search(before)
            and scan.within(sentence.start, sentence.stop, "say")
        ):
            said = scan.within(sentence.start, sentence.stop, "say")[0]
            yield Deed(title._replace(stop=title.head[1]), "adopted", said.start, said.stop, "spoken")


_THEM = re.compile(
    r"\s(?:both|them|it|these|those|all of them|the (?:documents?|drafts?|latter))\b(?!\s(?:on|of|for)\b)"
)


def pronoun(scan: Scan, words: Words, sentence: Sentence) -> Iterator[Deed]:
    """ "approved the drafts and submitted both to the Council": the earlier titles of the sentence are meant."""
    for hit in words.within("verbs", sentence.start, sentence.stop):
        if "past" not in form_of(hit).forms or not _THEM.match(scan.characters, hit.stop, sentence.stop):
            continue
        for earlier in active(
            scan, words, Sentence(max(sentence.start, hit.start - _REACH), hit.start, sentence.paragraph)
        ):
            yield Deed(earlier.title, form_of(hit).action, hit.start, hit.stop, "pronoun")


RULES: tuple[Rule, ...] = (active, passive, state, relative, pronoun, nominal, reduced, cited, sought, spoken)


def deeds(scan: Scan, words: Words, sentence: Sentence) -> list[Deed]:
    """Every deed of one sentence, in reading order of its titles; each rule adds what the ones before left."""
    found: list[Deed] = []
    for rule in RULES:
        for deed in rule(scan, words, sentence):
            known = [d for d in found if d.title.start < deed.title.stop and deed.title.start < d.title.stop]
            if any(d.action == deed.action or d.title.start != deed.title.start for d in known):
                continue
            found.append(deed)
    return sorted(found, key=lambda d: (d.title.start, d.start))
