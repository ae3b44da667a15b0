import PostRoad

/// The root at .1 knows test at .2, and example, whose servers have these names, without glue.
public func exampleRoads(_ servers: [String]) -> String {
  "198.51.100.1 any under example\n" + servers.map { "  authority example. 9 NS \($0).\n" }.joined() + """
    198.51.100.1 any under test
      authority test. 9 NS ns.test.
      additional ns.test. 9 A 198.51.100.2

    """
}

/// The root at .1 knows test at .2 and example at .3; www.example is an alias of a.test, and that one of b.example.
public let aliasRoads =
  "198.51.100.1 any under example\n  authority example. 9 NS ns.\n  additional ns. 9 A 198.51.100.3\n"
  + exampleRoads([]) + """
    198.51.100.3 www.example A
      NOERROR aa
      answer www.example. 9 CNAME a.test.
    198.51.100.2 a.test A
      NOERROR aa
      answer a.test. 9 CNAME b.example.
    198.51.100.3 b.example A
      NOERROR aa
      answer b.example. 9 A 192.0.2.80
    """

/// A referral from a network where every zone has twenty servers, each of them in a new zone. After the most queries that a scripted
/// network answers it refuses.
public func swampReply(to query: DNS.Message, sent: Int) -> DNS.Message {
  guard sent <= ScriptedNetwork.mostQueries, let top = query.questions.first?.name.labels.last else {
    return ReplyText("REFUSED").message
  }
  let zone = String(decoding: top, as: UTF8.self)
  return ReplyText(
    (1...20).map { "authority \(zone). 9 NS ns.\(zone)-\($0)." }.joined(separator: "\n")
  ).message
}
