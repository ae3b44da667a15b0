// Recorded by Tests/Support/Recording/record-headers.sh: not typed by hand.
import PostRoad

extension RecordedMessage {
  /// What dig asked over UDP; its arguments tell what for.
  static let queries: [RecordedMessage] = [
    RecordedMessage(
      sender: "dig 9.18.49",
      question: "www.postroad.example A +norec +noad +noedns +qid=4660",
      dig: [
        "opcode: QUERY, status: NOERROR, id: 4660",
        "flags:; QUERY: 1, ANSWER: 0, AUTHORITY: 0, ADDITIONAL: 0",
      ],
      hex: """
        1234 0000 0001 0000 0000 0000 0377 7777 0870 6f73 7472 6f61 6407 6578 616d 706c 6500 0001
        0001
        """,
      header: DNS.Header(
        id: 4660, questionCount: 1)),
    RecordedMessage(
      sender: "dig 9.18.49",
      question: "www.postroad.example AAAA +rec +noad +noedns +qid=52428",
      dig: [
        "opcode: QUERY, status: NOERROR, id: 52428",
        "flags: rd; QUERY: 1, ANSWER: 0, AUTHORITY: 0, ADDITIONAL: 0",
      ],
      hex: """
        cccc 0100 0001 0000 0000 0000 0377 7777 0870 6f73 7472 6f61 6407 6578 616d 706c 6500 001c
        0001
        """,
      header: DNS.Header(
        id: 52428, recursionDesired: true, questionCount: 1)),
    RecordedMessage(
      sender: "dig 9.18.49",
      question: "www.postroad.example A +norec +noad +noedns +opcode=status +qid=21845",
      dig: [
        "opcode: STATUS, status: NOERROR, id: 21845",
        "flags:; QUERY: 1, ANSWER: 0, AUTHORITY: 0, ADDITIONAL: 0",
      ],
      hex: """
        5555 1000 0001 0000 0000 0000 0377 7777 0870 6f73 7472 6f61 6407 6578 616d 706c 6500 0001
        0001
        """,
      header: DNS.Header(
        id: 21845, opcode: DNS.Opcode(rawValue: 2), questionCount: 1)),
    RecordedMessage(
      sender: "dig 9.18.49",
      question: "www.postroad.example A +norec +noad +noedns +opcode=15 +qid=32768",
      dig: [
        "opcode: RESERVED15, status: NOERROR, id: 32768",
        "flags:; QUERY: 1, ANSWER: 0, AUTHORITY: 0, ADDITIONAL: 0",
      ],
      hex: """
        8000 7800 0001 0000 0000 0000 0377 7777 0870 6f73 7472 6f61 6407 6578 616d 706c 6500 0001
        0001
        """,
      header: DNS.Header(
        id: 32768, opcode: DNS.Opcode(rawValue: 15), questionCount: 1)),
    RecordedMessage(
      sender: "dig 9.18.49",
      question: "+header-only +norec +noad +noedns +qid=1",
      dig: [
        "opcode: QUERY, status: NOERROR, id: 1",
        "flags:; QUERY: 0, ANSWER: 0, AUTHORITY: 0, ADDITIONAL: 0",
      ],
      hex: """
        0001 0000 0000 0000 0000 0000
        """,
      header: DNS.Header(
        id: 1)),
    RecordedMessage(
      sender: "dig 9.18.49",
      question: "www.postroad.example A +norec +noad +noedns +zflag +qid=65535",
      dig: [
        "opcode: QUERY, status: NOERROR, id: 65535",
        "flags:; MBZ: 0x4; QUERY: 1, ANSWER: 0, AUTHORITY: 0, ADDITIONAL: 0",
      ],
      hex: """
        ffff 0040 0001 0000 0000 0000 0377 7777 0870 6f73 7472 6f61 6407 6578 616d 706c 6500 0001
        0001
        """,
      header: DNS.Header(
        id: 65535, reservedBit: true, questionCount: 1)),
    RecordedMessage(
      sender: "dig 9.18.49",
      question: "www.postroad.example A +rec +ad +noedns +qid=4662",
      dig: [
        "opcode: QUERY, status: NOERROR, id: 4662",
        "flags: rd ad; QUERY: 1, ANSWER: 0, AUTHORITY: 0, ADDITIONAL: 0",
      ],
      hex: """
        1236 0120 0001 0000 0000 0000 0377 7777 0870 6f73 7472 6f61 6407 6578 616d 706c 6500 0001
        0001
        """,
      header: DNS.Header(
        id: 4662, recursionDesired: true, isAuthenticData: true, questionCount: 1)),
    RecordedMessage(
      sender: "dig 9.18.49",
      question: "www.postroad.example AAAA +rec +noad +cd +noedns +qid=4663",
      dig: [
        "opcode: QUERY, status: NOERROR, id: 4663",
        "flags: rd cd; QUERY: 1, ANSWER: 0, AUTHORITY: 0, ADDITIONAL: 0",
      ],
      hex: """
        1237 0110 0001 0000 0000 0000 0377 7777 0870 6f73 7472 6f61 6407 6578 616d 706c 6500 001c
        0001
        """,
      header: DNS.Header(
        id: 4663, recursionDesired: true, checkingDisabled: true, questionCount: 1)),
    RecordedMessage(
      sender: "dig 9.18.49",
      question: "nowhere.postroad.example A +rec +noad +dnssec +nocookie +qid=4664",
      dig: [
        "opcode: QUERY, status: NOERROR, id: 4664",
        "flags: rd; QUERY: 1, ANSWER: 0, AUTHORITY: 0, ADDITIONAL: 1",
      ],
      hex: """
        1238 0100 0001 0000 0000 0001 076e 6f77 6865 7265 0870 6f73 7472 6f61 6407 6578 616d 706c
        6500 0001 0001 0000 2904 d000 0080 0000 00
        """,
      header: DNS.Header(
        id: 4664, recursionDesired: true, questionCount: 1, additionalCount: 1)),
    RecordedMessage(
      sender: "dig 9.18.49",
      question: "postroad.example SOA +norec +noad +noedns +opcode=notify +aaflag +qid=4666",
      dig: [
        "opcode: NOTIFY, status: NOERROR, id: 4666",
        "flags: aa; QUERY: 1, ANSWER: 0, AUTHORITY: 0, ADDITIONAL: 0",
      ],
      hex: """
        123a 2400 0001 0000 0000 0000 0870 6f73 7472 6f61 6407 6578 616d 706c 6500 0006 0001
        """,
      header: DNS.Header(
        id: 4666, opcode: DNS.Opcode(rawValue: 4), isAuthoritative: true, questionCount: 1)),
  ]
}
