"""Files, folders and JSON lines: what comes in, and one clear line for what does not."""

import json
import os
from pathlib import Path

import pytest

from communique.model.errors import BadInput
from communique.model.page import Page
from communique.source import Placed, count, pages, place_of, samples


def one(path: Path, **more: int) -> Page | BadInput:
    (found,) = pages([path], **more)
    return found


def said(path: Path, body: bytes, **more: int) -> str:
    path.write_bytes(body)
    found = one(path, **more)
    assert isinstance(found, BadInput)
    return str(found)


def names(*paths: Path) -> list[str]:
    return [page.name for page in pages(paths)]


def test_a_file_keeps_its_bytes_and_is_named_by_its_stem(tmp_path: Path) -> None:
    (tmp_path / "a.b.txt").write_bytes(b"Minsk\r\n")
    page = one(tmp_path / "a.b.txt")
    assert isinstance(page, Page)
    assert (page.name, page.body, page.media_type) == ("a.b", b"Minsk\r\n", "text/plain; charset=utf-8")


def test_a_folder_is_walked_in_order_and_what_lies_beside_reports_is_no_mistake(tmp_path: Path) -> None:
    for name in (
        "b.txt",
        "a.txt",
        "a.gold.json",
        "notes.yml",
        ".hidden.txt",
        "c/d.md",
        "c/.git/x.txt",
        "e.HTML",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("Minsk")
    assert names(tmp_path) == ["a", "b", "d", "e"]
    assert count([tmp_path]) == 4


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"", "is empty"),
        (b" \r\n\t", "only white space"),
        (b"\xef\xbb\xbf", "only white space"),
        (b"Mi\0nsk", "NUL byte at 2"),
        ("Café".encode("latin-1"), "not UTF-8 (byte 0xE9 at 3): convert it"),
        (b"\xff\xfeM", "not UTF-16"),
        (b"M" * 101, "larger than 100 bytes"),
    ],
)
def test_bytes_that_are_no_report(tmp_path: Path, body: bytes, reason: str) -> None:
    line = said(tmp_path / "a.txt", body, size_limit=100)
    assert reason in line
    assert line.startswith(f"{tmp_path}/a.txt: ")
    assert "\n" not in line


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16"])
def test_the_encodings_that_can_be_told(tmp_path: Path, charset: str) -> None:
    (tmp_path / "a.txt").write_bytes("Минск".encode(charset))
    page = one(tmp_path / "a.txt")
    assert isinstance(page, Page)
    assert page.media_type.endswith(f"charset={charset}")


def test_markup_may_declare_its_encoding_but_no_trick(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes('<meta charset="windows-1251"><p>Минск'.encode("cp1251"))
    page = one(tmp_path / "a.html")
    assert isinstance(page, Page)
    assert page.media_type == "text/html; charset=cp1251"
    for trick in ("zlib", "hex", "undefined", "no-such-thing"):
        assert "not UTF-8" in said(tmp_path / "b.html", f'<meta charset="{trick}">'.encode() + b"\xe9")


def test_what_is_not_there_or_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "no such file" in str(one(tmp_path / "nowhere.txt"))
    (tmp_path / "a.txt").write_text("Minsk")
    os.mkfifo(tmp_path / "pipe.txt")
    assert "not a regular file" in str(one(tmp_path / "pipe.txt"))
    monkeypatch.setattr(os, "scandir", _forbidden)
    assert "permission denied" in str(one(tmp_path))
    monkeypatch.setattr(Path, "open", _forbidden)
    assert "permission denied" in str(one(tmp_path / "a.txt"))


def _forbidden(*_: object, **__: object) -> None:
    raise PermissionError(13, "Permission denied")


def test_one_bad_input_hides_no_good_one(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\xe9")
    (tmp_path / "b.txt").write_text("Minsk")
    assert [type(found) for found in pages([tmp_path / "no", tmp_path])] == [BadInput, BadInput, Placed]


def test_json_lines(tmp_path: Path) -> None:
    lines = [
        json.dumps(
            {"id": "r1", "text": "Minsk", "title": "T", "published": "2024-11-28", "url": "https://a.org"}
        ),
        "",
        json.dumps({"id": 7, "html": "<p>Minsk"}),
        json.dumps({"text": "Minsk"}),
    ]
    (tmp_path / "f.jsonl").write_text("\ufeff" + "\n".join(lines))
    first, second, third = pages([tmp_path])
    assert isinstance(first, Page)
    assert (first.name, first.title, first.published, first.address) == (
        "r1",
        "T",
        "2024-11-28",
        "https://a.org",
    )
    assert isinstance(second, Page)
    assert (second.name, second.media_type) == ("7", "text/html; charset=utf-8")
    assert third.name == "f.jsonl:4"
    assert count([tmp_path]) is None


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"{", "is not JSON"),
        (b"[1]", "not a JSON object but a list"),
        (b'"Minsk"', "not a JSON object but a string"),
        (b"{}", "has no text"),
        (b'{"text": " "}', "has no text"),
        (b'{"text": 5}', "its `text` is a number"),
        (b'{"text": "a", "title": {}}', "its `title` is an object"),
        (b'{"text": "a", "id": []}', "its `id` is a list"),
        (b'{"text": "a\\u0000b"}', "is not text"),
        (b'{"text": "\xe9"}', "not UTF-8"),
        (b'{"text": "\\ud800"}', "JSON"),
        (b"[" * 90 + b"]" * 90, "a list"),
        (b'{"text": "' + b"a" * 200 + b'"}', "larger than 200 bytes"),
    ],
)
def test_a_bad_line_is_named_by_its_number_and_the_next_is_read(
    tmp_path: Path, line: bytes, reason: str
) -> None:
    path = tmp_path / "f.jsonl"
    path.write_bytes(b'{"text": "a"}\n' + line + b'\n{"id": "last", "text": "b"}\n')
    _, bad, good = pages([path], size_limit=200)
    assert isinstance(bad, BadInput)
    assert bad.name == f"{path}:2"
    assert reason in bad.reason
    assert good.name == "last"


def test_an_empty_file_of_lines_is_reported(tmp_path: Path) -> None:
    assert "is empty" in said(tmp_path / "f.jsonl", b"\n\n")


def test_reports_come_one_at_a_time(tmp_path: Path) -> None:
    (tmp_path / "f.jsonl").write_text('{"text": "a"}\n' * 3)
    found = pages([tmp_path / "f.jsonl", tmp_path / "no"])
    assert isinstance(next(found), Page)
    (tmp_path / "f.jsonl").unlink()
    assert isinstance(next(found), Page)


def test_the_shipped_reports_come_with_what_is_known_of_them() -> None:
    found = list(samples())
    assert len(found) >= 10
    assert all(isinstance(page, Page) and page.publisher and page.published for page in found)


def test_a_page_knows_the_place_that_the_person_wrote(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("in").mkdir()
    Path("in/a.html").write_text("<p>Minsk")
    Path("in/b.jsonl").write_text('\n{"id": "x", "text": "Minsk"}\n')
    first, second = pages(["in"])
    assert isinstance(first, Page)
    assert isinstance(second, Page)
    assert (first.name, place_of(first)) == ("a", "in/a.html")
    assert (second.name, place_of(second)) == ("x", "in/b.jsonl:2")
    assert place_of(Page(name="x", body=b"")) == "x"


def test_a_folder_without_reports_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text("a: 1")
    (tmp_path / "below").mkdir()
    assert "no reports in this folder" in str(one(tmp_path))


def test_one_id_with_two_texts_is_two_reports(tmp_path: Path) -> None:
    (tmp_path / "f.jsonl").write_text('{"id": "a", "text": "Minsk"}\n{"id": "a", "text": "Astana"}\n')
    assert [(p.name, p.body) for p in pages([tmp_path]) if isinstance(p, Page)] == [
        ("a", b"Minsk"),
        ("a", b"Astana"),
    ]


def test_a_link_is_followed_inside_the_folder_that_was_named(tmp_path: Path) -> None:
    inside, outside = tmp_path / "in", tmp_path / "out"
    (inside / "deep").mkdir(parents=True)
    outside.mkdir()
    (inside / "a.txt").write_text("Minsk")
    (outside / "secret.txt").write_text("Astana")
    (inside / "deep" / "b.txt").symlink_to("../a.txt")
    (inside / "deep" / "c.txt").symlink_to(outside / "secret.txt")
    (inside / "d").symlink_to(outside)
    (inside / "e.txt").symlink_to("e.txt")
    found = {str(one.name if isinstance(one, BadInput) else one.body): one for one in pages([inside])}
    assert list(found) == ["b'Minsk'", str(inside / "deep" / "c.txt"), str(inside / "e.txt")]
    assert "leads out of this folder" in str(found[str(inside / "deep" / "c.txt")])
    (page,) = pages([inside / "deep" / "c.txt"])  # whoever names it means it
    assert isinstance(page, Page)
    assert isinstance(
        next(pages([tmp_path / "in" / "deep"])), BadInput
    )  # b.txt leads out of what is named here


def test_counting_stumbles_over_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "is_dir", _forbidden)
    assert count([tmp_path / "a.txt"]) == 1
