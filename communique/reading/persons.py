"""A person of one text while it is read: the name, every mention, the offices held."""

from bisect import bisect_left
from dataclasses import dataclass, field

from communique.lexicon.countries import country_codes
from communique.lexicon.cues import office_words
from communique.reading.offices import Title
from communique.reading.scan import FAR_END


@dataclass(slots=True)
class Holding:
    """A title that the text gives to a person; `of` a country code or acronym, `at` the places that say so.

    `house` where `of` is an organisation: the AU is no Australia.
    """

    title: Title
    office: str
    of: str | None
    at: tuple[tuple[int, int], ...]
    former: bool = False
    house: bool = False


@dataclass(slots=True)
class Person:
    """One person of one text: the fullest name, every mention in reading order, the offices held."""

    name: str
    start: int
    stop: int
    mentions: list[tuple[int, int]] = field(default_factory=list)
    holdings: list[Holding] = field(default_factory=list)
    nation: str | None = None

    @property
    def country(self) -> str | None:
        """The country of the first office of a state that the text gives, rather one that is no style; None when there is none."""
        if not self.holdings:
            return self.nation
        states = [h for h in self.holdings if h.of and not (h.former or h.house) and h.of in country_codes()]
        if len(states) > 1:
            styles = office_words("styles")
            states = [h for h in states if h.title.of or h.office.lower() not in styles] or states
        return states[0].of if states else self.nation

    @property
    def represents(self) -> str | None:
        """The country, else the organisation of the first office."""
        return self.country or next((h.of for h in self.holdings if h.of and not h.former), None)

    @property
    def main(self) -> Holding | None:
        """The office under which the text introduces the person."""
        return self.holdings[0] if self.holdings else None


@dataclass(slots=True)
class Cast:
    """All people of a text, all titles, and who stands where."""

    people: list[Person]
    titles: list[Title]
    places: list[tuple[int, int, int]] = field(default_factory=list)
    entries: list[tuple[int, int, Person]] = field(init=False)
    starts: list[int] = field(init=False)
    title_starts: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self.entries = [(a, b, self.people[i]) for a, b, i in self.places]
        self.starts = [*[a for a, _, _ in self.places], FAR_END]
        self.title_starts = [*[t.start for t in self.titles], FAR_END]

    def at(self, start: int, stop: int) -> list[tuple[int, int, Person]]:
        """The mentions that begin between `start` and `stop`, in reading order, with their person."""
        starts = self.starts
        low = bisect_left(starts, start)
        return self.entries[low : bisect_left(starts, stop, low)] if starts[low] < stop else []

    def titles_at(self, start: int, stop: int) -> list[Title]:
        """The titles that begin between `start` and `stop`, in reading order."""
        starts = self.title_starts
        low = bisect_left(starts, start)
        return self.titles[low : bisect_left(starts, stop, low)] if starts[low] < stop else []
