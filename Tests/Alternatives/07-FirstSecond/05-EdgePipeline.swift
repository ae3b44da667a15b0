import PostRoad

/// One shelf for each key, with all that is known of it; a question finds its shelf by its number.
public struct EdgePipeline {
  private enum Want {
    /// Everybody who comes may join.
    case common(first: Int)
    case alone
  }

  private struct Question {
    let number: Int
    let at: Int64
    let want: Want
    var callers: [Int]
    let left: [String]
  }

  private struct Shelf {
    var stored: Edge.Response?
    var storedSince: Int64 = 0
    var questions: [Question] = []

    func isBelow(_ extra: KeyPath<Edge.Response, Int64>, _ now: Int64) -> Bool {
      guard let stored else { return false }
      return age(now) < stored.lifetime + stored[keyPath: extra]
    }
    func isFresh(_ now: Int64) -> Bool { stored.map { age(now) < $0.lifetime } ?? false }
    func age(_ now: Int64) -> Int64 { (stored?.age ?? 0) + now - storedSince }
    var commonIndex: Int? {
      questions.firstIndex { if case .common = $0.want { true } else { false } }
    }
  }

  private var shelves: [String: Shelf] = [:]
  private var issued = 0
  private let find: (String) throws -> [String]

  public init(parents: @escaping (String) throws -> [String]) throws { find = parents }

  private mutating func begin(
    _ key: String, _ callers: [Int], _ left: [String], _ want: Want, _ now: Int64
  ) -> [Edge.Action] {
    if left.isEmpty { return callers.map(Edge.Action.gatewayTimeout) }
    issued += 1
    shelves[key, default: Shelf()].questions.append(
      Question(number: issued, at: now, want: want, callers: callers, left: left))
    return [.fetch(issued, key, from: left[0])]
  }

  private mutating func take(_ number: Int) throws -> (String, Question) {
    for (key, shelf) in shelves {
      guard let place = shelf.questions.firstIndex(where: { $0.number == number }) else { continue }
      shelves[key]?.questions.remove(at: place)
      return (key, shelf.questions[place])
    }
    throw Edge.ReportError.noFetch(number)
  }

  public mutating func request(_ key: String, by caller: Int, now: Int64) throws -> [Edge.Action] {
    let shelf = shelves[key] ?? Shelf()
    var answer: [Edge.Action] = []
    if let stored = shelf.stored { answer = [.answer(caller, body: stored.body, age: shelf.age(now))] }
    if shelf.isFresh(now) { return answer }
    let mayServe = shelf.isBelow(\.staleWhileRevalidate, now)
    if let place = shelf.commonIndex {
      if !mayServe { shelves[key]?.questions[place].callers.append(caller) }
      return mayServe ? answer : []
    }
    let left = try find(key)
    return (mayServe ? answer : [])
      + begin(key, mayServe ? [] : [caller], left, .common(first: caller), now)
  }

  public mutating func responded(_ number: Int, _ response: Edge.Response, now: Int64) throws -> [Edge.Action]
  {
    let (key, question) = try take(number)
    let age = response.age + now - question.at
    var answers: [Edge.Action] = []
    var fetches: [Edge.Action] = []
    if response.isShared {
      shelves[key]?.stored = response
      shelves[key]?.storedSince = question.at
    }
    for caller in question.callers {
      if case .common(let first) = question.want, first != caller, !response.isShared {
        fetches += begin(key, [caller], question.left, .alone, now)
      } else {
        answers.append(.answer(caller, body: response.body, age: age))
      }
    }
    return answers + fetches
  }

  public mutating func failed(_ number: Int, now: Int64) throws -> [Edge.Action] {
    let (key, question) = try take(number)
    var (answers, waiting) = ([Edge.Action](), question.callers)
    if let shelf = shelves[key], let stored = shelf.stored, shelf.isBelow(\.staleIfError, now) {
      answers = waiting.map { .answer($0, body: stored.body, age: shelf.age(now)) }
      waiting = []
    }
    return answers + begin(key, waiting, Array(question.left.dropFirst()), question.want, now)
  }
}
