"""The record grown batch by batch, with words of people between, is the record worked out in one go, byte for byte."""

import random
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

import pytest
from overlapping_reports import overlapping
from sqlalchemy import Connection, create_engine
from sqlalchemy.exc import IntegrityError
from worked_examples import Told
from yaml import safe_load

from communique import growing
from communique.catalogue import every_entry
from communique.catalogue.tables import METADATA
from communique.evaluation import pairs
from communique.growing import values
from communique.model.claim import claims
from communique.model.clusters import Clusters
from communique.model.judgement import Judgement
from communique.model.mention import mentions
from communique.model.record import Pair, Record
from communique.record import project, to_jsonl
from communique.resolution import resolve
from communique.resolution.traits import node_of, traits
from communique.soundness import NUMBERED

DRAWS = 16
Step = tuple[list[Told], list[Judgement]]


def grown(steps: Iterable[Step]) -> Iterator[Connection]:
    engine = create_engine("sqlite://")
    with engine.begin() as db:
        growing.begin(db)
        said: list[Judgement] = []
        for batch, words in steps:
            before, said = growing.said_by(said), [*said, *words]
            growing.grow(db, batch, before, growing.said_by(said))
        yield db
    engine.dispose()


def drawn(seed: int) -> list[Step]:
    """Reports in any order, dealt into batches, some of them twice; words of people in between, some undone."""
    chance = random.Random(seed)
    reports = list(overlapping())
    chance.shuffle(reports)
    words = list(said(chance, reports))
    steps: list[Step] = []
    while reports:
        size = chance.choice((1, 2, 5, 20))
        batch, reports = reports[:size], reports[size:]
        again = chance.sample(batch, len(batch) // 4)
        now, words = words[: (some := chance.randrange(3))], words[some:]
        steps += [(batch, now), (again, [])]
    return [*steps, ([], words)]


def said(chance: random.Random, reports: Sequence[Told]) -> Iterator[Judgement]:
    by_entry: dict[str, list[str]] = {}
    for mention, entry in resolve(reports).entries.items():
        by_entry.setdefault(entry, []).append(mention)
    many = sorted(e for e, ms in by_entry.items() if len(ms) > 1)
    for number in range(1, 40):
        verdict = chance.choice(("same", "other", "unsure", "wrong", "right", "replaced", "undone"))
        left, right, value = "", None, None
        if verdict == "undone":
            left = str(chance.randrange(1, number + 1))
        elif verdict in ("same", "other", "unsure"):
            kind = chance.choice("mpio")
            one, two = (chance.choice([e for e in many if e[0] == kind]) for _ in range(2))
            sides = (by_entry[one], by_entry[two]) if one != two else (by_entry[one][:1], by_entry[one][1:])
            if one != two and number % 4 == 0:
                sides = ([one], [two])  # named by their addresses, as programs may
            left, right = (" ".join(side) for side in sides)
        else:
            _, text, reading = chance.choice(reports)
            made = [c.id for c in claims(reading, text.id, text.characters)]
            left = " ".join(chance.sample(made, min(len(made), 4)))
            value = chance.choice(("Minsk", "7", None)) if verdict == "replaced" else None
        yield Judgement(verdict=verdict, left=left or "nothing", right=right, value=value, who="anna")


def in_one_go(steps: Iterable[Step]) -> Record:
    reports = {text.id: (names, text, reading) for batch, _ in steps for names, text, reading in batch}
    judgements = [word for _, words in steps for word in words]
    told = sorted(reports.values(), key=lambda t: t[1].id)
    return project(told, resolve(told, judgements), judgements)


def unsure(db: Connection) -> list[Pair]:
    rows = db.exec_driver_sql('SELECT score, "left", "right", reason FROM cat_unsure')
    pairs = [Pair(score=score, left=one, right=two, reason=why) for score, one, two, why in rows]
    return sorted(pairs, key=lambda p: (-p.score, p.left, p.right))


@pytest.mark.parametrize("seed", range(DRAWS))
def test_any_batches_give_the_record_of_all_reports(seed: int) -> None:
    steps = drawn(seed)
    whole = in_one_go(steps)
    for db in grown(steps):
        found = {e.id: e for e in every_entry(db)}
        for entry in whole.entries:
            assert found.get(entry.id) == entry, entry.id
        assert list(to_jsonl(found.values())) == list(to_jsonl(whole.entries))
        assert unsure(db) == list(whole.unsure)


def test_a_word_holds_for_a_mention_that_comes_later_and_to_a_node_that_is_there() -> None:
    reports = {text.id: (names, text, reading) for names, text, reading in overlapping()}
    found = (t for _, text, reading in reports.values() for t in traits(text, reading) if t.kind == "people")
    nodes = {t.mention: node_of(t, "") for t in found}
    made = [
        m for _, text, reading in reports.values() for m in mentions(reading, text.id) if m.kind == "people"
    ]
    alike: dict[str, list[str]] = {}
    for m in made:
        alike.setdefault(nodes[m.id], []).append(m.id)
    of = {m.id: reports[m.report] for m in made}
    here, late, *_ = next(ms for ms in alike.values() if len({of[m][1].id for m in ms[:2]}) > 1)
    first = next(m.id for m in made if nodes[m.id] != nodes[here] and of[m.id] not in (of[here], of[late]))
    one, other, far = of[here], of[late], of[first]
    words = [Judgement(verdict="same", left=late, right=first, who="anna")]
    # so it is when a record is made anew: what people said is known from the first batch on
    steps: list[Step] = [([], words), ([one, far], []), ([other], [])]
    whole = in_one_go(steps)
    assert whole.aliases != in_one_go([(batch, []) for batch, _ in steps]).aliases
    for db in grown(steps):
        assert list(to_jsonl(every_entry(db))) == list(to_jsonl(whole.entries))


def tables(db: Connection) -> dict[str, list[str]]:
    """Every line of every table, but for the numbers that lines got as they came."""
    found = {}
    for table in METADATA.sorted_tables:
        names = ", ".join(f'"{c.name}"' for c in table.columns if c.name != "number")
        ask = NUMBERED.get(table.name, f"SELECT {names} FROM {table.name}").format(at="main")
        found[table.name] = sorted(repr(tuple(row)) for row in db.exec_driver_sql(ask))
    db.exec_driver_sql("CREATE VIRTUAL TABLE temp.terms USING fts5vocab(main, cat_words, row)")
    found["words"] = [
        repr(tuple(row)) for row in db.exec_driver_sql("SELECT * FROM temp.terms ORDER BY term")
    ]
    return found


_CITED = 'SELECT c.report, j.value FROM cat_cited c, json_each(c."values") j'
_QUOTED = "SELECT DISTINCT report, value FROM cat_stored_quote"


def test_what_each_report_is_said_to_support_is_what_its_quotes_support() -> None:
    for db in grown(drawn(3)):
        cited, quoted = (sorted(map(tuple, db.exec_driver_sql(ask))) for ask in (_CITED, _QUOTED))
        assert len(cited) > 1000
        assert cited == quoted


@pytest.mark.parametrize("seed", range(DRAWS, DRAWS + 4))
def test_any_batches_give_the_tables_of_all_reports(seed: int) -> None:
    steps = drawn(seed)
    reports = {text.id: (names, text, reading) for batch, _ in steps for names, text, reading in batch}
    (by_batches,) = [tables(db) for db in grown(steps)]
    whole = [(list(reports.values()), [word for _, words in steps for word in words])]
    (at_once,) = [tables(db) for db in grown(whole)]
    for name, lines in at_once.items():
        assert by_batches[name] == lines, name


def test_the_words_of_people_matter_here() -> None:
    steps = drawn(0)
    silent = [(batch, []) for batch, _ in steps]
    assert in_one_go(steps).aliases != in_one_go(silent).aliases


def test_a_step_left_out_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(values, "_owned", lambda *_: set())
    monkeypatch.setattr("communique.growing.sums._reports", lambda *_: set())
    steps = drawn(1)
    whole = list(to_jsonl(in_one_go(steps).entries))
    with suppress(IntegrityError):  # a quote that was not taken back cannot be put there twice
        assert all(list(to_jsonl(every_entry(db))) != whole for db in grown(steps))


def test_clusters_name_every_mention() -> None:
    reports = overlapping()
    clusters: Clusters = resolve(reports)
    assert {m.id for _, text, reading in reports for m in mentions(reading, text.id)} == set(clusters.entries)


@pytest.mark.parametrize("seed", range(2))
def test_any_batches_of_reports_that_leave_much_out_give_the_same_entries(seed: int) -> None:
    chance = random.Random(seed)
    paths = (Path(__file__).parents[2] / "gold/pairs/open").glob("*.yml")
    reports = [pairs.told(r) for path in sorted(paths) for r in safe_load(path.read_text())["reports"]]
    chance.shuffle(reports)
    batches = [reports[at : at + 7] for at in range(0, len(reports), 7)]
    for db in grown((batch, []) for batch in batches):
        found = dict(map(tuple, db.exec_driver_sql("SELECT mention, entity FROM cat_alias")))
        whole = resolve(reports).entries
        assert {mention: found[mention] for mention in whole} == whole
        assert len({e for e in whole.values() if e.startswith("m-")}) < len(reports) // 2
