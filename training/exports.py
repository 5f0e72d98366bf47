"""The trained network as the files that the package reads: int8 ONNX, label set, vocabulary."""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from training.labels import TAGS
from training.losses import shut_moves
from training.networks import FLAT, Network, Shipped
from whence.tagger.labels import FORMAT, Marks

UNTRUSTED = [0.0, 0.5, 0.0, 0.5, 0.5, 0.5, 0.5, 0.0, 0.0]


def export(state: Path, encoder: str, home: Path, marks: Marks, quantize: bool = True) -> None:
    """Writes tagger.onnx, labels.json and tokenizer.json for the state in ``state`` into ``home``."""
    network = Network(encoder)
    network.load_state_dict(torch.load(state, map_location="cpu", weights_only=True))
    network.eval()
    home.mkdir(parents=True, exist_ok=True)
    _write_network(network, home / "tagger.onnx", quantize)
    shutil.copyfile(Path(encoder) / "tokenizer.json", home / "tokenizer.json")
    write_labels(network, home, marks, UNTRUSTED)


def write_labels(network: Network, home: Path, marks: Marks, trust: Sequence[float]) -> None:
    """The label set, tied to the network by the digest of its file."""
    numbers = {
        "moves": (network.moves + shut_moves()).detach(),
        "near": network.near.detach(),
        "no_source": network.no_source.detach(),
        "no_cue": network.no_cue.detach(),
        "trust": torch.tensor(list(trust)),
    }
    digest = hashlib.sha256((home / "tagger.onnx").read_bytes()).hexdigest()
    held: dict[str, object] = {"format": FORMAT, "digest": digest, "tags": TAGS, "marks": list(marks)}
    held |= {name: torch.round(value.double(), decimals=5).tolist() for name, value in numbers.items()}
    (home / "labels.json").write_text(json.dumps(held, indent=1) + "\n", encoding="utf-8")


def _write_network(network: Network, path: Path, quantize: bool) -> None:
    example = (torch.tensor([[101, 2, 110, 111, 102]]), torch.tensor([[2, 3]]), torch.tensor([[0, 0]]))
    words, arcs = {0: "words"}, {0: "words", 1: "words"}
    outputs = [*FLAT, "deprels", "arcs", "ends"]
    axes: dict[str, dict[int, str]] = {"ids": {1: "pieces"}, "first": {1: "words"}, "sentences": {1: "words"}}
    axes |= {name: arcs if name == "arcs" else words for name in outputs}
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder) / "full.onnx"
        names = ["ids", "first", "sentences"]
        torch.onnx.export(
            Shipped(network), example, str(full), input_names=names, output_names=outputs, dynamic_axes=axes, opset_version=17, dynamo=False
        )
        if quantize:
            quantize_dynamic(full, path, weight_type=QuantType.QInt8, per_channel=True)
        else:
            shutil.copyfile(full, path)
