"""The network learns, and its exported file answers as it does. Needs the extra `train`."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from training.corpora.papers import Attributed, Happening, Paper
from training.windows import Window, iter_windows

from whence.tagger.labels import Marks, load_labels
from whence.tagger.sessions import Session

torch = pytest.importorskip("torch", reason="training needs the extra `train`")
transformers = pytest.importorskip("transformers", reason="training needs the extra `train`")

MARKS = Marks(101, 102, 2, 100)
WORDS = "Oru said the quay was shut . The mayor denied that it leaks .".split(" ")


def papers() -> list[Paper]:
    told = [Attributed(((2, 6),), (0, 1), (1, 2)), Attributed(((10, 13),), (7, 9), (9, 10))]
    sentences = [(0, 7), (7, 14)]
    heads = [1, -1, 3, 5, 5, 1, 1, 8, 9, -1, 12, 12, 9, 9]
    upos = ["PROPN", "VERB", "DET", "NOUN", "AUX", "VERB", "PUNCT", "DET", "NOUN", "VERB", "SCONJ", "PRON", "VERB", "PUNCT"]
    parsed = Paper("gum", "b", WORDS, sentences, upos=upos, heads=heads, deprels=["dep"] * 14)
    parsed.names, parsed.phrases = {(0, 1): "person"}, {(7, 9): "person"}
    facts: dict[str, str | None] = {"polarity": "negative", "certainty": None, "tense": "past"}
    events = Paper("ecbplus", "c", WORDS, sentences, happenings=[Happening((5, 6), facts)], phrases={(7, 9): "person"})
    return [Paper("polnear", "a", WORDS, sentences, frozenset((0, 7)), attributions=told), parsed, events]


def pieces(word: str) -> list[int]:
    return [200 + sum(map(ord, word)) % 90]


def windows() -> list[Window]:
    return [next(iter_windows([paper], pieces, random.Random(5), 120, packed=True)) for paper in papers()]


@pytest.fixture(scope="module")
def encoder(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("encoder")
    torch.manual_seed(1)
    shape = {"vocab_size": 300, "hidden_size": 32, "num_hidden_layers": 1, "num_attention_heads": 2, "intermediate_size": 64}
    transformers.BertModel(transformers.BertConfig(**shape), add_pooling_layer=False).save_pretrained(folder)
    (folder / "tokenizer.json").write_text("{}")
    return str(folder)


def learned(encoder: str, steps: int) -> tuple[Any, list[float]]:
    from training.batches import batch_of
    from training.losses import loss_of
    from training.networks import Network

    torch.manual_seed(2)
    network = Network(encoder).train()
    optimizer = torch.optim.Adam([p for p in network.parameters() if p.requires_grad], lr=5e-3)
    losses = []
    for _ in range(steps):
        loss = loss_of(network, batch_of(windows(), MARKS))
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        losses.append(float(loss.detach()))
    return network, losses


def test_the_loss_of_every_head_falls(encoder: str) -> None:
    _, losses = learned(encoder, 60)
    assert losses[-1] < 0.3 * losses[0]


def test_a_layer_that_a_corpus_lacks_teaches_nothing(encoder: str) -> None:
    from training.batches import batch_of
    from training.losses import loss_of
    from training.networks import Network

    network = Network(encoder)
    loss_of(network, batch_of(windows()[:1], MARKS)).backward()
    assert network.flat["names"].weight.grad is None or not network.flat["names"].weight.grad.abs().sum()
    assert network.flat["roles"].weight.grad.abs().sum() > 0


def test_the_exported_network_answers_as_the_trained_one(encoder: str, tmp_path: Path) -> None:
    from training.batches import batch_of
    from training.exports import export
    from training.networks import Shipped

    network, _ = learned(encoder, 20)
    torch.save(network.state_dict(), tmp_path / "state.pt")
    export(tmp_path / "state.pt", encoder, tmp_path / "model", MARKS, quantize=False)
    labels = load_labels(tmp_path / "model" / "labels.json")
    session = Session(tmp_path / "model" / "tagger.onnx", labels.digest)
    batch = batch_of(windows()[:1], MARKS)
    with torch.no_grad():
        wanted = Shipped(network.eval())(batch.ids, batch.first, batch.sentences)
    given = session.run(batch.ids[0].tolist(), batch.first[0].tolist(), batch.sentences[0].tolist())
    for name, value in zip(given, wanted, strict=True):
        np.testing.assert_allclose(given[name], value.numpy(), atol=1e-3, err_msg=name)
    assert labels.moves.shape == (8, 7)
