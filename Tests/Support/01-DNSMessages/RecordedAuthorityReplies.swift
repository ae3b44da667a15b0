// Recorded by Tests/Support/Recording/record-headers.sh: not typed by hand.
import PostRoad

extension RecordedMessage {
  /// What NSD 4.6.1 replied over UDP: the authority for `postroad.example`, no resolver.
  static let authorityReplies: [RecordedMessage] = [
    RecordedMessage(
      sender: "NSD 4.6.1",
      question: "www.postroad.example A +norec +noad +noedns +qid=4660",
      dig: [
        "opcode: QUERY, status: NOERROR, id: 4660",
        "flags: qr aa; QUERY: 1, ANSWER: 3, AUTHORITY: 0, ADDITIONAL: 0",
      ],
      hex: """
        1234 8400 0001 0003 0000 0000 0377 7777 0870 6f73 7472 6f61 6407 6578 616d 706c 6500 0001
        0001 c00c 0001 0001 0000 0e10 0004 c000 0250 c00c 0001 0001 0000 0e10 0004 c633 6450 c00c
        0001 0001 0000 0e10 0004 cb00 7150
        """,
      header: DNS.Header(
        id: 4660, isResponse: true, isAuthoritative: true, questionCount: 1, answerCount: 3)),
    RecordedMessage(
      sender: "NSD 4.6.1",
      question: "www.postroad.example AAAA +rec +noad +noedns +qid=52428",
      dig: [
        "opcode: QUERY, status: NOERROR, id: 52428",
        "flags: qr aa rd; QUERY: 1, ANSWER: 1, AUTHORITY: 0, ADDITIONAL: 0",
      ],
      hex: """
        cccc 8500 0001 0001 0000 0000 0377 7777 0870 6f73 7472 6f61 6407 6578 616d 706c 6500 001c
        0001 c00c 001c 0001 0000 0e10 0010 2001 0db8 0000 0000 0000 0000 0000 0080
        """,
      header: DNS.Header(
        id: 52428, isResponse: true, isAuthoritative: true, recursionDesired: true,
        questionCount: 1, answerCount: 1)),
    RecordedMessage(
      sender: "NSD 4.6.1",
      question: "nowhere.postroad.example A +norec +noad +noedns +qid=255",
      dig: [
        "opcode: QUERY, status: NXDOMAIN, id: 255",
        "flags: qr aa; QUERY: 1, ANSWER: 0, AUTHORITY: 1, ADDITIONAL: 0",
      ],
      hex: """
        00ff 8403 0001 0000 0001 0000 076e 6f77 6865 7265 0870 6f73 7472 6f61 6407 6578 616d 706c
        6500 0001 0001 c014 0006 0001 0000 012c 0023 036e 7331 c014 0677 6172 6465 6ec0 1400 0000
        0100 001c 2000 0003 8400 1275 0000 0001 2c
        """,
      header: DNS.Header(
        id: 255, isResponse: true, isAuthoritative: true,
        responseCode: DNS.ResponseCode(rawValue: 3), questionCount: 1, authorityCount: 1)),
    RecordedMessage(
      sender: "NSD 4.6.1",
      question: "gate.north.postroad.example A +norec +noad +noedns +qid=65280",
      dig: [
        "opcode: QUERY, status: NOERROR, id: 65280",
        "flags: qr; QUERY: 1, ANSWER: 0, AUTHORITY: 2, ADDITIONAL: 2",
      ],
      hex: """
        ff00 8000 0001 0000 0002 0002 0467 6174 6505 6e6f 7274 6808 706f 7374 726f 6164 0765 7861
        6d70 6c65 0000 0100 01c0 1100 0200 0100 000e 1000 0603 6e73 31c0 11c0 1100 0200 0100 000e
        1000 0603 6e73 32c0 11c0 3900 0100 0100 000e 1000 04c0 0002 99c0 4b00 0100 0100 000e 1000
        04c6 3364 99
        """,
      header: DNS.Header(
        id: 65280, isResponse: true, questionCount: 1, authorityCount: 2, additionalCount: 2)),
    RecordedMessage(
      sender: "NSD 4.6.1",
      question: "scroll.postroad.example TXT +norec +noad +noedns +notcp +ignore +qid=513",
      dig: [
        "opcode: QUERY, status: NOERROR, id: 513",
        "flags: qr aa tc; QUERY: 1, ANSWER: 0, AUTHORITY: 0, ADDITIONAL: 0",
      ],
      hex: """
        0201 8600 0001 0000 0000 0000 0673 6372 6f6c 6c08 706f 7374 726f 6164 0765 7861 6d70 6c65
        0000 1000 01
        """,
      header: DNS.Header(
        id: 513, isResponse: true, isAuthoritative: true, isTruncated: true, questionCount: 1)),
    RecordedMessage(
      sender: "NSD 4.6.1",
      question: "www.elsewhere.example A +norec +noad +noedns +qid=43690",
      dig: [
        "opcode: QUERY, status: REFUSED, id: 43690",
        "flags: qr; QUERY: 1, ANSWER: 0, AUTHORITY: 0, ADDITIONAL: 0",
      ],
      hex: """
        aaaa 8005 0001 0000 0000 0000 0377 7777 0965 6c73 6577 6865 7265 0765 7861 6d70 6c65 0000
        0100 01
        """,
      header: DNS.Header(
        id: 43690, isResponse: true, responseCode: DNS.ResponseCode(rawValue: 5),
        questionCount: 1)),
    RecordedMessage(
      sender: "NSD 4.6.1",
      question: "www.postroad.example A +norec +noad +noedns +opcode=status +qid=21845",
      dig: [
        "opcode: STATUS, status: NOTIMP, id: 21845",
        "flags: qr; QUERY: 0, ANSWER: 0, AUTHORITY: 0, ADDITIONAL: 0",
      ],
      hex: """
        5555 9004 0000 0000 0000 0000
        """,
      header: DNS.Header(
        id: 21845, isResponse: true, opcode: DNS.Opcode(rawValue: 2),
        responseCode: DNS.ResponseCode(rawValue: 4))),
    RecordedMessage(
      sender: "NSD 4.6.1",
      question: "www.postroad.example A +norec +noad +noedns +opcode=15 +qid=32768",
      dig: [
        "opcode: RESERVED15, status: NOTIMP, id: 32768",
        "flags: qr; QUERY: 0, ANSWER: 0, AUTHORITY: 0, ADDITIONAL: 0",
      ],
      hex: """
        8000 f804 0000 0000 0000 0000
        """,
      header: DNS.Header(
        id: 32768, isResponse: true, opcode: DNS.Opcode(rawValue: 15),
        responseCode: DNS.ResponseCode(rawValue: 4))),
    RecordedMessage(
      sender: "NSD 4.6.1",
      question: "+header-only +norec +noad +noedns +qid=1",
      dig: [
        "opcode: QUERY, status: FORMERR, id: 1",
        "flags: qr; QUERY: 0, ANSWER: 0, AUTHORITY: 0, ADDITIONAL: 0",
      ],
      hex: """
        0001 8001 0000 0000 0000 0000
        """,
      header: DNS.Header(
        id: 1, isResponse: true, responseCode: DNS.ResponseCode(rawValue: 1))),
    RecordedMessage(
      sender: "NSD 4.6.1",
      question: "www.postroad.example A +norec +noad +noedns +zflag +qid=65535",
      dig: [
        "opcode: QUERY, status: NOERROR, id: 65535",
        "flags: qr aa; QUERY: 1, ANSWER: 3, AUTHORITY: 0, ADDITIONAL: 0",
      ],
      hex: """
        ffff 8400 0001 0003 0000 0000 0377 7777 0870 6f73 7472 6f61 6407 6578 616d 706c 6500 0001
        0001 c00c 0001 0001 0000 0e10 0004 c000 0250 c00c 0001 0001 0000 0e10 0004 c633 6450 c00c
        0001 0001 0000 0e10 0004 cb00 7150
        """,
      header: DNS.Header(
        id: 65535, isResponse: true, isAuthoritative: true, questionCount: 1, answerCount: 3)),
  ]
}
