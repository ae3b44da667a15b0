import DNSResolution
import DNSResolutionSupport
import PostRoad
import TestSupport
import Testing

@Suite struct ServiceSelectionTests {
  /// `a:0/3 b:1/0` is the host a with priority 0 and weight 3, and b with priority 1 and weight 0.
  private func services(_ text: String) -> [Resolver.Service] {
    text.split(separator: " ").map { item in
      let parts = item.split { $0 == ":" || $0 == "/" }
      return Resolver.Service(
        priority: UInt16(parts[1])!, weight: UInt16(parts[2])!, port: 9, target: name(parts[0]))
    }
  }

  /// The order of the hosts, and the ranges that were drawn from: `b a, drawn from 0...4`.
  private func arranged(_ services: [Resolver.Service], _ numbers: [Int]) throws -> String {
    var ranges: [String] = []
    let order = try arrange(services) { range in
      ranges.append("\(range)")
      return ranges.count <= numbers.count ? numbers[ranges.count - 1] : 0
    }
    let hosts = order.map {
      $0.target == .root ? "root" : String(decoding: $0.target.labels[0], as: UTF8.self)
    }
    return
      "\(hosts.joined(separator: " "))\(ranges.isEmpty ? "" : ", drawn from ")\(ranges.joined(separator: " "))"
  }

  private func order(_ text: String, drawing numbers: Int..., is expected: String, _ rule: String) throws {
    try check(
      "arrange(_:draw:)", "\(text), drawing \(numbers)", returns: expected, rule
    ) { _ in try arranged(services(text), numbers) }
  }

  // RFC 2782: a client must attempt the lowest-numbered priority first
  @Test func `lower priorities come first`() throws {
    try order("c:65535/9 a:0/1 b:7/0", is: "a b c", "the numbers decide, and nothing has to be drawn")
    try order("b:10/100 a:9/1", is: "a b", "9 is lower than 10, whatever the weights are")
  }

  // RFC 2782: its example zone, priority 0
  @Test func `every number picks the first whose running sum reaches it`() throws {
    for (number, first) in [(0, "old new"), (1, "old new"), (2, "new old"), (3, "new old"), (4, "new old")] {
      try order(
        "old:0/1 new:0/3", drawing: number, is: "\(first), drawn from 0...4",
        "the running sums are 1 and 4, and both ends of the range can be drawn")
    }
  }

  // RFC 2782: 0 to the sum, inclusive
  @Test func `equal weights within one order are 2 to 1`() throws {
    for (number, first) in [(0, "a b"), (1, "a b"), (2, "b a")] {
      try order(
        "a:0/1 b:0/1", drawing: number, is: "\(first), drawn from 0...2", "the running sums are 1 and 2")
    }
  }

  // RFC 2782: those with weight 0 are placed at the beginning of the list
  @Test func `weight 0 is drawn by the number 0 alone`() throws {
    try order("a:0/2 z:0/0", drawing: 0, is: "z a, drawn from 0...2", "z is arranged before a")
    try order("a:0/2 z:0/0", drawing: 1, is: "a z, drawn from 0...2", "the running sums are 0 and 2")
    try order(
      "a:0/2 y:0/0 z:0/0", drawing: 0, 0, is: "y z a, drawn from 0...2 0...2",
      "among them the given order counts")
    try order("a:0/2 y:0/0 z:0/0", drawing: 2, 0, is: "a y z, drawn from 0...2 0...0", "a is gone")
  }

  // RFC 2782: all weights 0
  @Test func `without weights the given order is kept`() throws {
    try order("b:1/0 a:1/0 c:1/0", is: "b a c, drawn from 0...0 0...0", "0 is the only number there is")
  }

  // RFC 2782: remove it, and apply the algorithm to those that are left
  @Test func `the sum is counted anew for those that are left`() throws {
    try order("a:0/1 b:0/2 c:0/4", drawing: 3, 5, is: "b c a, drawn from 0...7 0...5", "b takes its 2 away")
    try order("a:0/1 b:0/2 c:0/4", drawing: 7, 1, is: "c a b, drawn from 0...7 0...3", "c takes its 4 away")
    try order("a:0/1 b:0/2 c:0/4", drawing: 1, 2, is: "a b c, drawn from 0...7 0...6", "a takes its 1 away")
  }

  // RFC 2782: the process is repeated for each priority
  @Test func `weights count within their priority alone`() throws {
    try order(
      "c:2/5 a:1/1 d:2/1 b:1/2", drawing: 3, 6, is: "b a d c, drawn from 0...3 0...6",
      "the sums are 3 for priority 1 and 6 for priority 2")
    try order("a:1/9 b:2/1 c:2/1", drawing: 2, is: "a c b, drawn from 0...2", "a stands alone")
  }

  // RFC 2782: weights have sixteen bits, sums more
  @Test func `large weights add up`() throws {
    try order(
      "a:0/65535 b:0/65535 c:0/65535", drawing: 65_536, 131_070,
      is: "b c a, drawn from 0...196605 0...131070", "the sum is 3 times 65535")
    try order(
      "a:0/65535 b:0/65535 c:0/65535", drawing: 196_605, 65_535,
      is: "c a b, drawn from 0...196605 0...131070", "the upper end is the last place's")
  }

  // RFC 2782, usage rules: precisely one record, and its target is the root
  @Test func `a lone root says that there is no service`() throws {
    let lone = Resolver.Service(priority: 0, weight: 0, port: 0, target: .root)
    try check(
      "arrange(_:draw:)", "0 0 0 .", throws: Resolver.ServiceError.notOffered, "decidedly not available"
    ) { _ in try arranged([lone], []) }
    try check(
      "arrange(_:draw:)", "0 0 0 . and b:1/0", returns: "root b", "one record of several is no such word"
    ) { _ in
      try arranged([lone] + services("b:1/0"), [])
    }
    try check(
      "arrange(_:draw:)", "0 0 0 . twice", returns: "root root, drawn from 0...0", "two are not precisely one"
    ) { _ in try arranged([lone, lone], []) }
    try order("a:0/0", is: "a", "one place: nothing to draw")
    try order("", is: "", "no places at all")
  }

  // Two records may be equal
  @Test func `a record that is listed twice is tried twice`() throws {
    try order("a:0/1 a:0/1 b:0/1", drawing: 1, 2, is: "a b a, drawn from 0...3 0...2", "nobody is left out")
  }

  // The draw is the caller's
  @Test func `a number outside of the range is refused`() throws {
    for number in [-1, 5, Int.min, Int.max] {
      try check(
        "arrange(_:draw:)", "old:0/1 new:0/3, drawing \(number)",
        throws: Resolver.ServiceError.drawOutside(0...4, drawn: number), "0 to 4 were asked for"
      ) { _ in try arranged(services("old:0/1 new:0/3"), [number]) }
    }
    try check(
      "arrange(_:draw:)", "three places, drawing 1, then 6",
      throws: Resolver.ServiceError.drawOutside(0...5, drawn: 6), "the second range is smaller"
    ) { _ in try arranged(services("a:0/1 b:0/2 c:0/3"), [1, 6]) }
  }

  // The draw is the caller's
  @Test func `what the draw throws is thrown`() throws {
    try check("arrange(_:draw:)", "a draw that throws", throws: Resolver.NoReply(), "it is passed on") { _ in
      try arrange(services("a:0/1 b:0/1")) { _ in throw Resolver.NoReply() }
    }
  }

  // A second implementation: a row with as many entries for each place as its weight, the first one once more for 0
  @Test func `all numbers for random places agree with a row of entries`() throws {
    var random = SeededRandom(seed: 33)
    for _ in 0..<60 {
      let hosts = (0..<Int.random(in: 2...4, using: &random)).map { host in
        "\("abcd".dropFirst(host).first!):0/\(Int.random(in: 0...3, using: &random))"
      }
      let arranged = hosts.filter { $0.hasSuffix("/0") } + hosts.filter { !$0.hasSuffix("/0") }
      let row = [arranged[0]] + arranged.flatMap { Array(repeating: $0, count: Int($0.suffix(1))!) }
      for number in row.indices {
        let list = hosts.joined(separator: " ")
        try check(
          "arrange(_:draw:), the first", "\(list), drawing \(number)", returns: String(row[number].prefix(1)),
          "entry \(number) of a row with an entry for each unit of weight"
        ) { _ in try String(self.arranged(services(list), [number]).prefix(1)) }
      }
    }
  }
}
