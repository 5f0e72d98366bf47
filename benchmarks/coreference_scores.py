"""The measures of coreference shared tasks: MUC, B-cubed, entity CEAF, and their mean F1, the CoNLL score (Pradhan et al., 2014)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence

Clusters = Sequence[frozenset[Hashable]]
Scores = tuple[float, float, float]


def conll_score(gold: Clusters, found: Clusters) -> dict[str, Scores]:
    """Precision, recall and F1 of each measure over the same mentions; ``conll`` repeats the mean F1 three times."""
    scores = {"muc": muc(gold, found), "b_cubed": b_cubed(gold, found), "ceaf_e": ceaf_e(gold, found)}
    mean = sum(score[2] for score in scores.values()) / 3
    return {**scores, "conll": (mean, mean, mean)}


def muc(gold: Clusters, found: Clusters) -> Scores:
    """Links (Vilain et al., 1995)."""
    return _prf(_muc_recall(found, gold), _muc_recall(gold, found))


def b_cubed(gold: Clusters, found: Clusters) -> Scores:
    """Mentions (Bagga and Baldwin, 1998)."""
    in_gold, in_found = _homes(gold), _homes(found)
    shared = {one: len(in_gold[one] & in_found[one]) for one in in_gold if one in in_found}
    precision = sum(shared[one] / len(in_found[one]) for one in shared) / (len(in_found) or 1)
    recall = sum(shared[one] / len(in_gold[one]) for one in shared) / (len(in_gold) or 1)
    return _prf(precision, recall)


def ceaf_e(gold: Clusters, found: Clusters) -> Scores:
    """Clusters, aligned one to one for the greatest similarity (Luo, 2005)."""
    total = sum(_best_alignment(rows) for rows in _overlaps(gold, found))
    return _prf(total / (len(found) or 1), total / (len(gold) or 1))


def _prf(precision: float, recall: float) -> Scores:
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _homes(clusters: Clusters) -> dict[Hashable, frozenset[Hashable]]:
    return {one: cluster for cluster in clusters for one in cluster}


def _muc_recall(key: Clusters, response: Clusters) -> float:
    homes = _homes(response)
    kept = wanted = 0
    for cluster in key:
        parts = {homes.get(one, frozenset({one})) for one in cluster}
        kept += len(cluster) - len(parts)
        wanted += len(cluster) - 1
    return kept / wanted if wanted else 0.0


def _overlaps(gold: Clusters, found: Clusters) -> Iterable[list[dict[int, float]]]:
    """Connected parts of the overlap graph: for each gold cluster its similarity to the found ones it meets."""
    homes = {one: number for number, cluster in enumerate(found) for one in cluster}
    rows = []
    for cluster in gold:
        shared: dict[int, int] = defaultdict(int)
        for one in cluster:
            if one in homes:
                shared[homes[one]] += 1
        rows.append({number: 2 * count / (len(cluster) + len(found[number])) for number, count in shared.items()})
    parts: dict[int, list[dict[int, float]]] = {}
    owner: dict[int, int] = {}
    for index, row in enumerate(rows):
        met = {owner[number] for number in row if number in owner}
        merged = [row] + [one for part in met for one in parts.pop(part)]
        parts[index] = merged
        owner.update({number: index for one in merged for number in one})
    return parts.values()


def _best_alignment(rows: list[dict[int, float]]) -> float:
    """The greatest sum with every row and column used once: successive shortest paths (Hungarian method) on the negated weights."""
    columns = sorted({number for row in rows for number in row})
    if len(rows) == 1 or len(columns) == 1:
        return max((weight for row in rows for weight in row.values()), default=0.0)
    size = max(len(rows), len(columns))
    cost = [[-rows[i].get(columns[j], 0.0) if i < len(rows) and j < len(columns) else 0.0 for j in range(size)] for i in range(size)]
    return -sum(cost[i][j] for i, j in enumerate(_assign(cost)))


def _assign(cost: list[list[float]]) -> list[int]:
    """The column of each row in the cheapest assignment (Kuhn's method with potentials)."""
    size, infinite = len(cost), float("inf")
    row_potential, column_potential = [0.0] * (size + 1), [0.0] * (size + 1)
    partner = [0] * (size + 1)
    for row in range(1, size + 1):
        partner[0], column = row, 0
        least, came, used = [infinite] * (size + 1), [0] * (size + 1), [False] * (size + 1)
        while partner[column]:
            used[column], current, delta, following = True, partner[column], infinite, 0
            for j in range(1, size + 1):
                if not used[j]:
                    slack = cost[current - 1][j - 1] - row_potential[current] - column_potential[j]
                    if slack < least[j]:
                        least[j], came[j] = slack, column
                    if least[j] < delta:
                        delta, following = least[j], j
            for j in range(size + 1):
                if used[j]:
                    row_potential[partner[j]] += delta
                    column_potential[j] -= delta
                else:
                    least[j] -= delta
            column = following
        while column:
            partner[column], column = partner[came[column]], came[column]
    chosen = [0] * size
    for column in range(1, size + 1):
        chosen[partner[column] - 1] = column - 1
    return chosen
