"""What the network is punished for."""

from __future__ import annotations

import bisect
from collections.abc import Sequence

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.batches import Batch
from training.corpora.papers import Range
from training.labels import BUCKETS, CONVENTIONS, TAGS
from training.networks import ENDS, FLAT, WIDTH, Network

_LINKING = 0.5
_WEIGHTS = {"roles": 2.0, "names": 1.0, "phrases": 1.0, "triggers": 1.0, "upos": 0.5, "polarity": 0.5, "certainty": 0.5, "tense": 0.5}


def shut_moves() -> Tensor:
    """-1e4 where a tag may not follow another (or open a run), as a run goes on only after its own kind; else 0."""
    tags = TAGS["roles"]
    rows = [*tags, "O"]
    shut = [[-1e4 if now[0] == "I" and before[1:] != now[1:] else 0.0 for now in tags] for before in rows]
    return torch.tensor(shut)


def loss_of(network: Network, batch: Batch) -> Tensor:
    """The summed losses of all heads, each word counting alike, those without a label not at all."""
    with torch.autocast(batch.ids.device.type, dtype=torch.bfloat16):
        words = network.words(batch.ids, batch.mask, batch.first)
        arcs = network.arcs(words, batch.sentences)
        relations = network.labels(words, batch.labels["heads"].clamp(min=0))
        scores = {name: network.flat[name](words) for name in FLAT}
        ends = network.ends(words)
        _bend(network, batch, words, scores)
    per_word = batch.words.sum().float()
    total = _WEIGHTS["roles"] * _chain(network, scores.pop("roles").float(), batch) / per_word
    for name, score in scores.items():
        total = total + _WEIGHTS[name] * _cross_entropy(score, batch.labels[name]) / per_word
    total = total + (_cross_entropy(arcs, batch.labels["heads"]) + 0.5 * _cross_entropy(relations, batch.labels["deprels"])) / per_word
    return total + _LINKING * _linking(network, ends.float(), batch)


def _bend(network: Network, batch: Batch, words: Tensor, scores: dict[str, Tensor]) -> None:
    for name, corpora in CONVENTIONS.items():
        for corpus in corpora[1:]:
            here = torch.tensor([c == corpus for c in batch.corpora], device=words.device)
            if here.any():
                scores[name] = scores[name] + network.bent[f"{name}_{corpus}"](words) * here[:, None, None]


def _cross_entropy(scores: Tensor, labels: Tensor) -> Tensor:
    return functional.cross_entropy(scores.float().flatten(0, 1), labels.flatten(), ignore_index=-1, reduction="sum")


def _chain(network: Network, scores: Tensor, batch: Batch) -> Tensor:
    """Negative log-likelihood of the roles under a linear-chain CRF (Lafferty et al., 2001), over the windows that have them."""
    has = batch.labels["roles"][:, 0] >= 0
    if not has.any():
        return scores.sum() * 0.0 + network.moves.sum() * 0.0
    scores, labels, mask = scores[has], batch.labels["roles"][has].clamp(min=0), batch.words[has]
    moves = network.moves + shut_moves().to(scores.device)
    alpha = moves[-1] + scores[:, 0]
    for step in range(1, scores.shape[1]):
        onward = torch.logsumexp(alpha.unsqueeze(2) + moves[:-1], 1) + scores[:, step]
        alpha = torch.where(mask[:, step, None], onward, alpha)
    emitted = (torch.gather(scores, 2, labels.unsqueeze(-1)).squeeze(-1) * mask).sum()
    before = torch.cat([torch.full_like(labels[:, :1], len(TAGS["roles"])), labels[:, :-1]], 1)
    return torch.logsumexp(alpha, 1).sum() - emitted - (moves[before, labels] * mask).sum()


def _linking(network: Network, ends: Tensor, batch: Batch) -> Tensor:
    """Cross-entropy of each cue's source and each content's cue, none among the choices; the mean over those asked."""
    losses = []
    for row, links in enumerate(batch.links):
        if not links:
            continue
        vectors = ends[row].view(-1, ENDS, WIDTH)
        cues = [cue for cue, _, _ in links]
        sources = list(dict.fromkeys(s for _, s, _ in links if s))
        contents = [(content, index) for index, (_, _, held) in enumerate(links) for content in held]
        wanted = [sources.index(s) if s else len(sources) for _, s, _ in links]
        losses.append(_asked(network, vectors, 0, cues, sources, network.no_source, wanted))
        if contents:
            asking = [content for content, _ in contents]
            losses.append(_asked(network, vectors, 1, asking, cues, network.no_cue, [index for _, index in contents]))
    return torch.cat(losses).sum() / (4.0 * len(batch.links)) if losses else ends.sum() * 0.0


def _asked(
    network: Network, vectors: Tensor, way: int, asking: list[Range], choices: list[Range], none: nn.Parameter, wanted: list[int]
) -> Tensor:
    ask, answer = _span(vectors, 4 * way, asking), _span(vectors, 4 * way + 2, choices)
    steps = [bucket_of(a, c) for a in asking for c in choices]
    near = torch.tensor(steps, dtype=torch.long, device=vectors.device).view(len(asking), len(choices))
    scores = ask @ answer.T / WIDTH**0.5 + network.near[way][near]
    scores = torch.cat([scores, (ask @ none / WIDTH**0.5).unsqueeze(1)], 1)
    return functional.cross_entropy(scores, torch.tensor(wanted, device=vectors.device), reduction="none")


def _span(vectors: Tensor, end: int, spans: Sequence[Range]) -> Tensor:
    first = torch.tensor([a for a, _ in spans], dtype=torch.long, device=vectors.device)
    last = torch.tensor([b - 1 for _, b in spans], dtype=torch.long, device=vectors.device)
    return vectors[first, end] + vectors[last, end + 1]


def bucket_of(asking: Range, choice: Range) -> int:
    """The distance from one span to another as one of a few steps, those before apart from those after."""
    if choice[1] <= asking[0]:
        return bisect.bisect_left(BUCKETS, asking[0] - choice[1])
    return len(BUCKETS) + 1 + bisect.bisect_left(BUCKETS, max(0, choice[0] - asking[1]))
