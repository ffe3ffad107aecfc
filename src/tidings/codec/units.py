"""Analysed units to bytes and back, for the memo."""

import msgspec

from tidings.model import Unit

__all__ = ["decode_unit", "encode_unit"]

ENCODER = msgspec.msgpack.Encoder()
DECODER = msgspec.msgpack.Decoder(Unit)


def encode_unit(unit: Unit) -> bytes:
    """The unit as MessagePack; its text may not hold lone surrogates."""
    return ENCODER.encode(unit)


def decode_unit(data: bytes) -> Unit | None:
    """The unit again; None where the bytes are not one, so that it is made anew."""
    try:
        return DECODER.decode(data)
    except msgspec.DecodeError:
        return None
