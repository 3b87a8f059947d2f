"""The encoder (BERT, as MiniLM-L6 has it) with the features and heads of the tagger."""

from collections.abc import Iterator
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn

from aidememoire.claims.readers.cutting import BIO, FEATURES, SENTENCE_HEADS, STATUSES, STRENGTHS

FRESH = {"tags", "mix", "attention", "sentences", "features"}  # what the base doesn't bring
HIDDEN, LAYERS, HEADS, INNER, VOCABULARY, POSITIONS = 384, 6, 12, 1536, 30522, 512


class Layer(nn.Module):
    """Self-attention and feed-forward, each with a residual and a norm after it."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.query, self.key, self.value = (nn.Linear(HIDDEN, HIDDEN) for _ in range(3))
        self.out = nn.Linear(HIDDEN, HIDDEN)
        self.norm1, self.norm2 = nn.LayerNorm(HIDDEN, 1e-12), nn.LayerNorm(HIDDEN, 1e-12)
        self.inner, self.outer = nn.Linear(HIDDEN, INNER), nn.Linear(INNER, HIDDEN)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """States [batch, pieces, HIDDEN]; mask [batch, 1, 1, pieces], 0 or a large negative number."""
        batch, length, _ = x.shape

        def split(y: Tensor) -> Tensor:
            return y.view(batch, length, HEADS, HIDDEN // HEADS).transpose(1, 2)

        mixed = nn.functional.scaled_dot_product_attention(
            split(self.query(x)), split(self.key(x)), split(self.value(x)), attn_mask=mask.to(x.dtype)
        )
        mixed = mixed.transpose(1, 2).reshape(batch, length, HIDDEN)
        x = self.norm1(x + self.dropout(self.out(mixed)))
        return self.norm2(x + self.dropout(self.outer(nn.functional.gelu(self.inner(x)))))


class Tagger(nn.Module):
    """Word pieces → tags of each piece and labels of each sentence."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, HIDDEN)
        self.positions = nn.Embedding(POSITIONS, HIDDEN)
        self.types = nn.Parameter(torch.zeros(HIDDEN))
        self.norm = nn.LayerNorm(HIDDEN, 1e-12)
        self.features = nn.Linear(FEATURES, HIDDEN, bias=False)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.dropout = nn.Dropout(dropout)
        self.tags = nn.Linear(HIDDEN, 3 * len(BIO) + len(STRENGTHS) + len(STATUSES))
        self.attention = nn.Linear(HIDDEN, 1)
        self.mix = nn.Linear(2 * HIDDEN, HIDDEN)
        self.sentences = nn.Linear(HIDDEN, sum(SENTENCE_HEADS.values()))
        nn.init.zeros_(self.features.weight)

    def forward(self, ids: Tensor, features: Tensor, mask: Tensor, pool: Tensor) -> tuple[Tensor, Tensor]:
        """Logits of tags [batch, pieces, n] and of sentences [batch, sentences, m].

        ids [batch, pieces]; features [batch, pieces, FEATURES]; mask [batch, pieces] 1 where there is a piece;
        pool [batch, sentences, pieces] 1 where the piece belongs to the sentence.
        """
        x = self.dropout(self.states(ids, features, mask))
        mean = pool @ x / pool.sum(-1, keepdim=True).clamp(min=1.0)
        weights = (self.attention(x).transpose(1, 2) + (pool - 1.0) * 1e4).softmax(-1) * pool
        pooled = self.dropout(torch.tanh(self.mix(torch.cat([mean, weights @ x], -1))))
        return self.tags(x), self.sentences(pooled)

    def states(self, ids: Tensor, features: Tensor | None, mask: Tensor) -> Tensor:
        """States [batch, pieces, HIDDEN] of the last layer."""
        x = self.words(ids) + self.positions(torch.arange(ids.shape[1])) + self.types
        x = self.dropout(self.norm(x if features is None else x + self.features(features)))
        blocked = (1.0 - mask[:, None, None, :]) * -1e4
        for layer in self.layers:
            x = layer(x, blocked)
        return x

    def encoder_parameters(self) -> Iterator[nn.Parameter]:
        """The parameters that the base brought; the others are those of features and heads."""
        return (weights for name, weights in self.named_parameters() if name.split(".")[0] not in FRESH)


def halved() -> torch.autocast:
    """A context that reckons in bfloat16 on processors that know it, where it is exact enough: twice as fast there.

    Without AVX-512 it would be reckoned in software, at a tenth of the speed of float32.
    """
    return torch.autocast("cpu", torch.bfloat16, enabled="AVX512" in torch.backends.cpu.get_cpu_capability())


def load_base(tagger: Tagger, path: Path) -> None:
    """Copy the base encoder's weights (safetensors, BERT's names) into the tagger."""
    weights = load_file(str(path))
    prefix = "bert." if any(name.startswith("bert.") for name in weights) else ""

    def copy(to: Tensor, name: str) -> None:
        with torch.no_grad():
            to.copy_(weights[prefix + name])

    copy(tagger.words.weight, "embeddings.word_embeddings.weight")
    copy(tagger.positions.weight, "embeddings.position_embeddings.weight")
    with torch.no_grad():
        tagger.types.copy_(weights[prefix + "embeddings.token_type_embeddings.weight"][0])
    copy(tagger.norm.weight, "embeddings.LayerNorm.weight")
    copy(tagger.norm.bias, "embeddings.LayerNorm.bias")
    for number, layer in enumerate(tagger.layers):
        base = f"encoder.layer.{number}."
        for mine, theirs in (
            (layer.query, "attention.self.query"),
            (layer.key, "attention.self.key"),
            (layer.value, "attention.self.value"),
            (layer.out, "attention.output.dense"),
            (layer.norm1, "attention.output.LayerNorm"),
            (layer.inner, "intermediate.dense"),
            (layer.outer, "output.dense"),
            (layer.norm2, "output.LayerNorm"),
        ):
            copy(mine.weight, base + theirs + ".weight")
            copy(mine.bias, base + theirs + ".bias")
