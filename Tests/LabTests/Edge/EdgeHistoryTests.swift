import LabKit
import PostRoad
import Testing

/// Random histories: whatever happens in whatever order, everybody is answered once, and nobody with what is too old.
@Suite struct EdgeHistoryTests {
  /// A body tells when the origin has written it, so it says itself how old it is.
  private static func body(_ path: String, _ language: String, _ now: Int) -> String {
    "\(path) \(language) \(now)"
  }

  @Test(arguments: 1...6) func `each caller is answered once, with its own page, within what is allowed`(
    _ seed: Int
  ) throws {
    var random = SeededRandom(seed: UInt64(seed))
    var settings = EdgeSettings()
    settings.capacity = 6_000
    var script = try EdgeScript(settings)
    var asked: [Int: (path: String, language: String)] = [:]
    var open: [EdgeFetch] = []
    // How old a body may be at most: lifetime and what stale answers are allowed, and what a fetch takes.
    let oldest = 10 + 20 + 20

    func note(_ actions: [EdgeAction]) throws {
      for action in actions {
        switch action {
        case .fetch(let fetch): open.append(fetch)
        case .stop(let id): open.removeAll { $0.id == id }
        case .wait(let caller): #expect(asked[caller] != nil)
        case .answer(let caller, let response):
          let wish = try #require(asked[caller], "answered twice, or never asked")
          asked[caller] = nil
          guard response.status == 200 else { continue }
          let words = response.text.split(separator: " ")
          #expect(words.prefix(2) == [wish.path[...], wish.language[...]])
          let written = try #require(Int(words[2]))
          #expect(script.now - written <= oldest)
        }
      }
    }

    func settle(_ fetch: EdgeFetch) throws {
      let path = String(fetch.request.uri.dropFirst("http://www.postroad.example".count))
      let language = fetch.request.fields.first("Accept-Language") ?? "none"
      let vary = path == "/vary" ? "Accept-Language" : "X-None"
      let told = path == "/vary" ? language : "any"
      let control =
        path == "/private" ? "private" : "max-age=10, stale-while-revalidate=20, stale-if-error=20"
      switch Int.random(in: 0..<10, using: &random) {
      case 0: try note(script.fail(fetch))
      case 1: try note(script.answer(fetch, HTTP.Response(503)))
      default:
        try note(
          script.answer(
            fetch, .ok(Self.body(path, told, script.now), ["Cache-Control": control, "Vary": vary])))
      }
    }

    for _ in 0..<300 {
      switch Int.random(in: 0..<10, using: &random) {
      case 0...5:
        let path = ["/vary", "/plain", "/private"].randomElement(using: &random) ?? ""
        let language = ["de", "fr", "en"].randomElement(using: &random) ?? ""
        let next = script.nextCaller
        asked[next] = (path, path == "/vary" ? language : "any")
        try note(script.ask(path, ["Accept-Language": language]).actions)
      case 6...7:
        guard !open.isEmpty else { continue }
        try settle(open.remove(at: Int.random(in: 0..<open.count, using: &random)))
      case 8:
        guard let caller = asked.keys.sorted().randomElement(using: &random) else { continue }
        asked[caller] = nil
        try note(script.leave(caller))
      default:
        // No fetch takes longer than this test allows for.
        while let fetch = open.first {
          open.removeFirst()
          try settle(fetch)
        }
        script.now += Int.random(in: 0..<15, using: &random)
      }
    }
    while let fetch = open.first {
      open.removeFirst()
      try settle(fetch)
    }
    #expect(asked.isEmpty)
    #expect(try script.edge.used <= settings.capacity)
  }
}
