"""Which body a sitting is of: named in its phrase, holding it, or unknown to the lexicon."""

import re

from msgspec.structs import replace

from communique.lexicon.bodies import summit_of
from communique.lexicon.phrases import Hit, plain_word
from communique.lexicon.sittings import month_number, ordinal, sitting_words
from communique.reading.member_bodies import by_members
from communique.reading.organs import Named, format_of, organs
from communique.reading.scan import Scan
from communique.reading.sentences import Sentence
from communique.reading.sitting_edges import from_both
from communique.reading.triggers import Trigger

_HELD_BY = re.compile(
    r"(?:\b|(?=, ))(?:held|holds|hold|holding|rose from|wrapped[- ]up|wraps up|wound up|winds up|rounded off|rounds off|ended|ends|convened|convenes|convene|opened|opens|concluded|concludes|conclude|began|begins"
    r"|started|starts|kicked off|kicks off|resumed|resumes|launched|launches|completed"
    r"|, (?:at|in|during) its|(?<=[a-z)A-Z] )(?:at|in|during) (?:its|their)|(?:met|meets|meet|meeting|gathered|gathers|gather|assembled)\b[^.;:]{0,30}? (?:for|in|at))\b[^.;:]{0,60}$"
)


def subject_body(scan: Scan, sentence: Sentence, low: int, start: int) -> tuple[Named, ...]:
    """ "The Ministerial Council of the GCC held its 163rd session": the body that held it."""
    verb = _HELD_BY.search(scan.words(max(low, start - _BACK), start))
    if verb is None:
        return ()
    before = organs(scan, low, max(low, start - _BACK) + verb.start())
    if verb[0].startswith(_OF_TWO):
        before = [n for n in before if not _owns_office(scan, n)]
    place = max(low, start - _BACK) + verb.start()
    first = next(iter(before), None)
    if first and first.start - low < _ARTICLE and _EXPLAINED.fullmatch(scan.characters, first.stop, place):
        return (first,)
    close = [n for n in before if place - n.stop < 60]
    organ = next((n for n in reversed(close) if n.body and n.body.is_organ), None)
    beside = _beside(scan, organ, before) if organ else None
    if organ and beside and _THEIRS.search(scan.small, max(low, start - 14), start + 24):
        return (beside, organ)
    if organ or not close:
        return (organ,) if organ else _unknown_subject(scan, low, max(low, start - _BACK) + verb.start())
    return (by_members(scan, close[-1], low, max(low, start - _BACK) + verb.start()),)


_BACK = 110  # characters between the body and what it held
_ARTICLE = 5
_EXPLAINED = re.compile(
    r"(?: \([A-Z]{2,8}\))?, (?:the|an?) [^,;.]{3,90}, "
)  # "the Assembly (WHA), the supreme body of the WHO, "
_OF_TWO = ("held", "hold", "met", "meet")  # two can do so; who opens a session opens the body's
_OFFICE_GAP = re.compile(r"(?:[’'`]s?)? (?:[A-Za-z-]+ ){0,2}")


def _owns_office(scan: Scan, named: Named) -> bool:
    """ "ASEAN Secretary-General X held a meeting", "the President of the Commission, X, held talks": the holder did, not the body."""
    behind = scan.within(named.stop, named.stop + 24, "office")
    owns = behind and _OFFICE_GAP.fullmatch(scan.characters, named.stop, behind[0].start)
    return bool(owns) or of_an_office(scan, named.start)


_THEIRS = re.compile(r"\btheir\b|\bjoint\b")
_AND = re.compile(r"(?: \([A-Za-z-]+\))?,? and (?:the )?")


def _beside(scan: Scan, organ: Named, before: list[Named]) -> Named | None:
    """ "The Security Council and the Peace Council held their joint session": the organ joined to the last."""
    return next(
        (n for n in before if n.body and n.body.is_organ and _AND.fullmatch(scan.words(n.stop, organ.start))),
        None,
    )


_WHOSE = re.compile(r"(?: \([A-Z][\w+-]{1,11}\))?, (?:of which|whose) (?:the )?$")


def owning_body(scan: Scan, sentence: Sentence, start: int) -> tuple[Named, ...]:
    """ "over the Lake Committee, whose (11th meeting this was)"."""
    low = max(sentence.start, start - 120)
    whose = _WHOSE.search(scan.characters, low, start)
    if whose is None:
        return ()
    known = [n for n in organs(scan, low, whose.start()) if n.stop == whose.start()]
    bodies = [m for m in BODY.finditer(scan.characters, low, whose.start()) if m.end() == whose.start()]
    if known or not bodies or " " not in bodies[-1][0]:
        return tuple(known[-1:])
    begin = from_both(scan, bodies[-1].start())
    return (Named(begin, whose.start(), None, scan.words(begin, whose.start())),)


_OPENS_WITH = re.compile(r"(?:In|At|During) (?:an? |the |its |their )?$")
_ITSELF = re.compile(
    r"[^,.;:]{0,60}, the (?P<head>Council|Commission|Committee|Assembly|Board|Authority|Conference)\b(?! of| on| for)"
)


def following_body(scan: Scan, sentence: Sentence, start: int, stop: int) -> tuple[Named, ...]:
    """ "In a regular meeting, the Council approved ...": the organ of that word that was named last before."""
    if found := format_of(scan, stop, sentence.stop):
        return found
    if start - sentence.start > 16 or not _OPENS_WITH.fullmatch(scan.words(sentence.start, start)):
        return ()
    if scan.small.startswith("their ", start - 6):
        return _of_those_behind(scan, sentence, stop)
    if scan.small.startswith("its ", start - 4):
        return _of_the_subject(scan, sentence, stop)
    itself = _ITSELF.match(scan.characters, stop, sentence.stop)
    before = organs(scan, max(0, start - 2000), start) if itself else []
    named = [n for n in before if n.body and n.body.is_organ and itself and itself["head"] in n.name.split()]
    return tuple(named[-1:])


_MAIN = re.compile(r"[^,.;:]{0,60}, (?:the )?")
_COMMA_THE = re.compile(r", (?:the )?(?=[A-Z])")
_FRONT = 140  # characters of "in Lima, Peru, on Friday," in front of the subject


def _of_the_subject(scan: Scan, sentence: Sentence, stop: int) -> tuple[Named, ...]:
    """ "At its 12th meeting in Lima, Peru, the Lake Council called": the body behind the comma, which does something."""
    for comma in _COMMA_THE.finditer(scan.characters, stop, min(sentence.stop, stop + _FRONT)):
        known = [n for n in organs(scan, comma.end(), comma.end() + _FRONT) if n.start == comma.end()]
        if known:
            return (known[0],)
        body = BODY.match(scan.characters, comma.end(), sentence.stop)
        if body and " " in body[0] and not scan.within(comma.end(), body.end(), "office", "institution"):
            end = with_field(scan, body.end(), sentence.stop)
            return (Named(comma.end(), end, None, scan.words(comma.end(), end)),)
    return ()


def _of_those_behind(scan: Scan, sentence: Sentence, stop: int) -> tuple[Named, ...]:
    """ "At their meeting in Brussels, the EU foreign ministers agreed": of those who are the subject."""
    main = _MAIN.match(scan.characters, stop, sentence.stop)
    named = organs(scan, main.end(), min(sentence.stop, main.end() + 60)) if main else []
    if not main or not named or named[0].start - main.end() > 30:
        return ()
    found = by_members(scan, named[0], main.end(), min(sentence.stop, named[0].stop + 40))
    return (found,) if found.body is not None and found.body.is_organ else ()


_ASIDE = re.compile(
    r"(?: (?:of|between|on|for) (?:the )?[A-Z][^.;:,]{0,60}?)?(?: \([A-Z]+\))?(?:, [^.;:]{0,140},)?(?: (?:has|have|had|today|yesterday|will|on [A-Z][a-z]+day))* ?"
)


def _unknown_subject(scan: Scan, low: int, verb: int) -> tuple[Named, ...]:
    """ "The Lake Commission, set up in 1964, opened its session": the body by its capitals, right before its verb."""
    begin = max(low, verb - 240)
    if not BODIES.stands(scan, begin, verb):
        return ()
    for match in reversed(list(BODY.finditer(scan.characters, begin, verb))):
        if len(match[0].split()) > 1 and _ASIDE.fullmatch(scan.words(match.end(), verb)):
            begin = from_both(scan, match.start() + (4 if match[0].startswith("The ") else 0))
            if scan.within(begin, match.end(), "organ", "organisation", "office") or " " not in scan.words(
                begin, match.end()
            ):
                return ()
            end = with_field(scan, match.end(), verb)
            return (Named(begin, end, None, scan.words(begin, end)),)
    return ()


def bodies_of(scan: Scan, start: int, stop: int, noun: Hit) -> tuple[Named, ...]:
    """Known bodies; where capitals go on beyond an organisation's name, the longer unknown body."""
    known = tuple(organs(scan, start, stop))
    if known and any(n.body and n.body.is_organ for n in known):
        return known
    if len(known) == 1:
        seated = by_members(scan, known[0], start, stop)
        if seated is not known[0]:
            return (seated,)
        itself = known[0].stop == noun.stop and _numbered(scan, start)  # "the 48th Pacific Islands Forum"
        if noun.value in ("summit", "mini-summit") or itself:
            return (_summit(scan, known[0]),)
    part = _part_of_it(scan, known, start, noun)
    if part:
        return part
    unknown = _unknown_body(scan, start, stop, noun) or (() if known else _in_front(scan, start))
    return unknown if unknown and (not known or any(_longer(u, k) for u in unknown for k in known)) else known


def _part_of_it(scan: Scan, known: tuple[Named, ...], start: int, noun: Hit) -> tuple[Named, ...]:
    """ "meeting of the Fish Stocks Committee of the SADC": what sits is the committee, not the organisation."""
    if len(known) != 1 or known[0].start <= noun.stop:
        return ()
    for match in BODY.finditer(scan.characters, noun.stop, known[0].start):
        if len(match[0].split()) > 1 and _OF_THE.fullmatch(scan.characters, match.end(), known[0].start):
            return (
                replace(
                    known[0], start=match.start(), body=None, name=scan.words(match.start(), known[0].stop)
                ),
            )
    return ()


def _numbered(scan: Scan, start: int) -> bool:
    return ordinal(scan.words(start, start + 24).split(" ")[0]) is not None


def _longer(unknown: Named, known: Named) -> bool:
    """The capitals go on beyond the organisation's own name."""
    inside = unknown.start <= known.start and known.stop <= unknown.stop
    return inside and (unknown.start, unknown.stop) != (known.start, known.stop)


def _summit(scan: Scan, named: Named) -> Named:
    """ "the G20 summit" is the organ in which its leaders meet; "the EU-Japan summit" is not."""
    organ = None if with_another(scan, named) else summit_of(named.body.organisation) if named.body else None
    return replace(named, body=organ, name=organ.name) if organ else named


_ANOTHER_BEHIND = re.compile(r" ?[-–—/+] ?\w| (?:and|with)(?: the)? [A-Z]")
_ANOTHER_BEFORE = re.compile(r"\w ?[-–—/+] ?$")


def with_another(scan: Scan, named: Named) -> bool:
    """ "EU-Japan", "Africa-EU": the organisation and somebody else."""
    behind = _ANOTHER_BEHIND.match(scan.characters, named.stop)
    return behind is not None or bool(
        _ANOTHER_BEFORE.search(scan.words(max(0, named.start - 4), named.start))
    )


_OF_THE = re.compile(r" of (?:the )?")


def of_an_office(scan: Scan, start: int) -> bool:
    """ "The chairman of the Lake Forum met": at `start` stands whose office it is, not who met."""
    ahead = scan.within(max(0, start - 60), start, "office")
    return any(_OF_THE.fullmatch(scan.characters, h.stop, start) for h in ahead)


BODIES = Trigger(
    *(
        "council",
        "committee",
        "commission",
        "forum",
        "group",
        "assembly",
        "board",
        "organi",
        "conference",
        "initiative",
    ),
    *(
        "partnership",
        "network",
        "association",
        "alliance",
        "congress",
        "union",
        "parliament",
        "platform",
        "cabinet",
    ),
    *("body", "authority", "quartet", "troika", "coalition", "mechanism", "task force", "panel"),
)
BODY = re.compile(
    r"(?:[A-Z0-9][\w’'+–-]*(?: (?:of|on|for|and|de) (?:the )?(?=[A-Z])| ))*(?:Council|Committee|Commission|Forum|Group|Assembly|Board|Organi[sz]ation|Conference|Initiative|Partnership|Network|Association|Alliance|Congress|Union|Parliament|Platform|Cabinet|Body|Authority|Quartet|Troika|Coalition|Mechanism|Task Force|Panel)\b"
)


def _unknown_body(scan: Scan, start: int, stop: int, noun: Hit) -> tuple[Named, ...]:
    """A body that the lexicon lacks, by its capitals: "meeting of the Negev Forum Steering Committee"."""
    for low, high in ((noun.stop, stop), (start, noun.start)):
        if not BODIES.stands(scan, low, high):
            continue
        for match in BODY.finditer(scan.characters, low, high):
            words = match[0].split()
            skip = 1 if ordinal(words[0]) or month_number(words[0]) else 0
            own = _SESSION_OF.match(" ".join(words[skip:]))
            skip += len(own[0].split()) if own else 0
            begin = from_both(scan, match.start() + sum(len(w) + 1 for w in words[:skip]))
            end = with_field(scan, match.end(), max(high, stop + _TAIL))
            if len(words) - skip > 1 or (len(words) > skip and end > match.end()):
                return (Named(begin, end, None, scan.words(begin, end)),)
    return _dialogue(scan, start, noun) or _own_name(scan, start, stop, noun) or _joint(scan, noun, stop)


# all in capitals: "NINTH SESSION OF THE BI-NATIONAL COMMISSION"
_SESSION_OF = re.compile(r"(?:SESSION|MEETING|SUMMIT|SITTING|CONFERENCE) OF (?:THE )?")
_TAIL = 90  # characters in which a body's name goes on beyond the sitting's: "Committee on Trade, Labour and Transport"
_JOINT = re.compile(
    r" of (?:the|their|its|a) (?P<name>(?:[\w-]+ ){0,3}(?:joint|intergovernmental|inter-governmental|mixed|binational|bi-national|supreme|steering)(?: [\w-]+){0,4}"
    r" (?:committee|commission|council|board))\b"
)


def _joint(scan: Scan, noun: Hit, stop: int) -> tuple[Named, ...]:
    """ "session of the joint economic committee": a body of two, written small."""
    match = _JOINT.match(scan.small, noun.stop, stop)
    if match is None or scan.within(*match.span("name"), "organ", "organisation"):
        return ()
    return (Named(*match.span("name"), None, scan.words(*match.span("name"))),)


_FIELD = re.compile(
    r" (?:of|on|for) (?:the )?(?!(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b)[A-Z][\w’-]+(?:,? (?:and |of |of the |on |on the |for |in |off the )?[A-Z][\w’-]+){0,6}"
)
_ABOUT = (" on ", " off the coast of ")
_GOES_ON = re.compile(
    r"(?:[ -][A-Z][\w’-]+){0,3}[ -](?:Process|Initiative|Programme|Program|Project|Fund|Platform|Mechanism|Dialogue|Partnership|Accords?|Declaration|Basin|Corridor|Plan|Network|Framework|Compact|Facility|Roadmap|Coast)\b"
)


def _in_its_name(scan: Scan, hit: Hit, stop: int) -> bool:
    """The city of "Committee of the Nairobi Process", the country of "Contact Group on Libya": a part of the body's name."""
    if hit.label not in ("country", "city", "adjective"):
        return False
    about = hit.label == "country" and scan.small.endswith(_ABOUT, 0, hit.start)
    return about or _GOES_ON.match(scan.characters, hit.stop, stop) is not None


def with_field(scan: Scan, at: int, stop: int) -> int:
    """Where the name of a body that ends at `at` does, with what it is for: "Joint Commission | on Trade and Transport"."""
    field = _FIELD.match(scan.characters, at, stop)
    if field is None:
        return at
    found = scan.within(at, field.end(), "country", "adjective", "city", "organisation", "organ", "office")
    others = [h for h in found if not _in_its_name(scan, h, field.end())]
    end = others[0].start if others else field.end()
    return at + len(re.sub(r"(?: (?:of|on|for|in|and|the)|,)*\s*$", "", scan.words(at, end)))


_NAMED = re.compile(r"(?:[A-Z][\w\u2024.’'–-]* ){1,6}$")


_SHORT_BEFORE = re.compile(r" \([A-Z][\w+-]{1,11}\) $")


def _in_front(scan: Scan, start: int) -> tuple[Named, ...]:
    """ "the Lake Commission (LC) meeting": the body in front of its short form."""
    before = scan.words(max(0, start - 16), start)
    short = _SHORT_BEFORE.search(before) if before.endswith(") ") else None
    if short is None:
        return ()
    edge = start - len(short[0])
    return tuple(n for n in organs(scan, max(0, edge - 120), start) if n.start < edge <= n.stop)[-1:]


_FORMATS = frozenset(
    (
        "congress",
        "conference",
        "forum",
        "summit",
        "cabinet",
        "retreat",
        "meeting",
        "mini-summit",
        "commission",
        "committee",
    )
)
_OF_WHOM = re.compile(
    r" of (?:the )?(?:[A-Z][\w’-]+ ){0,2}(?:Ministers|Leaders|Chiefs|Heads|Speakers|Presidents|Commanders|Directors|Authorities)\b"
)
_THEIRS_OWN = re.compile(r"(?:Ministers|Leaders|Officials|Chiefs|Speakers|Heads)[’']? $")


def _own_name(scan: Scan, start: int, stop: int, noun: Hit) -> tuple[Named, ...]:
    """ "the fifth Congress of Mountain Peoples", "the 4th Lake Ocean Conference": a numbered format under a name of its own is a body."""
    if noun.value not in _FORMATS or not scan.words(noun.start, noun.start + 1).isupper():
        return ()
    first, _, rest = scan.words(start, stop).partition(" ")
    if ordinal(first) is None or not rest[:1].isupper() or len(rest.split()) < 2 or "Party" in rest:
        return ()
    if noun.value == "congress" or (
        noun.value == "conference" and _OF_WHOM.match(scan.characters, noun.stop, stop)
    ):
        return (Named(start + len(first) + 1, stop, None, rest),)
    begin = start + len(first) + 1
    telling = [
        w
        for w in scan.words(begin, noun.start).split()
        if plain_word(w).lower() not in sitting_words("adjectives")
    ]
    plain = noun.value == "meeting" and not _THEIRS_OWN.search(scan.words(start, noun.start))
    if plain or not any(w[0].isupper() for w in telling) or scan.within(begin, noun.start, "city"):
        return ()
    return (Named(begin, noun.stop, None, scan.words(begin, noun.stop)),)


def _dialogue(scan: Scan, start: int, noun: Hit) -> tuple[Named, ...]:
    """ "the U.S.-EU Space Dialogue": a standing format is a body by its own name."""
    if (
        noun.value not in ("dialogue", "consultations")
        or not scan.words(noun.start, noun.start + 1).isupper()
    ):
        return ()
    before = _NAMED.search(scan.words(start, noun.start))
    begin = noun.start - len(before[0]) if before else noun.start
    return (Named(begin, noun.stop, None, scan.words(begin, noun.stop)),) if before else ()
