"""What travels with the model: its labels, and the small numbers that decoding needs."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from whence.errors import ModelMismatch, ModelMissing

FORMAT = 2
Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]


class Marks(NamedTuple):
    """Pieces of the encoder's vocabulary that stand for no word of the text."""

    opening: int
    closing: int
    paragraph: int
    unknown: int


@dataclass(frozen=True, slots=True)
class LabelSet:
    """The model's labels and decoding numbers.

    ``tags`` names the classes of every head. ``marks`` are the encoder's pieces that open and close a window, open a paragraph and
    stand for a word unknown. ``moves`` scores one role after another, its last row a role that opens a text.
    ``near`` scores distances between spans, first from cue to source, then from content to cue; ``no_source`` and ``no_cue``
    are the vectors that stand for having none. ``trust`` weighs the features of an attribution into its confidence.
    """

    digest: str
    tags: dict[str, tuple[str, ...]]
    marks: Marks
    moves: Floats
    near: Floats
    no_source: Floats
    no_cue: Floats
    trust: Floats


def load_labels(path: Path) -> LabelSet:
    """The label set in ``path``. Raises ModelMissing where there is none, ModelMismatch where this version cannot use it."""
    try:
        held = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise ModelMissing(f"no label set at {path}; reinstall whence, or rebuild the model with `make model`") from None
    except ValueError as broken:
        raise ModelMismatch(f"{path} is no label set ({broken}); reinstall whence") from None
    if not isinstance(held, dict) or held.get("format") != FORMAT:
        found = held.get("format") if isinstance(held, dict) else None
        raise ModelMismatch(f"{path} has format {found}, this version of whence reads {FORMAT}; reinstall whence")
    arrays = {name: np.asarray(held[name], dtype=np.float32) for name in ("moves", "near", "no_source", "no_cue", "trust")}
    tags = {name: tuple(labels) for name, labels in held["tags"].items()}
    return LabelSet(held["digest"], tags, Marks(*held["marks"]), **arrays)
