"""Scores the tagger alone under the scorer of the gold: text → page → tags → readings, with no later stage.

python -m benchmarks.reports polnear [FOLDER]
python -m benchmarks.reports seeds GOLD TEXTS
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.corpora import CORPORA, SHARED, a_file, a_folder, files_in, make_parser

from whence.model.pages import Page
from whence.model.tags import Tags
from whence.tagger import Settings, Tagger, load_tagger
from whence.text.paragraphs import find_paragraphs
from whence.text.sentences import find_sentences
from whence.text.tokens import find_tokens


def page_of(text: str) -> Page:
    paragraphs = find_paragraphs(text, ())
    tokens = find_tokens(text, paragraphs)
    return Page(text, paragraphs, find_sentences(text, paragraphs, tokens), tokens)


def reading_of(path: Path, text: str, tags: Tags) -> dict[str, object]:
    """The least that the scorer asks of a reading: attributions, and triggers as events."""
    attributions = [
        {
            "id": f"a{number}",
            "content": [list(span) for span in found.content],
            "source": found.source and list(found.source),
            "cue": found.cue and list(found.cue),
            "parent": None if found.within is None else f"a{found.within}",
            "confidence": found.confidence,
        }
        for number, found in enumerate(tags.attributions)
    ]
    names = [{"id": f"m{n}", "mentions": [[*m.span, "nominal" if m.nominal else "named"]]} for n, m in enumerate(tags.mentions)]
    events = [{"id": f"v{n}", "trigger": list(t.span)} for n, t in enumerate(tags.triggers)]
    return {"report": {"path": str(path)}, "text": text, "attributions": attributions, "events": events, "entities": names}


def write_readings(tagger: Tagger, texts: list[Path], out: Path) -> None:
    with out.open("w", encoding="utf-8") as file:
        for path in texts:
            text = path.read_text(encoding="utf-8")
            file.write(json.dumps(reading_of(path, text, tagger.read_tags(page_of(text)))) + "\n")


def main(words: Sequence[str] | None = None) -> None:
    parser = make_parser(__doc__)
    parser.add_argument("what", choices=["polnear", "seeds"])
    parser.add_argument("paths", nargs="*", type=a_folder, help="a part of PolNeAR [dev]; or gold and its texts")
    parser.add_argument("--scorer", type=a_file, default=str(SHARED / "score/score.py"), help="[%(default)s]")
    parser.add_argument("--model", type=Path)
    parser.add_argument("--out", type=Path, default=Path("readings.jsonl"))
    parser.add_argument("--overlap", type=int, default=Settings().overlap)
    parser.add_argument("--depth", type=int)
    args = parser.parse_args(words)
    paths = args.paths or [CORPORA / "polnear/dev"]
    if len(paths) != (2 if args.what == "seeds" else 1):
        parser.error("polnear takes one folder, seeds two: GOLD TEXTS")
    depth = args.depth if args.depth is not None else 0 if args.what == "polnear" else Settings().depth
    folder = paths[0] / "text" if args.what == "polnear" else paths[1]
    write_readings(load_tagger(args.model, Settings(overlap=args.overlap, depth=depth)), files_in(folder, "*.txt"), args.out)
    subprocess.run([sys.executable, str(args.scorer), args.what, *map(str, paths), str(args.out)], check=True)


if __name__ == "__main__":
    main()
