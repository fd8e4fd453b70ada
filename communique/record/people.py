"""The fold of people: spellings, offices with first and last citation, countries, meetings."""

from collections.abc import Iterator

from communique.lexicon.countries import country_codes
from communique.lexicon.spelling import fold
from communique.model.claim import Claim
from communique.record.told import PartKey, Point, Told, alike, point


def points(told: Told) -> Iterator[Point]:
    """What one report says of people."""
    for path, claim in told.below("offices"):
        yield from _about(told, claim, path, "person", "of")
    for path, claim in told.below("meetings"):
        steps = path.split("/")
        if len(steps) == 4 and steps[2] in ("participants", "chair"):
            yield from _about(told, claim, path, "name", "represents")
            yield from _attended(told, claim, path, steps[2])


def _about(told: Told, claim: Claim, path: str, name: str, party: str) -> Iterator[Point]:
    person = told.entry(path)
    if person is None:
        return
    entry = ("people", person)
    if claim.field == name:
        yield point(told, claim, entry, "wording", field="name")
    elif claim.field == party:
        country = told.parties.meant(claim, claim.value) in country_codes()
        yield point(
            told, claim, entry, "most" if country else "list", field="country" if country else "organisations"
        )
    if (
        party == "of"
        and claim.field in ("office", "of", "former", "start", "end")
        and claim.value is not False
    ):
        yield from _office(told, claim, path, entry)


def _office(told: Told, claim: Claim, path: str, entry: tuple[str, str]) -> Iterator[Point]:
    office = told.reading.offices[int(path.split("/")[1])]
    key = PartKey("offices", f"{fold(office.office)} {alike(office.of or '', 'wording')}".strip())
    rule = {"office": "wording", "start": "date", "end": "date"}.get(claim.field, "most")
    yield point(told, claim, entry, rule, part=key)
    if claim.field == "office" and told.date:
        yield point(told, claim, entry, "list", field="cited", value=told.date, part=key)


def _attended(told: Told, claim: Claim, path: str, list_: str) -> Iterator[Point]:
    person, meeting = told.entry(path), told.entry("/".join(path.split("/")[:2]))
    if person is None or meeting is None:
        return
    key = PartKey("meetings", meeting, meeting)
    entry = ("people", person)
    if list_ == "chair" and claim.field == "name":
        yield point(told, claim, entry, "most", field="role", value="chair", part=key)
    elif claim.field in ("office", "represents", "role", "on_behalf_of"):
        rule = "wording" if claim.field == "office" else "most"
        yield point(told, claim, entry, rule, part=key)
    elif claim.field == "name":
        yield point(told, claim, entry, "wording", field="as", part=key)
