import PostRoad
import TestSupport

/// A question that NSD and Knot were asked about one zone, and the reply that both gave.
public struct AuthorityRecording: Sendable {
  /// `www.postroad.example. A`
  public let asked: String
  /// `NXDOMAIN AA`
  public private(set) var head = ""
  /// Each section's records as text in lower case, sorted: neither case nor order has a meaning.
  public private(set) var answer: [String] = []
  public private(set) var authority: [String] = []
  public private(set) var additional: [String] = []
  /// Additional records that one of the two left away: they may be there or not.
  public private(set) var optional: [String] = []

  private init(asked: String) { self.asked = asked }

  /// The zone that they were asked about.
  public static let records = zoneRecords(zone, origin: "postroad.example")

  /// All questions and replies.
  public static let all: [AuthorityRecording] = {
    var all: [AuthorityRecording] = []
    for line in text.split(separator: "\n").map({ String($0) }) {
      let rest = line.split(separator: " ", maxSplits: 1).last.map { $0.lowercased() } ?? ""
      switch line.prefix(while: { $0 != " " }) {
      case "@": all.append(AuthorityRecording(asked: String(line.dropFirst(2))))
      case "answer": all[all.count - 1].answer.append(rest)
      case "authority": all[all.count - 1].authority.append(rest)
      case "additional": all[all.count - 1].additional.append(rest)
      case "optional": all[all.count - 1].optional.append(rest)
      default: all[all.count - 1].head = line
      }
    }
    return all
  }()

  /// Whether a reply has RCODE, AA, answers and authorities of the recorded one, its additional records, and no others but the
  /// optional ones.
  public func agrees(with reply: ReplyText) -> Bool {
    func section(_ title: String) -> [String] {
      reply.lines.dropFirst().filter { $0.hasPrefix(title) }.map { $0.dropFirst(title.count).lowercased() }
        .sorted()
    }
    let more = section("additional ")
    return reply.lines[0] == head && section("answer ") == answer.sorted()
      && section("authority ") == authority.sorted() && Set(more).isSuperset(of: additional)
      && Set(more).isSubset(of: additional + optional) && Set(more).count == more.count
  }

  /// The recorded reply in words.
  public var told: String {
    let lines = ReplyText(head, answer: answer, authority: authority, additional: additional).lines
    return (lines + optional.map { "optional \($0)" }).joined(separator: "\n")
  }
}
