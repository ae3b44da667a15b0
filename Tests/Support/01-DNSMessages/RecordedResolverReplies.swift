// Recorded by Tests/Support/Recording/record-headers.sh: not typed by hand.
import PostRoad

extension RecordedMessage {
  /// What BIND 9.18.49 replied over UDP: a resolver that validates, and no authority.
  static let resolverReplies: [RecordedMessage] = [
    RecordedMessage(
      sender: "BIND 9.18.49",
      question: "www.postroad.example A +rec +noad +noedns +qid=4661",
      dig: [
        "opcode: QUERY, status: NOERROR, id: 4661",
        "flags: qr rd ra; QUERY: 1, ANSWER: 3, AUTHORITY: 0, ADDITIONAL: 0",
      ],
      hex: """
        1235 8180 0001 0003 0000 0000 0377 7777 0870 6f73 7472 6f61 6407 6578 616d 706c 6500 0001
        0001 c00c 0001 0001 0000 0e10 0004 c000 0250 c00c 0001 0001 0000 0e10 0004 c633 6450 c00c
        0001 0001 0000 0e10 0004 cb00 7150
        """,
      header: DNS.Header(
        id: 4661, isResponse: true, recursionDesired: true, recursionAvailable: true,
        questionCount: 1, answerCount: 3)),
    RecordedMessage(
      sender: "BIND 9.18.49",
      question: "www.postroad.example A +rec +ad +noedns +qid=4662",
      dig: [
        "opcode: QUERY, status: NOERROR, id: 4662",
        "flags: qr rd ra ad; QUERY: 1, ANSWER: 3, AUTHORITY: 0, ADDITIONAL: 0",
      ],
      hex: """
        1236 81a0 0001 0003 0000 0000 0377 7777 0870 6f73 7472 6f61 6407 6578 616d 706c 6500 0001
        0001 c00c 0001 0001 0000 0e10 0004 c000 0250 c00c 0001 0001 0000 0e10 0004 c633 6450 c00c
        0001 0001 0000 0e10 0004 cb00 7150
        """,
      header: DNS.Header(
        id: 4662, isResponse: true, recursionDesired: true, recursionAvailable: true,
        isAuthenticData: true, questionCount: 1, answerCount: 3)),
    RecordedMessage(
      sender: "BIND 9.18.49",
      question: "www.postroad.example AAAA +rec +noad +cd +noedns +qid=4663",
      dig: [
        "opcode: QUERY, status: NOERROR, id: 4663",
        "flags: qr rd ra cd; QUERY: 1, ANSWER: 1, AUTHORITY: 0, ADDITIONAL: 0",
      ],
      hex: """
        1237 8190 0001 0001 0000 0000 0377 7777 0870 6f73 7472 6f61 6407 6578 616d 706c 6500 001c
        0001 c00c 001c 0001 0000 0e10 0010 2001 0db8 0000 0000 0000 0000 0000 0080
        """,
      header: DNS.Header(
        id: 4663, isResponse: true, recursionDesired: true, recursionAvailable: true,
        checkingDisabled: true, questionCount: 1, answerCount: 1)),
    RecordedMessage(
      sender: "BIND 9.18.49",
      question: "nowhere.postroad.example A +rec +noad +dnssec +nocookie +qid=4664",
      dig: [
        "opcode: QUERY, status: NXDOMAIN, id: 4664",
        "flags: qr rd ra ad; QUERY: 1, ANSWER: 0, AUTHORITY: 6, ADDITIONAL: 1",
      ],
      hex: """
        1238 81a3 0001 0000 0006 0001 076e 6f77 6865 7265 0870 6f73 7472 6f61 6407 6578 616d 706c
        6500 0001 0001 056e 6f72 7468 c014 002e 0001 0000 012c 0064 002f 0d03 0000 012c 6b2b 3237
        6b03 a537 6aef 0870 6f73 7472 6f61 6407 6578 616d 706c 6500 0505 b217 e7be ab7e bb8e cbb4
        654d 62d0 a41a d249 e688 57e0 5d9b 8bee 62a4 0a67 493e e589 0773 8bb8 41ec a307 d415 c18a
        ba3a 01e8 20dd 065e f0d2 0278 fe05 ef2a c02a 002f 0001 0000 012c 001e 036e 7331 0870 6f73
        7472 6f61 6407 6578 616d 706c 6500 0006 2000 0000 0003 c0b0 0006 0001 0000 012c 001f c0ac
        0677 6172 6465 6ec0 b000 0000 0100 001c 2000 0003 8400 1275 0000 0001 2cc0 b000 2e00 0100
        0001 2c00 6400 060d 0200 000e 106b 2b32 376b 03a5 376a ef08 706f 7374 726f 6164 0765 7861
        6d70 6c65 00dc 72fe 5d74 2a29 9080 e8c4 b27f 4132 64fb 5742 0f54 ee96 a3ff 0a83 708b 03ee
        ed88 fc06 6888 12d7 882e 2c6d 64ec b22b b123 ecd2 476f cb52 b5cd e3e6 fd54 9b7f 1bc1 1300
        2e00 0100 0001 2c00 6400 2f0d 0200 0001 2c6b 2b32 376b 03a5 376a ef08 706f 7374 726f 6164
        0765 7861 6d70 6c65 009a 9e2a acd9 c97b 335c 9ff4 7469 66af 3f29 4a74 c7eb f186 63cf 08e9
        2c40 cd0b b7e9 a791 9c88 a58c 6d56 e329 6855 7668 a4ba 66a4 a3ea 287f 901d e742 82af 2f60
        4cc1 8300 2f00 0100 0001 2c00 2105 6e6f 7274 6808 706f 7374 726f 6164 0765 7861 6d70 6c65
        0000 0722 0000 0000 0380 0000 2904 d000 0080 0000 00
        """,
      header: DNS.Header(
        id: 4664, isResponse: true, recursionDesired: true, recursionAvailable: true,
        isAuthenticData: true, responseCode: DNS.ResponseCode(rawValue: 3), questionCount: 1,
        authorityCount: 6, additionalCount: 1)),
    RecordedMessage(
      sender: "BIND 9.18.49",
      question: "www.dark.postroad.example A +rec +noad +noedns +qid=4665",
      dig: [
        "opcode: QUERY, status: SERVFAIL, id: 4665",
        "flags: qr rd ra; QUERY: 1, ANSWER: 0, AUTHORITY: 0, ADDITIONAL: 0",
      ],
      hex: """
        1239 8182 0001 0000 0000 0000 0377 7777 0464 6172 6b08 706f 7374 726f 6164 0765 7861 6d70
        6c65 0000 0100 01
        """,
      header: DNS.Header(
        id: 4665, isResponse: true, recursionDesired: true, recursionAvailable: true,
        responseCode: DNS.ResponseCode(rawValue: 2), questionCount: 1)),
    RecordedMessage(
      sender: "BIND 9.18.49",
      question: "postroad.example SOA +norec +noad +noedns +opcode=notify +aaflag +qid=4666",
      dig: [
        "opcode: NOTIFY, status: NOTAUTH, id: 4666",
        "flags: qr; QUERY: 1, ANSWER: 0, AUTHORITY: 0, ADDITIONAL: 0",
      ],
      hex: """
        123a a009 0001 0000 0000 0000 0870 6f73 7472 6f61 6407 6578 616d 706c 6500 0006 0001
        """,
      header: DNS.Header(
        id: 4666, isResponse: true, opcode: DNS.Opcode(rawValue: 4),
        responseCode: DNS.ResponseCode(rawValue: 9), questionCount: 1)),
  ]
}
