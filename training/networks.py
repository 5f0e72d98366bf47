"""The network: one encoder, and over the first piece of each word a head for every layer."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from transformers import AutoModel

from training.labels import BUCKETS, CONVENTIONS, TAGS

ENDS = 8
WIDTH = 64
_ARC, _LABEL = 192, 128
FLAT = ("roles", "names", "phrases", "triggers", "upos", "polarity", "certainty", "tense")


class Network(nn.Module):
    """Reads pieces, answers with scores for each word.

    The linker's ``ends`` are eight vectors a word: first and last word of a cue that asks for its source, of a source, of a
    content, and of a cue that a content asks for. Arcs and labels follow Dozat and Manning (2017), the labels additively.
    """

    def __init__(self, encoder: str, attention: str = "eager") -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(encoder, attn_implementation=attention, add_pooling_layer=False)
        wide = self.encoder.config.hidden_size
        self.encoder.embeddings.word_embeddings.weight.requires_grad_(False)
        for layer in self.encoder.modules():
            if layer.__class__.__name__.endswith("SelfAttention") and hasattr(layer, "dropout"):
                layer.dropout.p = 0.0  # the random numbers of attention dropout cost a CPU more than they teach
        self.dropout = nn.Dropout(0.1)
        self.flat = nn.ModuleDict({name: nn.Linear(wide, len(TAGS[name])) for name in FLAT})
        others = [(name, corpus) for name, corpora in CONVENTIONS.items() for corpus in corpora[1:]]
        self.bent = nn.ModuleDict({f"{name}_{corpus}": _silent(nn.Linear(wide, len(TAGS[name]))) for name, corpus in others})
        self.ends = nn.Linear(wide, ENDS * WIDTH)
        self.no_source, self.no_cue = nn.Parameter(torch.zeros(WIDTH)), nn.Parameter(torch.zeros(WIDTH))
        self.near = nn.Parameter(torch.zeros(2, 2 * len(BUCKETS) + 2))
        self.moves = nn.Parameter(torch.zeros(len(TAGS["roles"]) + 1, len(TAGS["roles"])))
        self.arc_below, self.arc_above = nn.Linear(wide, _ARC), nn.Linear(wide, _ARC)
        self.arc_root = nn.Parameter(torch.zeros(_ARC))
        self.arc_bias = nn.Linear(_ARC, 1, bias=False)
        self.arc_through = nn.Linear(_ARC, _ARC, bias=False)
        self.label_below, self.label_above = nn.Linear(wide, _LABEL), nn.Linear(wide, _LABEL)
        self.label_out = nn.Linear(_LABEL, len(TAGS["deprels"]))
        nn.init.eye_(self.arc_through.weight)

    def words(self, ids: Tensor, mask: Tensor | None, first: Tensor) -> Tensor:
        """The encoder's vector at the first piece of each word: [batch, words, width]."""
        hidden = self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state
        taken = torch.gather(hidden, 1, first.unsqueeze(-1).expand(-1, -1, hidden.shape[-1]))
        return self.dropout(taken)

    def arcs(self, words: Tensor, sentences: Tensor) -> Tensor:
        """Scores of each word's head, [batch, words, words]; the word itself stands for the root, other sentences are shut off."""
        below, above = torch.relu(self.arc_below(words)), torch.relu(self.arc_above(words))
        scores = self.arc_through(below) @ above.transpose(1, 2) / _ARC**0.5 + self.arc_bias(above).transpose(1, 2)
        root = (below * self.arc_root).sum(-1, keepdim=True)
        places = torch.arange(words.shape[1], device=words.device)
        itself = places.unsqueeze(0) == places.unsqueeze(1)
        scores = torch.where(itself, root, scores)
        return torch.where(sentences.unsqueeze(2) == sentences.unsqueeze(1), scores, torch.full_like(scores, -1e4))

    def labels(self, words: Tensor, heads: Tensor) -> Tensor:
        """Scores of each word's relation to the given head; a root's head is the word itself."""
        above = torch.gather(self.label_above(words), 1, heads.unsqueeze(-1).expand(-1, -1, _LABEL))
        return self.label_out(torch.relu(self.label_below(words) + above))


class Shipped(nn.Module):
    """The network as it is exported: one window, no mask, the greedy head's relation."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: Tensor, first: Tensor, sentences: Tensor) -> tuple[Tensor, ...]:
        """Pieces [1, pieces], first pieces and sentences [1, words] → every head's scores, without the batch."""
        net = self.network
        words = net.words(ids, None, first)
        arcs = net.arcs(words, sentences)
        relations = net.labels(words, arcs.argmax(-1))
        return (*(net.flat[name](words)[0] for name in FLAT), relations[0], arcs[0], net.ends(words)[0])


def _silent(layer: nn.Linear) -> nn.Linear:
    nn.init.zeros_(layer.weight)
    nn.init.zeros_(layer.bias)
    return layer
