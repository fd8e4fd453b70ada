"""Was this office-holder at the meeting that the passage is about? Weak cues, each worth some points, are added up.

A verb of presence ("attended") settles it alone: presence.py. Here are people of whom no such word is said. The points
follow from how often each cue was right on annotated reports; `SEATED` is where four of five are.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

from communique.lexicon.bodies import bodies
from communique.lexicon.countries import country_codes
from communique.lexicon.cues import office_words
from communique.lexicon.presence import presence_pieces, presence_words
from communique.lexicon.sittings import sitting_words
from communique.reading.absences import absence_told
from communique.reading.beside import only_named
from communique.reading.circumstances import date_of
from communique.reading.companies import Company, Named, companies
from communique.reading.drafts import Draft
from communique.reading.passages import Passage, other_place
from communique.reading.people import Cast, Person
from communique.reading.persons import Holding
from communique.reading.scan import Scan
from communique.reading.triggers import Trigger

SEATED = 2
"""Points from which somebody is taken to have been there."""


_NEAR = 100  # characters in which "thanked", "congratulated" reach the person named


class Mention(NamedTuple):
    """A person where a passage names them, in company or alone.

    `main` is the first office that is not a former one, `before` what stands in the sentence in front of the
    company, in small letters.
    """

    passage: Passage
    company: Company
    entry: Named
    person: Person
    main: Holding | None
    before: str


def _in_company(passage: Passage, company: Company) -> Iterator[Mention]:
    before = passage.scan.small[passage.sentence.start : company.start]
    for entry in company.people:
        person = entry[2]
        main = next((h for h in person.holdings if not h.former), None)
        yield Mention(passage, company, entry, person, main, before)


@cache
def _pattern(kind: str, shape: str = r"\b(?:{})\b") -> re.Pattern[str]:
    return re.compile(shape.format(presence_words(kind)))


_OTHERS = r",? and (?:other|his|her|their|several other|some other)(?: [a-z-]+){1,4}?(?= )"
_AND = (" and ", ", and ")


@cache
def _verb(others: bool = False) -> re.Pattern[str]:
    """The finite verb right behind a subject, adverbs between: ", for his part, stressed"; `others` stand there too: "and other guests"."""
    return re.compile(
        (_OTHERS if others else "")
        + rf"(?: ?,? (?:{presence_words('between')}),?){{0,2}} ?,? ?(?:(?<=, )who )?"
        rf"(?!(?:{presence_words('idle')})\b)(?P<verb>[a-z]{{2,}}ed|[a-z]{{3,}}s|{presence_words('past')})\b(?! by\b)"
    )


_BEGINS = {
    kind: Trigger(*presence_pieces(kind))
    for kind in ("received", "spoken_of", "long_ago", "doubt", "elsewhere")
}  # with what the words of each kind begin
_ASIDE = re.compile(r" ?, ?(?:[^,.;:]{2,90}|who[^.;:“\"]{2,140}?) ?,(?= ?[a-z])")
_LABEL = re.compile(r" ?: (?=[\"“‘«]?[a-z])")
_SHORT = 40  # characters: what must end right before the company needs no more
_OPENING = re.compile(
    r"(?:^|[.;:,”\"–—]|\b(?:and|while|but|that|where|as|when|before|after|whereas))\s*(?:(?:the|its|an?|his|her) )?$"
)
_QUOTED = re.compile(r"[\"”’»,] (?:[a-z]+ly )?(?:[a-z]+ed|[a-z]+s|said|told|wrote)(?: (?:the|its|an?))? $")
_CAME = re.compile(
    r"^[^,;:]{0,50}\b(?:came|comes|sat|arrived|spoke|followed|joined|were|was) (?:also )?(?:(?:the|its) )?$"
)
_SPEECH = re.compile(
    r"[’']s (?:[a-z]+ ){0,2}(?:speech|address|statement|remarks|intervention|presentation|toast|briefing)\b"
)
_BY_THEM = (" by ", " by the ", " by its ", " by his ", " by her ")
_FOR_WHOM = re.compile(r" (?:was )?by (?:(?:the|its) )?$")
_BY = re.compile(r"\b(?:was|were|is|are|been|being)\b[^,;.]{0,80} by (?:(?:the|its|his|her) )?$")
_OWNED = re.compile(
    r"\b(?:of|for|about|against|under|than|like|after|since|over) (?:(?:the|his|her|their|its|then) )?$"
)


def _acts(mention: Mention) -> bool:
    """ "X, for his part, proposed ...": the company is the subject of a finite verb."""
    scan, sentence = mention.passage.scan, mention.passage.sentence
    before, stop = mention.before, mention.company.stop
    if not (len(before) < 34 or _OPENING.search(before, max(0, len(before) - _SHORT))):
        return False
    aside = _ASIDE.match(scan.small, stop, sentence.stop)
    verb = _verb()
    return bool(
        verb.match(scan.small, stop, sentence.stop)
        or (scan.small.startswith(_AND, stop) and _verb(others=True).match(scan.small, stop, sentence.stop))
        or (aside and verb.match(scan.small, aside.end(), sentence.stop))
        or _LABEL.match(scan.small, stop, sentence.stop)
    )


def _holds_it(mention: Mention) -> bool:
    """ "X and Y held their annual summit": the subject of a sentence that names the meeting behind it."""
    passage, stop = mention.passage, mention.company.stop
    behind = any(
        s.sentence.start == passage.sentence.start and s.start > stop for s in passage.draft.sittings
    )
    return behind and bool(passage.scan.within(stop, stop + 24, "hold")) and _acts(mention)


def _comes_behind(mention: Mention) -> bool:
    """ "From Washington came X", "Also there was X": a short sentence whose subject stands behind its verb."""
    return len(mention.before) < 60 and bool(_CAME.search(mention.before))


def _speaks(mention: Mention) -> bool:
    """ "X's speech"."""
    return bool(_SPEECH.match(mention.passage.scan.small, mention.entry[1], mention.passage.sentence.stop))


def _sits_for(mention: Mention) -> bool:
    """ "(A was represented by its king,) B by X"."""
    scan, start = mention.passage.scan, mention.company.start
    gap = _FOR_WHOM.search(mention.before) if mention.before.endswith(_BY_THEM) else None
    return gap is not None and any(
        h.stop == start - len(gap[0])
        for h in scan.within(start - len(gap[0]) - 40, start, "country", "organisation")
    )


def _quoted(mention: Mention) -> bool:
    """ "...", said the Secretary General X."""
    before = mention.before
    return bool(_QUOTED.search(before, max(0, len(before) - 2 * _SHORT)))


def _received(mention: Mention) -> bool:
    """ "thanked X", "brought together X and Y", "heard statements by X"; at a sitting to come nobody was received yet."""
    return mention.passage.draft.status != "planned" and _near(
        mention, "received", r"\b(?:{})\b[^;.]{{0,60}}$"
    )


def _near(mention: Mention, kind: str, shape: str) -> bool:
    """Words of this kind reach the company from in front."""
    stop = mention.company.start
    low = max(mention.passage.sentence.start, stop - _NEAR)
    told = _BEGINS[kind].stands(mention.passage.scan, low, stop)
    return told and _pattern(kind, shape).search(mention.before[-_NEAR:]) is not None


def _done_by(mention: Mention) -> bool:
    """ "The meeting was declared open by X": whose doing it was, where the sentence names the meeting."""
    at = mention.passage.sentence.start
    named = any(s.sentence.start == at for s in mention.passage.draft.sittings)
    by = mention.before.endswith(_BY_THEM) and _BY.search(mention.before)
    return bool(by) and (named or mention.before.startswith("it "))


def _beside(mention: Mention) -> bool:
    """In one list with somebody who is known to be there."""
    seated = mention.passage.draft.people
    return any(p.name in seated and p is not mention.person for _, _, p in mention.company.people)


def _leads(mention: Mention) -> bool:
    """A minister, a president, a secretary general; whoever speaks for the body's own organisation."""
    main = mention.main
    if main and main.title.head in office_words("principal"):
        return True
    return _owner(mention)


def _owner(mention: Mention) -> bool:
    owners = {b.body.organisation for b in mention.passage.draft.bodies if b.body}
    return mention.person.represents in {bodies()[o].acronym for o in owners if o in bodies()}


def _members(mention: Mention) -> frozenset[str]:
    """The countries of the organisation whose body met; none where the lexicon lists none."""
    owners = {b.body.organisation for b in mention.passage.draft.bodies if b.body}
    return frozenset(m for o in owners if o in bodies() for m in bodies()[o].members)


def _outsider(mention: Mention) -> bool:
    """Of a country that does not belong to it."""
    country = mention.person.represents
    members = _members(mention)
    return bool(members) and country in country_codes() and country not in members


def _second(mention: Mention) -> bool:
    """Somebody else sits there for the same country already."""
    person = mention.person
    return person.represents is not None and any(
        p.represents == person.represents and p.name != person.name
        for p in mention.passage.draft.people.values()
    )


def _other_meeting(mention: Mention) -> bool:
    """The sentence names another meeting."""
    at, own = mention.passage.sentence.start, mention.passage.draft
    return any(s.sentence.start == at for d in mention.passage.drafts if d is not own for s in d.sittings)


def _in_quotes(mention: Mention) -> bool:
    """ "I have met with X," she said: told by a speaker."""
    before = mention.before
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def _other_day(mention: Mention) -> bool:
    """The sentence tells of a day on which the meeting was not held."""
    passage = mention.passage
    held, at = passage.draft.when, passage.sentence.start
    if held is None or not held.exact or not passage.scan.dates_within(at, passage.sentence.stop):
        return False
    told = date_of(passage.scan, passage.sentence, at, at, False)
    return bool(told and told.exact and (told.end < held.start or told.start > held.end))


def _has(kind: str) -> Callable[[Mention], bool]:
    def holds(mention: Mention) -> bool:
        passage = mention.passage
        told = _BEGINS[kind].stands(passage.scan, passage.sentence.start, passage.sentence.stop)
        return told and _pattern(kind).search(passage.told) is not None

    return holds


class Cue(NamedTuple):
    """What speaks for or against somebody's presence, with its points."""

    name: str
    points: int
    holds: Callable[[Mention], bool]


SIGNS: tuple[Cue, ...] = (
    Cue("subject of an act", 2, _acts),
    Cue("holds the meeting", 2, _holds_it),
    Cue("comes behind the verb", 2, _comes_behind),
    Cue("speech of", 2, _speaks),
    Cue("sits for", 3, _sits_for),
    Cue("quoted speaker", 2, _quoted),
    Cue("received or heard", 2, _received),
    Cue("doer of what was done", 2, _done_by),
    Cue("beside one who is there", 3, _beside),
    Cue("list of three", 3, lambda m: len(m.company.people) > 2),
    Cue("list of two", 1, lambda m: len(m.company.people) == 2),
    Cue("list of two states", 1, lambda m: len(m.company.people) > 1 and m.company.states > 1),
    Cue("list of three states", 1, lambda m: len(m.company.people) > 2 and m.company.states > 2),
)
"""What the sentence says of the person; without one of these nobody is seated."""

CIRCUMSTANCES: tuple[Cue, ...] = (
    Cue("leads a state, a ministry or the organisation", 1, _leads),
    Cue("leads nothing", -1, lambda m: m.main is not None and not _leads(m)),
    Cue("others are there", 1, lambda m: len(m.passage.draft.people) > 1),
    Cue("nobody else is there", -1, lambda m: not m.passage.draft.people),
    Cue("the report's own meeting", 1, lambda m: m.passage.draft is m.passage.drafts[0]),
    Cue("a compatriot sits there", -2, _second),
    Cue("no state", -1, lambda m: not m.person.represents),
    Cue("no office", -1, lambda m: m.main is None),
    Cue("out of office", -2, lambda m: m.main is None and bool(m.person.holdings)),
    Cue("another meeting in the sentence", -2, _other_meeting),
    Cue("sides that met", -4, lambda m: m.passage.draft.firm),
    Cue("planned", -2, lambda m: m.passage.draft.status == "planned"),
    Cue("late in the report", -2, lambda m: m.passage.number > 15),
    Cue("of no member of the organisation", -1, _outsider),
    Cue("owner or object", -2, lambda m: bool(_OWNED.search(m.before, max(0, len(m.before) - _SHORT)))),
    Cue("of another time", -2, _has("long_ago")),
    Cue("in doubt", -2, _has("doubt")),
    Cue("said elsewhere", -2, _has("elsewhere")),
    Cue("another day", -1, _other_day),
    Cue("another place", -2, lambda m: other_place(m.passage)),
)
"""What is known of the person, the meeting and the place in the report; what costs a look at the words comes last."""


_BEST = sum(c.points for c in CIRCUMSTANCES if c.points > 0)


def _sits(mention: Mention) -> bool:
    """Whether the points are enough; cues that cannot change it any more are not asked."""
    total = sum([c.points for c in SIGNS if c.holds(mention)])
    if not total:
        return False
    still = _BEST
    for cue in CIRCUMSTANCES:
        if total + still < SEATED:
            return False
        if cue.points > 0:
            still -= cue.points
        if cue.holds(mention):
            total += cue.points
    return total >= SEATED


def seated(scan: Scan, cast: Cast, drafts: list[Draft], focus: dict[int, Draft]) -> list[Mention]:
    """The mentions that put somebody at the meeting of their passage, before anybody is added."""
    return [m for m in mentions(scan, cast, drafts, focus, lambda d: _open(d, drafts[0])) if _sits(m)]


def mentions(
    scan: Scan,
    cast: Cast,
    drafts: list[Draft],
    focus: dict[int, Draft],
    may: Callable[[Draft], bool],
    known: bool = False,
) -> Iterator[Mention]:
    """Who is named in the accounts of meetings that `may` be joined and not yet known to be there; all with `known`."""
    for number, sentence in enumerate(scan.sentences):
        draft = focus.get(sentence.start)
        if draft is None or not may(draft):
            continue
        if all(not known and p.name in draft.people for _, _, p in cast.at(sentence.start, sentence.stop)):
            continue
        passage = Passage(scan, sentence, draft, drafts, number)
        if closed(passage):
            continue
        for company in companies(scan, cast, sentence):
            for mention in _in_company(passage, company):
                if (known or mention.person.name not in draft.people) and not apart(mention):
                    yield mention


def _open(draft: Draft, main: Draft) -> bool:
    """Nobody came to what was called off; sides that met are complete, but for the report's own meeting."""
    if draft.status not in ("held", "ongoing", "planned"):
        return False
    return draft is main if draft.firm else draft.noun not in sitting_words("two_sided")


def closed(passage: Passage) -> bool:
    """The sentence is about absence, a question, those invited, who met a guest at the airport, or two who met apart."""
    at, own = passage.sentence.start, passage.draft
    return (
        "?" in passage.small
        or "those invited" in passage.small
        or ("airport" in passage.small and all(s.sentence.start != at for s in own.sittings))
        or any(d.firm and d is not own and at in d.sentences for d in passage.drafts)
        or absence_told(passage.scan, at, passage.sentence.stop)
    )


def apart(mention: Mention) -> bool:
    """Spokesmen, people in somebody's quoted words, people talked about ("congratulated X"), and those who only own something ("X's plan")."""
    main, passage = mention.main, mention.passage
    behind = passage.scan.words(mention.entry[1], mention.entry[1] + 2)
    return (
        _in_quotes(mention)
        or only_named(passage.scan, passage.sentence, *mention.entry[:2])
        or (main is not None and main.title.head in office_words("spokesmen"))
        or (behind in ("'s", "’s") and not _speaks(mention))
        or _near(mention, "spoken_of", r"\b(?:{})\b[^,;.]{{0,60}}$")
    )
