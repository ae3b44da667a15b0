/// How strangers' code is kept from the machine.
package enum Isolation: String, CaseIterable, Codable, Sendable {
  /// bubblewrap: namespaces of its own.
  case bubblewrap = "bwrap"
  /// The same namespaces by `unshare` of util-linux.
  case unshare
  /// The grader itself is in a container that is thrown away, as somebody says: nothing but limits is added.
  case external
  /// Limits alone.
  case none

  /// Those that are tried where nobody names one, the strongest first.
  package static let tried: [Isolation] = [.bubblewrap, .unshare]

  /// Whether it is a wall of ours.
  package var isWall: Bool { self == .bubblewrap || self == .unshare }
}

extension Isolation: CustomStringConvertible {
  package var description: String {
    switch self {
    case .bubblewrap, .unshare:
      "in \(self == .unshare ? "namespaces of `unshare`" : "bubblewrap"): no network, no home folders, all else read-only"
    case .external: "in the container that was said to be there, with limits"
    case .none: "without a sandbox: only limits of time and memory"
    }
  }
}
