"""For whom an office is held, where the title itself does not say: from the delegation, the list, the sentence."""

import re
from bisect import bisect_left
from functools import cache

from msgspec.structs import replace

from communique.lexicon.bodies import bodies
from communique.lexicon.cues import office_words
from communique.lexicon.phrases import Hit
from communique.reading.company import companies, of_theirs
from communique.reading.compatriots import compatriot, stands_for
from communique.reading.each_of import each_their_own, own_country, the_next_ones
from communique.reading.offices import Title
from communique.reading.represented_by import represented_by
from communique.reading.scan import Scan
from communique.reading.sentences import Sentence
from communique.reading.ties import Link
from communique.reading.triggers import Trigger

_SENDERS = Trigger(
    *("delegation", "that of", "those of", "represented", "side", "team", "part from", "participants from"),
    *("participant from", "representatives from", "attended from", "participated from"),
)
_DELEGATION = re.compile(
    r"\bdelegations?\b|\bth(?:at|ose) of\b|\b(?:is|are|was|were) (?:also )?represented\b|\bside\b|\bteam\b|\b(?:took|take|taking) part from\b|\b(?:participants?|representatives|attended|participated) from\b"
)
_COUNTRYS = re.compile(r"\b(?:the|this) (?:country|republic|nation|kingdom)[’'`]s\b", re.I)
_OF_COUNTRY = re.compile(r"[ ](?:of|from) (?:the )?$|, of (?:the )?$|\s?\($")


def owner_of(
    scan: Scan, sentence: Sentence, title: Title, link: Link
) -> tuple[str | None, tuple[int, int] | None]:
    """The country or organisation of a title and the place that says so; (None, None) if nothing does."""
    behind = _after_name(scan, link)
    own = title.of is not None and title.core_stop <= title.of_start < link.run.start
    if behind and title.plural and not (own and the_next_ones(scan, link.run.stop, behind)):
        return behind.value, (behind.start, behind.stop)
    if link.rule in ("plural", "adjacent", "before comma") and title.plural and link.order >= 0:
        paired = own_country(scan, link.run.title) if link.order > 0 else None
        paired = paired or _paired(scan, title, link)
        if paired:
            return paired.value, (paired.start, paired.stop)
    others = title.plural and link.order > 0 and each_their_own(scan, title.stop, link.run.title)
    if title.of and not others:
        return title.of, (title.of_start, title.of_stop)
    presides = link.rule in ("behind", "copula") and title.head in office_words("presiding")
    if behind and not presides and title.head not in office_words("international"):
        return behind.value, (behind.start, behind.stop)
    if link.shared and link.shared.of:
        return link.shared.of, (link.shared.of_start, link.shared.of_stop)
    label = None if title.head in _of_states_only() else _organisation_label(scan, link)
    if label:
        return bodies()[label.value].acronym, (label.start, label.stop)
    near = _near(scan, sentence, title, link)
    return (near.value, (near.start, near.stop)) if near else (None, None)


@cache
def _of_states_only() -> frozenset[str]:
    """Heads that no organisation has: in "ASEAN summit: Prime Minister X" the summit has no prime minister."""
    return (office_words("single") - office_words("summit")) | {"pm", "fm", "minister"}


def _near(scan: Scan, sentence: Sentence, title: Title, link: Link) -> Hit | None:
    """The country that the line, the delegation, the side or the clause around the title tells."""
    near = (
        _labelled(scan, sentence, title, link)
        or _beside(scan, title, link)
        or _leads(scan, sentence, title, link)
        or stands_for(scan, sentence, title, link)
        or _delegation(scan, sentence, min(title.start, link.run.start))
        or _on_side(scan, sentence, link)
        or _sender(scan, sentence, title)
        or _its(scan, sentence, title)
        or _explained(scan, title)
        or _in_company(scan, sentence, title)
        or _opening(scan, sentence, title)
        or compatriot(scan, sentence, title, link)
    )
    low = max(sentence.start, title.start - 140)
    if near is None and (
        of_theirs(scan, low, title.start) or _COUNTRYS.search(scan.words(title.start, title.stop))
    ):
        near = _nearest(scan, sentence, title.start)
    if near is None and title.head in office_words("state"):
        near = _clause_country(scan, sentence, title) or _from_city(scan, sentence, title, link)
    return near


def _its(scan: Scan, sentence: Sentence, title: Title) -> Hit | None:
    """ "The Assembly opened with a call from its president, X": the body or the country that the sentence is about."""
    if scan.small[title.start - 4 : title.start] != "its ":
        return None
    at = bisect_left(scan.starts["sentence"], sentence.start)
    for subject in reversed(scan.sentences[max(0, at - 1) : at + 1]):
        for hit in scan.within(subject.start, min(subject.start + 5, title.start), *_SUBJECTS):
            if scan.words(subject.start, hit.start) in ("", "The ", "the "):
                return hit if hit.label == "country" else replace(hit, value=bodies()[hit.value].acronym)
    return None


_SHORT = re.compile(r"\b(?P<short>[A-Z]{2,8})(?:[’']s)? $")


def _explained(scan: Scan, title: Title) -> Hit | None:
    """ "CDB President X" where the report has "the Caribbean Development Bank (CDB)"."""
    short = _SHORT.search(scan.words(max(0, title.start - 12), title.start))
    at = scan.characters.find(f" ({short['short']})") if short else -1
    for hit in scan.within(max(0, at - 90), at, "organisation") if at > 0 else ():
        if hit.stop == at:
            return replace(hit, value=bodies()[hit.value].acronym)
    return None


_SUBJECTS = ("organ", "organisation", "country")
_GOVERNED = re.compile(r"\b(?:in|to|for|with|from|at|visit(?:ed|ing)?|into|and|met|meets)(?: the)? $")


_FROM_THERE = re.compile(r"(?:From|For|Representing|On behalf of) (?:the )?")


def _opening(scan: Scan, sentence: Sentence, title: Title) -> Hit | None:
    """ "From Kenya, it was attended by Minister X and Ambassador Y": the country with which the sentence opens, no other between."""
    lead = _FROM_THERE.match(scan.characters, sentence.start, title.start)
    for hit in scan.within(lead.end(), lead.end() + 1, "country") if lead else ():
        if scan.words(hit.stop, hit.stop + 2) == ", ":
            return None if scan.within(hit.stop, title.start, "country", "adjective") else hit
    return None


def _in_company(scan: Scan, sentence: Sentence, title: Title) -> Hit | None:
    """ "The Kenyan President was accompanied by the Minister X, the Minister Y": everybody of the list, no other country between."""
    if title.head not in office_words("state") | office_words("spokesmen"):
        return None
    found = companies(scan, sentence.start, title.start)
    if not found or scan.within(found[-1][1], title.start, "country", "adjective"):
        return None
    for hit in scan.within(sentence.start, found[-1][0], "country", "adjective"):
        if not _GOVERNED.search(scan.words(max(0, hit.start - 12), hit.start)):
            return hit
    return None


_LABELS = re.compile(r"(?: (?:Secretariat|Commission))?: ")


def _organisation_label(scan: Scan, link: Link) -> Hit | None:
    """ "OAS: X, Secretary General": the organisation that heads the line."""
    for hit in scan.within(max(0, link.run.title - 70), link.run.title, "organisation", "organ"):
        if _LABELS.fullmatch(scan.words(hit.stop, min(link.run.title, link.title.start))):
            return hit
    return None


_SENT = re.compile(
    r" (?:has |had )?(?:sent|dispatched|delegated|fielded|sends) (?:its |a |an |the )?(?:own )?"
)


_SENT_BEFORE = re.compile(r"\b(?:sent|dispatched|delegated|fielded|represented)\b")


def _sender(scan: Scan, sentence: Sentence, title: Title) -> Hit | None:
    """ "Samoa sent its leader, X": the country that sent the office-holder."""
    for hit in scan.within(max(sentence.start, title.start - 60), title.start, "country"):
        words = scan.words(hit.stop, title.start)
        if _SENT.fullmatch(words) or (words == " its " and _SENT_BEFORE.search(scan.small, sentence.start)):
            return hit  # "A sent its minister X, B its deputy minister Y"
    return None


_CLAUSE = re.compile(r"(?: [a-z]+){1,4} ?: [^:;]*$")


def _clause_country(scan: Scan, sentence: Sentence, title: Title) -> Hit | None:
    """ "Chile came with two: President X and Minister Y": the country with which the sentence begins, up to its colon."""
    for hit in scan.within(sentence.start, sentence.start + 1, "country"):
        if _CLAUSE.fullmatch(scan.words(hit.stop, title.start)):
            return hit
    return None


_IN_CITY = re.compile(r"(?:In|Speaking in|From) ")
_FAR = re.compile(
    r"(?: \w+){0,4} (?:by|via) (?:video|video link|videolink|videoconference|phone|satellite|live link)(?: \w+){0,2} from "
)


def _from_city(scan: Scan, sentence: Sentence, title: Title, link: Link) -> Hit | None:
    """ "In Nairobi, Foreign Secretary X said", "Prime Minister X joined by video link from Ottawa"."""
    for hit in scan.within(sentence.start, title.start, "city"):
        if _IN_CITY.fullmatch(scan.words(sentence.start, hit.start)) and scan.words(
            hit.stop, title.start
        ) in (", ", " ", ", the ", " the "):
            return hit
    place = max(link.run.stop, title.stop)
    for hit in scan.within(place, min(sentence.stop, place + 60), "city"):
        if _FAR.fullmatch(scan.words(place, hit.start)):
            return hit
    return None


def _paired(scan: Scan, title: Title, link: Link) -> Hit | None:
    """ "the foreign ministers of A, B and C, X, Y and Z": the country at the name's place in the list."""
    countries: list[Hit] = []
    for hit in scan.within(
        max(sentence_start(scan, title.start), title.start - 80), title.stop, "country", "adjective"
    ):
        listed = hit.start >= title.start or _leads_list(scan, hit, title.start)
        if listed and (not countries or hit.start >= countries[-1].stop):
            countries.append(hit)
    return countries[link.order] if link.order < len(countries) and len(countries) > 1 else None


def sentence_start(scan: Scan, place: int) -> int:
    """Where the sentence at `place` begins."""
    sentence = scan.sentence_at(place)
    return sentence.start if sentence else place


def _leads_list(scan: Scan, hit: Hit, place: int) -> bool:
    """Only countries and joining words stand between the hit and the title: "Greek, Cypriot and French counterparts"."""
    rest = scan.words(hit.stop, place)
    for other in scan.within(hit.stop, place, "country", "adjective"):
        rest = rest.replace(scan.words(other.start, other.stop), "")
    return not re.sub(r"\band\b|[,\s]", "", rest)


def _after_name(scan: Scan, link: Link) -> Hit | None:
    """ "Foreign Minister Sergey Lavrov of Russia"; "Prime Minister X (Belarus)"."""
    place = max(link.run.stop, link.title.stop if link.rule == "behind" else 0)
    for hit in scan.within(place, place + 30, "country"):
        if not _OF_COUNTRY.fullmatch(scan.words(place, hit.start)):
            continue
        of_next = link.title.plural and scan.characters.startswith(", of", place)
        if of_next and _NAME_NEXT.match(scan.characters, hit.stop):
            return None  # "the Ministers of A, X, of B, Y"
        return hit
    return None


_NAME_NEXT = re.compile(r", [A-Z]")


def _delegation(scan: Scan, sentence: Sentence, place: int) -> Hit | None:
    """The country whose delegation the sentence lists: "the delegation of Belarus, headed by ..."."""
    words = scan.words(sentence.start, place)
    by = represented_by(scan, sentence, place)
    if by is not None:
        return by
    sent = _SENDERS.stands(scan, sentence.start, place)
    cues = list(_DELEGATION.finditer(words)) if sent else None
    if not cues or all(cue[0].startswith("th") for cue in cues):
        return None
    cue = cues[-1]
    at = sentence.start + cue.start()
    best = None
    for hit in scan.within(sentence.start, place, "country", "adjective", "organisation"):
        distance = hit.start - (sentence.start + cue.end()) if hit.start > at else at - hit.stop
        if distance > _REACH and _OF_ITS_HOUSE.fullmatch(
            scan.characters, sentence.start + cue.end(), hit.start
        ):
            distance = _REACH
        if 0 <= distance <= _REACH and (best is None or distance < best[0]):
            best = (distance, hit)
    if best and best[1].label == "organisation":
        return replace(best[1], value=bodies()[best[1].value].acronym)
    return best[1] if best else None


_REACH = 30  # characters between a delegation and its country
# "a delegation of the Ministry of Internal Affairs of [A]"
_OF_ITS_HOUSE = re.compile(r" (?:of|from) (?:the )?(?:(?:[A-Z][\w’'-]+,?|and|the|of|for) ){1,9}of (?:the )?")
_MARK = re.compile(r"(?: side| delegation)?(?: \(\w+\))?(?:: | ?[-–—] )[^\n;:]{0,90}$")


def _labelled(scan: Scan, sentence: Sentence, title: Title, link: Link) -> Hit | None:
    """ "Malaysia: X, minister"; "from Kazakhstan - the President Y": the country that heads the line or the clause."""
    of_state = title.head in office_words("state") or title.head in (
        "representative",
        "permanent representative",
    )
    place = min(title.start, link.run.start)
    for hit in reversed(scan.within(max(sentence.start, place - 110), place, "country", "adjective")):
        gap = scan.words(hit.stop, place)
        sent = of_state or (
            title.head not in office_words("international")
            and scan.words(hit.start - 9, hit.start).endswith(("from ", "from the "))
        )
        if sent and _MARK.match(gap) and "," not in gap.split(":")[0]:
            return hit
        if "\n" in gap or ";" in gap:
            return None
    return None


_BY = re.compile(r" by (?:the |its |a |an )?$")
_THEIR_ONE = re.compile(
    r"(?: one| side| team| delegation)? by (?:the |its |a |an )?"
)  # "and the Kenyan one by"
_OWN_WORDS = re.compile(r"[’'`]s?(?: [a-z-]+){1,3} ")
_FOR = re.compile(r"(?:, |: | |(?: (?:at|in) the \w+)? (?:was|were|is|will be) )(?:the |its |by )?$")
_NO_SITTER = re.compile(r"\b(?:of|to|in|against|from|with|on|visit|into|towards?)(?: the)? $")
_SENDS = re.compile(
    r"(?:\b(?:(?<!nvoy )(?<!oordinator )(?<!apporteur )(?<!dviser )(?<!dvisor )(?<!egotiator )(?<!ediator )(?<!pecial Representative )[Ff]or|[Oo]n behalf of|[Rr]epresenting)|(?:^|[:;] )(?:and )?[Ff]rom)(?: the)? $"
)
_CAME = re.compile(r" (?:came|there came|flew in|arrived|joined|travelled|were?) (?:the )?$")


def _beside(scan: Scan, title: Title, link: Link) -> Hit | None:
    """ "Iran by the Foreign Minister X", "for Mali, Minister X", "X, Home Minister, Nepal,", "From Washington came Secretary X"."""
    place = min(title.start, link.run.title)
    for hit in scan.within(max(0, place - 50), place, "country"):
        gap, before = scan.words(hit.stop, place), scan.words(max(0, hit.start - 28), hit.start)
        if _OWN_WORDS.fullmatch(gap):
            return hit
        if _BY.fullmatch(gap) and not _NO_SITTER.search(before):
            return hit
        if _FOR.fullmatch(gap) and _SENDS.search(before):
            return hit
    for hit in scan.within(max(0, place - 50), place, "adjective"):
        if _THEIR_ONE.fullmatch(scan.words(hit.stop, place)) and scan.small.endswith("the ", 0, hit.start):
            return hit
    for hit in scan.within(max(0, place - 40), place, "city"):
        if scan.words(hit.start - 5, hit.start) == "From " and _CAME.fullmatch(scan.words(hit.stop, place)):
            return hit
    return _apposed(scan, title) if link.rule in ("behind", "before comma", "parentheses") else None


_ENDS = re.compile(r"[;.)\n]|$|, (?!and\b)| in [A-Z]")


def _apposed(scan: Scan, title: Title) -> Hit | None:
    """ "X, Home Minister, Nepal, Mr Y ...", "X, Defence Attache, France in India": set off behind the title, no list of countries."""
    for hit in scan.within(title.stop + 2, title.stop + 6, "country", "organisation"):
        others = scan.within(hit.stop + 1, hit.stop + 7, "country", "organisation")
        alone = all(scan.words(hit.stop, h.start) == " in " for h in others)
        apart = alone and scan.words(title.stop, hit.start) in (", ", ", the ")
        if apart and _ENDS.match(scan.characters, hit.stop):
            return hit if hit.label == "country" else replace(hit, value=bodies()[hit.value].acronym)
    return None


_SIDE = re.compile(r"\b(?:on|from|for) (?:the|behalf of the) $")


def _on_side(scan: Scan, sentence: Sentence, link: Link) -> Hit | None:
    """ "... attended on the Jordanian side" behind the list of names."""
    for hit in scan.within(link.run.stop, sentence.stop, "adjective"):
        if scan.words(hit.stop, hit.stop + 5) == " side" and _SIDE.search(
            scan.words(hit.start - 18, hit.start)
        ):
            return hit
    return None


_OTHERS = re.compile(r";|\b(?:while|whereas|and)\b")
_HEADS = re.compile(r"\b(?:led|leads|headed|heads|leading|heading) (?:the |a |an )?$")
_FOR_IT = re.compile(
    r"\b(?:represented|represents|representing|(?:led|leads|sat|spoke|speaks|did so|stood in|signed|attended|took part|came|answered|was there|sat in|stands|stood) (?:for|on behalf of)) (?:the )?$"
)
_ITS_PEOPLE = re.compile(r"[’'`]?s? (?:\w+ )?(?:delegation|side|team|mission)\b")


def _leads(scan: Scan, sentence: Sentence, title: Title, link: Link) -> Hit | None:
    """ "X, the Minister, led the Kenyan delegation": no one else named in between."""
    place = max(link.run.stop, title.stop)
    for hit in scan.within(place, min(sentence.stop, place + 60), "country", "adjective"):
        before = scan.words(place, hit.start)
        if before == " the " and _ITS_PEOPLE.match(scan.characters, hit.stop):
            return hit  # "(X led the Swedish side and) Y the Kenyan side"
        if ";" not in before and _FOR_IT.search(before) and hit.label == "country":
            return hit
        if (
            _HEADS.search(before)
            and not _OTHERS.search(before)
            and _ITS_PEOPLE.match(scan.characters, hit.stop)
        ):
            return hit
    return None


def _nearest(scan: Scan, sentence: Sentence, place: int) -> Hit | None:
    """The last country named; not where something takes place ("in Windhoek, Namibia") while another was named."""
    hits = scan.within(max(0, sentence.start - 400), place, "country", "adjective")
    named = [h for h in hits if not _is_place(scan, h)]
    return named[-1] if named else hits[-1] if hits else None


def _is_place(scan: Scan, hit: Hit) -> bool:
    """The country of a city right before it."""
    if scan.characters[hit.start - 2 : hit.start] != ", ":
        return False
    return any(c.stop == hit.start - 2 for c in scan.within(max(0, hit.start - 30), hit.start, "city"))
