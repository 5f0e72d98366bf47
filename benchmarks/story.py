"""What telling a story costs: time and memory against the number of readings.

    python -m benchmarks.story [--sizes 1000,3000,10000,30000,100000]

The readings are made up: stories of about ten reports each, with people, places, events, attributions and copies of their own.
Prints a line for each size and the exponent of time over size, fitted on the logarithms. Each size runs in a process of its own,
so that the peak of memory is its own.
"""

from __future__ import annotations

import json
import math
import random
import resource
import subprocess
import sys
import time
from collections.abc import Sequence

from benchmarks.corpora import make_parser

from whence.model.readings import Attribution, Entity, Event, EventType, MadeBy, Mention, Quantity, Reading
from whence.model.reports import Report
from whence.model.spans import Span
from whence.pipeline import tell_story

SYLLABLES = "ba dor kel mir tan vos ril sha ned gol per zan fu lim cor hest wyn ab tor ques".split()
VERBS: tuple[tuple[str, EventType], ...] = (
    ("arrested", "coerce"), ("killed", "assault"), ("visited", "consult"), ("accused", "accuse"), ("resigned", "retreat"), ("sank", "die"),
)  # fmt: skip
A_STORY = 10
SENTENCES = 4
MADE_BY = MadeBy("0", "made up", "")


def main(words: Sequence[str] | None = None) -> None:
    parser = make_parser(__doc__)
    parser.add_argument("--sizes", default="1000,3000,10000,30000,100000")
    parser.add_argument("--one", type=int, help="measure this size in this process and print it as JSON")
    args = parser.parse_args(words)
    if args.one:
        print(json.dumps(measure(args.one)))
        return
    rows = []
    for size in map(int, args.sizes.split(",")):
        done = subprocess.run([sys.executable, "-m", "benchmarks.story", "--one", str(size)], capture_output=True, text=True, check=True)
        rows.append(json.loads(done.stdout))
        print(rows[-1], flush=True)
    if len(rows) > 1:
        print(f"exponent {exponent(rows):.2f}")


def measure(size: int) -> dict[str, float]:
    """Seconds and peak memory for ``size`` readings."""
    readings = [reading for story in range(size // A_STORY) for reading in make_story(story)]
    begun = time.process_time()
    story = tell_story(readings)
    seconds = time.process_time() - begun
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"readings": len(readings), "seconds": round(seconds, 2), "peak_mib": round(peak), "occurrences": len(story.occurrences)}


def exponent(rows: list[dict[str, float]]) -> float:
    """The slope of log time over log size, by least squares."""
    points = [(math.log(row["readings"]), math.log(row["seconds"])) for row in rows]
    mean_x, mean_y = (sum(point[axis] for point in points) / len(points) for axis in (0, 1))
    return sum((x - mean_x) * (y - mean_y) for x, y in points) / sum((x - mean_x) ** 2 for x, _ in points)


def make_story(number: int) -> list[Reading]:
    """Ten reports on one matter; every fourth is a copy of the one before it."""
    chance = random.Random(number)
    people = [f"{name(chance)} {name(chance)}" for _ in range(4)]
    places = [name(chance) for _ in range(2)]
    day = 1 + chance.randrange(27)
    readings, text = [], ""
    for index in range(A_STORY):
        if index % 4 != 3 or not text:
            text = " ".join(sentence(chance, people, places) for _ in range(SENTENCES))
        published = f"2024-03-{min(28, day + index):02d}"
        readings.append(read(f"s{number}r{index}", text, people, places, published, f"{name(chance)} Post"))
    return readings


def name(chance: random.Random) -> str:
    return "".join(chance.choice(SYLLABLES) for _ in range(4)).capitalize()


def sentence(chance: random.Random, people: list[str], places: list[str]) -> str:
    verb = chance.choice(VERBS)[0]
    extra = " ".join(name(chance).lower() for _ in range(6))
    return f"Then {chance.choice(people)} {verb} {chance.choice(people)} in {chance.choice(places)} with {extra}, a witness said."


def read(report: str, text: str, people: list[str], places: list[str], published: str, outlet: str) -> Reading:
    present = [one for one in (*people, *places) if one in text]
    entities = tuple(entity(f"e{number}", "person" if one in people else "place", one, text) for number, one in enumerate(present))
    ids = {one.name: one.id for one in entities}
    events, attributions, at = [], [], 0
    roots = dict(VERBS)
    for number, told in enumerate(text.split(" Then ")):
        words = told.removeprefix("Then ").split()
        start = text.index(told, at)
        at = start + len(told)
        verb = Span(text.index(words[2], start), text.index(words[2], start) + len(words[2]))
        actor, recipient = " ".join(words[:2]), " ".join(words[3:5])
        attributions.append(
            Attribution(f"a{number}", (Span(start, at - 16),), None, None, None, "indirect", "say", "unnamed_individual", 1.0)
        )
        events.append(
            Event(f"v{number}", verb, roots[words[2]], None, (ids[actor],), (ids[recipient],), None, published, None, "anchored",
                  (Quantity(3, "people", verb),) if number == 0 else (), "positive", "actual", f"a{number}", 1.0)
        )  # fmt: skip
    about = Report(report, f"{report}.txt", report, outlet=outlet, published=published, published_basis="stated")
    return Reading(about, text, entities, tuple(attributions), tuple(events), (), (), (), MADE_BY)


def entity(local: str, kind: str, called: str, text: str) -> Entity:
    start = text.index(called)
    return Entity(local, kind, called, (Mention(start, start + len(called), "named"),))  # type: ignore[arg-type]


if __name__ == "__main__":
    main()
