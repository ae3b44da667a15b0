import PostRoad

/// All nodes in the order in which they would serve a key: rendezvous hashing, also called highest random weight.
///
/// Each node gets a score for this key, and the highest score comes first. There is no ring and nothing to remember.
///
/// - Parameters:
///   - key: the key.
///   - nodes: the names of the nodes, in any order: the result does not depend on it.
///   - score: the hash of a node's name and the key together.
/// - Returns: the names, the highest score first. Where scores are equal, the smaller name comes first, as Swift's `<`
///   compares strings.
/// - Throws: in this order: `Rendezvous.PickError.noNodes` when there is no node, `.duplicateNode` with the first name
///   that stands there for the second time; then whatever `score` throws.
///
/// Source: Thaler, Ravishankar: "Using Name-Based Mappings to Increase Hit Rates", IEEE/ACM Transactions on Networking
/// 6 (1), 1998; [RFC 8584 §3.2](https://www.rfc-editor.org/rfc/rfc8584#section-3.2).
public func rankByRendezvous<Score: Comparable>(
  _ key: String, among nodes: [String], score: (_ node: String, _ key: String) throws -> Score
) throws -> [String] {
  // TODO: 1. Refuse an empty list, and a node that stands for election twice.
  // TODO: 2. Ask for each score once; it may fail.
  // TODO: 3. Bring the nodes into an order that does not depend on the caller's.
  throw NotStarted()
}

/// The node of a key: the first of the ranking, found without sorting.
///
/// - Parameters: as for `rankByRendezvous`; each node is scored once.
/// - Returns: the name with the highest score; of equal scores, the smaller name.
/// - Throws: as `rankByRendezvous`, but a name that stands there twice is no error: it would win or lose as one.
public func pickByRendezvous<Score: Comparable>(
  _ key: String, among nodes: [String], score: (_ node: String, _ key: String) throws -> Score
) throws -> String {
  // TODO: 4. Mind that scores may be negative, equal, or no numbers at all.
  throw NotStarted()
}
