"""Rebuilds the shipped tagger from the corpora folder: trains, exports, calibrates, measures and writes the scores into the card."""

from __future__ import annotations

import argparse
import json
from collections import Counter
from itertools import islice
from pathlib import Path

import torch

from training.calibrations import Judged, calibration_error, fit_trust, iter_judged, recall_by_cue
from training.cards import Point, draw_curve, draw_thresholds, write_scores
from training.corpora.re3d import iter_re3d
from training.dresses import DRESSES, Dress
from training.exports import export, write_labels
from training.intervals import interval
from training.matches import Count, iter_marked
from training.measures import measure, page_of
from training.networks import Network
from training.runs import default_encoder, marks_of, options, train
from training.sanities import measure_recall, measure_yield
from training.stories import measure_story
from whence.tagger import Settings, Tagger, load_tagger
from whence.tagger.taggers import HOME

# Millions of pieces and the learning rate of each leg; a leg goes on from the one before with its rate raised again.
LEGS = ((2.1, 3e-4), (8.5, 2.5e-4))


def train_legs(args: argparse.Namespace) -> None:
    """Trains leg after leg; the last state stands in ``args.out``, what each leg told in the log beside it."""
    args.out.with_suffix(".log").unlink(missing_ok=True)
    for number, (pieces, rate) in enumerate(LEGS):
        leg = argparse.Namespace(**vars(args))
        leg.pieces, leg.rate, leg.seed = pieces * args.scale, rate, args.seed + number
        leg.start = args.out if number else None
        train(leg)


def calibrate(args: argparse.Namespace) -> dict[str, float]:
    """Fits the confidence on every other dev report and returns its error on the others."""
    folder = args.corpora / "polnear" / "dev"
    everything = Settings(depth=0, threshold=0.0)
    trust = fit_trust(list(iter_judged(load_tagger(args.home, everything), folder))[0::2])
    network = Network(args.encoder)
    network.load_state_dict(torch.load(args.out, map_location="cpu", weights_only=True))
    write_labels(network, args.home, marks_of(args.encoder), trust)
    checked = list(iter_judged(load_tagger(args.home, everything), folder))[1::2]
    return {"calibration_error": round(calibration_error(checked), 4)}


def check_trust(args: argparse.Namespace) -> dict[str, float]:
    """The error of the confidence of the model in ``args.home`` on the reports that it was not fitted on."""
    tagger = load_tagger(args.home, Settings(depth=0, threshold=0.0))
    checked = list(iter_judged(tagger, args.corpora / "polnear" / "dev"))[1::2]
    return {"calibration_error": round(calibration_error(checked), 4)}


def scores(args: argparse.Namespace) -> dict[str, dict[str, float]]:
    """Every dev figure of the model in ``args.home``."""
    tagger = load_tagger(args.home, Settings(depth=0))
    judged = list(iter_judged(tagger, args.corpora / "polnear" / "dev"))
    loose, strict = [report.count() for report in judged], [report.strict for report in judged]
    told = {"attribution": interval(loose), "attribution_strict": interval(strict)}
    told["recall_by_cue_in_train"] = recall_by_cue(judged, _cues(args))
    told |= {f"attribution_surer_than_{least}": _surer(judged, least) for least in (0.3, 0.5, 0.7, 0.9)}
    told["attribution_in_other_dress"] = {name: _dressed(tagger, args, dress) for name, dress in DRESSES.items()}
    told["attribution_in_re3d,_unlabelled"] = measure_yield(tagger, (page_of(paper) for paper in iter_re3d(args.corpora / "re3d")))
    told["attribution_in_gum"] = measure_recall(tagger, sorted((args.corpora / "gum" / "dev").glob("*.conllu")))
    nesting = load_tagger(args.home)
    told |= {f"attribution_in_the_story_{name}": measure_story(nesting, Path(gold), Path(texts)) for name, gold, texts in args.story}
    return told | measure(tagger, args.corpora)


def thresholds(args: argparse.Namespace) -> list[Point]:
    """Precision, recall and F1 on dev at every twentieth of confidence."""
    judged = list(iter_judged(load_tagger(args.home, Settings(depth=0, threshold=0.0)), args.corpora / "polnear" / "dev"))
    steps = [(step / 20, _surer(judged, step / 20)) for step in range(20)]
    return [(least, told["p"], told["r"], told["f1"]) for least, told in steps]


def _surer(judged: list[Judged], least: float) -> dict[str, float]:
    total = sum((report.count(least) for report in judged), Count())
    return {"p": round(total.right / max(total.given, 1), 4), "r": round(total.right / max(total.wanted, 1), 4), "f1": round(total.f1(), 4)}


def _cues(args: argparse.Namespace) -> Counter[str]:
    return Counter(marked.said for _, _, found in iter_marked(args.corpora / "polnear" / "train") for marked in found)


def _dressed(tagger: Tagger, args: argparse.Namespace, dress: Dress) -> float:
    """F1 on every third report of dev: enough to see what breaks."""
    judged = islice(iter_judged(tagger, args.corpora / "polnear" / "dev", dress), 0, None, 3)
    return round(sum((report.count() for report in judged), Count()).f1(), 4)


def main() -> None:
    """Builds by the options given."""
    parser = options()
    parser.add_argument("--home", type=Path, default=HOME, help="the folder that the model is written to")
    parser.add_argument("--card", type=Path, default=Path("docs/model-card.md"))
    parser.add_argument("--scale", type=float, default=1.0, help="a share of the full training, for trying things out")
    parser.add_argument("--only-measure", action="store_true", help="calibrate and measure the state in --out, train nothing")
    story = "a story marked by hand: its name, the folder of its marks, that of its reports; may be given more than once"
    parser.add_argument("--story", nargs=3, action="append", default=[], metavar=("NAME", "MARKS", "REPORTS"), help=story)
    parser.add_argument("--only-score", action="store_true", help="measure the model in --home as it is, change none of its files")
    args = parser.parse_args()
    args.encoder = args.encoder or default_encoder()
    told = {"confidence": check_trust(args) if args.only_score else _rebuilt(args)} | scores(args)
    write_scores(args.card, told)
    draw_thresholds(thresholds(args), Settings().threshold, args.card.with_name("model-threshold.svg"))
    print(json.dumps(told, indent=1))


def _rebuilt(args: argparse.Namespace) -> dict[str, float]:
    """Trains (unless told not to), writes the model and the curve of its training; the error of its confidence."""
    if not args.only_measure:
        train_legs(args)
    export(args.out, args.encoder, args.home, marks_of(args.encoder))
    draw_curve(args.out.with_suffix(".log"), args.card.with_name("model-curve.svg"))
    return calibrate(args)


if __name__ == "__main__":
    main()
