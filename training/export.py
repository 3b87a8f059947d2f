"""Fitted tagger → int8 ONNX.

Weights of the encoder's linear layers become int8, with seven bits of range: processors without VNNI add pairs of
products in 16 bits, and would saturate with eight. Word embeddings become int8 with a scale for each word. The heads
stay as they are: they are small, and thresholds hang on them.
"""

import copy
import tempfile
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from aidememoire.claims.readers.cutting import FEATURES
from training.model import Tagger

OPSET = 17


class ByRow(nn.Module):
    """Embeddings as int8 with a scale for each row."""

    def __init__(self, embedding: nn.Embedding) -> None:
        super().__init__()
        weight = embedding.weight.detach()
        scale = weight.abs().amax(1, keepdim=True).clamp(min=1e-8) / 127.0
        self.register_buffer("scale", scale)
        self.register_buffer("rows", (weight / scale).round().to(torch.int8))

    def forward(self, ids: Tensor) -> Tensor:
        """States [batch, pieces, n] of ids [batch, pieces]."""
        rows, scale = self.rows, self.scale
        assert isinstance(rows, Tensor)
        assert isinstance(scale, Tensor)
        return rows[ids].to(torch.float32) * scale[ids]


class OneWindow(nn.Module):
    """The tagger as it is run: one window, nothing padded."""

    def __init__(self, tagger: Tagger) -> None:
        super().__init__()
        self.tagger = copy.deepcopy(tagger)
        self.tagger.words = ByRow(tagger.words)  # type: ignore[assignment]

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
        encoder = [
            node.name
            for node in onnx.load(str(plain), load_external_data=False).graph.node
            if node.op_type in {"MatMul", "Gemm"} and "/layers." in node.name
        ]
        quantize_dynamic(
            plain,
            path,
            weight_type=QuantType.QInt8,
            nodes_to_quantize=encoder,
            reduce_range=True,
            per_channel=True,
        )
