import PostRoad

/// The answers of one second that came out of the store alone. Such an answer depends on the request, on what is stored and on the second:
/// the decisions of chapter 4 are not made again for each of a thousand readers.
struct RecentHits {
  /// How many there are at most. Their bodies are the stored ones, and take no room of their own.
  private static let limit = 16_384

  private var second = 0
  private var answers: [Int: (key: String, response: HTTP.Response)] = [:]

  func answer(to number: Int, now: Int) -> (key: String, response: HTTP.Response)? {
    now == second ? answers[number] : nil
  }

  mutating func remember(_ response: HTTP.Response, of key: String, to number: Int, now: Int) {
    if now != second || answers.count >= Self.limit { forget() }
    second = now
    answers[number] = (key, response)
  }

  mutating func forget() { if !answers.isEmpty { answers.removeAll(keepingCapacity: true) } }
}
