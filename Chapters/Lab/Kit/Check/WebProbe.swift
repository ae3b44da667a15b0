import PostRoad

/// What the rules for servers of HTTP have in common.
struct WebProbe {
  let peer: any WebPeer
  /// A word that no earlier run had: nothing of it is in any cache.
  let run: String

  /// A path of this run alone. The first letters choose what `lab backend` does.
  func path(_ name: String) -> String { "/\(name)-\(run)" }

  /// A response, and what was asked.
  struct Answer {
    let asked: String
    let response: HTTP.Response

    func expect(_ wanted: String, _ isRight: Bool) throws {
      try LabKit.expect(isRight, asked: asked, wanted: wanted, got: told)
    }

    var text: String { String(decoding: response.body, as: UTF8.self) }

    private var told: String {
      let line = text.prefix { $0 != "\n" }
      return "\(response.status)\(line.isEmpty ? "" : ", \"\(line)\"")"
    }
  }

  /// One request, with its answer.
  func ask(
    _ target: String, _ fields: [String] = [], method: String = "GET", body: String = "",
    remark: String = ""
  ) throws -> Answer {
    let asked = "\(method) \(target)\(remark.isEmpty ? "" : ", \(remark)")"
    var lines = ["\(method) \(target) HTTP/1.1", "Host: www.postroad.example", "Connection: close"] + fields
    if !body.isEmpty { lines.append("Content-Length: \(body.utf8.count)") }
    let octets = Array((lines + ["", body]).joined(separator: "\r\n").utf8)
    let exchange = try peer.exchange(octets, methods: [method], waitsForEnd: false)
    guard let response = exchange.responses.first else {
      throw CheckFinding(
        asked: asked, wanted: "a response",
        got: exchange.isCutShort ? "one that is cut short, or is none" : "nothing")
    }
    return Answer(asked: asked, response: response)
  }

  /// How often a path was asked of all origins together.
  func count(_ path: String) throws -> Int {
    try peer.origins("/count?path=\(path)").reduce(0) { sum, response in
      let text = String(decoding: response.body, as: UTF8.self).filter { $0 != "\n" }
      guard let count = Int(text) else {
        throw NotJudged(reason: "what is behind it does not count its requests: is it lab backend?")
      }
      return sum + count
    }
  }

  /// Compares how often a path was asked of the origin.
  func expectCount(_ path: String, _ wanted: Int, asked: String) throws {
    let count = try count(path)
    try expect(
      count == wanted, asked: asked, wanted: "\(wanted) request\(wanted == 1 ? "" : "s") at the origin",
      got: "\(count)")
  }
}
