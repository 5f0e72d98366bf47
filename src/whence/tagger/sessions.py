"""The network, run by ONNX Runtime."""

from __future__ import annotations

import hashlib
from pathlib import Path

import numpy as np
import onnxruntime

from whence.errors import ModelMismatch, ModelMissing
from whence.tagger.labels import Floats, Ints

HEADS = ("roles", "names", "phrases", "triggers", "upos", "polarity", "certainty", "tense", "deprels", "arcs", "ends")


class Session:
    """A loaded network; ``digest`` is the sha256 of its file."""

    def __init__(self, path: Path, digest: str, threads: int = 1) -> None:
        """Opens the network in ``path``. Raises ModelMissing, or ModelMismatch where the file has not this ``digest``."""
        try:
            model = path.read_bytes()
        except FileNotFoundError:
            raise ModelMissing(f"no model at {path}; reinstall whence, or rebuild it with `make model`") from None
        self.digest = hashlib.sha256(model).hexdigest()
        if self.digest != digest:
            found, wanted = self.digest[:12], digest[:12]
            raise ModelMismatch(f"{path} has sha256 {found}, its labels belong to {wanted}; reinstall whence or run `make model`")
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])

    def run(self, pieces: list[int], first: list[int], sentences: list[int]) -> dict[str, Floats]:
        """The scores of every head for the words of one window.

        ``pieces`` are the encoder's, ``first`` tells where each word begins among them and ``sentences`` which it stands in.
        """
        feed = {"ids": _row(pieces), "first": _row(first), "sentences": _row(sentences)}
        return dict(zip(HEADS, self._session.run(list(HEADS), feed), strict=True))


def _row(numbers: list[int]) -> Ints:
    return np.asarray([numbers], dtype=np.int64)
