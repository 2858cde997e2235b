"""What the three tasks differ in: network, loss, prediction, and the constants that a model has to beat."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable

import torch
from monai.losses.dice import DiceLoss
from monai.networks.nets.basic_unet import BasicUNet
from monai.networks.nets.densenet import DenseNet
from torch import Tensor, nn
from torch.nn import functional

from .document import Document
from .read_picture import IGNORED


class Task(ABC):
    """Images are float32 (batch, channels, size, size); targets and predictions as `Loaded.targets`."""

    def __init__(self, document: Document) -> None:
        self.channels = document.channels
        self.classes = document.classes
        self.features = document.settings.features
        self.weights = normalize_weights(document.weights)

    @property
    @abstractmethod
    def network(self) -> str: ...

    @abstractmethod
    def build_model(self) -> nn.Module: ...

    @abstractmethod
    def loss(self, logits: Tensor, targets: Tensor) -> Tensor: ...

    @abstractmethod
    def predict(self, logits: Tensor) -> Tensor: ...

    @abstractmethod
    def count(self, predictions: Tensor, targets: Tensor) -> Tensor:
        """int64 (batch, classes, 3): how much of a class prediction and target share, the prediction shows, and the
        target shows — in pixels, or once an image."""

    @abstractmethod
    def constants(self, targets: Tensor) -> list[Tensor]:
        """The best predictions for one image that know the training targets and not the image."""


def create_task(document: Document) -> Task:
    kinds: dict[str, Callable[[Document], Task]] = {
        "segmentation": Segmentation,
        "classification": Classification,
        "multi-label": MultiLabel,
    }
    return kinds[document.task](document)


def normalize_weights(weights: tuple[float, ...]) -> Tensor:
    """Scaled to a mean of 1 over the classes that occur, so that they change the balance and not the learning rate."""
    tensor = torch.tensor(weights, dtype=torch.float32)
    occurring = tensor[tensor > 0]
    return tensor / occurring.mean() if len(occurring) > 0 else torch.ones_like(tensor)


class Segmentation(Task):
    network = "MONAI BasicUNet"

    def __init__(self, document: Document) -> None:
        super().__init__(document)
        # One class: the background is its complement and would count it twice.
        self._dice = DiceLoss(include_background=len(self.classes) > 1, batch=True)

    def build_model(self) -> nn.Module:
        f = self.features
        return BasicUNet(
            spatial_dims=2,
            in_channels=self.channels,
            out_channels=len(self.classes) + 1,
            features=(f, f, 2 * f, 4 * f, 8 * f, f),
        )

    def loss(self, logits: Tensor, targets: Tensor) -> Tensor:
        """DiceCE: soft Dice over the batch plus cross entropy with the weights of the classes. Ignored pixels are in
        neither. Without them it is `monai.losses.DiceCELoss`."""
        logits = logits.float()
        wanted = targets.long()
        counted = wanted != IGNORED
        cross_entropy = functional.cross_entropy(
            logits, wanted, weight=self.weights.to(logits.device), ignore_index=IGNORED
        )
        if not counted.any():
            return logits.sum() * 0
        shown = functional.one_hot(wanted.where(counted, 0), logits.shape[1]).movedim(-1, 1)
        inside = counted.unsqueeze(1)
        dice: Tensor = self._dice(logits.softmax(1) * inside, shown * inside)
        return dice + cross_entropy

    def predict(self, logits: Tensor) -> Tensor:
        return logits.argmax(1).to(torch.uint8)

    def count(self, predictions: Tensor, targets: Tensor) -> Tensor:
        counted = targets != IGNORED
        rows = []
        for place in range(1, len(self.classes) + 1):
            shown = (predictions == place) & counted
            wanted = targets == place
            rows.append(torch.stack([part.flatten(1).sum(1) for part in (shown & wanted, shown, wanted)], dim=-1))
        return torch.stack(rows, dim=1)

    def constants(self, targets: Tensor) -> list[Tensor]:
        """The mean mask: at each pixel the class that is the most frequent there, weighed as in the loss, half as
        much, or not at all; and, since Dice rewards to guess at what is small, the class that is there the most often
        for its size, wherever any class is as frequent as a quarter, half or three quarters of the most."""
        frequencies = torch.stack([(targets == place).float().mean(0) for place in range(len(self.classes) + 1)])
        masks = [
            (frequencies * self.weights.pow(power).view(-1, 1, 1)).argmax(0).to(torch.uint8)
            for power in (0.0, 0.5, 1.0)
        ]
        shown = frequencies[1:]
        sizes = shown.flatten(1).mean(1).clamp(min=1e-9)
        likeliest = 1 + (shown / sizes.view(-1, 1, 1)).argmax(0)
        anything = shown.sum(0)
        for share in (0.25, 0.5, 0.75):
            masks.append(likeliest.where(anything > share * anything.max(), 0).to(torch.uint8))
        return masks


class _PerImage(Task):
    network = "MONAI DenseNet"

    def build_model(self) -> nn.Module:
        return DenseNet(
            spatial_dims=2,
            in_channels=self.channels,
            out_channels=len(self.classes),
            init_features=2 * self.features,
            growth_rate=self.features,
            block_config=(2, 2, 2, 2),
        )


class Classification(_PerImage):
    def loss(self, logits: Tensor, targets: Tensor) -> Tensor:
        return functional.cross_entropy(logits.float(), targets, weight=self.weights.to(logits.device))

    def predict(self, logits: Tensor) -> Tensor:
        return logits.argmax(1)

    def count(self, predictions: Tensor, targets: Tensor) -> Tensor:
        shown = functional.one_hot(predictions, len(self.classes))
        wanted = functional.one_hot(targets, len(self.classes))
        return torch.stack([shown * wanted, shown, wanted], dim=-1)

    def constants(self, targets: Tensor) -> list[Tensor]:
        """The majority class."""
        return [torch.bincount(targets, minlength=len(self.classes)).argmax()]


class MultiLabel(_PerImage):
    def loss(self, logits: Tensor, targets: Tensor) -> Tensor:
        return functional.binary_cross_entropy_with_logits(logits.float(), targets)

    def predict(self, logits: Tensor) -> Tensor:
        return (logits > 0).float()

    def count(self, predictions: Tensor, targets: Tensor) -> Tensor:
        return torch.stack([predictions * targets, predictions, targets], dim=-1).long()

    def constants(self, targets: Tensor) -> list[Tensor]:
        """The classes that more than a third, half or two thirds of the images show."""
        shares = targets.mean(0)
        return [(shares > least).float() for least in (1 / 3, 1 / 2, 2 / 3)]
