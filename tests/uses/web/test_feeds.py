"""The calendar and the feed say what the record says, in the forms that their readers want."""

from xml.etree import ElementTree

from litestar import Litestar
from litestar.testing import TestClient

from communique.catalogue.rows import MeetingRow
from communique.uses.web.calendar import written

Client = TestClient[Litestar]
ATOM = "{http://www.w3.org/2005/Atom}"


def events(body: str) -> list[dict[str, str]]:
    assert body.endswith("END:VCALENDAR\r\n")
    unfolded = body.replace("\r\n ", "")
    each = unfolded.split("BEGIN:VEVENT\r\n")[1:]
    return [dict(line.split(":", 1) for line in event.split("\r\n") if ":" in line) for event in each]


def test_the_calendar_has_the_meetings_whose_day_is_known(client: Client) -> None:
    answer = client.get("/calendar.ics")
    assert answer.headers["content-type"].startswith("text/calendar")
    sixth = next(e for e in events(answer.text) if "sixth" in e["SUMMARY"])
    assert sixth["DTSTART;VALUE=DATE"] == "20181121"
    assert sixth["DTEND;VALUE=DATE"] == "20181122"
    assert sixth["STATUS"] == "CONFIRMED"
    assert "/meetings/m-" in sixth["URL"]


def test_the_calendar_of_one_body(client: Client) -> None:
    found = events(client.get("/calendar.ics?organ=csto/council-of-foreign-ministers").text)
    assert [e["LOCATION"] for e in found] == ["Astana\\, Kazakhstan"]


def test_lines_are_escaped_and_folded_and_days_that_nobody_gives_are_left_out() -> None:
    long = "Совет; безопасности, " * 8 + "\nEND:VEVENT"
    rows = [MeetingRow(id="m-1", name=long, date="2026-03-01", end="2026-03-03~", status="cancelled"),
            MeetingRow(id="m-2", date="2026-03"), MeetingRow(id="m-3", date="XXXX-03-01"), MeetingRow(id="m-4")]  # fmt: skip
    body = written(rows, "http://x")
    assert all(len(line.encode()) <= 75 for line in body.split("\r\n"))
    (event,) = events(body)
    assert (
        event["SUMMARY"] == long.replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n") + " (cancelled)"
    )
    assert (event["DTEND;VALUE=DATE"], event["STATUS"]) == ("20260304", "CANCELLED")


def test_the_feed_is_atom_and_names_what_each_report_tells_of(client: Client) -> None:
    answer = client.get("/feed.atom")
    assert answer.headers["content-type"].startswith("application/atom+xml")
    root = ElementTree.fromstring(answer.content)
    entries = root.findall(f"{ATOM}entry")
    assert len(entries) == 4
    for entry in entries:
        for name in ("id", "title", "updated", "author", "summary"):
            assert entry.find(f"{ATOM}{name}") is not None
        link = entry.find(f"{ATOM}link")
        assert link is not None
        assert client.get(link.get("href", "")).status_code == 200
    assert entries[1].findtext(f"{ATOM}summary") == "Council of Foreign Ministers of the CSTO met"
    assert entries[1].findtext(f"{ATOM}updated") == "2024-11-28T00:00:00Z"


def test_an_empty_record_has_an_empty_feed_and_calendar(empty: Client) -> None:
    assert ElementTree.fromstring(empty.get("/feed.atom").content).findall(f"{ATOM}entry") == []
    assert events(empty.get("/calendar.ics").text) == []


def test_pages_lead_to_the_feed_and_the_calendar(client: Client) -> None:
    assert 'href="/feed.atom"' in client.get("/").text
    assert "/calendar.ics?organ=csto" in client.get("/bodies/csto/council-of-foreign-ministers").text
    assert "/calendar.ics?year=2018" in client.get("/meetings?year=2018").text


def test_a_report_without_a_day_is_not_of_1970() -> None:
    from communique.uses.web.feed import _moments

    def row(published: str | None, retrieved: str | None = None) -> dict[str, str | None]:
        return {"published": published, "retrieved": retrieved}

    newest_first = [
        row(None),
        row("2024-03", None),
        row(None, "2025-01-02T10:00:00+02:00"),
        row("2018-11-21"),
        row(None),
    ]
    assert _moments(newest_first) == [
        "2025-01-02T08:00:00Z", "2024-03-01T00:00:00Z", "2025-01-02T08:00:00Z", "2018-11-21T00:00:00Z", "2018-11-21T00:00:00Z",
    ]  # fmt: skip
    assert _moments([]) == []
