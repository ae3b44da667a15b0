import PostRoad

/// One list of all callers in the order in which they came, each with its key; nothing is kept twice.
public struct RequestCoalescing {
  private enum Part {
    case fetches
    case waits
  }

  private var callers: [(key: String, caller: Int, part: Part)] = []
  private var sharedAgain: [String: Int] = [:]
  private let passSeconds: Int

  public init(passSeconds: Int = 120) throws { self.passSeconds = passSeconds }

  private func isFetched(_ key: String) -> Bool { callers.contains { $0.key == key } }

  private mutating func take(_ key: String) throws -> [(caller: Int, part: Part)] {
    guard isFetched(key) else { throw HTTP.CoalescingError.noFetch(key) }
    let taken = callers.filter { $0.key == key }.map { ($0.caller, $0.part) }
    callers.removeAll { $0.key == key }
    return taken
  }

  public mutating func request(_ key: String, by caller: Int, now: Int) throws -> HTTP.CoalescingStep {
    if callers.contains(where: { $0.key == key && $0.caller == caller }) {
      throw HTTP.CoalescingError.isThere(caller)
    }
    let isFirst = !isFetched(key)
    if isFirst, now < sharedAgain[key] ?? .min { return .pass }
    callers.append((key, caller, isFirst ? .fetches : .waits))
    return isFirst ? .fetch : .wait
  }

  public mutating func finished(_ key: String, isShared: Bool, now: Int) throws -> HTTP.CoalescingResult {
    var result = HTTP.CoalescingResult(answered: [])
    for (caller, part) in try take(key) {
      if isShared || part == .fetches {
        result.answered.append(caller)
      } else {
        result.passing.append(caller)
      }
    }
    if !isShared { sharedAgain[key] = now + passSeconds }
    return result
  }

  public mutating func failed(_ key: String) throws -> [Int] { try take(key).map(\.caller) }

  public mutating func cancelled(_ key: String, by caller: Int) throws -> Bool {
    guard isFetched(key) else { throw HTTP.CoalescingError.noFetch(key) }
    let before = callers.count
    callers.removeAll { $0.key == key && $0.caller == caller }
    guard callers.count < before else { throw HTTP.CoalescingError.isNotThere(caller) }
    return !isFetched(key)
  }
}
