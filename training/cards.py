"""The parts of the model card that a program writes: the table of scores, the curve of the training, that of the threshold."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matplotlib.figure import Figure

Point = tuple[float, float, float, float]  # threshold, precision, recall, F1
_BLOCK = re.compile(r"(<!-- scores: begin -->\n).*?(<!-- scores: end -->)", re.DOTALL)


def write_scores(card: Path, scores: dict[str, dict[str, float]]) -> None:
    """Puts a table of ``scores`` between the card's marks. Raises ValueError where the card has none."""
    text = card.read_text(encoding="utf-8")
    if not _BLOCK.search(text):
        raise ValueError(f"{card} has no place for scores: wanted <!-- scores: begin --> and <!-- scores: end -->")
    rows = "".join(f"| {name.replace('_', ' ')} | {_told(values)} |\n" for name, values in scores.items())
    table = f"| measure | figures |\n|---|---|\n{rows}"
    card.write_text(_BLOCK.sub(lambda found: found[1] + table + found[2], text), encoding="utf-8")


def _told(values: dict[str, float]) -> str:
    return ", ".join(f"{name.replace('_', ' ')} {value:g}" for name, value in values.items())


def pieces_read(told: list[int]) -> list[float]:
    """Millions of pieces read so far at each row of a log, whose count begins anew with each leg."""
    before, read = 0, []
    for number, pieces in enumerate(told):
        if number and pieces < told[number - 1]:
            before += told[number - 1]
        read.append((before + pieces) / 1e6)
    return read


def draw_curve(log: Path, picture: Path) -> None:
    """Draws the loss over the pieces read, each point the mean of its neighbours, as SVG; legs stand one after the other."""
    from matplotlib import pyplot

    rows = [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()]
    read = pieces_read([row["pieces"] for row in rows])
    losses = [row["loss"] for row in rows]
    smooth = [sum(losses[max(0, i - 6) : i + 7]) / len(losses[max(0, i - 6) : i + 7]) for i in range(len(losses))]
    figure, axes = pyplot.subplots(figsize=(7, 3))
    axes.plot(read, smooth, color="#1f4e79")
    axes.set_xlabel("millions of pieces read")
    axes.set_ylabel("loss, all heads")
    _save(figure, picture)


def draw_thresholds(points: Sequence[Point], kept: float, picture: Path) -> None:
    """Draws precision, recall and F1 over the threshold as SVG; a line stands at ``kept``, the threshold as shipped."""
    from matplotlib import pyplot

    figure, axes = pyplot.subplots(figsize=(7, 3))
    lines = zip(
        ("precision", "recall", "F1"), ("#1f4e79", "#b5541c", "#555555"), zip(*(point[1:] for point in points), strict=True), strict=True
    )
    for name, colour, values in lines:
        axes.plot([point[0] for point in points], values, label=name, color=colour, linestyle=":" if name == "F1" else "-")
    axes.axvline(kept, color="#999999", linewidth=0.8)
    axes.set_xlabel("least confidence that is kept")
    axes.set_ylim(0, 1)
    axes.legend(loc="lower left")
    _save(figure, picture)


def _save(figure: Figure, picture: Path) -> None:
    """Writes a figure so that the same one is always the same file."""
    from matplotlib import pyplot

    figure.tight_layout()
    pyplot.rcParams["svg.hashsalt"] = "whence"
    figure.savefig(picture, metadata={"Date": None})
    pyplot.close(figure)
