/// The vocabulary of rendezvous hashing, which has no ring.
///
/// Source: Thaler, Ravishankar: "Using Name-Based Mappings to Increase Hit Rates", IEEE/ACM Transactions on Networking
/// 6 (1), 1998.
public enum Rendezvous {
  /// Why nobody wins.
  public enum PickError: Error, Hashable, Sendable {
    /// There is no node.
    case noNodes
    /// This node was named a second time.
    case duplicateNode(String)
  }
}
