from __future__ import annotations

import json
from pathlib import Path

from training.corpora.newsreader import iter_ecbplus, iter_meantime
from training.corpora.polnear import iter_polnear
from training.corpora.re3d import iter_re3d
from training.corpora.treebanks import iter_raw, iter_treebank


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_attributions_come_with_their_words(tmp_path: Path) -> None:
    text = "Oru said the quay was shut.\n\n“It leaks,” the mayor added."
    write(tmp_path / "text" / "paper_1.txt", text)
    marks = [
        "T1\tSource 0 3\tOru",
        "T2\tCue 4 8\tsaid",
        "T3\tContent 9 26\tthe quay was shut",
        "T4\tContent 29 40\t“It leaks,”",
        "T5\tSource 41 50\tthe mayor",
        "T6\tCue 51 56\tadded",
        "E1\tAttribution:T2 Source:T1 Cue:T2 Content:T3",
        "E2\tAttribution:T6 Content:T4 Cue:T6 Source:T5",
        "E3\tAttribution:T6",
        "#1\tAnnotatorNotes T1\tnote",
    ]
    write(tmp_path / "attributions" / "paper_1_4e07.ann", "\n".join(marks))
    (paper,) = iter_polnear(tmp_path)
    told = [
        [" ".join(paper.words[slice(*at)]) for at in (*a.contents, a.source or (0, 0), a.cue or (0, 0))] for a in paper.attributions or ()
    ]
    assert paper.name == "paper_1"
    assert told == [["the quay was shut", "Oru", "said"], ["“ It leaks , ”", "the mayor", "added"]]
    assert paper.breaks == {0, 7}


def test_a_treebank_gives_trees_names_and_outermost_phrases(tmp_path: Path) -> None:
    rows = [
        "# newdoc id = made_up",
        "# newpar",
        "# text = the mayor of Port Ansel slept",
        "1\tthe\tthe\tDET\tDT\t_\t2\tdet\t_\tEntity=(1-person-new",
        "2\tmayor\tmayor\tNOUN\tNN\t_\t6\tnsubj:pass\t_\t_",
        "3\tof\tof\tADP\tIN\t_\t5\tcase\t_\t_",
        "4\tPort\tPort\tPROPN\tNNP\t_\t5\tcompound\t_\tEntity=(2-place-new",
        "5\tAnsel\tAnsel\tPROPN\tNNP\t_\t2\tnmod\t_\tEntity=2)1)",
        "6\tslept\tsleep\tVERB\tVBD\t_\t0\troot\t_\t_",
    ]
    write(tmp_path / "one.conllu", "\n".join(rows) + "\n\n")
    (paper,) = iter_treebank(tmp_path / "one.conllu", "gum", with_entities=True)
    assert paper.heads == [1, 5, 4, 4, 1, -1]
    assert (paper.deprels or [])[1] == "nsubj"
    assert paper.phrases == {(0, 5): "person"}
    assert paper.names == {(3, 5): "place"}


NEWS = """<Document doc_id="1">
<token t_id="1" sentence="0" number="0">Ship</token><token t_id="2" sentence="0" number="1">sank</token>
<token t_id="3" sentence="7" number="0">Crew</token><token t_id="4" sentence="7" number="1">fled</token>
<Markables>{marks}</Markables></Document>"""


def test_events_come_with_their_facts(tmp_path: Path) -> None:
    attributes = 'polarity="NEG" certainty="POSSIBLE" tense="PAST" time="NON_FUTURE" aspect="NONE"'
    late = '<EVENT_MENTION polarity="POS"><token_anchor t_id="4"/></EVENT_MENTION>'
    write(tmp_path / "a.xml", NEWS.format(marks=f'<EVENT_MENTION {attributes}><token_anchor t_id="2"/></EVENT_MENTION>{late}'))
    (paper,) = iter_meantime(tmp_path)
    assert paper.words == ["Ship", "sank"]
    (happening,) = paper.happenings or []
    assert happening.at == (1, 2)
    assert happening.facts == {"polarity": "negative", "certainty": "uncertain", "tense": "past"}


def test_only_checked_sentences_of_wanted_topics_are_read(tmp_path: Path) -> None:
    marks = '<NEG_ACTION_OCCURRENCE><token_anchor t_id="4"/></NEG_ACTION_OCCURRENCE>'
    marks += '<HUMAN_PART_PER><token_anchor t_id="3"/></HUMAN_PART_PER>'
    for topic in ("3", "4"):
        write(tmp_path / topic / f"{topic}_1ecb.xml", NEWS.format(marks=marks))
    write(tmp_path / "coreference_sentences.csv", "Topic,File,Sentence Number\n3,1ecb,7\n4,1ecb,7\n")
    (paper,) = iter_ecbplus(tmp_path, frozenset((3,)))
    assert paper.words == ["Crew", "fled"]
    assert paper.phrases == {(0, 1): "person"}
    assert [h.facts["polarity"] for h in paper.happenings or ()] == ["negative"]


def test_offsets_become_words(tmp_path: Path) -> None:
    write(tmp_path / "Desk" / "documents.json", json.dumps({"_id": "x", "text": "Oru's ship left Port Ansel."}))
    rows = [{"documentId": "x", "begin": 0, "end": 3, "type": "Person"}, {"documentId": "x", "begin": 16, "end": 26, "type": "Location"}]
    write(tmp_path / "Desk" / "entities.json", "\n".join(map(json.dumps, rows)))
    (paper,) = iter_re3d(tmp_path)
    told = {" ".join(paper.words[slice(*at)]): kind for at, kind in (paper.phrases or {}).items()}
    assert told == {"Oru": "person", "Port Ansel": "place"}


def test_a_document_as_plain_text_with_its_heads(tmp_path: Path) -> None:
    rows = [
        "# newdoc id = a",
        "# newpar",
        "# text = It leaks.",
        "1\tIt\t_\tPRON\tPRP\t_\t2\tnsubj\t_\t_",
        "2\tleaks\t_\tVERB\tVBZ\t_\t0\troot\t_\t_",
        "3\t.\t_\tPUNCT\t.\t_\t2\tpunct\t_\t_",
        "",
        "# text = No.",
        "1\tNo\t_\tINTJ\tUH\t_\t0\troot\t_\t_",
        "2\t.\t_\tPUNCT\t.\t_\t1\tpunct\t_\t_",
    ]
    write(tmp_path / "one.conllu", "\n".join(rows) + "\n\n")
    ((text, heads),) = iter_raw(tmp_path / "one.conllu")
    assert text == "It leaks. No."
    assert heads == {(0, 2): (3, 8), (3, 8): None, (8, 9): (3, 8), (10, 12): None, (12, 13): (10, 12)}
