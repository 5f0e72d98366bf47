"""Work spread over processes: one function over many pieces, results in the order of the pieces, whatever dies on the way."""

from __future__ import annotations

import multiprocessing
import os
import threading
import traceback
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import TypeVar

from whence.errors import TaskFailed, WhenceError

T = TypeVar("T")
R = TypeVar("R")

# Pieces handed out before the first of them is waited for, a worker: enough to keep all busy, few enough to hold in memory.
AHEAD = 4
# Starting a worker costs about what reading this many reports does.
PIECES_A_WORKER = 20


def choose_workers(pieces: int | None, cores: int | None = None) -> int:
    """How many processes are worth starting for so many pieces (None: nobody counted, they are many); 1: none is started."""
    most = cores or os.cpu_count() or 1
    return most if pieces is None else max(1, min(most, pieces // PIECES_A_WORKER))


def map_shards(fn: Callable[[T], R], plan: Iterable[T], *, workers: int = 1) -> Iterator[tuple[T, R | WhenceError]]:
    """``fn`` of every piece of ``plan``, each beside its piece, in the order of the plan.

    With more than one worker ``fn`` must be a function of a module, and pieces and results must be picklable. What ``fn``
    raises as a WhenceError is that piece's result; any other exception becomes a TaskFailed, and so does a piece that
    kills its process twice, the second time alone. The pieces beside it are done all the same.
    """
    if workers <= 1:
        for piece in plan:
            yield piece, _attempt(fn, piece)
        return
    pieces = iter(plan)
    while True:
        window: deque[tuple[T, Future[R | WhenceError]]] = deque()
        with _pool(workers) as pool:
            whole = True
            while whole:
                window.extend((piece, _submit(pool, fn, piece)) for piece in islice(pieces, workers * AHEAD - len(window)))
                if not window:
                    return
                piece, future = window.popleft()
                whole = future.exception() is None
                yield piece, _settle(fn, piece, future)
        for piece, future in window:
            yield piece, _settle(fn, piece, future)


def _submit(pool: ProcessPoolExecutor, fn: Callable[[T], R], piece: T) -> Future[R | WhenceError]:
    try:
        return pool.submit(_attempt, fn, piece)
    except BrokenProcessPool as error:
        broken: Future[R | WhenceError] = Future()
        broken.set_exception(error)
        return broken


def _settle(fn: Callable[[T], R], piece: T, future: Future[R | WhenceError]) -> R | WhenceError:
    """The result of a piece; one whose process died, perhaps by another piece's fault, is tried again in one of its own."""
    if not future.cancelled() and future.exception() is None:
        return future.result()
    with _pool(1) as pool:
        again = _submit(pool, fn, piece)
        error = again.exception()
        return again.result() if error is None else TaskFailed(f"the process that worked on it died twice ({error})")


@contextmanager
def _pool(workers: int) -> Iterator[ProcessPoolExecutor]:
    """Fresh interpreters: a forked one would share the model's threads and locks."""
    pool = ProcessPoolExecutor(workers, multiprocessing.get_context("spawn"), initializer=_leave_with_parent)
    try:
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)


def _leave_with_parent() -> None:
    """End this worker when its parent is killed; without it, it would wait for work for good."""
    threading.Thread(target=_wait_for_parent, daemon=True).start()


def _wait_for_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _attempt(fn: Callable[[T], R], piece: T) -> R | WhenceError:
    try:
        return fn(piece)
    except WhenceError as error:
        return error
    except Exception as error:
        last = traceback.extract_tb(error.__traceback__)[-1]
        place = f"{Path(last.filename).name} line {last.lineno}"
        return TaskFailed(f"whence itself failed here ({type(error).__name__} in {place}: {error}); please report it")
