import PostRoad

extension DNS.Name {
  /// Whether this name is in a zone's part of the tree: it is the zone's own name, or below it.
  ///
  /// Names are compared label by label, and without regard to ASCII case. Every name is within the root.
  ///
  /// Source: [RFC 1034 §3.1](https://www.rfc-editor.org/rfc/rfc1034#section-3.1), subdomain.
  public func isWithin(_ zone: DNS.Name) throws -> Bool {
    // TODO: 1. Compare whole labels from the root down, as many as the zone's name has.
    throw NotStarted()
  }
}

/// Finds where to begin: of the zones in a list of records the one that is nearest to the question.
///
/// A zone is known by its NS records, and its name is their owner's. Records of other types say nothing about zones.
/// The nearest zone is the one with the longest name that the question's name is within. A DS record stands in the zone
/// above the cut, so for type DS (`DNS.RecordType.ds`) the zone of the question's own name does not count.
///
/// - Parameters:
///   - question: its name and type.
///   - records: what is known, in any order.
/// - Returns: the nearest zone with the names in its NS records, in the order of the records, each once; or nil, when
///   the question is within no zone of the list.
///
/// Source: [RFC 1034 §5.3.3](https://www.rfc-editor.org/rfc/rfc1034#section-5.3.3), step 2, and
/// [RFC 4035 §3.1.4.1](https://www.rfc-editor.org/rfc/rfc4035#section-3.1.4.1) (DS).
public func closestCut(to question: DNS.Question, in records: [DNS.ResourceRecord]) throws
  -> Resolver.ZoneCut?
{
  // TODO: 2. Only some of the records are about a zone that the question is in. DS has a rule of its own.
  // TODO: 3. Several zones may be left.
  // TODO: 4. The servers of that zone, and of no other.
  throw NotStarted()
}
