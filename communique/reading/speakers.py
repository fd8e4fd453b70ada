"""Who speaks: the person, office, body, delegation or country in front of a verb of saying or behind it."""

import re
from bisect import bisect_left
from typing import NamedTuple

from communique.lexicon.cues import office_words
from communique.lexicon.files import load
from communique.reading.offices import Title
from communique.reading.people import Cast, Person
from communique.reading.scan import Scan


class Speaker(NamedTuple):
    """Somebody who speaks: the resolved `name`, the words that say so at `start, stop`."""

    name: str
    start: int
    stop: int
    person: Person | None = None
    plural: bool = False
    human: bool = False


_ADVERB = re.compile(
    r"(?:(?:,?\s(?:also|further|furthermore|then|again|once again|once more|later|earlier|today|yesterday|however|jointly|both|all|each|"
    r"repeatedly|strongly|particularly|especially|specifically|separately|additionally|moreover|previously|recently|subsequently|"
    r"has|have|had|has also|have also|had also|will|will also|is expected to|is also expected to|are expected to|in turn|for (?:his|her|its|their) part|on (?:his|her|its|their) part|in particular|"
    r"for the first time|openly|publicly|explicitly|clearly|firmly|reportedly|officially|formally|unanimously|simply|only|just|still|"
    r"expected to|[a-z]+ly|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b,?))+\s?$"
)
_PRONOUN = re.compile(r"(?:^|(?<=[\s“”\"«»,]))(?:(?P<one>[Hh]e|[Ss]he)|(?P<many>[Tt]hey)|(?P<who>who))$")
_TOKEN = re.compile(r"[\w’'`.&-]+|,")
_PREPOSED = re.compile(r"\b(?:with|to|from|by|of|between|and|for|against|on|about|at|than|like|under|after|before|over|as)(?:\s(?:the|his|her|its|their|a|an|[Mm]r|[Mm]rs|[Mm]s))?\s$")
_ARTICLE = re.compile(r"(?:the|a|an|this|that|these|those|its|his|her|their|our)\s(?=\S)", re.I)
_POSSESSIVE = re.compile(r"[’'`]s?$")
_LINKS = frozenset(("of", "the", "for", "and", "&", "in", "on", "to"))
_BROAD = frozenset(("head", "leader", "chief", "official", "chairman", "diplomat", "politician"))
_VERBAL = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would|can|could)\b")


def _words(kind: str) -> frozenset[str]:
    return frozenset(load("en/speakers.yml")[kind])


class Voices:
    """Everybody in a text who can speak, found by the place where their mention ends."""

    def __init__(self, scan: Scan, cast: Cast) -> None:
        self.scan = scan
        self.cast = cast
        self.places = cast.places
        self.starts = [p[0] for p in cast.places]
        self.named = {
            stop: (start, cast.people[i])
            for start, stop, i in cast.places
            if not cast.people[i].name.startswith("The ")
        }
        self.titled = {t.stop: t for t in cast.titles}
        self.title_starts = [t.start for t in cast.titles]
        self.bodies = {
            h.stop: h for label in ("country", "organisation", "organ", "organ?") for h in scan.hits.get(label, ())
        }
        self.cities = {h.stop: h for h in scan.hits.get("city", ())}
        self.heads, self.silent, self.describing = _words("heads"), _words("silent"), _words("describing")

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
        if stop <= low:
            return None
        if self.scan.characters[stop - 1] == ",":
            return self._before_comma(low, stop - 1)
        found = self.ending_at(low, stop, last) or self._with_adverbial(low, stop)
        return found or (self._before_comma(low, stop) if self.scan.characters[stop] == "," else None)

    def _without_adverbs(self, low: int, verb: int) -> int:
        window = self.scan.words(max(low, verb - 60), verb)
        match = _ADVERB.search(window)
        stop = verb - len(window) + match.start() if match else verb
        while stop > low and self.scan.characters[stop - 1].isspace():
            stop -= 1
        return stop

    def ending_at(self, low: int, stop: int, last: Speaker | None = None) -> Speaker | None:
        """Whoever is named by the words that end at `stop`."""
        named = self.named.get(stop)
        if named and named[0] >= low:
            return Speaker(named[1].name, named[0], stop, named[1])
        title = self.titled.get(stop)
        if title and title.start >= low and title.head not in ("member", "members"):
            return self.of_title(title, low, last)
        pronoun = _PRONOUN.search(self.scan.words(max(low, stop - 5), stop))
        if pronoun:
            return self._of_pronoun(pronoun, low, stop, last)
        return self._of_phrase(low, stop) or self._surname(low, stop)

    def _surname(self, low: int, stop: int) -> Speaker | None:
        """A capitalised word that nothing else claims, where a clause begins: "Arnault said"."""
        match = re.search(r"(?:^\s?|[,”\"]\s|\b(?:and|but|But|while|when|as)\s)(?P<name>[A-ZÀ-Þ][\w’-]*[a-zà-ÿ](?:\s[A-ZÀ-Þ][\w’-]+)?)$", self.scan.words(max(low, stop - 50), stop))
        if match is None:
            return None
        words = match["name"].split()
        vocabulary = office_words("institution") | office_words("function_words")
        if any(w in vocabulary or w.lower() in self.silent or w.lower() in self.heads for w in words):
            return None
        start = stop - len(match["name"])
        if self.scan.within(start, stop, "country", "adjective", "people", "organisation", "organ", "city", "region", "office", "offices", "meeting_noun", "agency"):
            return None
        return Speaker(self._fuller(match["name"]), start, stop, human=True)

    def _fuller(self, name: str) -> str:
        """The name with the given name under which the text first has it."""
        first = self.scan.characters.find(name)
        lead = re.search(r"(?:[A-ZÀ-Þ][\w’'-]+\s){1,2}(?:[Aa]l-|[Ee]l-)?$", self.scan.words(max(0, first - 40), first))
        words = lead[0].split() if lead else []
        known = office_words("institution") | office_words("function_words")
        while words and (words[0] in known or words[0] in ("The", "Mr", "Ms", "Mrs", "Dr")):
            words.pop(0)
        if len(words) > 1 or not words or words[0].lower() in self.heads or self.scan.within(first - len(words[0]) - 1, first, "country", "adjective", "office", "city", "organisation"):
            return name
        return f"{words[0]} {name}"

    def _of_pronoun(self, match: re.Match[str], low: int, stop: int, last: Speaker | None) -> Speaker | None:
        start = stop - len(match[0])
        if match["who"]:
            end = start - 1
            end -= self.scan.characters[end - 1] == ","
            named = self.named.get(end)
            return Speaker(named[1].name, start, stop, named[1]) if named and named[0] >= low else None
        if match["many"]:
            plural = self._plural_before(start)
            return plural._replace(start=start, stop=stop) if plural else None
        meant = self._meant(start, last)
        return meant._replace(start=start, stop=stop) if meant else None

    def _meant(self, place: int, last: Speaker | None) -> Speaker | None:
        """Whom "he" or "she" means: the subject of this sentence, of the one before, or the last speaker."""
        at = bisect_left(self.scan.starts["sentence"], place + 1) - 1
        for sentence in reversed(self.scan.sentences[max(0, at - 4) : at + 1]):
            if last and (last.person or last.human) and sentence.start <= last.start < place:
                return last
            subject = self._first_person(sentence.start, min(place, sentence.stop))
            if subject:
                return subject
        return last if last and (last.person or last.human) and place - last.start < 3000 else None

    def _first_person(self, low: int, high: int) -> Speaker | None:
        for start, stop, person in self.people(low, high):
            if not _PREPOSED.search(self.scan.words(max(low, start - 16), start)) and self.scan.words(stop, stop + 2) not in ("’s", "'s", "`s"):
                return Speaker(person.name, start, stop, person)
        return None

    def _plural_before(self, place: int) -> Speaker | None:
        """Whom "they" means: the last ministers, sides, participants named as a group."""
        for title in reversed(self.titles(max(0, place - 1200), place)):
            if title.plural and title.head not in ("members", "counterparts", "colleagues"):
                return Speaker(self.plain(title.start, title.stop), title.start, title.stop, None, True)
        return None

    def _before_comma(self, low: int, comma: int) -> Speaker | None:
        """ "X, minister of A, said"; "the minister of A, X, said"; "X, speaking in A, said"."""
        for start, stop, person in self.people(low, comma):
            after = self.scan.words(stop, stop + 2)
            if after[:1] == "," or after == " (" or stop == comma:
                before = self.scan.words(max(low, start - 16), start)
                if before.endswith(", ") or start - low < 4 or not _PREPOSED.search(before):
                    return Speaker(person.name, start, stop, person)
        for title in self.titles(low, comma):
            if self.scan.words(title.stop, title.stop + 1) == "," and title.stop < comma:
                return self.of_title(title, low)
        group = self._collective(low, comma)
        return group if group and self.scan.words(group.stop, group.stop + 1) == "," else None

    def _with_adverbial(self, low: int, stop: int) -> Speaker | None:
        """ "X on Sunday stressed"; "X speaking to the council called for"."""
        window = self.scan.words(max(low, stop - 110), stop)
        for start, end, person in reversed(self.people(max(low, stop - 110), stop)):
            between = self.scan.words(end, stop)
            if not re.match(r"\s(?:on|during|at|in|speaking|addressing|also|after|who)\s", between):
                continue
            if "," in between or _VERBAL.search(between) or self.scan.within(end, stop, "say_clause", "say_thing", "attend", "meet", "decide"):
                continue
            if not _PREPOSED.search(self.scan.words(max(low, start - 16), start)):
                return Speaker(person.name, start, end, person)
        match = re.search(r"\s(?:on|during|at|in)\s[^,;“”\"]{3,60}$", window)
        return self._of_phrase(low, stop - len(match[0])) if match else None

    def subject(self, low: int, verb: int) -> Speaker | None:
        """The subject of a sentence that begins at `low`: its first person, office or body."""
        person = self._first_person(low, verb)
        title = next((t for t in self.titles(low, verb)), None)
        if title and (person is None or title.start < person.start) and not _PREPOSED.search(self.scan.words(max(low, title.start - 16), title.start)):
            adjacent = person and person.start - title.stop < 3
            return person if adjacent else self.of_title(title, low)
        if person:
            return person
        for stop in sorted(s for s in self.bodies if low < s < min(verb, low + 60)):
            return self._of_phrase(low, stop)
        return self._collective(low, verb)

    def _collective(self, low: int, verb: int) -> Speaker | None:
        for word in list(re.finditer(r"[\w-]+", self.scan.words(low, min(verb, low + 50))))[:4]:
            if word[0].lower() in self.heads:
                return self._of_phrase(low, low + word.end())
        return None

    # --- behind the verb ------------------------------------------------------------------------------

    def after(self, place: int, high: int, last: Speaker | None) -> Speaker | None:
        """The subject that follows its verb: `“...,” said the Minister of A, X`."""
        place += 1
        near = min(high, place + 110)
        limit = re.compile(r"[.;:“”\"]|\s(?:that|who|in|at|on|during|when|after)\s|,\s(?![A-Z]|the\s|a\s)").search(self.scan.characters, place, near)
        near = limit.start() if limit else near
        people = self.people(place, near)
        if people:
            start, stop, person = people[0]
            return Speaker(person.name, start, stop, person)
        titles = self.titles(place, near)
        if titles:
            return self.of_title(titles[0], place)
        pronoun = re.compile(r"(?:he|she)\b").match(self.scan.characters, place, near)
        if pronoun:
            meant = self._meant(place, last)
            return meant._replace(start=place, stop=pronoun.end()) if meant else None
        comma = self.scan.characters.find(",", place, near)
        stop = comma if comma > 0 else near
        return self._of_phrase(place, stop) or self._surname(place, stop)

    # --- offices and phrases --------------------------------------------------------------------------

    def of_title(self, title: Title, low: int, last: Speaker | None = None) -> Speaker | None:
        """The person who holds the office in this text, else the words of the title."""
        person = None if title.plural else self._holder(title, last)
        if person:
            return Speaker(person.name, title.start, title.stop, person)
        if title.head == "leader" and title.of is None:
            meant = self._meant(title.start, last)
            return meant._replace(start=title.start, stop=title.stop) if meant else None
        start = title.start
        phrase = self._of_phrase(low, title.stop)
        if phrase and phrase.start < start:
            start = phrase.start
        words = self.plain(start, title.stop)
        if any(w in self.silent for w in words.lower().split()):
            return None
        return Speaker(words, start, title.stop, None, title.plural)

    def _holder(self, title: Title, last: Speaker | None) -> Person | None:
        """The person of this office and country; of several the last speaker, else the one named last before."""
        said = self._core(title)
        best: tuple[int, int, Person] | None = None
        for person in self.cast.people:
            score = max((self._fit(title, h.title, h.of, said) for h in person.holdings if not h.former), default=0)
            if not score and title.head in _BROAD and title.of and person.country == title.of:
                score = 1
            score += bool(score and last and last.person is person)
            near = max((m[0] for m in person.mentions if m[0] < title.start), default=-1)
            if score and (best is None or (score, near) > best[:2]):
                best = (score, near, person)
        return best[2] if best else None

    def _core(self, title: Title) -> set[str]:
        words = re.findall(r"\w+", self.scan.words(title.core_start, title.core_stop).lower())
        return {w.replace("defense", "defence") for w in words if w not in _LINKS}

    def _fit(self, title: Title, held: Title, of: str | None, said: set[str]) -> int:
        """How well a bare title fits an office: 0 not at all; its words among the office's, then the country."""
        if held.plural or (title.of and of and title.of != of):
            return 0
        words = self._core(held)
        if said <= words:
            return 1 if title.weak and not title.of else 3 + 2 * (title.of == of) + (words == said)
        close = title.head in _BROAD and title.of == of and len(said & words) >= 2
        return len(said & words) if close else 0

    def _of_phrase(self, low: int, stop: int) -> Speaker | None:
        """A noun phrase that can speak: "the Belarusian delegation", "Ministry of Foreign Affairs of X"."""
        start, tokens = self._phrase(low, stop)
        while tokens and tokens[0] in _LINKS | {"The", "A", "An", "And", "But", "For", "In", "Of"}:
            if tokens[0] in ("The", "A", "An"):
                break
            start += len(tokens.pop(0)) + 1
        if not tokens or self._is_silent(tokens):
            return None
        body = self.bodies.get(stop)
        speaks = any(_POSSESSIVE.sub("", t).lower() in self.heads for t in tokens)
        whole = body is not None and body.start >= start and self._covers(start, body.start)
        capital = stop in self.cities and self.cities[stop].start == start and start == low and len(tokens) == 1
        if not (speaks or whole or capital):
            return None
        if _PREPOSED.search(self.scan.words(max(low, start - 16), start)):
            return None
        return Speaker(self.plain(start, stop), start, stop, None, tokens[-1].endswith("s"))

    def _is_silent(self, tokens: list[str]) -> bool:
        """Documents and the press report, they are no speakers."""
        return any(t.lower() in self.silent for t in tokens)

    def _covers(self, start: int, body: int) -> bool:
        """Nothing before a country's name but an article or more names: "the United States and Armenia"."""
        lead = self.scan.words(start, body)
        return all(t[0].isupper() or t in ("the", "and", "of") for t in lead.split())

    def _phrase(self, low: int, stop: int) -> tuple[int, list[str]]:
        """Walk back from `stop` over the words of one noun phrase."""
        base = max(low, stop - 140)
        found = list(_TOKEN.finditer(self.scan.characters, base, stop))
        taken: list[re.Match[str]] = []
        for token in reversed(found):
            word = token[0]
            if taken and self.scan.words(token.end(), taken[-1].start()) not in (" ", "\n", "-", " “", "” "):
                break
            if not (word[0].isupper() or word[0].isdigit() or word.lower() in _LINKS or self._describes(word)):
                break
            taken.append(token)
            if word in ("The", "A", "An", "Both"):
                break
        taken.reverse()
        while taken and taken[0][0] in _LINKS and taken[0][0] not in ("the",):
            taken.pop(0)
        return (taken[0].start() if taken else stop), [t[0] for t in taken]

    def _describes(self, word: str) -> bool:
        low = word.lower()
        return low in self.heads or low in self.describing or low in office_words("modifiers")

    def plain(self, start: int, stop: int) -> str:
        """The words without an article in front."""
        return " ".join(_ARTICLE.sub("", self.scan.words(start, stop), count=1).split()) if _ARTICLE.match(
            self.scan.words(start, stop)
        ) else " ".join(self.scan.words(start, stop).split())
