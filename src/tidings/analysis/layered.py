"""A network in parts that follow one another, so that many inputs go through one part while its weights are at hand.

A whole pass streams all weights through the processor's cache for each input; part by part they come once for many.
A part is made of the very nodes of the whole, so its bits are the same. The model is cut by protobuf's wire format alone:
the package `onnx` is not needed to run.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from numpy.typing import NDArray

from tidings.analysis.sessions import one_thread

__all__ = ["Part", "layered", "through"]

GRAPH = 7  # field of a ModelProto
NODE, NAME, HELD, TAKES, GIVES, KNOWN = 1, 2, 5, 11, 12, 13  # fields of a GraphProto
LENGTH = 2  # wire type of bytes with their length before them
ALWAYS = -1  # the part of what hangs on weights alone: each that needs it makes it anew
FLOAT = b"\x12\x04\x0a\x02\x08\x01"  # the type of a value of which no more is known: a tensor of floats
Values = Mapping[str, NDArray[Any]]
Bytes = bytes | memoryview  # slices of a model are views, not copies of its weights


@dataclass(frozen=True)
class Part:
    """One part: the names of what it takes and gives, and what carries it out."""

    takes: tuple[str, ...]
    gives: tuple[str, ...]
    session: Any  # onnxruntime.InferenceSession is untyped


def through(parts: Sequence[Part], outputs: Sequence[str], inputs: Sequence[Values]) -> list[list[NDArray[Any]]]:
    """The outputs for each of the inputs, all of which go through one part before the next."""
    found = [dict(values) for values in inputs]
    for part in parts:
        for values in found:
            given = part.session.run(part.gives, {name: values[name] for name in part.takes})
            values.update(zip(part.gives, given, strict=True))
    return [[values[name] for name in outputs] for values in found]


def layered(path: Path, cuts: Sequence[str]) -> tuple[Part, ...]:
    """A model's parts: each cut is a value with which one ends; where the model has none of them, one part is all."""
    return tuple(Part(takes, gives, one_thread(data)) for data, takes, gives in cut(path.read_bytes(), cuts))


@dataclass(frozen=True, slots=True)
class _Node:
    raw: Bytes
    takes: tuple[str, ...]
    gives: tuple[str, ...]


@dataclass
class _Graph:
    """A model's fields as they are, by what they tell of."""

    around: bytes = b""  # all of the model but the graph
    name: Bytes = b""
    nodes: list[_Node] = field(default_factory=list)
    held: dict[str, Bytes] = field(default_factory=dict)
    takes: dict[str, Bytes] = field(default_factory=dict)
    gives: dict[str, Bytes] = field(default_factory=dict)
    known: dict[str, Bytes] = field(default_factory=dict)

    @classmethod
    def of(cls, model: bytes) -> "_Graph":
        """The graph of a model in ONNX's format."""
        found = cls()
        for number, value, raw in fields(memoryview(model)):
            if number != GRAPH:
                found.around += raw
                continue
            for inner, content, whole in fields(value):
                if inner == NODE:
                    found.nodes.append(_Node(whole, names(content, 1), names(content, 2)))
                elif inner == NAME:
                    found.name = whole
                elif inner == HELD:
                    found.held[names(content, 8)[0]] = whole
                elif inner in (TAKES, GIVES, KNOWN):
                    {TAKES: found.takes, GIVES: found.gives, KNOWN: found.known}[inner][names(content, 1)[0]] = content
        return found

    def value(self, name: str) -> Bytes:
        """What is known of a value: its type and size."""
        said = self.known.get(name) or self.takes.get(name) or self.gives.get(name)
        return said or wrapped(1, name.encode()) + FLOAT


def cut(model: bytes, cuts: Sequence[str]) -> Iterator[tuple[bytes, tuple[str, ...], tuple[str, ...]]]:
    """The models of the parts in their order, with the names of what each takes and gives."""
    graph = _Graph.of(model)
    made_in = parts_of(graph, cuts)
    made_by = {name: node for node in graph.nodes for name in node.gives}
    count = max(made_in.values()) + 1
    chosen = [chosen_for(graph, made_in, made_by, part) for part in range(count)]
    for part, nodes in enumerate(chosen):
        made = {name for node in nodes for name in node.gives}
        asked = {name for node in nodes for name in node.takes if name} - graph.held.keys()
        later = {name for others in chosen[part + 1 :] for node in others for name in node.takes}
        takes = tuple(sorted(asked - made))
        gives = tuple(sorted(name for name in made if made_in[name] == part and (name in later or name in graph.gives)))
        inner = b"".join(
            (
                *(node.raw for node in nodes),
                graph.name,
                *(graph.held[name] for name in graph.held if any(name in node.takes for node in nodes)),
                *(wrapped(TAKES, graph.value(name)) for name in takes),
                *(wrapped(GIVES, graph.value(name)) for name in gives),
                *(wrapped(KNOWN, said) for name, said in graph.known.items() if name in made and name not in gives),
            )
        )
        yield graph.around + wrapped(GRAPH, inner), takes, gives


def parts_of(graph: _Graph, cuts: Sequence[str]) -> dict[str, int]:
    """In which part each value is made; what is made of a cut lies behind it."""
    behind = {name: n + 1 for n, name in enumerate(cuts)}
    made_in = dict.fromkeys(graph.held, ALWAYS) | dict.fromkeys(graph.takes, 0)
    for node in graph.nodes:
        part = max((max(made_in[name], behind.get(name, ALWAYS)) for name in node.takes if name), default=ALWAYS)
        made_in |= dict.fromkeys(node.gives, part)
    return made_in


def chosen_for(graph: _Graph, made_in: Mapping[str, int], made_by: Mapping[str, _Node], part: int) -> list[_Node]:
    """The nodes of a part, and those over weights alone that it needs, in the order of the whole."""
    wanted = {node.gives for node in graph.nodes if made_in[node.gives[0]] == part}
    rest = [name for node in graph.nodes if node.gives in wanted for name in node.takes]
    while rest:
        node = made_by.get(rest.pop())
        if node is not None and made_in[node.gives[0]] == ALWAYS and node.gives not in wanted:
            wanted.add(node.gives)
            rest += node.takes
    return [node for node in graph.nodes if node.gives in wanted]


def names(message: Bytes, number: int) -> tuple[str, ...]:
    """The texts of one field of a message."""
    return tuple(bytes(value).decode("utf-8") for at, value, _ in fields(message) if at == number)


def fields(message: Bytes) -> Iterator[tuple[int, Bytes, Bytes]]:
    """The fields of a message: number, content (of a number none), and all of its bytes."""
    at = 0
    while at < len(message):
        begun = at
        tag, at = varint(message, at)
        kind = tag & 7
        content: Bytes = b""
        if kind == LENGTH:
            size, at = varint(message, at)
            content = message[at : at + size]
            at += size
        elif kind == 0:
            _, at = varint(message, at)
        else:  # eight or four bytes
            at += 8 if kind == 1 else 4
        yield tag >> 3, content, message[begun:at]


def varint(message: Bytes, at: int) -> tuple[int, int]:
    """A number in steps of seven bits, and where the next byte is."""
    value = shift = 0
    while True:
        byte = message[at]
        value |= (byte & 127) << shift
        at, shift = at + 1, shift + 7
        if byte < 128:
            return value, at


def wrapped(number: int, content: Bytes) -> bytes:
    """A field with this content, its length before it."""
    return b"".join((written(number << 3 | LENGTH), written(len(content)), content))


def written(value: int) -> bytes:
    """A number in steps of seven bits."""
    found = bytearray()
    while value > 127:
        found.append(value & 127 | 128)
        value >>= 7
    found.append(value)
    return bytes(found)
