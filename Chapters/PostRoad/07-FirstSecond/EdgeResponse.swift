/// The vocabulary of a node in a content delivery network. Every time and every duration is in milliseconds: HTTP's
/// own fields have whole seconds, and nothing is to be lost between two layers of nodes.
public enum Edge {
  /// A response of a parent, as far as a node's decisions need it.
  public struct Response: Hashable, Sendable, CustomStringConvertible {
    /// What it says.
    public var body: String
    /// Whether it may be stored and given to everybody who asks for its key.
    public var isShared: Bool
    /// Its Age: how long ago the origin made it, as the parent that sends it has reckoned.
    public var age: Int64
    /// Its freshness lifetime.
    public var lifetime: Int64
    /// For how long after its lifetime it may be served while a refresh is under way; 0 where it may not.
    public var staleWhileRevalidate: Int64
    /// For how long after its lifetime it may be served when a parent has failed; 0 where it may not.
    public var staleIfError: Int64

    /// A response that comes straight from the origin, unless you say otherwise. No duration is negative, or above 2^41 ms
    /// (2^31 s): sums of them fit.
    public init(
      _ body: String, isShared: Bool = true, age: Int64 = 0, lifetime: Int64 = 0,
      staleWhileRevalidate: Int64 = 0, staleIfError: Int64 = 0
    ) {
      self.body = body
      self.isShared = isShared
      self.age = age
      self.lifetime = lifetime
      self.staleWhileRevalidate = staleWhileRevalidate
      self.staleIfError = staleIfError
    }

    /// `v1, age 0, lifetime 60000`, and what else it has.
    public var description: String {
      var parts = ["\(body)", "age \(age)", "lifetime \(lifetime)"]
      if staleWhileRevalidate > 0 { parts.append("stale-while-revalidate \(staleWhileRevalidate)") }
      if staleIfError > 0 { parts.append("stale-if-error \(staleIfError)") }
      return (isShared ? parts : [body, "not shared"]).joined(separator: ", ")
    }
  }

  /// What a node wants done.
  public enum Action: Hashable, Sendable {
    /// Answer this caller, with the Age of the answer.
    case answer(Int, body: String, age: Int64)
    /// Answer this caller with 504.
    case gatewayTimeout(Int)
    /// Ask this parent for this key, and report what comes of it under this number.
    case fetch(Int, String, from: String)
  }

  /// What is wrong with a report.
  public enum ReportError: Error, Hashable, Sendable {
    /// No fetch with this number is under way.
    case noFetch(Int)
  }
}
