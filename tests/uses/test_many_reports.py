"""A dozen short reports of our own, read by the reader: what they tell together, as a user sees it."""

import re
from pathlib import Path

import pytest

from communique import Communique
from communique.uses import looking, over_time

Capture = pytest.CaptureFixture[str]
SAT = "The CSTO Collective Security Council met in {city} on {day}. The session was chaired by {chair}."
YEARS = [
    ("Bishkek", "28 November 2013", "the President of Kyrgyzstan, Azamat Toktosunov"),
    ("Moscow", "23 December 2014", "the President of Russia, Ivan Petrov"),
    ("Dushanbe", "15 September 2015", "the President of Tajikistan, Rustam Karimov"),
    ("Bishkek", "14 October 2016", "the President of Kyrgyzstan, Azamat Toktosunov"),
    ("Moscow", "30 November 2017", "the President of Russia, Ivan Petrov"),
    ("Dushanbe", "8 November 2018", "the President of Tajikistan, Rustam Karimov"),
]
ZORIN = "Pavel Zorin, Secretary of the Security Council of Kazakhstan"
MORE = [
    f"MINSK, 15 May 2016 (Masis Wire). {ZORIN}, said that 1,200 people were detained in operation Willow in 2015.",
    f"MINSK, 15 May 2017 (Masis Wire). According to {ZORIN}, 1,350 people were detained in operation Willow in 2016.",
    "MINSK, 29 May 2019 (Ala Post). The acting Secretary of the Security Council of Kazakhstan, Serik Dauletov, said that 1,500 "
    "people were detained in operation Willow in 2016.",
    "MINSK, 3 June 2020 (Ala Post). Secretary of the Security Council of Kazakhstan Aset Nurpeisov spoke of operation Willow.",
    "MINSK, 24 May 2017 (Masis Wire). The Council of Foreign Ministers of the CSTO met in Minsk on 23 May 2017. It submitted the "
    "draft Concept of Exchange between Archives to the CSTO Collective Security Council.",
    "MINSK, 25 May 2017 (Masis Wire). The protocol on joint training is to be signed by December 2017.",
]


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("reports")
    sat = (
        f"{city.upper()}, {day} (Masis Wire). {SAT.format(city=city, day=day, chair=chair)}"
        for city, day, chair in YEARS
    )
    for number, words in enumerate((*sat, *MORE)):
        (folder / f"{number:02}.txt").write_text(words, encoding="utf-8")
    path = folder / "record.db"
    with Communique.open(path) as made:
        assert not made.add(folder).failed
        made.counts()
    return path


def shown(record: Path, kind: str, words: str, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("COLUMNS", "200")
    {**looking.LISTS, **over_time.LISTS}[kind](record, words, "table")
    return re.sub(r" +", " ", capsys.readouterr().out)


def test_the_series_tells_rhythm_places_and_whose_turn_it_would_be(
    record: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = shown(record, "series", "csto/collective-security-council", capsys, monkeypatch)
    assert "rhythm: about once a year (from 6 dated sittings)" in out
    assert "held in: Bishkek, Kyrgyzstan (2); Moscow, Russia (2); Dushanbe, Tajikistan (2)" in out
    assert "the chair goes round: Tajikistan, Kyrgyzstan, Russia (year by year; 3 came again" in out
    assert "it would be the turn of Kyrgyzstan next, if the order holds" in out


def test_offices_have_their_holders_by_the_days_of_the_datelines(
    record: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = shown(record, "offices", "kazakhstan security", capsys, monkeypatch)
    assert "Kazakhstan Secretary of the Security Council Pavel Zorin 15 May 2016 to 15 May 2017" in out
    assert "Serik Dauletov 29 May 2019 acting; next after Pavel Zorin" in out
    assert "Aset Nurpeisov 3 Jun 2020 next after Serik Dauletov" in out


def test_figures_grow_and_contradict(record: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    out = shown(record, "compare", "detained", capsys, monkeypatch)
    assert "people detained (Willow)" in out
    assert "+12.5 % on the figure claimed for 2015" in out
    assert "contradicts 1,350" in out


def test_figures_that_contradict_are_told_among_the_conflicts(
    record: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = shown(record, "conflicts", "detained", capsys, monkeypatch)
    assert "people detained (Willow) value 1,500 (both are claimed, 1) 1,350 (1)" in out
    assert "growth" not in out
    assert "1,200" not in out


def test_figures_side_by_side_fit_eighty_columns(
    record: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    over_time.LISTS["compare"](record, "detained", "table")
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "people detained (Willow)"
    assert all(len(line) <= 80 for line in lines)
    assert all(any(figure in line for line in lines) for figure in ("1,200", "1,350", "1,500"))


def test_what_was_submitted_waits(record: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    out = shown(record, "pending", "archives", capsys, monkeypatch)
    assert "submitted to CSTO Collective Security Council" in out
    assert "it has sat on 30 Nov 2017, 8 Nov 2018" in out


def test_a_promise_past_its_day_is_overdue_and_the_report_has_its_datelines_day(record: Path) -> None:
    with Communique.open(record) as asked:
        (promise,) = asked.commitments("protocol")
        assert (promise.due, promise.done_in, promise.published) == ("2017-12", None, "2017-05-25")
        assert asked.why(promise.report, "published")[0].words.startswith("MINSK, 25 May 2017")
