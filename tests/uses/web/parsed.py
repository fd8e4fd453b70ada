"""A page as a browser's parser sees it, as far as the tests ask."""

from html.parser import HTMLParser

VOID = {"meta", "link", "input", "br", "img", "hr"}


class Parsed(HTMLParser):
    """`tags` with their attributes, the `links`, and the characters inside the element with a class."""

    def __init__(self, page: str, inside: str = "") -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.marked: list[tuple[str, str]] = []
        self._inside = inside
        self._depth = 0
        self._mark = ""
        self.feed(page)
        self.close()

    @property
    def links(self) -> list[str]:
        return [str(a["href"]) for tag, a in self.tags if tag == "a" and "href" in a]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.tags.append((tag, found))
        if self._depth and tag not in VOID:
            self._depth += 1
        elif self._inside in (found.get("class") or "").split():
            self._depth = 1
        if self._depth and tag == "mark":
            self._mark = found.get("class") or ""

    def handle_endtag(self, tag: str) -> None:
        if self._depth:
            self._depth -= 1
        if tag == "mark":
            self._mark = ""

    def handle_data(self, data: str) -> None:
        if self._depth:
            self.text += data
            if self._mark:
                self.marked.append((data, self._mark))
