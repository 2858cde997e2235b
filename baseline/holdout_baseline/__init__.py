"""The baseline of holdout: trains a small standard model on the audited samples and reports whether it learns."""

from __future__ import annotations

VERSION = "1"
