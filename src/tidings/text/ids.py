"""Content ids: the same content has the same id, everywhere and always."""

from hashlib import blake2b

__all__ = ["content_id", "digest"]


def digest(data: bytes) -> str:
    """blake2b-128 of bytes, as 32 hex digits."""
    return blake2b(data, digest_size=16).hexdigest()


def content_id(*parts: str) -> str:
    """blake2b-64 of the parts in order, as 16 hex digits; parts cannot run into each other."""
    data = b"".join(
        len(p.encode("utf-8", "surrogatepass")).to_bytes(8, "big") + p.encode("utf-8", "surrogatepass") for p in parts
    )
    return blake2b(data, digest_size=8).hexdigest()
