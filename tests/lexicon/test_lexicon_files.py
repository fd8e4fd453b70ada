"""Every data file of the lexicon loads and keeps to its form."""

from collections import Counter
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import pytest
import yaml

from communique.lexicon.bodies import bodies_in
from communique.lexicon.countries import country_codes
from communique.lexicon.files import load, load_folder

ROOT = files("communique.lexicon")
LANGUAGES = [d for d in ROOT.iterdir() if d.is_dir() and not d.name.startswith("_")]
NAMES = sorted(
    str(path.relative_to(str(ROOT)))
    for folder in LANGUAGES
    for path in folder.rglob("*.yml")  # type: ignore[attr-defined]
)
BODIES = [name for name in NAMES if name.startswith("en/bodies/")]


def leaves(data: Any) -> Iterator[Any]:
    if isinstance(data, dict):
        for key, value in data.items():
            yield key
            yield from leaves(value)
    elif isinstance(data, list):
        for value in data:
            yield from leaves(value)
    else:
        yield data


def test_there_are_files() -> None:
    assert len(BODIES) > 400
    assert len(NAMES) > len(BODIES) + 10


FLAGS = frozenset(("numbered", "often", "acronym_ambiguous", "no_capitals"))


def _without_flags(data: Any) -> Any:
    if isinstance(data, dict):
        return {k: _without_flags(v) for k, v in data.items() if k not in FLAGS}
    return [_without_flags(v) for v in data] if isinstance(data, list) else data


@pytest.mark.parametrize("name", NAMES)
def test_no_word_is_a_boolean_or_empty(name: str) -> None:
    data = load(name)
    assert data, name
    words = list(leaves(_without_flags(data)))
    assert not [w for w in words if isinstance(w, bool)], "a word such as no, on, yes must stand in quotes"
    if "/given-names/" not in name:  # there one long string holds many names
        assert not [w for w in words if isinstance(w, str) and w != w.strip() and w.strip().isalpha()], name


class _Strict(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """A loader that refuses the same key twice: the second would silently win."""


def _mapping(loader: yaml.SafeLoader, node: yaml.MappingNode) -> dict[Any, Any]:
    keys = [loader.construct_object(key) for key, _ in node.value]
    twice = [key for key, count in Counter(map(str, keys)).items() if count > 1]
    if twice:
        raise ValueError(f"twice: {twice}")
    return loader.construct_mapping(node, deep=True)


_Strict.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _mapping)


@pytest.mark.parametrize("name", NAMES)
def test_no_key_stands_twice(name: str) -> None:
    yaml.load((ROOT / name).read_text(encoding="utf-8"), Loader=_Strict)


def test_ids_are_unique_and_files_are_named_after_them() -> None:
    data = load_folder("en/bodies")
    ids = [d["id"] for d in data]
    assert len(set(ids)) == len(ids)
    assert sorted(ids) == sorted(name.removeprefix("en/bodies/").removesuffix(".yml") for name in BODIES)
    for d in data:
        organs = [o["id"] for o in d.get("organs") or ()]
        assert len(set(organs)) == len(organs), d["id"]


@pytest.mark.parametrize("name", BODIES)
def test_every_body_has_a_phrase_and_known_members(name: str) -> None:
    data = load(name)
    assert data["phrase"].strip()
    for organ in data.get("organs") or ():
        assert organ["phrase"].strip(), organ["id"]
        assert organ["name"].strip()
    codes = [m["country"] for m in data.get("members") or ()] + list(data.get("observers") or ())
    assert not [c for c in codes if isinstance(c, str) and len(c) == 2 and c not in country_codes()]
    assert data.get("seat_country") is None or data["seat_country"] in country_codes()


@pytest.mark.parametrize("name", BODIES)
def test_every_body_is_found_by_its_own_name(name: str) -> None:
    data = load(name)
    found = {(h.start, h.stop, h.value) for h in bodies_in(data["name"])}
    assert (0, len(data["name"]), data["id"]) in found
    for organ in data.get("organs") or ():
        hits = {(h.start, h.stop, h.value) for h in bodies_in(organ["name"])}
        assert (0, len(organ["name"]), f"{data['id']}/{organ['id']}") in hits


def test_country_codes_are_unique() -> None:
    codes = [c["code"] for c in load("en/countries.yml")]
    assert len(set(codes)) == len(codes)


def test_a_country_form_means_one_country_unless_homonyms_are_meant() -> None:
    meant = {"Congolese", "Dominican", "Dominicans"}
    owners: dict[tuple[str, str], set[str]] = {}
    for country in load("en/countries.yml"):
        for label in ("also", "adjective", "people"):
            for form in country.get(label) or ():
                owners.setdefault((label, form), set()).add(country["code"])
        owners.setdefault(("also", country["name"]), set()).add(country["code"])
    assert {form for (_, form), codes in owners.items() if len(codes) > 1} <= meant
