"""Fitted tagger → int8 ONNX.

Weights of the linear layers and of the word embeddings become int8, with seven bits of range: processors without VNNI
add pairs of products in 16 bits, and would saturate with eight.
"""

import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from aidememoire.claims.readers.cutting import FEATURES
from training.model import Tagger

OPSET = 17


class OneWindow(nn.Module):
    """The tagger as it is run: one window, nothing padded."""

    def __init__(self, tagger: Tagger) -> None:
        super().__init__()
        self.tagger = tagger

    def forward(self, ids: Tensor, features: Tensor, pool: Tensor) -> tuple[Tensor, Tensor]:
        """As Tagger's, with a mask that hides nothing."""
        tags, sentences = self.tagger(ids, features, torch.ones_like(ids, dtype=torch.float32), pool)
        return tags, sentences


def export(tagger: Tagger, path: Path) -> None:
    """Write the tagger to ``path``, quantised."""
    tagger.eval()
    length, count = 20, 3
    example = (
        torch.randint(0, 1000, (1, length)),
        torch.zeros(1, length, FEATURES),
        torch.ones(1, count, length),
    )
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        torch.onnx.export(
            OneWindow(tagger),
            example,
            str(plain),
            input_names=["ids", "features", "pool"],
            output_names=["tags", "sentences"],
            dynamic_axes={
                "ids": {1: "pieces"},
                "features": {1: "pieces"},
                "pool": {1: "sentences", 2: "pieces"},
                "tags": {1: "pieces"},
                "sentences": {1: "sentences"},
            },
            opset_version=OPSET,
            dynamo=False,
        )
        quantize_dynamic(plain, path, weight_type=QuantType.QInt8, reduce_range=True, per_channel=True)
