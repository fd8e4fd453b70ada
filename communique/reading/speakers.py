"""Who speaks: the person, office, body, delegation or country in front of a verb of saying or behind it."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from communique.reading.documents import Documents
from communique.reading.holders import Holders
from communique.reading.offices import Title
from communique.reading.people import Cast, Person
from communique.reading.quotes import Quotation, around
from communique.reading.scan import Scan
from communique.reading.sentences import Sentence
from communique.reading.speaker_edges import abridges, before_home, possessed, qualifies, told_home
from communique.reading.speaking_phrases import PREPOSED, Phrases, Speaker

_ADVERB = re.compile(
    r"(?:(?:,?\s(?:also|further|furthermore|then|again|once again|once more|later|earlier|today|yesterday|however|jointly|both|all|each|"
    r"repeatedly|strongly|particularly|especially|specifically|separately|additionally|moreover|previously|recently|subsequently|"
    r"has|have|had|once|already|long|always|even|since|beforehand|afterwards|thus|meanwhile|in (?:his|her|its|their) (?:turn|opinion|speech|address|remarks|statement)|(?:last|this) (?:week|month|year)|a (?:week|month|year) (?:ago|earlier)|has also|have also|had also|will|will also|is expected to|is also expected to|are expected to|in turn|for (?:his|her|its|their) part|on (?:his|her|its|their) part|in particular|"
    r"for the first time|openly|publicly|explicitly|clearly|firmly|reportedly|officially|formally|unanimously|simply|only|just|still|"
    r"expected to|[a-z]+ly|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b,?))+\s?$"
)
_ADVERB_ENDS = frozenset(
    re.findall(
        r"\w+",
        "also further furthermore then again more later earlier today yesterday however both "
        "all each has have had once already long always even since beforehand afterwards thus "
        "meanwhile turn opinion speech address remarks statement week month year ago will to "
        "part particular time only just still",
    )
)  # the last words of those adverbs, "-ly" and "-day" aside
_PRONOUN = re.compile(
    r"(?:^|(?<=[\s“”\"«»,]))(?:(?P<one>[Hh]e|[Ss]he)|(?P<many>[Tt]hey)|(?P<it>[Ii]t)|(?P<who>who|which)|(?P<latter>[Tt]he latter))$"
)
_INDEFINITE = re.compile(r"(?:^|[\s“\"])[Aa]n?\s$")
_ASIDE = re.compile(r"\s?\([^()]{2,140}\)\s?$")
_OPEN_APPOSITION = re.compile(r",\s(?:the\s|an?\s)?[^,;:.“”\"]{4,110}")
_CLOSES = re.compile(r"[.;:“”\"]|\s(?:that|who|in|at|on|during|when|after)\s|,\s(?![A-Z]|the\s|a\s)")
_COMPLEMENT = re.compile(
    r"\s(?:close to|familiar with|aware of|privy to|who|involved in|briefed on|at|from)\s"
)
_RECALLED = 1200  # characters: "it" means nobody who spoke further above
_ACTS = re.compile(r"(?: \([A-Z]\w+\))? (?:has |had |also )?[a-z]+(?:ed|s|t)\b")
_IN_ROLE = re.compile(r", (?:in (?:his|her|their) (?:capacity|role) as|acting as|as) (?:the |an? |its )?$")
_NEAR = 40  # characters between a subject and its verb
_VERBAL = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would|can|could)\b")


def _may_end_adverb(last: list[str]) -> bool:
    """Whether the words in front of a verb can end with an adverb at all: mostly its subject stands there."""
    word = last[0].rstrip(",") if last else ""
    return word in _ADVERB_ENDS or word.endswith(("ly", "day"))


class Voices:
    """Everybody in a text who can speak, found by the place where their mention ends."""

    def __init__(self, scan: Scan, cast: Cast, quotes: Sequence[Quotation] = ()) -> None:
        self.scan = scan
        self.quotes = list(quotes)
        self.cast = cast
        self.places = cast.places
        self.starts = [p[0] for p in cast.places]
        named = [None if p.name.startswith("The ") else p for p in cast.people]
        self.named = {stop: (start, p) for start, stop, i in cast.places if (p := named[i])}
        self.titled = {t.stop: t for t in cast.titles}
        self.title_starts = [t.start for t in cast.titles]
        self.phrases = Phrases(scan, {p.name.split()[-1]: p for p in cast.people})
        self.documents = Documents(scan, self.phrases, self.named)
        self.holders = Holders(scan, cast)
        self.held = {h.title.start: p for p in cast.people for h in p.holdings if not h.title.plural}

    def people(self, start: int, stop: int) -> list[tuple[int, int, Person]]:
        """The mentions that begin between `start` and `stop`."""
        a, b = bisect_left(self.starts, start), bisect_left(self.starts, stop)
        return [(s, e, self.cast.people[i]) for s, e, i in self.places[a:b]]

    def titles(self, start: int, stop: int) -> list[Title]:
        """The titles that begin between `start` and `stop`."""
        a, b = bisect_left(self.title_starts, start), bisect_left(self.title_starts, stop)
        return self.cast.titles[a:b]

    # --- in front of the verb -------------------------------------------------------------------------

    def before(self, low: int, verb: int, last: Speaker | None) -> Speaker | None:
        """The subject of the verb at `verb`, in the clause that begins at `low`."""
        stop = self._without_adverbs(low, verb)
        if stop <= low or self.scan.words(stop - 4, stop) in (" and", " but"):
            return None
        if self.scan.characters[stop - 1] == ",":
            return self._before_comma(low, stop - 1)
        found = self.ending_at(low, stop, last) or self._with_adverbial(low, stop)
        if found and found.person is None and self.scan.characters[stop] != ",":
            found = self._apposed(low, stop) or found
        elif found and _IN_ROLE.search(self.scan.words(max(low, found.start - 36), found.start)):
            return self._before_comma(low, stop) or found
        if found is None and "," in self.scan.words(stop, verb):
            return self._before_comma(low, stop)
        return found or self._opening_document(low, stop)

    def _opening_document(self, low: int, stop: int) -> Speaker | None:
        """ "A statement by X, her aide, in Oslo said": the document that begins the clause, its owner apposed."""
        comma = self.scan.characters.find(",", low, min(stop, low + 90))
        lead = self.scan.words(low, comma) if comma > 0 else ""
        return self.documents.ending_at(low, comma, None) if lead.startswith(("A ", "An ", "The ")) else None

    def _without_adverbs(self, low: int, verb: int) -> int:
        window = self.scan.words(max(low, verb - 60), verb)
        match = _ADVERB.search(window) if _may_end_adverb(window.split()[-1:]) else None
        stop = verb - len(window) + match.start() if match else verb
        closed = self.scan.words(stop - 2, stop).rstrip().endswith(")")
        aside = _ASIDE.search(self.scan.words(max(low, stop - 146), stop)) if closed else None
        stop -= len(aside[0]) if aside else 0
        while stop > low and self.scan.characters[stop - 1].isspace():
            stop -= 1
        return stop

    def ending_at(self, low: int, stop: int, last: Speaker | None = None) -> Speaker | None:
        """Whoever is named by the words that end at `stop`."""
        named = self.named.get(before_home(self.scan, low, stop))
        if named and named[0] >= low:
            return self._two(low, named[0], stop) or Speaker(named[1].name, named[0], stop, named[1])
        title = self.titled.get(stop)
        member = title and title.head in ("member", "members") and title.start not in self.held
        if title and title.start >= low and not member:
            return self.of_title(title, low, last)
        pronoun = _PRONOUN.search(self.scan.words(max(low, stop - 11), stop))
        if pronoun:
            return self._of_pronoun(pronoun, low, stop, last)
        return (
            self.phrases.of_phrase(low, stop, True)
            or self.phrases.surname(low, stop)
            or self.phrases.with_complement(low, stop)
            or self.documents.ending_at(low, stop, last)
            or self.phrases.unknown_body(low, stop)
            or self.phrases.acronym(low, stop)
        )

    def _two(self, low: int, start: int, stop: int) -> Speaker | None:
        """ "Minh and Swaraj noted": both, where nothing but "and" stands between their names; "A, B and C noted": all."""
        other = self.named.get(start - 5) if self.scan.words(start - 5, start) == " and " else None
        if other is None or other[0] < low:
            return None
        first = other[0]
        while self.scan.words(first - 2, first) == ", " and self.named.get(first - 2, (-1, None))[0] >= low:
            first = self.named[first - 2][0]
        return Speaker(self.scan.words(first, stop), first, stop, None, True)

    def heard(self, speaker: Speaker, sentence: Sentence) -> None:
        """Remember who spoke, for the names and the documents that point back."""
        self.phrases.hear(speaker)
        self.documents.heard(speaker, sentence.start, sentence.stop)

    def introducing(self, low: int, colon: int) -> Speaker | None:
        """Whoever is named last in front of a list: "At the end the Conference:"."""
        speaker = self.ending_at(low, colon)
        match = re.search(r"\b[Tt]he\s(?:[A-Z][\w-]*\s?){1,6}$", self.scan.words(max(low, colon - 80), colon))
        if speaker or match is None or match[0].split()[-1].lower() not in self.phrases.gatherings:
            return speaker
        return Speaker(match[0][4:], colon - len(match[0]) + 4, colon)

    def _of_pronoun(self, match: re.Match[str], low: int, stop: int, last: Speaker | None) -> Speaker | None:
        start = stop - len(match[0])
        if match["who"]:
            end = start - 1
            end -= self.scan.characters[end - 1] == ","
            meant = self.ending_at(low, end) if low < end else None
            return meant._replace(start=start, stop=stop) if meant else None
        if match["latter"]:
            return self._latter(start, stop)
        if match["many"]:
            plural = self._plural_before(start)
            return plural._replace(start=start, stop=stop) if plural else None
        meant = self._body_meant(start, last) if match["it"] else self._meant(start, last)
        return meant._replace(start=start, stop=stop) if meant else None

    def _latter(self, start: int, stop: int) -> Speaker | None:
        """ "X met Y. The latter said": whoever was named last before, one of two."""
        low = self._sentence_start(max(0, self._sentence_start(start) - 1))
        named = self.people(low, start)
        if len({p.name for _, _, p in named}) != 2:
            return None
        person = named[-1][2]
        return Speaker(person.name, start, stop, person)

    def _body_meant(self, place: int, last: Speaker | None) -> Speaker | None:
        """ "The ministry said so. It added": the body that spoke last, no person and no group; else what the sentence before is about."""
        if last is None or place - last.start > _RECALLED:
            return self._body_before(place)
        if (last.person or last.human or last.plural) and not self.documents.is_one(last):
            return None
        others = [
            h
            for h in self.scan.within(
                last.stop, self._sentence_start(place), "say_clause", "say_thing", "say_finite", "say_source"
            )
            if not around(self.quotes, h.start)
        ]
        return None if others and others[-1].start - last.stop > _NEAR else last

    def _body_before(self, place: int) -> Speaker | None:
        """ "The Eurogroup discussed the talks. It noted": the body with which the sentence before begins."""
        at = bisect_left(self.scan.starts["sentence"], place + 1) - 1
        if at < 1 or self.scan.sentences[at].start != place:
            return None
        before = self.scan.sentences[at - 1]
        for hit in self.scan.within(before.start, before.start + 5, "organ", "organisation"):
            if self.scan.words(before.start, hit.start) in ("", "The ") and _ACTS.match(
                self.scan.characters, hit.stop
            ):
                return Speaker(self.scan.words(hit.start, hit.stop), hit.start, hit.stop)
        return None

    def _sentence_start(self, place: int) -> int:
        return self.scan.starts["sentence"][max(0, bisect_left(self.scan.starts["sentence"], place + 1) - 1)]

    def owner(self, place: int, last: Speaker | None) -> Speaker | None:
        """Whom "his" or "her" at `place` means."""
        meant = self._meant(place, last)
        return meant._replace(start=place, stop=place + 3) if meant else None

    def _meant(self, place: int, last: Speaker | None) -> Speaker | None:
        """Whom "he" or "she" means: the subject of this sentence, of the one before, or the last speaker."""
        at = bisect_left(self.scan.starts["sentence"], place + 1) - 1
        for sentence in reversed(self.scan.sentences[max(0, at - 4) : at + 1]):
            if last and (last.person or last.human) and sentence.start <= last.start < place:
                return last
            high = min(place, sentence.stop)
            subject = self._first_person(sentence.start, high) or self._first_title(sentence.start, high)
            if subject:
                return subject
        return last if last and (last.person or last.human) and place - last.start < 3000 else None

    def _first_person(self, low: int, high: int) -> Speaker | None:
        for start, stop, person in self.people(low, high):
            begin = self._with_title(start)
            if (
                not around(self.quotes, start)
                and not PREPOSED.search(self.scan.words(max(low, begin - 16), begin))
                and self.scan.words(stop, stop + 2) not in ("’s", "'s", "`s")
            ):
                return Speaker(person.name, start, stop, person)
        return None

    def _first_title(self, low: int, high: int) -> Speaker | None:
        """ "The Secretary-General visited A": an office with nobody's name, where the sentence begins."""
        title = next(iter(self.titles(low, min(high, low + 5))), None)
        if title is None or title.plural or self.scan.words(low, title.start) not in ("", "The "):
            return None
        return self.of_title(title, low)

    def _with_title(self, start: int) -> int:
        """Where the title right before a name at `start` begins."""
        at = bisect_left(self.title_starts, start) - 1
        title = self.cast.titles[at] if at >= 0 else None
        return title.start if title and 0 <= start - title.stop <= 1 else start

    def _plural_before(self, place: int) -> Speaker | None:
        """Whom "they" means: the last ministers, sides, participants named as a group."""
        for title in reversed(self.titles(max(0, place - 1200), place)):
            if title.plural and title.head not in ("members", "counterparts", "colleagues"):
                return Speaker(
                    self.phrases.plain(title.start, title.stop), title.start, title.stop, None, True
                )
        return None

    def _before_comma(self, low: int, comma: int) -> Speaker | None:
        """ "X, minister of A, said"; "the minister of A, X, said"; "X, speaking in A, said"."""
        for start, stop, person in self.people(low, comma):
            after = self.scan.words(stop, stop + 2)
            if after[:1] == "," or after == " (" or stop == comma or told_home(self.scan, stop, comma):
                before = self.scan.words(max(low, start - 16), start)
                if before.endswith(", ") or start - low < 4 or not PREPOSED.search(before):
                    return Speaker(person.name, start, stop, person)
        for title in self.titles(low, comma):
            if self.scan.words(title.stop, title.stop + 1) == "," and title.stop < comma:
                return self.of_title(title, low)
        first = self.scan.characters.find(",", low, comma + 1)
        return self.phrases.of_phrase(low, first) or self.documents.ending_at(low, first, None)

    def _apposed(self, low: int, stop: int) -> Speaker | None:
        """ "X, the chairman of A said": an apposition that no comma closes."""
        for start, end, person in self.people(max(low, stop - 130), stop):
            between = self.scan.words(end, stop)
            if _OPEN_APPOSITION.fullmatch(between) and not PREPOSED.search(
                self.scan.words(max(low, start - 16), start)
            ):
                titles = self.titles(end, end + 12)
                return Speaker(person.name, start, end, person) if titles else None
        return None

    def _with_adverbial(self, low: int, stop: int) -> Speaker | None:
        """ "X on Sunday stressed"; "X speaking to the council called for"."""
        window = self.scan.words(max(low, stop - 110), stop)
        for start, end, person in reversed(self.people(max(low, stop - 110), stop)):
            between = self.scan.words(end, stop)
            if not re.match(r"\s(?:on|during|at|in|speaking|addressing|also|after|who)\s", between):
                continue
            if (
                "," in between
                or _VERBAL.search(between)
                or self.scan.within(end, stop, "say_clause", "say_thing", "attend", "meet", "decide")
            ):
                continue
            if not PREPOSED.search(self.scan.words(max(low, start - 16), start)):
                return Speaker(person.name, start, end, person)
        match = re.search(r"\s(?:on|during|at|in)\s[^,;“”\"]{3,60}$", window)
        return self.phrases.of_phrase(low, stop - len(match[0])) if match else None

    def subject(self, low: int, verb: int) -> Speaker | None:
        """The subject of a sentence that begins at `low`: its first person, office or body."""
        person = self._first_person(low, verb)
        title = next((t for t in self.titles(low, verb) if not possessed(self.scan, t.stop)), None)
        if (
            title
            and (person is None or title.start < person.start)
            and not PREPOSED.search(self.scan.words(max(low, title.start - 16), title.start))
        ):
            adjacent = person and person.start - title.stop < 3
            return person if adjacent else self.of_title(title, low)
        if person:
            return person
        for hit in self.scan.within(low, min(verb, low + 40), "country", "organisation", "organ", "organ?"):
            return self.phrases.of_phrase(low, hit.stop)
        return self._collective(low, verb)

    def _collective(self, low: int, verb: int) -> Speaker | None:
        for word in list(re.finditer(r"[\w-]+", self.scan.words(low, min(verb, low + 50))))[:4]:
            if word[0].lower() in self.phrases.heads:
                return self.phrases.of_phrase(low, low + word.end())
        return None

    # --- behind the verb ------------------------------------------------------------------------------

    def after(self, place: int, high: int, last: Speaker | None) -> Speaker | None:
        """The subject that follows its verb: `“...,” said the Minister of A, X`."""
        place += 1
        near = min(high, place + 110)
        near = next(
            (
                m.start()
                for m in _CLOSES.finditer(self.scan.characters, place, near)
                if not abridges(self.scan, m)
            ),
            near,
        )
        people = self.people(place, near)
        if people:
            start, stop, person = people[0]
            return Speaker(person.name, start, stop, person)
        titles = self.titles(place, near)
        if titles and not qualifies(self.scan, titles[0], self.phrases.heads):
            return self.of_title(titles[0], place, last)
        pronoun = re.compile(r"(?:he|she|him|her)\b(?!\s\w+,)").match(self.scan.characters, place, near)
        if pronoun:
            meant = self._meant(place, last)
            return meant._replace(start=place, stop=pronoun.end()) if meant else None
        comma = self.scan.characters.find(",", place, near)
        stop = comma if comma > 0 else near
        behind = _COMPLEMENT.search(self.scan.characters, place, stop)
        return (
            self.phrases.of_phrase(place, stop)
            or (self.phrases.of_phrase(place, behind.start()) if behind else None)
            or self.phrases.surname(place, stop)
            or self.documents.ending_at(place, stop, last)
        )

    def is_described(self, speaker: Speaker) -> bool:
        """ "official figures": the words only describe something that has no voice."""
        word = re.compile(r"\s([a-z]+)").match(self.scan.characters, speaker.stop)
        return speaker.person is None and word is not None and word[1] in self.phrases.silent

    # --- offices and phrases --------------------------------------------------------------------------

    def of_title(self, title: Title, low: int, last: Speaker | None = None) -> Speaker | None:
        """The person who holds the office in this text, else the words of the title."""
        own = self.held.get(title.start)
        if own:
            return Speaker(own.name, title.start, title.stop, own)
        indefinite = _INDEFINITE.search(self.scan.words(max(low, title.start - 4), title.start))
        person = (
            None if title.plural or indefinite else self.holders.holder(title, last.person if last else None)
        )
        if person:
            return Speaker(person.name, title.start, title.stop, person)
        if title.head == "leader" and title.of is None:
            meant = self._meant(title.start, last)
            return meant._replace(start=title.start, stop=title.stop) if meant else None
        start = title.start
        phrase = self.phrases.of_phrase(low, title.stop)
        if phrase and phrase.start < start:
            start = phrase.start
        words = self.phrases.plain(start, title.stop)
        if any(w in self.phrases.silent for w in words.lower().split()):
            return None
        return Speaker(words, start, title.stop, None, title.plural, not title.plural)
