"""Who is in the text: people, every place that names them, and the offices the text ties to them."""

import re
from collections.abc import Iterator
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from communique.lexicon.cues import office_words
from communique.lexicon.names import leading_surnames, name_words, without_accents
from communique.lexicon.phrases import Hit, lowered
from communique.reading.appositions import RULES, alone_on_line, links, under
from communique.reading.counterparts import office_of_counterpart, without_counterparts
from communique.reading.headline_names import does, headline_case, without_headline_words
from communique.reading.names import Run, runs
from communique.reading.nations import nation_behind, paired_nations
from communique.reading.nested import nested
from communique.reading.offices import Title, of_one, titles
from communique.reading.owners import owner_of
from communique.reading.persons import Cast, Holding, Person
from communique.reading.plural_title import plural_title
from communique.reading.scan import Scan
from communique.reading.sentences import Sentence
from communique.reading.settling import settle
from communique.reading.ties import Link
from communique.reading.title_alone import title_alone
from communique.reading.title_lists import second_of_two
from communique.reading.title_owners import of_house
from communique.reading.triggers import Trigger

__all__ = ["Cast", "Holding", "Person", "cast"]


def cast(scan: Scan) -> Cast:
    """The people of a scanned text with their offices.

    >>> from communique.reading.scan import scan
    >>> [p.name for p in cast(scan("Foreign Minister Sergey Lavrov spoke.")).people]
    ['Sergey Lavrov']
    """
    found = _Roll(scan)
    every: list[Title] = []
    late: list[Run] = []
    above: Run | None = None
    for sentence in scan.sentences:
        names = [r for r in runs(scan, sentence.start, sentence.stop) if not _operation_name(scan, r)]
        if names and scan.in_headline(sentence):
            names = [without_headline_words(scan, r) for r in names]
        offices = titles(scan, sentence.start, sentence.stop, names)
        offices = nested(scan, offices, names) if names and offices else offices
        every.extend(offices)
        tied = links(scan, names, offices) if names and offices else []
        found.titles = offices
        if names:
            late.extend(found.take(sentence, names, tied))
        lower = under(scan, above, sentence.start, offices, tied) if above and offices else ()
        if above and lower:
            found.take_again(sentence, above, lower)
        above = alone_on_line(scan, sentence.start, sentence.stop, names) if len(names) == 1 else None
    for run in late:
        found.surname_alone(run)
    return found.close(every)


_OPERATION = re.compile(
    r"(?<!-)\b(?:[Oo]perations?|[Ee]xercises?|[Dd]rills?|OPERATION)(?: of)? [\"“‘«]?$|[\"“‘«]$"
)


_NAMED_SO = Trigger("operation", "exercise", "drill", "“", '"', "‘", "«")


def _operation_name(scan: Scan, run: Run) -> bool:
    low = max(0, run.start - 14)
    if run.titled or not _NAMED_SO.stands(scan, low, run.start):
        return False
    found = _OPERATION.search(scan.words(low, run.start))
    if found is None:
        return False
    held = "perations" in found[0] and scan.within(max(0, run.start - 60), run.start, "office")
    return not (held or (run.strong and "perations" in found[0]))  # "Secretary for Field Operations X"


class _Roll:
    """The people met so far while a text is read from front to back."""

    def __init__(self, scan: Scan) -> None:
        self.scan = scan
        self.people: list[Person] = []
        self.by_surname: dict[str, list[int]] = {}
        self.by_initial: dict[str, dict[str, list[int]]] = {}
        self.by_part: dict[str, list[int]] = {}
        self.places: list[tuple[int, int, int]] = []
        self.titles: list[Title] = []

    def take(self, sentence: Sentence, names: list[Run], tied: list[Link]) -> Iterator[Run]:
        """Record the runs that are people; give back those that only a later name could explain."""
        by_run: dict[int, list[Link]] = {}
        for link in tied:
            by_run.setdefault(link.run.start, []).append(link)
        paired = paired_nations(self.scan, names)
        for run in names:
            offices, peer = without_counterparts(by_run.get(run.start, []))
            words = self.scan.words(run.start, run.stop).strip()
            several = " " in words or "." in words
            nation = paired.get(run.start) or nation_behind(self.scan, run)
            told = offices or nation or run.titled
            if not (told or (several and (run.strong or _acts(self.scan, run)))):
                yield run
                continue
            named = several and any(not link.title.plural for link in offices)
            sure = run.strong or run.titled or named or nation
            if not sure and headline_case(self.scan, sentence) and not does(self.scan, run):
                yield run
                continue
            self._add(sentence, run, offices)
            if peer and not nation:
                self.people[self.places[-1][2]].nation = peer
            if nation:
                self._belongs(self.people[self.places[-1][2]], nation)

    def take_again(self, sentence: Sentence, run: Run, offices: list[Link]) -> None:
        """Record offices that stand in the line under a name."""
        index = next((i for start, _, i in self.places if start == run.start), None)
        if index is None:
            self._add(sentence, run, offices)
            return
        for link in offices:
            self._hold(sentence, self.people[index], run, link)

    def _add(self, sentence: Sentence, run: Run, offices: list[Link]) -> None:
        words = _flat(self.scan.words(run.start, run.stop))
        index = self._known(words)
        if index is not None and _his_father(words, self.people[index], offices):
            index = None
        elif index is None:
            index = self._by_given_name(words, offices)
        if index is None:
            index = len(self.people)
            self.people.append(Person(words, run.start, run.stop))
            self._called(words, index)
        person = self.people[index]
        if _fuller(words, person.name):
            self._called(words, index)
            person.name, person.start, person.stop = words, run.start, run.stop
        self.places.append((run.start, run.stop, index))
        for link in offices:
            self._hold(sentence, person, run, link)

    def _called(self, words: str, index: int) -> None:
        surname = _surname(words)
        self.by_surname.setdefault(surname, []).append(index)
        self.by_initial.setdefault(words[0], {}).setdefault(surname, []).append(index)
        for part in _parts(words):
            self.by_part.setdefault(part, []).append(index)

    def _belongs(self, person: Person, nation: Hit) -> None:
        """The country beside the name is the person's, and that of an office of a state which names no other."""
        person.nation = nation.value
        for holding in person.holdings:
            if holding.of is None and holding.title.head in office_words("state") - office_words(
                "international"
            ):
                holding.of = nation.value
                holding.at = (*holding.at, (nation.start, nation.stop))

    def _hold(self, sentence: Sentence, person: Person, run: Run, link: Link) -> None:
        title = link.title
        self.scan.note("offices", title.core_start, RULES[link.rule])
        if title.head in office_words("counterpart"):
            principal = office_of_counterpart(
                self.scan, Cast(self.people, self.titles, self.places), person, title
            )
            if principal is None:
                person.nation = person.nation or title.of
                return
            title = principal
        if title.plural and link.order == 0 and second_of_two(self.scan, title.start):
            person.nation = person.nation or title.of
            return
        title = of_one(self.scan, title)
        office = self.scan.words(title.core_start, title.core_stop)
        of, spot = owner_of(self.scan, sentence, link.title, link)
        at = ((run.start, run.stop), (title.core_start, title.core_stop), *((spot,) if spot else ()))
        new = Holding(title, office, of, at, title.former, of_house(self.scan, of, spot))
        for i, known in enumerate(person.holdings):
            if known.of == of or not of or not known.of:
                if _part_of(office, known.office):
                    known.of = known.of or of
                    if known.office.isupper() and office.lower() == known.office.lower():
                        new.of = known.of
                        person.holdings[i] = new
                    return
                if _part_of(known.office, office):
                    new.of = of or known.of
                    person.holdings[i] = new
                    return
        person.holdings.append(new)

    def _known(self, words: str) -> int | None:
        """The person that this name means: same or nearly same surname, given names that agree."""
        surname = _surname(words)
        for index in reversed(self.by_surname.get(surname, [])):
            if _agree(words, self.people[index].name):
                return index
        if " " not in words:
            other = self._by_other_name(words)
            return self._misspelt(surname) if other is None else other
        return self._nearly(words, surname)

    def _nearly(self, words: str, surname: str) -> int | None:
        """A surname of five letters and more, a letter or two of them other, under nearly the same given name."""
        size = len(surname)
        if size < 5:
            return None
        few = 2 if size > 6 else 1
        for known, indices in self.by_initial.get(words[0], {}).items():
            if (
                -3 < len(known) - size < 3
                and known != surname
                and Levenshtein.distance(known, surname, score_cutoff=2) <= few
            ):
                for index in indices:
                    name = self.people[index].name
                    if words[0] == name[0] and _agree_closely(words, name):
                        return index
        return None

    def _misspelt(self, surname: str) -> int | None:
        """One long surname with a letter wrong: "Jaishanker" for "Jaishankar"."""
        if len(surname) < 7:
            return None
        for known, indices in self.by_surname.items():
            if known[0] == surname[0] and Levenshtein.distance(known, surname, score_cutoff=1) == 1:
                return indices[-1]
        return None

    def _by_other_name(self, word: str) -> int | None:
        """One word that is the family name written first ("Xi") or a name known by its first part."""
        low = word.lower()
        for index in sorted(set(self.by_part.get(low, ())), reverse=True):
            parts = _parts(self.people[index].name)
            if len(parts) > 1 and (
                low in parts[1:]
                or (parts[0] == low and (word in leading_surnames() or self.people[index].holdings))
            ):
                return index
        return None

    def _by_given_name(self, words: str, offices: list[Link]) -> int | None:
        """ "President Uhuru" of the headline is the "President Uhuru Kenyatta" of the text."""
        first, _, more = words.partition(" ")
        heads = {_SPELLED.get(k.title.head, k.title.head) for k in offices}
        for index in self.by_surname.get(first.lower(), ()) if more else ():
            known = self.people[index]
            held = {_SPELLED.get(h.title.head, h.title.head) for h in known.holdings}
            if " " not in known.name and heads & held:
                return index
        return None

    def surname_alone(self, run: Run) -> None:
        """A later surname alone stands for the person of that name; else it is nobody we can name."""
        words = _flat(self.scan.words(run.start, run.stop))
        index = self._known(words)
        if index is not None and _agree(words, self.people[index].name):
            self.places.append((run.start, run.stop, index))

    def close(self, every: list[Title]) -> Cast:
        self.places.sort()
        for start, stop, index in self.places:
            self.people[index].mentions.append((start, stop))
        settle(self.scan, self.people)
        plural_title(self.scan, self.people, self.places, every)
        title_alone(self.scan, self.people, every)
        return Cast(self.people, every, self.places)


_SPELLED = {"pm": "prime minister", "fm": "foreign minister", "dpm": "deputy prime minister"}
_SPELLED |= {"eam": "external affairs minister", "p.m.": "prime minister"}


def _part_of(short: str, long: str) -> bool:
    """A later "the Minister" or "FM" says nothing beyond "Minister of Foreign Affairs"."""
    short, long = (_SPELLED.get(office.lower(), office) for office in (short, long))
    return {w.rstrip("s") for w in lowered(short).split()} <= {w.rstrip("s") for w in lowered(long).split()}


@lru_cache(maxsize=10_000)
def _parts(name: str) -> list[str]:
    return name.lower().split()


_SON_OF = ("bin", "ibn", "bint", "bin.", "b.")


def _his_father(word: str, person: Person, offices: list[Link]) -> bool:
    """ "King Salman" beside "Crown Prince Mohammed bin Salman": whoever that one is the son of, in another office."""
    parts = _parts(person.name)
    at = parts.index(word.lower()) if word.lower() in parts else 0
    if not at or parts[at - 1] not in _SON_OF or not offices:
        return False
    return not {k.title.head for k in offices} & {h.title.head for h in person.holdings}


def _flat(words: str) -> str:
    return " ".join(words.split())


@lru_cache(maxsize=10_000)
def _surname(name: str) -> str:
    parts = [without_accents(p) for p in re.split(r"[ .]+", name) if p]
    if len(parts) > 2 and parts[-1] in name_words("suffixes"):
        parts.pop()  # the Jr. of "Ali Smith Jr."
    if (
        len(parts) > 1
        and parts[0] in leading_surnames()
        and parts[-1] not in leading_surnames()
        and len(parts) < 4
    ):
        return parts[0].lower()
    return parts[-1].lower() if parts else name.lower()


def _agree(one: str, other: str) -> bool:
    """Names of one surname agree unless both have a given name and the initials differ."""
    one, other = without_accents(one), without_accents(other)
    a, b = one.replace(".", ". ").split(), other.replace(".", ". ").split()
    small, known = lowered(one).split(), lowered(other).split()
    if set(small) <= set(known) or (known[0] in name_words("particles") and set(known) <= set(small)):
        return True  # "De Croo" is the "Alexander De Croo" of later
    if a[0] == b[0] and a[0] in leading_surnames() and len(a) > 1 and len(b) > 1:
        a, b = a[1:], b[1:]  # the family name says nothing more: "Nguyen Phu Trong" is not "Nguyen Xuan Phuc"
        return lowered(a[0])[:3] == lowered(b[0])[:3] and lowered(a[-1]) == lowered(b[-1])
    if len(a) == 1 or len(b) == 1:
        return (
            a[-1].lower() == b[-1].lower()
            or a[0].lower() in (x.lower() for x in b)
            or b[0].lower() in (x.lower() for x in a)
        )
    return a[0][0] == b[0][0] and (
        "." in a[0]
        or "." in b[0]
        or a[0][:3] == b[0][:3]
        or Levenshtein.distance(a[0], b[0]) <= 2
        or f"{a[0]} {b[0]}" in name_words("short_forms")
        or f"{b[0]} {a[0]}" in name_words("short_forms")
    )


def _agree_closely(one: str, other: str) -> bool:
    a, b = one.split(), other.split()
    return len(a) > 1 and len(b) > 1 and Levenshtein.distance(a[0], b[0]) <= 2


def _fuller(new: str, old: str) -> bool:
    if old.isupper() and not new.isupper() and len(new.split()) == len(old.split()):
        return True  # the headline's capitals give way
    if "." in new.split()[0] and "." not in old:
        return False
    return len(new.split()) > len(old.split()) or (
        len(new.split()) == len(old.split()) and "." in old and "." not in new
    )


def _acts(scan: Scan, run: Run) -> bool:
    """The run speaks, meets, attends or is spoken to: what people do."""
    after = scan.within(run.stop, run.stop + 3, "say", "meet", "attend", "chair")
    if any(h.start - run.stop <= 2 and not scan.within(h.start, h.stop, "meeting_noun") for h in after):
        return True
    return bool(re.match(r",? who\b", scan.words(run.stop, run.stop + 6)))
