"""Bodies that sit many times a month at their seat: a day tells a sitting only with its matter, a month or a year not at all."""

from communique.lexicon.bodies import sits_often
from communique.model.when import compatible, is_day, when
from communique.resolution.compared import Compared, other, same, unsure
from communique.resolution.sitting import COMING, Sitting, days_from


def often(left: Sitting, right: Sitting) -> bool:
    """Whether both are of bodies that sit often, neither of them told away from the seat."""
    return all(s.organs and all(sits_often(organ, s.city) for organ in s.organs) for s in (left, right))


def by_day_and_matter(left: Sitting, right: Sitting, whose: str) -> Compared | None:
    """One sitting if of one day and not of two matters; who tells of no matter may mean any of that day."""
    dated = [bool(when(s.start).day) for s in (left, right)]
    if all(dated):
        return _by_matter(left, right, whose)
    if any(dated):
        side = dated.index(False)
        return _told_at_once((left, right)[side], (left, right)[1 - side], whose, side)
    alike = left.told == right.told and is_day(left.told) and left.start == right.start
    shared = left.matters & right.matters and (left.status in COMING) == (right.status in COMING)
    if not (alike and shared):
        return None
    return same(0.66, f"{whose} and matter, no day told on {left.told}")._replace(strangers=True)


def _one_day(left: Sitting, right: Sitting) -> bool:
    """One day; no stretch of days in which a single day lies: that is a session with many sittings."""
    return compatible(left.start, right.start) and compatible(left.end, right.end)


def _by_matter(left: Sitting, right: Sitting, whose: str) -> Compared:
    if not _one_day(left, right):
        return other(f"{whose}, but on {left.start} and {right.start}")
    said = f"{whose}, {min(left.start or '', right.start or '')}"
    vague = [not (s.matters and is_day(s.start)) for s in (left, right)]
    if any(vague) and not all(vague):
        side = vague.index(True)
        return same(0.8, f"{said}, no matter or year told in one", side)._replace(strangers=True)
    if left.matters and right.matters and not left.matters & right.matters:
        ours, theirs = (", ".join(sorted(s.matters)) for s in (left, right))
        return unsure(0.5, f"{said}, but one on {ours}, one on {theirs}")
    return same(0.95, f"{said}, no other place")._replace(strangers=True)


def _told_at_once(undated: Sitting, dated: Sitting, whose: str, side: int) -> Compared | None:
    """No day told: the sitting of the report's own day or of the one before it; if planned, of the one after it."""
    days = days_from(undated.told, dated.start or "")
    near = (0, 1) if undated.status in COMING else (-1, 0)
    if undated.start or days not in near or (undated.matters and not undated.matters & dated.matters):
        return None
    said = f"{whose}, no day told on {undated.told}, the one of {dated.start}"
    return same(0.68, said, side)._replace(strangers=True)
