"""The fold of reports: what is known of each report itself."""

from collections.abc import Iterator

from communique.model.span import Quote, Span
from communique.record.told import Point, Told, alike

_FIELDS = ("title", "publisher", "published", "address", "language", "retrieved")


def points(told: Told) -> Iterator[Point]:
    """Title, publisher, dates, address, language, the names under which it came, and its coverage."""
    for field in _FIELDS:
        value = getattr(told.text, field) or getattr(told.reading.report, field)
        span = getattr(told.text, f"{field}_span", None)
        if value:
            yield _point(told, field, value, span=span)
        elif field == "published" and told.filed and told.reading.report.dateline:
            yield _point(told, field, told.filed, span=told.reading.report.dateline.span)
    for name in told.names:
        yield _point(told, "names", name, "list")
    coverage = told.reading.report.coverage
    if coverage.sentences:
        for field in ("sentences", "read", "understood"):
            yield _point(told, field, getattr(coverage, field))


def _point(told: Told, field: str, value: object, rule: str = "most", span: Span | None = None) -> Point:
    quotes = (Quote.cut(told.text.characters, span),) if span else ()
    return Point(
        entry=told.report,
        kind="reports",
        field=field,
        value=value,
        same=alike(value, rule) if rule != "list" else str(value),
        rule=rule,
        report=told.report,
        citations=told.cite(quotes),
    )
