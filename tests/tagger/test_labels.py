from __future__ import annotations

import json
from pathlib import Path

import pytest

from whence.errors import ModelMismatch, ModelMissing
from whence.tagger.labels import FORMAT, load_labels
from whence.tagger.sessions import Session

NUMBERS = {"moves": [[0]], "near": [[0], [0]], "no_source": [0], "no_cue": [0], "trust": [0]}
HELD = {"format": FORMAT, "digest": "d", "tags": {"upos": ["X"]}, "marks": [101, 102, 2, 100]} | NUMBERS


def test_a_label_set_is_read_whole(tmp_path: Path) -> None:
    (tmp_path / "labels.json").write_text(json.dumps(HELD))
    labels = load_labels(tmp_path / "labels.json")
    assert (labels.digest, labels.tags, labels.near.shape) == ("d", {"upos": ("X",)}, (2, 1))


@pytest.mark.parametrize("written", ["not json", "[]", json.dumps(HELD | {"format": FORMAT + 1})])
def test_what_is_no_label_set_of_this_version_is_refused(tmp_path: Path, written: str) -> None:
    (tmp_path / "labels.json").write_text(written)
    with pytest.raises(ModelMismatch, match="reinstall"):
        load_labels(tmp_path / "labels.json")


def test_files_that_are_not_there_are_named(tmp_path: Path) -> None:
    with pytest.raises(ModelMissing, match=r"labels\.json"):
        load_labels(tmp_path / "labels.json")
    with pytest.raises(ModelMissing, match=r"tagger\.onnx"):
        Session(tmp_path / "tagger.onnx", "d")


def test_a_network_with_another_digest_is_refused(tmp_path: Path) -> None:
    (tmp_path / "tagger.onnx").write_bytes(b"another network")
    with pytest.raises(ModelMismatch, match="sha256"):
        Session(tmp_path / "tagger.onnx", "0" * 64)
