"""How well names are told apart: area under the ROC curve of the name score on labelled pairs.

    python -m benchmarks.names [CASES.csv] [--schema Person]

The file has the columns ``schema``, ``name1``, ``name2`` and ``is_match``, as nomenklatura's name bench has.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence

from benchmarks.corpora import CORPORA, a_file, make_parser

from whence.link.names import compare_names


def area(scores: list[tuple[float, bool]]) -> float:
    """The chance that a random match scores above a random non-match, ties counted half (Hanley and McNeil, 1982)."""
    matches = [score for score, same in scores if same]
    others = [score for score, same in scores if not same]
    wins = sum((match > other) + 0.5 * (match == other) for match in matches for other in others)
    return wins / (len(matches) * len(others))


def main(words: Sequence[str] | None = None) -> None:
    parser = make_parser(__doc__)
    parser.add_argument("cases", nargs="?", type=a_file, default=str(CORPORA / "names/cases.csv"), help="labelled pairs [%(default)s]")
    parser.add_argument("--schema", default="Person")
    parser.add_argument("--worst", type=int, default=0, help="print so many of the worst errors")
    args = parser.parse_args(words)
    with args.cases.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["schema"] == args.schema]
    scored = [(compare_names(row["name1"], row["name2"]), row["is_match"] == "true", row["name1"], row["name2"]) for row in rows]
    for score, same, left, right in sorted(scored, key=lambda row: -abs(row[0] - row[1]))[: args.worst]:
        print(f"{score:.2f}\t{'same' if same else 'other'}\t{left}\t{right}")
    print(f"{args.schema}: AUC {area([(score, same) for score, same, _, _ in scored]):.3f} over {len(scored)} pairs")


if __name__ == "__main__":
    main()
