"""A body's page names the numbers of which no report was read, before the sitting that follows them."""

from communique.catalogue.rows import MeetingRow
from communique.catalogue.series import Gap, Series
from communique.uses.web.body import _missing


def test_a_gap_is_told_in_words_before_the_next_sitting() -> None:
    sixth, ninth, eleventh = (MeetingRow(id=f"m-{n}", ordinal=n) for n in (6, 9, 11))
    told = Series(body="b", label="B", steps=(sixth, Gap(7, 8), ninth, Gap(10, 10), eleventh))
    assert _missing(told) == {"m-9": "7th to 8th", "m-11": "10th"}
