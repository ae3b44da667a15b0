import LabKit
import PostRoad

/// Plays a script to an edge, with an origin that says what the script says.
struct CacheScriptPlay {
  /// What the origin was asked.
  private struct Asked {
    var request: HTTP.Request
    /// 0 where it has not answered.
    var status: Int
    /// Which body it sent, or 0.
    var body: Int
  }

  private let folder = "/s01/"
  private var script: EdgeScript
  private var origin = CacheScript.Answer(status: 0, manner: "", fields: [])
  private var bodies = 0
  private var asked: [Asked] = []

  init() throws { script = try EdgeScript() }

  /// The words for what came of each request.
  mutating func outcomes(of played: CacheScript) throws -> [String] {
    var words: [String] = []
    for step in played.steps {
      switch step {
      case .origin(let answer): origin = answer
      case .wait(let seconds): script.now += seconds
      case .ask(let request): words.append(try outcome(of: request))
      }
    }
    return words
  }

  private mutating func outcome(of request: CacheScript.Request) throws -> String {
    asked = []
    var actions: [EdgeAction] = []
    for _ in 0..<request.count {
      actions += try script.ask(
        folder + request.target, HTTP.Fields(request.fields), method: request.method
      ).actions
    }
    var replies: [HTTP.Response] = []
    while !actions.isEmpty {
      switch actions.removeFirst() {
      case .answer(_, let response): replies.append(response)
      case .fetch(let fetch): actions += try answer(fetch)
      case .wait, .stop: break
      }
    }
    guard request.count > 1 else { return word(request, replies[0]) }
    guard replies.count == request.count, replies.allSatisfy({ $0.status == 200 }) else { return "failed" }
    return (asked.count == 1 ? "one" : asked.count == request.count ? "all" : "some") + " asked"
  }

  private mutating func answer(_ fetch: EdgeFetch) throws -> [EdgeAction] {
    let request = fetch.request
    guard origin.status > 0, origin.manner != "cut" else {
      asked.append(Asked(request: request, status: 0, body: 0))
      return try script.fail(fetch)
    }
    var status = origin.status
    var fields = HTTP.Fields(origin.fields.map { HTTP.Field($0.name, filled($0.value)) })
    if status == 206, !request.fields.contains("Range") {
      // Nobody has asked for a part.
      status = 200
      fields.remove("Content-Range")
    }
    if status == 200, ["GET", "HEAD"].contains(request.method), holds(request, fields) {
      status = 304
    } else {
      bodies += 1
    }
    let number = status == 304 ? 0 : bodies
    asked.append(Asked(request: request, status: status, body: number))
    let digits = String(number)
    var text = String(repeating: "0", count: 3 - digits.utf8.count) + "\(digits) is the map\n"
    if status == 304 { text = "" }
    if status == 206 { text = String(text.prefix(4)) }
    // As the edge's client of the origin hands a response on.
    var told = fields.withoutConnectionFields()
    if !told.contains("Date") { told.append("Date", httpDateText(script.now)) }
    if status != 304 { told.set("Content-Length", "\(text.utf8.count)") }
    let body = request.method == "HEAD" ? [] : Array(text.utf8)
    return try script.answer(fetch, HTTP.Response(status, told, body: body))
  }

  /// Whether a condition of the request is true of what the origin has.
  private func holds(_ request: HTTP.Request, _ fields: HTTP.Fields) -> Bool {
    if request.fields.contains("If-None-Match") {
      let tags = request.fields.values(of: "If-None-Match").flatMap { $0.split(separator: ", ") }
      return tags.contains { ($0.hasPrefix("W/") ? $0.dropFirst(2) : $0) == fields.first("ETag") ?? "" }
    }
    guard let date = request.fields.first("If-Modified-Since") else { return false }
    return date == fields.first("Last-Modified")
  }

  private func filled(_ value: String) -> String {
    if value.hasPrefix("{now") {
      return httpDateText(script.now + (Int(value.dropFirst(4).dropLast()) ?? 0))
    }
    return value.hasPrefix("{folder}") ? folder + value.dropFirst(8) : value
  }

  /// The word for what came of one request, as `play.py` has it.
  private func word(_ request: CacheScript.Request, _ reply: HTTP.Response) -> String {
    if !asked.isEmpty, reply.status >= 500 { return "failed" }
    let own = HTTP.Fields(request.fields)
    let conditional = asked.filter { entry in
      ["If-None-Match", "If-Modified-Since"].contains {
        entry.request.fields.contains($0) && entry.request.fields.first($0) != own.first($0)
      }
    }
    let number = Int(reply.text.prefix(3)) ?? 0
    var word =
      if asked.isEmpty {
        reply.status >= 400 && reply.status != 416 && number == 0 ? "refused" : "hit"
      } else if number > 0, asked.contains(where: { $0.body == number }) {
        conditional.isEmpty ? "miss" : "replaced"
      } else if !asked.contains(where: { 1..<500 ~= $0.status }) {
        "stale"
      } else if conditional.contains(where: { $0.status == 304 }) {
        "validated"
      } else if number > 0 {
        "refreshed"
      } else {
        conditional.isEmpty ? "miss" : "replaced"
      }
    if reply.status != 200 { word += " \(reply.status)" }
    return ([word] + request.shown.map { shown($0, reply, number) }).joined(separator: " ")
  }

  private func shown(_ item: String, _ reply: HTTP.Response, _ number: Int) -> String {
    if item == "body" { return "body \(number)" }
    let name = item.prefix { $0 != "=" && $0 != ">" }
    let limit = item.dropFirst(name.count + 1)
    let told = reply.fields.first(String(name))
    let holds =
      switch item.dropFirst(name.count).first {
      case "=": told == String(limit)
      case ">": (told.flatMap { Int($0) } ?? -1) > (Int(limit) ?? 0)
      default: told != nil
      }
    return "with\(holds ? "" : "out") \(item)"
  }
}
