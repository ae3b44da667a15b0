"""What a balancer reads of a connection, and the ways that bytes and requests take through it."""

from svg import Drawing


def layers_read():
    """The layers of a connection, outermost first, and how far an L4 and an L7 balancer read."""
    drawing = Drawing(212, "How far an L4 and an L7 balancer read: addresses, ports, the server name, the request")
    layers = (("IP", "addresses", 92), ("TCP", "ports", 62), ("TLS", "server name", 110), ("HTTP", "host, path, fields", 148))
    x, edges = 8, []
    for name, holds, width in layers:
        drawing.rect(x, 10, width, 52, "fill", rx=4)
        drawing.text(x + width / 2, 31, name, size=15, anchor="middle", font_weight=600)
        drawing.text(x + width / 2, 52, holds, anchor="middle")
        edges.append((x, x + width))
        x += width + 4

    def reach(y, left, right, colour, **more):
        drawing.line(left, y, right, y, colour, 3, **more)
        drawing.line(right, y - 6, right, y + 6, colour, 3)

    reach(84, 8, edges[1][1], "b")
    drawing.text(8, 106, "L4 reads these", "b", font_weight=600)
    reach(84, *edges[2], "b", stroke_dasharray="5 4")
    drawing.text(edges[2][0], 106, "and at most this,", "b")
    drawing.text(edges[2][0], 125, "which is not yet encrypted", "b")
    reach(152, 8, edges[3][1], "a")
    drawing.text(8, 174, "L7 reads all of it", "a", font_weight=600)
    drawing.text(8, 195, "and ends TLS, for there the request is encrypted", "a")
    return drawing


def node(drawing, x, y, width, text, colour, height=30):
    drawing.rect(x, y - height / 2, width, height, "none", stroke=colour, stroke_width=2, rx=5)
    drawing.text(x + width / 2, y + 5, text, colour, anchor="middle", font_weight=600)


def requests(drawing, x, y, numbers, colour):
    """Requests as numbered dots on a line."""
    for place, number in enumerate(numbers):
        drawing.circle(x + place * 22, y, 9.5, colour)
        drawing.text(x + place * 22, y + 4.5, str(number), "paper", 13, "middle", font_weight=600)


def layers_paths():
    """Three requests of one connection: packets passed on, bytes copied, requests given away one by one."""
    drawing = Drawing(514, "The ways of three requests of one connection through a forwarder, an L4 proxy and an L7 proxy")
    rows = (
        ("L4 that forwards packets: IPVS", "IPVS", "b"),
        ("L4 proxy", "proxy", "b"),
        ("L7 proxy", "proxy", "a"),
    )
    words = (
        ("one connection; with direct routing the replies", "take their own way back"),
        ("two connections, bytes copied unread:", "all requests go where the connection went"),
        ("connections on either side; each request", "is read, and may go to another backend"),
    )
    y = 18
    for (title, name, colour), (told, more) in zip(rows, words):
        forwards, picks_each = name == "IPVS", colour == "a"
        middle = y + (68 if forwards else 46)
        drawing.text(8, y, title, size=15, font_weight=600)
        node(drawing, 8, middle, 62, "client", "ink")
        node(drawing, 170, middle, 62, name, colour)
        for letter, place in zip("ab", (middle - 20, middle + 20)):
            node(drawing, 340, place, 92, f"backend {letter}", "ink", 28)
        drawing.arrow(70, middle, 166, middle, colour)
        requests(drawing, 92, middle, (1, 2, 3), colour)
        drawing.arrow(232, middle - 6, 336, middle - 20, colour)
        requests(drawing, 262, middle - 12, (1, 3) if picks_each else (1, 2, 3), colour)
        if picks_each:
            drawing.arrow(232, middle + 6, 336, middle + 20, colour)
            requests(drawing, 273, middle + 12, (2,), colour)
        if forwards:
            way = f"M340 {middle - 30}C280 {middle - 50} 140 {middle - 50} 64 {middle - 21}"
            drawing.add("path", d=way, fill="none", stroke="quiet", stroke_width=2, stroke_dasharray="5 4")
            drawing.head(58, middle - 18, 2.65, "quiet")
            drawing.text(205, middle - 50, "replies", "quiet", anchor="middle")
        drawing.text(8, middle + 52, told, "quiet")
        drawing.text(8, middle + 70, more, "quiet")
        y = middle + 108
    return drawing
