import PostRoad

/// A second implementation of coalescing: a diary of who came for which key, from which each answer is read anew.
public struct CoalescingDiary: Sendable {
  private struct Entry: Sendable {
    var key: String
    var caller: Int
    var fetches: Bool
  }

  private let passSeconds: Int
  private var entries: [Entry] = []
  private var alone: [(key: String, now: Int)] = []
  /// Keys whose fetch is under way.
  private var open: [String] = []

  public init(passSeconds: Int) { self.passSeconds = passSeconds }

  /// Nil where the call is refused.
  public mutating func request(_ key: String, _ caller: Int, now: Int) -> HTTP.CoalescingStep? {
    guard !entries.contains(where: { $0.key == key && $0.caller == caller }) else { return nil }
    if open.contains(key) {
      entries.append(Entry(key: key, caller: caller, fetches: false))
      return .wait
    }
    if alone.contains(where: { $0.key == key && now < $0.now + passSeconds }) { return .pass }
    entries.append(Entry(key: key, caller: caller, fetches: true))
    open.append(key)
    return .fetch
  }

  public mutating func finished(_ key: String, isShared: Bool, now: Int) -> HTTP.CoalescingResult? {
    let all = entries.filter { $0.key == key }
    guard failed(key) != nil else { return nil }
    guard !isShared else { return HTTP.CoalescingResult(answered: all.map(\.caller)) }
    alone.append((key, now))
    return HTTP.CoalescingResult(
      answered: all.filter(\.fetches).map(\.caller), passing: all.filter { !$0.fetches }.map(\.caller))
  }

  public mutating func failed(_ key: String) -> [Int]? {
    guard open.contains(key) else { return nil }
    let callers = entries.filter { $0.key == key }.map(\.caller)
    entries.removeAll { $0.key == key }
    open.removeAll { $0 == key }
    return callers
  }

  public mutating func cancelled(_ key: String, _ caller: Int) -> Bool? {
    guard entries.contains(where: { $0.key == key && $0.caller == caller }) else { return nil }
    entries.removeAll { $0.key == key && $0.caller == caller }
    guard !entries.contains(where: { $0.key == key }) else { return false }
    open.removeAll { $0 == key }
    return true
  }
}
