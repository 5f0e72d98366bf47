"""How far a score may be trusted."""

from __future__ import annotations

import random
from collections.abc import Sequence

from training.matches import Count

_DRAWS = 1000


def interval(counts: Sequence[Count], seed: int = 7) -> dict[str, float]:
    """Precision, recall and F1 over all reports, and the middle 95 % of F1 when reports are drawn again with replacement.

    The bootstrap of Efron (1979), by report, since what one report holds hangs together.
    """
    total = sum(counts, Count())
    rng = random.Random(seed)
    drawn = sorted(sum(rng.choices(counts, k=len(counts)), Count()).f1() for _ in range(_DRAWS))
    told = {"p": total.right / max(total.given, 1), "r": total.right / max(total.wanted, 1), "f1": total.f1()}
    told |= {"f1_low": drawn[int(0.025 * _DRAWS)], "f1_high": drawn[int(0.975 * _DRAWS) - 1], "gold": total.wanted}
    return {name: round(value, 4) for name, value in told.items()}
