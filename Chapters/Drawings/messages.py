"""Names in a DNS message, as far as the drawings of chapter 1 need them: read apart from the workbook's Swift."""

from collections import namedtuple

Part = namedtuple("Part", "offset label target")
Name = namedtuple("Name", "offset parts text")
HEADER = 12
TYPES_OF_ONE_NAME = (2, 5, 12)  # NS, CNAME, PTR: RFC 1035 §3.3


def pieces(message, offset):
    """The parts of a name up to its root or its pointer, and where reading goes on."""
    parts = []
    while True:
        octet = message[offset]
        if octet >> 6 == 0b11:  # RFC 1035 §4.1.4
            target = (octet & 0b111111) << 8 | message[offset + 1]
            return parts + [Part(offset, "", target)], offset + 2
        label = message[offset + 1 : offset + 1 + octet].decode()
        parts.append(Part(offset, label, None))
        offset += 1 + octet
        if octet == 0:
            return parts, offset


def labels(message, offset):
    parts, _ = pieces(message, offset)
    told = [part.label for part in parts if part.label]
    last = parts[-1]
    return told if last.target is None else told + labels(message, last.target)


def names(message, count):
    """The first names of a message with one question: its own, then each record's owner and the name in its data."""
    found = []

    def name(offset):
        parts, after = pieces(message, offset)
        found.append(Name(offset, parts, ".".join(labels(message, offset))))
        return after

    offset = name(HEADER) + 4
    while len(found) < count:
        offset = name(offset)
        kind, length = (int.from_bytes(message[at : at + 2], "big") for at in (offset, offset + 8))
        if kind in TYPES_OF_ONE_NAME:
            name(offset + 10)
        offset += 10 + length
    return found[:count]
