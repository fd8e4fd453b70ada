"""What is said of an input made to harm, and of a good one behind it."""

import bz2
import gzip
import io
import lzma
import tracemalloc
from pathlib import Path

from communique.model.errors import BadInput
from communique.model.page import Page
from communique.source import pages

LIMIT = 100_000
MANY = 60_000_000
MET = b"The ministers met in Minsk."


def told(path: Path) -> list[str]:
    """What is said of an input and of a good one after it, which must come through; memory stays bounded."""
    good = path.parent / "good.txt"
    good.write_bytes(MET)
    tracemalloc.start()
    *found, last = pages([path, good], LIMIT)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert isinstance(last, Page)
    assert last.body == MET
    assert most < 12_000_000, f"{most:,} bytes"
    bad = [one for one in found if isinstance(one, BadInput)]
    assert all("\n" not in str(one) and len(str(one)) < 400 for one in bad)
    assert all(str(one).startswith(str(path)) for one in bad)
    return [one.reason for one in bad]


def written(path: Path, body: bytes) -> Path:
    path.write_bytes(body)
    return path


def zeros(kind: str) -> bytes:
    """Sixty million zero bytes, packed."""
    if kind == "gz":
        out = io.BytesIO()
        with gzip.GzipFile(fileobj=out, mode="wb") as file:
            for _ in range(MANY // 1_000_000):
                file.write(b" " * 1_000_000)
        return out.getvalue()
    packer = bz2.BZ2Compressor() if kind == "bz2" else lzma.LZMACompressor(preset=0)
    return b"".join(packer.compress(b" " * 1_000_000) for _ in range(MANY // 1_000_000)) + packer.flush()
