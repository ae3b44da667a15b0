import PostRoad

/// What `iterate` would find, written down: questions, whose servers answer them, and what they say.
///
/// ```
/// www.example A from example
///   NOERROR aa
///   answer www.example. 300 A 192.0.2.80
/// ```
public final class ScriptedFindings {
  private var findings: [(question: DNS.Question, zone: DNS.Name, reply: String)] = []
  /// What was asked, in its order.
  public private(set) var asked: [String] = []
  /// The same with what was found.
  public private(set) var conversation: [String] = []

  public init(_ text: String) {
    for line in text.split(separator: "\n") where !line.allSatisfy({ $0 == " " }) {
      if line.hasPrefix(" ") {
        findings[findings.count - 1].reply += line + "\n"
      } else {
        let words = line.split(separator: " ")
        findings.append((question("\(words[0]) \(words[1])"), name(words[3]), ""))
      }
    }
  }

  /// Finds what is written down for a question; for any other nobody helps, as at a root whose servers are silent.
  public func resolve(_ question: DNS.Question) throws -> Resolver.Finding {
    guard asked.count < ScriptedNetwork.mostQueries else { throw ScriptedNetwork.TooManyQueries() }
    asked.append(text(question))
    guard let found = findings.first(where: { $0.question == question }) else {
      conversation.append("\(text(question)): nobody helped")
      throw Resolver.ResolutionError.noServerHelped(zone: .root)
    }
    let finding = Resolver.Finding(zone: found.zone, response: ReplyText("NOERROR\n" + found.reply).message)
    conversation.append("\(text(question)): \(text(finding))")
    return finding
  }
}
