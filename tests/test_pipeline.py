"""A build from end to end: what it writes, what it parses again, what it keeps and what it forgets."""

from __future__ import annotations

import json
import re
from base64 import b64decode
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Any

import pytest
from rdflib import Graph
from rdflib.namespace import RDFS

from graphbuild import EventGraph, build, extract, open_graph
from graphbuild.errors import GraphbuildError, LedgerError, ModelError, ReadError
from graphbuild.intake import Progress, file_of
from graphbuild.ledger import Ledger
from graphbuild.outputs import written_files
from graphbuild.parse import DEFAULT_MODEL
from graphbuild.pipeline import extract_files
from graphbuild.rdf.vocabulary import GB
from graphbuild.results import Found
from graphbuild.workers import findings
from tests.builds import ARTICLES, contents, write_corpus
from tests.factories import hostile_world, make_article, small_world

SENTENCE = "La Russie a attaqué l'Ukraine."


def built(corpus: Path | list[Path], output: Path, **options: Any) -> tuple[EventGraph, Progress]:
    """Build with every confidence and return the graph and how the build went."""
    seen: list[Progress] = []
    graph = build(corpus, output, min_confidence=0, report=seen.append, **options)
    return graph, seen[-1]


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    return write_corpus(tmp_path / "presse")


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return tmp_path / "output"


def docs(graph: EventGraph) -> set[str]:
    return {event.doc for event in graph.events()}


# what a build writes


def test_a_build_writes_its_files_and_returns_their_graph(corpus: Path, output: Path) -> None:
    graph, progress = built(corpus, output)
    assert {path.name for path in output.iterdir()} == set(written_files())
    assert (progress.done, progress.unchanged, progress.removed, progress.refused) == (len(ARTICLES), 0, 0, [])
    events = list(graph.events())
    assert docs(graph) == {Path(name).stem for name in ARTICLES}
    assert [json.loads(line)["id"] for line in (output / "events.jsonl").open(encoding="utf-8")] == [
        e.id for e in events
    ]
    assert list(open_graph(output).events()) == events == list(open_graph(output / "graph.sqlite").events())
    run = json.loads((output / "run.json").read_bytes())
    assert (run["articles_parsed"], run["model"], run["min_confidence"]) == (len(ARTICLES), DEFAULT_MODEL, 0)
    assert sum(run["events"].values()) == len(events) and run["events"]["asserted"] > 0


def test_every_event_stands_in_its_text(corpus: Path, output: Path) -> None:
    graph, _ = built(corpus, output)
    texts = {path.stem: path.read_text(encoding="utf-8") for path in corpus.glob("*.txt")}
    placed = [event for event in graph.events() if event.doc in texts]
    assert placed
    for event in placed:
        assert texts[event.doc][event.start : event.end] == event.trigger
        assert texts[event.doc][event.sentence_start : event.sentence_end] == event.sentence


def test_the_words_are_counted(corpus: Path, output: Path) -> None:
    built(corpus, output)
    assert Ledger.read(output / "graph.sqlite").counts()["words"] > 50


def test_who_acts_for_a_state_leads_to_a_state_with_a_name(corpus: Path, output: Path) -> None:
    graph, _ = built(corpus, output)
    actors = {actor.id: actor for actor in graph.actors()}
    assert "etats-unis" in {actor.state for actor in actors.values()}
    assert {actor.state for actor in actors.values() if actor.state} <= actors.keys()
    statements = Graph().parse(output / "graph.ttl")
    states = set(statements.objects(None, GB.actsFor))
    assert states and all(statements.value(state, RDFS.label) for state in states)


def test_the_picture_is_laid_out_once_and_names_the_corpus(
    corpus: Path, output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from graphbuild.draw.network import Network

    captions: list[str] = []
    drawn = Network.figure

    def figure(self: Network, title: str | None, caption: str) -> Any:
        captions.append(caption)
        return drawn(self, title, caption)

    monkeypatch.setattr(Network, "figure", figure)
    built(corpus, output)
    open_graph(output).draw(output)
    assert len(captions) == 2 and captions[0] == captions[1]
    told = captions[0].replace("\u00a0", " ")
    assert told.startswith("Corpus : presse, 4 articles, ")
    assert " Actions affirmées, confiance d’au moins 0,5." in told


def test_what_a_killed_build_left_is_swept(corpus: Path, output: Path) -> None:
    output.mkdir()
    (output / ".events.jsonl.123.tmp").touch()
    (output / ".notes.tmp").touch()
    built(corpus, output)
    assert {path.name for path in output.iterdir()} == {*written_files(), ".notes.tmp"}


# what is parsed again


def test_a_build_with_nothing_new_loads_no_model(corpus: Path, output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    built(corpus, output)
    before = contents(output)
    monkeypatch.setattr("graphbuild.workers.pipeline_of", lambda _: pytest.fail("the model was loaded"))
    _, progress = built(corpus, output)
    assert (progress.done, progress.unchanged) == (0, len(ARTICLES))
    assert contents(output) == before


def test_new_changed_and_removed_articles(corpus: Path, output: Path) -> None:
    built(corpus, output)
    (corpus / "2025-03-05-appel.txt").unlink()
    (corpus / "2025-03-04-accord.txt").write_text(SENTENCE, encoding="utf-8")
    (corpus / "2025-03-06-nouveau.txt").write_text(SENTENCE, encoding="utf-8")
    graph, progress = built(corpus, output)
    assert (progress.done, progress.unchanged, progress.removed, progress.rebuilt) == (2, 2, 1, False)
    assert "2025-03-05-appel" not in docs(graph) and "2025-03-06-nouveau" in docs(graph)


def test_fresh_and_other_settings_parse_all(corpus: Path, output: Path) -> None:
    built(corpus, output)
    assert built(corpus, output, fresh=True)[1].done == len(ARTICLES)
    seen: list[Progress] = []
    build(corpus, output, min_confidence=0.9, report=seen.append)
    assert seen[-1].rebuilt and seen[-1].done == len(ARTICLES)


def test_a_corpus_that_has_moved_is_not_parsed_again(corpus: Path, output: Path, tmp_path: Path) -> None:
    built(corpus, output)
    before = contents(output)
    (tmp_path / "ailleurs").mkdir()
    moved = corpus.rename(tmp_path / "ailleurs" / "presse")
    assert built(moved, output)[1].unchanged == len(ARTICLES)
    assert contents(output) == before


def test_a_build_that_fails_at_once_leaves_nothing(corpus: Path, output: Path) -> None:
    with pytest.raises(ModelError):
        build(corpus, output / "deep", model="fr_none")
    assert not output.exists()
    output.mkdir()
    with pytest.raises(ModelError):
        build(corpus, output, model="fr_none")
    assert list(output.iterdir()) == []
    assert not built(corpus, output)[1].rebuilt
    before = contents(output)
    with pytest.raises(ModelError):
        build(corpus, output, model="fr_none")
    assert contents(output) == before and {path.name for path in output.iterdir()} == set(written_files())


def test_what_a_build_wrote_is_no_part_of_the_corpus(corpus: Path) -> None:
    for _ in range(2):
        graph, progress = built(corpus, corpus)
        assert not progress.refused
        assert sum(1 for _ in graph.articles()) == len(ARTICLES)


# what is kept


def test_a_mistyped_or_emptied_corpus_changes_nothing(corpus: Path, output: Path, tmp_path: Path) -> None:
    built(corpus, output)
    before = contents(output)
    (tmp_path / "vide").mkdir()
    wrongs: list[Path | list[Path]] = [corpus.with_name("prese"), tmp_path / "vide", []]
    for wrong in wrongs:
        with pytest.raises(ReadError, match="no article could be read"):
            built(wrong, output)
        assert contents(output) == before
    with pytest.raises(ReadError, match="does not exist"):
        built(tmp_path / "none", tmp_path / "new")
    assert not (tmp_path / "new").exists()


def test_a_file_that_can_no_longer_be_read_keeps_its_events(corpus: Path, output: Path) -> None:
    graph, _ = built(corpus, output)
    before = list(graph.events())
    lost = corpus / "2025-03-04-accord.txt"
    lost.write_bytes(b"%PDF-1.7")
    graph, progress = built(corpus, output)
    assert list(graph.events()) == before
    assert [refusal.path for refusal in progress.refused] == [str(lost)]
    assert [note for note in progress.notes if "kept (1 article)" in note and str(lost) in note]
    assert graph.refused == (progress.refused[0].reason,) and graph.refused[0].count(str(lost)) == 1
    lost.unlink()
    assert "2025-03-04-accord" not in docs(built(corpus, output)[0])


def test_a_folder_that_is_away_keeps_its_events(corpus: Path, output: Path, tmp_path: Path) -> None:
    other = write_corpus(tmp_path / "radio", {"entretien.txt": SENTENCE})
    graph, _ = built([corpus, other], output)
    before = list(graph.events())
    (other / "entretien.txt").unlink()
    assert list(built([corpus, other], output)[0].events()) == before
    other.rmdir()
    graph, progress = built([corpus, other], output)
    assert list(graph.events()) == before and "radio" in progress.notes[-1]
    assert "entretien" not in docs(built(corpus, output)[0])


def test_a_bad_row_keeps_what_stood_in_its_file(output: Path, tmp_path: Path) -> None:
    table = tmp_path / "depeches.jsonl"
    rows = [json.dumps({"id": id_, "text": SENTENCE}) for id_ in "ab"]
    table.write_text("\n".join(rows), encoding="utf-8")
    assert docs(built(table, output)[0]) == {"a", "b"}
    table.write_text(f"\n{rows[0]}\n{{broken", encoding="utf-8")
    graph, progress = built(table, output)
    assert docs(graph) == {"a", "b"} and len(progress.refused) == 1 and progress.unchanged == 1


@pytest.mark.parametrize(
    ("path", "file"), [("a.csv:12", "a.csv"), ("x/b.JSONL:3", "x/b.JSONL"), ("c:1.txt", "c:1.txt"), ("-", "-")]
)
def test_file_of(path: str, file: str) -> None:
    assert file_of(path) == file


# without a build


def test_extract() -> None:
    graph = extract(f"{SENTENCE} Hier, Paris a condamné Moscou.", date="2025-03-05", min_confidence=0)
    assert {event.doc for event in graph.events()} == {"text"}
    assert "2025-03-04" in {event.time for event in graph.events()}
    assert graph.counts()["articles"] == 1


def test_extract_files(corpus: Path) -> None:
    progress = Progress()
    events = list(extract_files([str(corpus), "none.txt"], min_confidence=0, progress=progress))
    assert {event.doc for event in events} == {Path(name).stem for name in ARTICLES}
    assert ["does not exist" in refusal.reason for refusal in progress.refused] == [True]
    with pytest.raises(ReadError, match=r"none\.txt: does not exist"):
        list(extract_files(["none.txt"]))


def test_open_graph_of_nothing(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="no build here"):
        open_graph(tmp_path)


def test_the_examples_of_the_manual_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    manual = (Path(__file__).parents[1] / "docs" / "library.md").read_text(encoding="utf-8")
    write_corpus(tmp_path / "corpus")
    monkeypatch.chdir(tmp_path)
    names: dict[str, Any] = {}
    for example in re.findall(r"```python\n(.*?)```", manual, flags=re.DOTALL):
        exec(example, names)
    assert {path.name for path in tmp_path.iterdir()} == {
        "corpus",
        "output",
        "alliances.gexf",
        "alliances.pdf",
        "pictures",
    }


# the graph in a notebook


def test_it_shows_as_its_picture_in_a_notebook() -> None:
    bundle = EventGraph(small_world())._repr_mimebundle_(include=None, exclude=None)
    assert b64decode(bundle["image/png"]).startswith(b"\x89PNG")
    assert bundle["text/plain"].startswith("<EventGraph: ")


def test_the_short_form_reads_no_event(corpus: Path, output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    graph, _ = built(corpus, output)
    told = graph.counts()
    monkeypatch.setattr(Ledger, "events", lambda _: pytest.fail("every event was read"))
    assert repr(graph) == f"<EventGraph: 4 articles, {told['actors']} actors, {told['events']} events>"


def test_short_forms_of_other_sources() -> None:
    world = small_world()
    found = Found(world.articles(), world.actors(), world.events())
    assert repr(EventGraph(found)) == repr(EventGraph(world))
    assert EventGraph(hostile_world(["\ud800"])).counts()["articles"] > 0


# when something breaks inside


def test_an_error_names_the_article(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graphbuild.assemble.read_scene", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError) as caught:
        list(findings([make_article()], model=DEFAULT_MODEL, min_confidence=0))
    assert caught.value.__notes__ == ["in corpus/a1.txt"]


def test_a_lost_worker_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def lost(*_: object) -> None:
        raise BrokenProcessPool

    monkeypatch.setattr("graphbuild.workers.ProcessPoolExecutor.submit", lost)
    with pytest.raises(GraphbuildError, match="fewer workers"):
        list(findings([make_article()], model="", min_confidence=0, workers=2))
