// Recorded by Tests/Support/Recording/front-door.py: not typed by hand.

extension FrontDoorRecording {
  /// A row for each query: QR, opcode, number of questions, name, type, class, EDNS version or `-`; what NSD 4.6.1 made of it, and
  /// Knot 3.2.6.
  static let text = """
    0 0 1 www.postroad.example. 1 1 - NOERROR NOERROR
    0 0 1 www.postroad.example. 1 1 0 NOERROR NOERROR
    1 0 1 www.postroad.example. 1 1 - nothing nothing
    1 2 0 postroad.example. 1 1 1 nothing nothing
    0 1 1 www.postroad.example. 1 1 - NOTIMP NOTIMP
    0 2 1 www.postroad.example. 1 1 - NOTIMP NOTIMP
    0 3 1 www.postroad.example. 1 1 - NOTIMP NOTIMP
    0 6 1 www.postroad.example. 1 1 - NOTIMP NOTIMP
    0 7 1 www.postroad.example. 1 1 - NOTIMP NOTIMP
    0 15 1 www.postroad.example. 1 1 - NOTIMP NOTIMP
    0 2 0 postroad.example. 1 1 - NOTIMP NOTIMP
    0 2 1 www.elsewhere. 1 3 - NOTIMP NOTIMP
    0 6 1 postroad.example. 1 1 0 NOTIMP NOTIMP
    0 2 1 postroad.example. 1 1 1 NOTIMP BADVERS
    0 0 0 postroad.example. 1 1 - FORMERR FORMERR
    0 0 2 www.postroad.example. 1 1 - FORMERR nothing
    0 0 2 www.elsewhere. 1 3 - FORMERR nothing
    0 0 2 postroad.example. 1 1 1 FORMERR nothing
    0 0 1 postroad.example. 1 1 1 BADVERS BADVERS
    0 0 1 postroad.example. 1 1 2 BADVERS BADVERS
    0 0 1 postroad.example. 1 1 255 BADVERS BADVERS
    0 0 1 www.elsewhere. 1 1 1 BADVERS BADVERS
    0 0 1 www.elsewhere. 1 1 2 BADVERS BADVERS
    0 0 1 www.elsewhere. 1 1 255 BADVERS BADVERS
    0 0 1 postroad.example. 1 3 1 BADVERS BADVERS
    0 0 1 postroad.example. 252 1 1 BADVERS BADVERS
    0 0 1 postroad.example. 252 1 - NOTIMP NOTIMP
    0 0 1 www.postroad.example. 252 1 0 NOTIMP NOTIMP
    0 0 1 www.postroad.example. 1 0 - REFUSED REFUSED
    0 0 1 www.postroad.example. 1 2 - REFUSED REFUSED
    0 0 1 www.postroad.example. 1 3 - REFUSED REFUSED
    0 0 1 www.postroad.example. 1 4 - REFUSED REFUSED
    0 0 1 www.postroad.example. 1 254 - REFUSED REFUSED
    0 0 1 www.elsewhere. 1 3 0 REFUSED REFUSED
    0 0 1 www.elsewhere. 1 1 - REFUSED REFUSED
    0 0 1 . 1 1 - REFUSED REFUSED
    0 0 1 example. 1 1 - REFUSED REFUSED
    0 0 1 evilpostroad.example. 1 1 - REFUSED REFUSED
    0 0 1 postroad.example.com. 1 1 - REFUSED REFUSED
    """
}
