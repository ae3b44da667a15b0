#!/usr/bin/env python3
"""Draws the figures of chapter 1, DNS on the wire, into the book's resources, out of recorded messages.

usage: chapter1.py
"""

from messages import names
from recordings import authority_reply, reply
from svg import MONOSPACE, Drawing, write_all

# RFC 1035 §4.1.1, with AD and CD by RFC 6895 §2: the columns of each field, word by word.
WORDS = (
    [("ID", 16)],
    [("QR", 1), ("OpCode", 4), ("AA", 1), ("TC", 1), ("RD", 1), ("RA", 1), ("Z", 1), ("AD", 1), ("CD", 1), ("RCODE", 4)],
    [("QDCOUNT", 16)],
    [("ANCOUNT", 16)],
    [("NSCOUNT", 16)],
    [("ARCOUNT", 16)],
)


def header_bits():
    """A recorded header: each bit in its column, each field in its frame."""
    message = authority_reply("www.postroad.example A +norec +noad +noedns +qid=4660")
    drawing = Drawing(356, "The twelve bytes of a recorded header as six words of sixteen bits")
    left, step, high = 6, 23.5, 50
    for bit in range(16):
        drawing.text(left + (bit + 0.5) * step, 20, str(bit), "quiet", 13, "middle")
    drawing.text(434, 20, "bytes", "quiet", 13, "end")
    for row, fields in enumerate(WORDS):
        word, y, bit = message[2 * row : 2 * row + 2], 30 + row * (high + 4), 0
        bits = format(int.from_bytes(word, "big"), "016b")
        for name, width in fields:
            x, value = left + bit * step, bits[bit : bit + width]
            drawing.rect(x + 1, y, width * step - 2, high, "fill" if width > 1 else "none", stroke="line", rx=3)
            told = f"{name} = {int(value, 2)}" if width > 1 else name
            small = 12 if width == 1 else 14 if width > 4 else 13
            drawing.text(x + width * step / 2, y + 19, told, "ink", small, "middle", font_weight=600)
            for place, digit in enumerate(value):
                at = x + (place + 0.5) * step
                if digit == "1":
                    drawing.rect(at - 8, y + 26, 16, 20, "a", rx=3)
                drawing.text(at, y + 41, digit, "paper" if digit == "1" else "ink", 14, "middle", font_family=MONOSPACE)
            bit += width
        drawing.text(434, y + 31, word.hex(" "), "ink", 14, "end", font_family=MONOSPACE)
    return drawing


def name_pointers():
    """The first six names of a recorded reply to a question for an alias, and where their pointers lead."""
    roles = ["the question"]
    roles += ["answer 1, owner", "answer 1, data (CNAME)", "answer 2, owner", "answer 2, data (CNAME)", "answer 3, owner"]
    message = reply("01-DNSMessages/WireNSD.swift", "road.postroad.example A +norec +noad +noedns")
    drawing = Drawing(392, "Six names of a recorded reply: labels once written, and pointers that lead back to them")
    high, places, arrows = 30, {}, []
    for row, (name, role) in enumerate(zip(names(message, len(roles)), roles)):
        y, x = 12 + row * 66 + (16 if row else 0), 44
        drawing.text(34, y + 20, str(name.offset), "quiet", anchor="end", font_family=MONOSPACE)
        for part in name.parts:
            pointer = part.target is not None
            raw = message[part.offset : part.offset + 2].hex()
            text = f"{raw} → {part.target}" if pointer else f"{len(part.label)} {part.label}".rstrip()
            width, colour = 8.6 * len(text) + 14, "a" if pointer else "ink"
            drawing.rect(x, y, width, high, "none" if pointer else "fill", stroke="a" if pointer else "line", rx=4)
            drawing.text(x + width / 2, y + 20, text, colour, 14, "middle", font_family=MONOSPACE)
            if not pointer:
                places[part.offset] = (x + width / 2, y + high)
            else:
                arrows.append((part.target, x + width / 2, y))
            x += width + 4
        below = 0 if row else high + 4
        drawing.text(232, y + below + 13, name.text)
        drawing.text(232, y + below + 32, role, "quiet")
    for target, x, y in arrows:
        to, low = places[target]
        if x < 120:
            # The first of its row: what it points to begins right above it.
            drawing.arrow(62, y, 62, low + 2, "a")
            continue
        # Up beside the boxes of the rows between, then back to the label.
        aside, to = (220, to) if y - low > 150 else (x, to + 14)
        way = f"M{x:.1f} {y}C{x:.1f} {y - 28} {aside:.1f} {y - 16} {aside:.1f} {y - 54}"
        way += f"V{low + 48}C{aside:.1f} {low + 20} {to:.1f} {low + 36} {to:.1f} {low + 8}"
        drawing.add("path", d=way, fill="none", stroke="a", stroke_width=2)
        drawing.head(to, low + 2, -1.5708, "a")
    return drawing


write_all(header_bits, name_pointers)
