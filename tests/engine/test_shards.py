from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

from whence.engine.shards import choose_workers, map_shards
from whence.errors import EmptyReport, TaskFailed


def double(number: int) -> int:
    if number == 3:
        raise EmptyReport("three is empty")
    if number == 5:
        raise IndexError("five is a bug")
    return number * 2


def die_on_seven(number: int) -> int:
    if number == 7:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def shown(results: list[tuple[int, object]]) -> list[object]:
    return [type(result) if isinstance(result, Exception) else result for _, result in results]


def test_results_stand_in_the_order_of_the_plan_inline_and_spread() -> None:
    wanted = [0, 2, 4, EmptyReport, 8, TaskFailed, 12]
    assert shown(list(map_shards(double, range(7)))) == wanted
    assert shown(list(map_shards(double, range(7), workers=2))) == wanted


def test_a_bug_is_told_with_its_place() -> None:
    ((_, result),) = map_shards(double, [5])
    assert isinstance(result, TaskFailed)
    assert "IndexError in test_shards.py line" in str(result)


def test_a_piece_that_kills_its_process_costs_no_other_piece() -> None:
    results = dict(map_shards(die_on_seven, range(20), workers=2))
    assert isinstance(results.pop(7), TaskFailed)
    assert results == {number: number for number in range(20) if number != 7}


def test_few_pieces_start_no_process() -> None:
    assert [choose_workers(pieces, cores=4) for pieces in (0, 19, 39, 40, 85, 1000, None)] == [1, 1, 1, 2, 4, 4, 4]


LONE_PARENT = """
import sys
from whence.engine.shards import map_shards
sys.path.insert(0, {folder!r})
from test_shards import wait_for_good
if __name__ == "__main__":
    for _ in map_shards(wait_for_good, range(2), workers=2):
        pass
"""


def wait_for_good(number: int) -> int:
    print(os.getpid(), flush=True)
    signal.pause()
    return number


def test_workers_end_with_a_parent_that_is_killed(tmp_path: Path) -> None:
    script = tmp_path / "parent.py"
    script.write_text(LONE_PARENT.format(folder=str(Path(__file__).parent)), encoding="utf-8")
    parent = subprocess.Popen([sys.executable, script], stdout=subprocess.PIPE, text=True)
    assert parent.stdout is not None
    workers = [int(parent.stdout.readline()) for _ in range(2)]
    parent.kill()
    # The pipe closes when the last process that holds its other end is gone; the limit only turns a hang into a failure.
    rest, _ = parent.communicate(timeout=60)
    assert (len(set(workers)), rest) == (2, "")
