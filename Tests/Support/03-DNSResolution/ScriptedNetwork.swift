import PostRoad

/// A network that is written down: which address answers what.
///
/// ```
/// 198.51.100.1 any under example
///   authority example. 172800 NS ns.example.
///   additional ns.example. 172800 A 198.51.100.2
/// 198.51.100.2 www.example A
///   NOERROR aa
///   answer www.example. 300 A 192.0.2.80
/// 198.51.100.3,198.51.100.4 any
///   silent
/// ```
///
/// A line that is not indented says who is asked, and for what: a name and type, `any`, or `any under` a name; with `over tcp` it is
/// about TCP alone. The first such line that fits decides. The indented lines below it are the reply, as `ReplyText` has them, NOERROR without
/// flags unless a line says something else; the question is added. `silent` is no reply. After `then` comes the reply to the next query
/// of this kind; the last one is given again and again. Who has lines, but none that fits, answers REFUSED. Who has none is silent.
public final class ScriptedNetwork {
  /// What is thrown when a resolver asks for ever.
  public struct TooManyQueries: Error, Hashable, Sendable {}

  /// The most queries that a network answers.
  public static let mostQueries = 300

  private struct Entry {
    var addresses: [Resolver.Address]
    var name: DNS.Name?
    var type: DNS.RecordType?
    var zone: DNS.Name?
    var transport: Resolver.Transport?
    var replies: [[String]] = [[]]
    var asked = 0

    func fits(_ question: DNS.Question, _ server: Resolver.Server) -> Bool {
      guard addresses.contains(server.address), transport.map({ $0 == server.transport }) ?? true else {
        return false
      }
      if let name { return name == question.name && type == question.type }
      guard let zone else { return true }
      return DNS.Name(labels: Array(question.name.labels.suffix(zone.labels.count))) == zone
    }
  }

  private var entries: [Entry] = []
  /// What was asked, a line each: `198.51.100.1 www.example. A`, with ` over tcp` and ` RD` where that is so.
  public private(set) var queries: [String] = []
  /// The same with what came back.
  public private(set) var conversation: [String] = []

  public init(_ text: String) {
    for line in text.split(separator: "\n") where !line.allSatisfy({ $0 == " " }) {
      if line.hasPrefix(" ") { add(line.drop { $0 == " " }) } else { begin(line.split(separator: " ")) }
    }
  }

  private func begin(_ words: [Substring]) {
    var words = words
    var entry = Entry(addresses: words.removeFirst().split(separator: ",").map { address($0) })
    if words.suffix(2).first == "over" {
      entry.transport = words.last == "tcp" ? .tcp : .udp
      words.removeLast(2)
    }
    if words.count == 3 {
      entry.zone = name(words[2])
    } else if words.count == 2 {
      (entry.name, entry.type) = (name(words[0]), recordType(words[1]))
    }
    entries.append(entry)
  }

  private func add(_ line: Substring) {
    var replies = entries[entries.count - 1].replies
    if line == "then" { replies.append([]) } else { replies[replies.count - 1].append(String(line)) }
    entries[entries.count - 1].replies = replies
  }

  /// The network as a resolver sees it.
  public func exchange(_ query: DNS.Message, _ server: Resolver.Server) throws -> DNS.Message {
    guard queries.count < Self.mostQueries else { throw TooManyQueries() }
    let asked = query.questions.map { text($0) }.joined(separator: " and ")
    let suffix = (server.transport == .tcp ? " over tcp" : "") + (query.header.recursionDesired ? " RD" : "")
    let call = "\(text(server.address)) \(asked.isEmpty ? "nothing" : asked)\(suffix)"
    queries.append(call)
    guard let reply = reply(to: query, server) else {
      conversation.append("\(call): silence")
      throw Resolver.NoReply()
    }
    conversation.append("\(call): \(text(reply))")
    return reply
  }

  private func reply(to query: DNS.Message, _ server: Resolver.Server) -> DNS.Message? {
    guard let question = query.questions.first,
      entries.contains(where: { $0.addresses.contains(server.address) })
    else { return nil }
    var rows = ["REFUSED"]
    if let index = entries.firstIndex(where: { $0.fits(question, server) }) {
      rows = entries[index].replies[min(entries[index].asked, entries[index].replies.count - 1)]
      entries[index].asked += 1
    }
    guard rows != ["silent"] else { return nil }
    var reply = ReplyText("NOERROR\n" + rows.joined(separator: "\n")).message
    reply.questions = query.questions
    reply.header.id = query.header.id
    return reply
  }
}
