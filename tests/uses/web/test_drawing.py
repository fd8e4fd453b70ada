"""The timeline counts right, leads to our own pages, and is harmless to put into a page."""

from xml.etree import ElementTree

from communique.catalogue.timing import Held
from communique.uses.charts import Cell, Timeline, harmless, since, timeline_svg
from communique.uses.web.timeline import NO_BODY, OTHER, timeline


def row(id: str, date: str | None, *bodies: str) -> Held:
    return Held(id, date, bodies)


def test_meetings_are_counted_by_body_and_year() -> None:
    found = timeline(
        [row("m-1", "2018-11-21", "A"), row("m-2", "2018", "A", "B"), row("m-3", "2021~", "A"), row("m-4", None, "A"),
         row("m-5", "XXXX-11-17")],
        {"A": "/bodies/a"},
    )  # fmt: skip
    assert found.times == ("2018", "2019", "2020", "2021")
    assert found.bodies == ("A", "B")
    assert found.undated == 2
    assert found.cell("A", "2018") == Cell("A", "2018", 2, "/bodies/a#y2018")
    assert found.cell("B", "2018") == Cell("B", "2018", 1, "/meetings/m-2")
    assert found.cell("B", "2021") is None


def test_a_narrow_screen_gets_the_last_years_and_the_bodies_that_met_in_them() -> None:
    whole = timeline([row("m-1", "1994", "A"), row("m-2", "2018", "B"), row("m-3", "2021", "C")], {})
    late = since(whole, 4)
    assert (late.times, late.bodies) == (("2018", "2019", "2020", "2021"), ("B", "C"))
    assert [cell.body for cell in late.cells] == ["B", "C"]
    assert since(whole, 100) == whole


def test_within_two_years_by_month() -> None:
    found = timeline([row("m-1", "2023-12-05", "A"), row("m-2", "2024-02")], {})
    assert found.times == ("2023-12", "2024-01", "2024-02")
    assert found.bodies == ("A", NO_BODY)


def test_many_bodies_share_a_row() -> None:
    found = timeline([row(f"m-{n}", str(2000 + n), f"body {n}") for n in range(40)], {})
    assert len(found.bodies) == 12
    assert found.bodies[-1] == OTHER
    assert sum(c.meetings for c in found.cells) == 40


def test_the_drawing_is_well_formed_and_its_marks_are_links() -> None:
    hostile = '"><script>alert(1)</script>\x0b'
    shown = timeline([row("m-1", "2018", hostile), row("m-2", "2021", "B"), row("m-3", "2021", "B")], {})
    root = ElementTree.fromstring(timeline_svg(shown, 600))
    tags = {e.tag.rpartition("}")[2] for e in root.iter()}
    assert tags <= {"svg", "g", "path", "line", "text", "a", "title"}
    assert {e.get("href") for e in root.iter() if e.get("href")} == {"/meetings/m-1", "/meetings?year=2021"}
    assert not [n for e in root.iter() for n in e.attrib if n.startswith("on") or n == "style"]


def test_what_acts_is_dropped() -> None:
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" onload="x()">'
        '<script>x()</script><style>*{}</style><image href="http://a"/><foreignObject/>'
        '<a xlink:href="https://evil.example/"><path d="M0" style="fill:red"/></a>'
        '<a xlink:href="https://pages.invalid//evil.example/"><path d="M0"/></a></svg>'
    )
    assert harmless(svg) == (
        '<svg xmlns="http://www.w3.org/2000/svg"><a><path d="M0" /></a><a><path d="M0" /></a></svg>'
    )


def test_meetings_counted_beforehand_count_as_many() -> None:
    found = timeline([Held("m-1", "2018-11", ("A",), 3), Held("m-2", None, ("A",), 2)], {})
    assert (found.cells[0].meetings, found.undated) == (3, 2)
    assert found.cells[0].link == "/meetings?year=2018"


def test_nothing_to_draw() -> None:
    assert timeline([], {}) == Timeline()
