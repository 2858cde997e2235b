"""Where the training runs."""

from __future__ import annotations

import platform
from dataclasses import dataclass
from typing import Literal

import torch

from .failure import Failure

DeviceChoice = Literal["auto", "cpu", "cuda"]


@dataclass(frozen=True)
class Device:
    torch_device: torch.device
    name: str
    half: torch.dtype | None
    """What mixed precision computes in; None for float32 throughout."""

    @property
    def is_gpu(self) -> bool:
        return self.torch_device.type == "cuda"

    @property
    def precision(self) -> str:
        return "float32" if self.half is None else f"mixed, {str(self.half).removeprefix('torch.')}"

    @property
    def memory_format(self) -> torch.memory_format:
        return torch.channels_last if self.is_gpu else torch.contiguous_format


def choose_device(choice: DeviceChoice) -> Device:
    """Raises `Failure` "no-gpu" where a GPU is asked for and PyTorch finds none; `auto` takes the processor then."""
    if choice != "cpu" and torch.cuda.is_available():
        half = torch.bfloat16 if torch.cuda.is_bf16_supported() else torch.float16
        return Device(torch.device("cuda"), torch.cuda.get_device_name(), half)
    if choice == "cuda":
        raise Failure("no-gpu", "a GPU was asked for, and PyTorch finds none")
    return Device(torch.device("cpu"), platform.processor() or platform.machine(), None)


def make_repeatable(seed: int, threads: int) -> None:
    """The same seed and number of threads give the same numbers on one processor."""
    torch.manual_seed(seed)
    torch.set_num_threads(threads)
    torch.use_deterministic_algorithms(True, warn_only=True)
    torch.backends.cudnn.benchmark = False
