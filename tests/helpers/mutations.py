"""Random changes of bytes, the same for the same seed: fuzzing where nothing guides it."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

#: what has broken readers before, ours or others'
TOKENS = (
    b"", b"\n", b"\0", b"\x1b[2J", b"\r", b"\t", b"\xff", b"\xed\xa0\x80", b"\xef\xbb\xbf",
    b"\xc2\xb2", b"\xe2\x80\xae", b"\xe3\x80\x80", b"null", b"true", b"[", b"]", b"{", b"}",
    b'"', b"'", b"`", b",", b":", b": ", b"- ", b"# ", b"|", b"<b>", b"=1+1", b"@", b"&a",
    b"*a", b"<<:", b"!!python/object:os", b"0", b"-1", b"1e999", b"nan", b"0x10", b"1_000",
    b"9" * 400, b"10" * 40 + b".5", b"0.00 USD", b"-5.00 USD", b"1.005 USD", b"5 XXX",
    b"100 JPY", b"0001-01-01", b"9999-12-31", b"2026-02-30", b"2026-11-21T00:00:00Z",
    b"2027-01-02", b"[" * 300, b"a " * 600, b"platform", b"verdict", b"error", b"status",
    b"invoices: [1, 2]", b"request: {mode: x}", b"timezone: X/Y",
)  # fmt: skip


def mutate(data: bytes, others: Sequence[bytes], rng: Random) -> bytes:
    """A few changes of ``data``: bytes, pieces, tokens, and pieces of other inputs."""
    made = bytearray(data)
    for _ in range(rng.choice((1, 1, 2, 3, 6))):
        at = rng.randrange(len(made) + 1)
        until = min(len(made), at + rng.choice((0, 1, 1, 2, 4, 8, 32)))
        match rng.randrange(6):
            case 0 if at < len(made):
                made[at] ^= 1 << rng.randrange(8)
            case 1:
                made[at:until] = b""
            case 2:
                made[at:at] = made[at:until] * rng.choice((1, 2, 50))
            case 3:
                other = rng.choice(others)
                start = rng.randrange(len(other) + 1)
                made[at:until] = other[start : start + rng.choice((4, 16, 64))]
            case 4:
                made[at:until] = bytes(rng.randrange(256) for _ in range(rng.randrange(4)))
            case _:
                made[at:until] = rng.choice(TOKENS)
    return bytes(made)
