import PostRoad

/// A node of a content delivery network: it answers from its store what it may, and fetches the rest from its parents.
///
/// It sends nothing itself: it is told what has happened, and returns what to do. Its parents are shields or the origin, and a shield
/// is such a node, too.
///
/// The age of a response is its Age plus the time since its parent was asked for it. It is fresh while its age is below its
/// lifetime.
///
/// A fetch is *common*: whoever has to wait for the key while it is under way waits for it; or it is *alone*: for one caller. At most
/// one common fetch of a key is under way. Each time a parent is asked, that gets a new number: 1, 2, 3 and so on.
///
/// All functions return answers and timeouts first, in the order in which the callers came, then fetches, in the order of the callers
/// whom they are for. Where they throw, nothing has changed.
///
/// Times are in milliseconds and never go back. Each caller has a number that no other one has.
///
/// Source: [RFC 9111 §4.2](https://www.rfc-editor.org/rfc/rfc9111#section-4.2); the two ways to be stale are
/// [RFC 5861](https://www.rfc-editor.org/rfc/rfc5861)'s.
public struct EdgePipeline {
  // TODO: 1. Remember what is stored, and each fetch with all that has to be known when it ends.
  // TODO: 2. Ask the next parent of a fetch, if there is one.
  // TODO: 3. What a parent was asked for is over, with a response or without one.
  // TODO: 4. An answer has its age.

  /// Nothing is stored, and nothing is under way.
  ///
  /// - Parameter parents: the parents of a key, the one to be asked first at the beginning. It is called once for each common fetch,
  ///   when that begins, and at no other time. The errors it throws are passed on.
  public init(parents: @escaping (String) throws -> [String]) throws {
    // TODO: 5. Keep what you are given.
    throw NotStarted()
  }

  /// A caller wants the response for a key.
  ///
  /// The first that applies:
  ///
  /// 1. what is stored is fresh: the caller is answered;
  /// 2. the age of what is stored is below its lifetime and its `staleWhileRevalidate` together: the caller is answered, and a common fetch
  ///    begins where none is under way;
  /// 3. a common fetch of the key is under way: the caller waits for it;
  /// 4. a common fetch begins, and the caller waits for it.
  ///
  /// A fetch begins with the first parent. One without any parent is over at once: a caller that would wait for it gets a timeout.
  public mutating func request(_ key: String, by caller: Int, now: Int64) throws -> [Edge.Action] {
    // TODO: 6. Is the caller answered at once, and is there anything left to do then?
    // TODO: 7. One common fetch of a key at a time.
    throw NotStarted()
  }

  /// A parent has responded. What it was asked for is over.
  ///
  /// A shared response takes the place of what is stored under the key, and answers all who wait, be it fresh or not.
  ///
  /// One that is not shared leaves the store as it is. It answers the caller for whom the fetch began, if that one waits. For each of the
  /// others a fetch of its own begins, alone, all of them now: with the parent that has responded, and after it those that were not
  /// asked yet.
  ///
  /// - Throws: `Edge.ReportError.noFetch(_:)` where nothing with this number is under way.
  public mutating func responded(_ number: Int, _ response: Edge.Response, now: Int64) throws -> [Edge.Action]
  {
    // TODO: 8. Its age counts from the question.
    // TODO: 9. Whose is it, and what becomes of the others?
    throw NotStarted()
  }

  /// A parent has failed: it did not answer in time, or with 500, 502, 503 or 504. What it was asked for is over.
  ///
  /// If the age of what is stored is below its lifetime and its `staleIfError` together, all who wait are answered with it. Then the next
  /// parent is asked, in the same fetch, even if nobody waits for it any more. Where there is none, the fetch is over, and those who
  /// still wait get a timeout.
  ///
  /// - Throws: `Edge.ReportError.noFetch(_:)` where nothing with this number is under way.
  public mutating func failed(_ number: Int, now: Int64) throws -> [Edge.Action] {
    // TODO: 10. Something old may be better than waiting.
    // TODO: 11. This parent is not asked again in this fetch.
    throw NotStarted()
  }
}
