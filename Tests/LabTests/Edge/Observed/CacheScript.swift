import PostRoad

/// One script of `CacheScripts`, read.
struct CacheScript: Sendable {
  struct Answer: Sendable {
    /// 0 where the connection is closed instead.
    var status: Int
    /// `cut` or `slow`, or nothing.
    var manner: String
    var fields: [HTTP.Field]
  }

  struct Request: Sendable {
    var count: Int
    var method: String
    var target: String
    var fields: [HTTP.Field]
    var shown: [String]
    /// What may come of it, the first being what our cache does.
    var allowed: [String]
  }

  enum Step: Sendable {
    case origin(Answer)
    case wait(Int)
    case ask(Request)
  }

  var title: String
  /// `MUST NOT RFC 9111 §3.5`
  var rule: String
  var steps: [Step]

  var requests: [Request] { steps.compactMap { if case .ask(let request) = $0 { request } else { nil } } }

  static let all = parts(CacheScripts.all, at: "\n").reduce(into: [CacheScript]()) { scripts, line in
    if line.hasPrefix("* ") {
      scripts.append(CacheScript(title: String(line.dropFirst(2)), rule: "", steps: []))
    } else if !line.isEmpty, scripts[scripts.count - 1].rule.isEmpty {
      scripts[scripts.count - 1].rule = line
    } else if !line.isEmpty {
      scripts[scripts.count - 1].steps.append(step(line))
    }
  }

  private static func step(_ line: String) -> Step {
    if line.hasPrefix("wait ") { return .wait(Int(line.dropFirst(5)) ?? 0) }
    if line.hasPrefix("origin ") {
      let words = parts(String(line.dropFirst(7)), at: "; ")
      let what = parts(words[0], at: " ")
      return .origin(
        Answer(status: Int(what[0]) ?? 0, manner: what.count > 1 ? what[1] : "", fields: fields(words)))
    }
    let sides = parts(line, at: " -> ")
    let asked = parts(sides[0], at: " ? ")
    let words = parts(asked[0], at: "; ")
    let many = parts(words[0], at: " x ")
    let what = parts(many[many.count - 1], at: " ")
    return .ask(
      Request(
        count: many.count > 1 ? Int(many[0]) ?? 0 : 1, method: what[0],
        target: what.count > 1 ? what[1] : "map",
        fields: fields(words), shown: asked.count > 1 ? parts(asked[1], at: ", ") : [],
        allowed: parts(sides[1], at: " | ")))
  }

  /// Those after the first word.
  private static func fields(_ words: [String]) -> [HTTP.Field] {
    words.dropFirst().map { word in
      let pair = parts(word, at: ": ")
      return HTTP.Field(pair[0], pair.dropFirst().joined(separator: ": "))
    }
  }

  private static func parts(_ text: String, at separator: String) -> [String] {
    text.split(separator: separator, omittingEmptySubsequences: false).map(String.init)
  }
}
