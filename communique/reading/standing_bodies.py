"""The body of a sitting that its own phrase leaves out: "the 13th Conference", "next summit" in a report about one organisation."""

import re

from msgspec.structs import replace

from communique.lexicon.bodies import Body, bodies, generic, organ_of, summit_of, telling
from communique.lexicon.countries import country_codes, country_name
from communique.lexicon.phrases import Hit
from communique.lexicon.sittings import sitting_words
from communique.reading.drafts import Draft
from communique.reading.member_bodies import by_members
from communique.reading.organs import Named, organs
from communique.reading.paired_bodies import give_paired_body
from communique.reading.scan import Scan
from communique.reading.sentences import Sentence
from communique.reading.sitting_bodies import with_another
from communique.reading.sitting_edges import side_before
from communique.reading.sittings import Sitting

_SUMMITS = ("summit", "mini-summit", "mini summit")
_ORGAN_WORD = re.compile(
    r"(?:(?:[A-Z][\w’'-]+|of|for|on|and|the) ){0,3}(?P<head>Conference|Council|Assembly|Authority|Commission|Committee|Congress|Board)\b"
    r"(?:(?: of| on| for| and| the){0,2} [A-Z][\w’'-]+){0,6}"
)


def settle_bodies(scan: Scan, draft: Draft, kept: list[Draft]) -> None:
    """Give a draft the organ that its words mean, and each body once."""
    draft.bodies = [b for b in draft.bodies if not _only_a_side(scan, b, draft)]
    give_paired_body(scan, draft)
    if not draft.sittings:
        draft.bodies = [by_members(scan, b, max(0, draft.start - 60), draft.stop) for b in draft.bodies]
    if draft.sittings and not any(b.body is None or b.body.is_organ for b in draft.bodies):
        organ = _organ(scan, draft, draft is kept[0]) or _of_main(draft, kept[0])
        if organ is not None:
            at = next(((s.start, s.stop) for s in draft.sittings), (draft.start, draft.stop))
            known = next(((b.start, b.stop) for b in draft.bodies), at)
            draft.bodies = [Named(*known, organ, organ.name, organ.acronym)]
    if draft.sittings and not draft.bodies:
        draft.bodies = (
            _of_its_series(scan, draft, kept[0])
            or _under(scan, draft)
            or _said_short(scan, draft, kept)
            or _of_the_only_organ(scan, draft)
            or _of_itself(scan, draft)
            or _of_the_members(scan, draft, kept[0])
        )
    draft.bodies = [_completed(scan, b, draft, kept) for b in draft.bodies if not _shorter(b, draft.bodies)]


def _completed(scan: Scan, named: Named, draft: Draft, kept: list[Draft]) -> Named:
    """ "the Steering Committee": whose it is, by the longer name in the report, its two states, or its organisation."""
    words = telling(named.name)
    shared = words - {"ministers"} if _OF_TWO.match(named.name) else words  # "Joint Ministerial Commission"
    if named.body is not None or named.name.islower() or not shared <= generic():
        return named
    longer = {b.name for d in kept for b in d.bodies if words < telling(b.name)}
    states = [p for p in draft.parties if p in country_codes()] or _two_of_main(named, kept[0])
    two = len(states) == 2 and set(draft.parties) <= set(states)
    for code in states if two else ():
        draft.add_party(code, kept[0].parties.get(code, (named.start, named.stop)))
    if longer:
        return replace(named, name=longer.pop()) if len(longer) == 1 else named
    if two:
        return replace(named, name=f"{country_name(states[0])}-{country_name(states[1])} {named.name}")
    owner = _spoken_of(scan)
    if owner is None or states:
        return named
    organ = organ_of(owner, words)
    if organ:
        return Named(named.start, named.stop, organ, organ.name, organ.acronym)
    return replace(named, name=f"{bodies()[owner].acronym} {named.name}")


_OF_TWO = re.compile(r"(?:joint|bi-?national|mixed|bilateral|inter-?governmental)\b", re.I)


def _two_of_main(named: Named, main: Draft) -> list[str]:
    """ "the Joint Commission" in a report about talks of two states: theirs."""
    two = [p for p in main.parties if p in country_codes()]
    told = main.kind == "bilateral" and len(two) == 2 == len(main.parties)
    return two if told and _OF_TWO.match(named.name) else []


_UNDER = re.compile(r"[^.;:]{0,60}?\b(?:under|(?:within|in) the (?:framework|format) of) (?:the )?$")


def _under(scan: Scan, draft: Draft) -> list[Named]:
    """ "talks held in Minsk within the framework of the Lake Commission": the organ behind the phrase."""
    for sitting in draft.sittings:
        for named in organs(scan, sitting.stop, min(sitting.sentence.stop, sitting.stop + 140)):
            if named.body and _UNDER.fullmatch(scan.words(sitting.stop, named.start)):
                return [named]
    return []


_ANOTHER_ONE = frozenset({"one", "such"})
_HEAD_ALONE = re.compile(
    r"(?:^|\b[Tt]he )(?P<head>Commission|Committee|Council|Board|Assembly|Forum|Group|Dialogue|Conference)\b(?! (?:of|on|for)\b)"
)


def _of_its_series(scan: Scan, draft: Draft, main: Draft) -> list[Named]:
    """ "An extraordinary one was held", "the Council had met": of the body whose sitting the report is about."""
    if draft is main or draft.firm:
        return []
    if draft.series or any(s.words & _ANOTHER_ONE for s in draft.sittings):
        return list(main.bodies)
    for sitting in draft.sittings:
        short = _HEAD_ALONE.search(scan.words(sitting.start, sitting.stop))
        named = [b for b in main.bodies if short and short["head"] in b.name.split()]
        if named:
            return named
    return []


_SHORT = re.compile(
    r"\bof (?:the|this|their|its) (?:[a-z-]+ )?(?P<head>Commission|Committee|Council|Board|Assembly|Forum|Group|Dialogue|Conference)$",
    re.I,
)


def _said_short(scan: Scan, draft: Draft, kept: list[Draft]) -> list[Named]:
    """ "the last meeting of the Commission": the one body of the report whose name has that word."""
    for sitting in draft.sittings:
        short = _SHORT.search(scan.words(sitting.start, sitting.stop))
        if short is None:
            continue
        named = {b.name: b for d in kept for b in d.bodies}
        named |= {n.name: n for n in organs(scan, 0, len(scan.characters)) if n.body}
        found = [n for name, n in named.items() if short["head"].lower() in name.lower()]
        if len(found) == 1:
            return [replace(found[0], start=sitting.start, stop=sitting.stop)]
    return []


_SESSIONS = ("session", "sitting", "plenary session", "assembly session")
_LEAD = 3  # sentences in which a report names the organ that it is about
_HUNDREDS = 100  # a number that only the meetings of a standing organ reach
_MANY = 10  # a number from which meetings are those of a standing organ
_PLAIN = re.compile(
    r"(?:the |its |\w+day[’']s )?(?:[a-z-]+|\d+(?:st|nd|rd|th)) (?:(?:extraordinary|ordinary|regular|special|annual|plenary|formal|virtual|emergency) )*"
    r"(?:session|sitting|meeting)",
    re.I,
)
_OWNED = re.compile(
    r",? (?:of|between|on (?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\d)|for|with|among|by)\b"
)
_OPENS = re.compile(r"(?:[^,.;:]{0,40}, )?(?:the )?", re.I)


def _of_the_only_organ(scan: Scan, draft: Draft) -> list[Named]:
    """ "its 108th meeting", "the second extraordinary session": of the one organ that the report names, first and more than once."""
    standing = (draft.ordinal or 0) >= _MANY or (draft.ordinal and draft.noun in _SESSIONS)
    if draft.firm or not standing or not all(_told_bare(scan, s) for s in draft.sittings):
        return []
    hits = [h for h in scan.hits.get("organ", []) if scan.sentence_at(h.start)]
    lead = scan.sentences[min(len(scan.sentences), _LEAD) - 1].stop
    few = len(hits) < 2 and (draft.ordinal or 0) < _HUNDREDS
    if len({h.value for h in hits}) != 1 or hits[0].start >= lead or few:
        return []
    if not _just_spoken_of(scan, draft.sittings[0], hits):
        return []
    organ = bodies()[hits[0].value]
    return [Named(hits[0].start, hits[0].stop, organ, organ.name, organ.acronym)]


_SEATED = re.compile(
    r"(?:the )?(?P<who>(?:(?:senior|foreign|defen[cs]e|interior|finance|economic|economy|trade|transport|energy|health|agriculture|environment|education|culture|tourism|justice|prime|permanent) )+(?:affairs )?(?:ministers|officials|chiefs|representatives)|chiefs of (?:defen[cs]e|staff))\b"
)


def _of_the_members(scan: Scan, draft: Draft, main: Draft) -> list[Named]:
    """ "The senior officials had met": of the organisation whose sitting the report is about, if it has an organ of such."""
    owners = {b.body.organisation for b in main.bodies if b.body and b.body.is_organ}
    if draft is main or draft.parties or len(owners) != 1:
        return []
    sitting = draft.sittings[0]
    who = _SEATED.match(scan.small, sitting.start, sitting.stop)
    organ = organ_of(owners.pop(), telling(who["who"])) if who else None
    return [Named(*who.span("who"), organ, organ.name, organ.acronym)] if organ and who else []


_SITS = re.compile(r"\b(?:Commission|Committee|Conference|Council|Board|Assembly|Congress|Forum)\b")


def _of_itself(scan: Scan, draft: Draft) -> list[Named]:
    """ "the 102nd meeting", in a report about a commission that sits itself and has no organ that could be meant."""
    owner = _spoken_of(scan) if (draft.ordinal or 0) >= _MANY and not draft.firm else None
    if owner is None or not all(_told_bare(scan, s) for s in draft.sittings):
        return []
    body = bodies()[owner]
    named = [h for h in scan.hits.get("organisation", []) if h.value == owner]
    if not (named and _SITS.search(body.name)) or any(
        b.organisation == owner and b.is_organ for b in _organs_named(scan)
    ):
        return []
    return [Named(named[0].start, named[0].stop, body, body.name, body.acronym)]


def _organs_named(scan: Scan) -> list[Body]:
    """The organs that the text names."""
    return [bodies()[h.value] for h in scan.hits.get("organ", [])]


def _told_bare(scan: Scan, sitting: Sitting) -> bool:
    """ "the 46th meeting", and nothing in or behind it that says whose: "the 46th meeting of the court"."""
    phrase = _PLAIN.match(scan.characters, sitting.start, sitting.stop)
    if sitting.named or sitting.plural or phrase is None:
        return False
    if (sitting.ordinal or 0) >= _HUNDREDS and scan.small.startswith(" on the situation", phrase.end()):
        return True
    return _OWNED.match(scan.characters, phrase.end()) is None


def _just_spoken_of(scan: Scan, sitting: Sitting, hits: list[Hit]) -> bool:
    """True where the organ opens the sentence of the phrase and owns it ("its"), or opens the sentence before it."""
    own = sitting.sentence
    before = next((s for s in reversed(scan.sentences) if s.stop <= own.start), None)
    lead = scan.words(own.start, sitting.start) + scan.words(sitting.start, sitting.start + 4)
    its = re.search(r"\bits\b", lead, re.I)
    if its and _opens(scan, own, hits):
        return True
    alone = not its or _OPENS.fullmatch(lead, 0, its.start()) is not None
    return alone and before is not None and _opens(scan, before, hits)


def _opens(scan: Scan, sentence: Sentence, hits: list[Hit]) -> bool:
    """True where the organ is what the sentence is about: "Last week, the Council ..."."""
    first = next((h for h in hits if sentence.start <= h.start < sentence.stop), None)
    if first is None or _OPENS.fullmatch(scan.characters, sentence.start, first.start) is None:
        return False
    return scan.words(first.stop, first.stop + 2) not in ("’s", "'s")


def _shorter(named: Named, others: list[Named]) -> bool:
    """ "Joint Commission" beside "Nepal-India Joint Commission": the same body by half its name."""
    if named.body is not None:
        return False
    mine = telling(named.name)
    return any(o is not named and mine < telling(o.name) for o in others)


def _organ(scan: Scan, draft: Draft, main: bool) -> Body | None:
    owner = draft.bodies[0].body if draft.bodies else None
    organisation = owner.organisation if owner else _spoken_of(scan)
    if organisation is None:
        return None
    for sitting in draft.sittings:
        phrase = scan.words(sitting.start, sitting.stop)
        for match in _ORGAN_WORD.finditer(phrase):
            words = telling(match[0]) - telling(bodies()[organisation].name) if owner else telling(match[0])
            found = organ_of(organisation, words) or (
                organ_of(organisation, telling(match["head"])) if len(words) == 1 else None
            )
            if found is not None:
                return found
    if any(with_another(scan, b) for b in draft.bodies):
        return None
    if any(_of_two_sides(scan, s) for s in draft.sittings):
        return None
    if any(s.noun in _SUMMITS for s in draft.sittings) and (owner or _sure(scan, draft, main)):
        return summit_of(organisation)
    return None


def _of_two_sides(scan: Scan, sitting: Sitting) -> bool:
    """ "the Canada-CARICOM summit": not of CARICOM's own leaders."""
    hits = scan.within(sitting.start, sitting.stop, "organisation", "organ")
    return any(side_before(scan, hit.start) for hit in hits)


def _of_main(draft: Draft, main: Draft) -> Body | None:
    """ "The bloc's next session" is of the organ whose session the report is about."""
    other = sitting_words("next") | sitting_words("previous")
    if draft is main or not draft.bodies or not any(s.words & other for s in draft.sittings):
        return None
    owners = {b.body.organisation for b in draft.bodies if b.body}
    return next(
        (b.body for b in main.bodies if b.body and b.body.is_organ and b.body.organisation in owners), None
    )


def _only_a_side(scan: Scan, named: Named, draft: Draft) -> bool:
    """ "UN talks on the truce", "a meeting between the UN envoy and ...": the organisation mediates or is a side."""
    if named.body is None or named.body.is_organ:
        return False
    for sitting in draft.sittings:
        if sitting.start <= named.start < sitting.stop:
            talks = sitting.noun in sitting_words("two_sided") and sitting.noun != "consultations"
            return talks or bool(re.search(r"\bbetween\b", scan.words(sitting.start, named.start)))
    return False


_OF_IT = re.compile(
    r"\bof (?:the|this|that) (?:regional |economic |south american |african |asian |european )?(?:organi[sz]ation|bloc|group|grouping|association|alliance|community|union)\b"
)


def _sure(scan: Scan, draft: Draft, main: bool) -> bool:
    """A summit without a name is the organisation's where the report is about it, it is said so, or it is the next or last one."""
    other = any(s.words & (sitting_words("next") | sitting_words("previous")) for s in draft.sittings)
    said = any(_OF_IT.search(scan.small, s.start, s.stop + 40) for s in draft.sittings)
    return main or other or said or draft.ordinal is not None


def _spoken_of(scan: Scan) -> str | None:
    """The organisation that the report is about: named in its lead, and twice as often as any other."""
    if "spoken of" not in scan.memo:
        scan.memo["spoken of"] = _counted(scan)
    found: str | None = scan.memo["spoken of"]
    return found


def _counted(scan: Scan) -> str | None:
    counts: dict[str, int] = {}
    for hit in scan.hits.get("organisation", []) + scan.hits.get("organ", []):
        owner = bodies()[hit.value].organisation
        counts[owner] = counts.get(owner, 0) + 1
    best = sorted(counts, key=lambda o: -counts[o])[:2]
    if not best or (len(best) == 2 and counts[best[0]] < 2 * counts[best[1]]):
        return None
    stop = scan.sentences[min(len(scan.sentences), 4) - 1].stop if scan.sentences else 0
    lead = scan.within(0, stop, "organisation", "organ")
    return best[0] if any(bodies()[h.value].organisation == best[0] for h in lead) else None
