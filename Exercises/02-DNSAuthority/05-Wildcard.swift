import PostRoad

/// The wildcard that speaks for a name that does not exist: `*` directly below the name's closest encloser. Nil where the name
/// exists, or where that wildcard does not.
///
/// - Throws: `DNS.ZoneError.outOfZone(_:)` with a name that is neither at nor below the origin.
///
/// Source: [RFC 4592 §3.3.1](https://www.rfc-editor.org/rfc/rfc4592#section-3.3.1).
public func sourceOfSynthesis(for name: DNS.Name, in zone: ZoneTree) throws -> DNS.Name? {
  // TODO: 1. No other wildcard counts, not even one further up.
  throw NotStarted()
}

/// The records of a name, of all types, whether it exists or a wildcard speaks for it.
///
/// - Returns: the name's own records as they are in the zone, which may be none; or those of its source of synthesis with `name` as
///   it is given for the owner, which may be none, too; nil when the name does not exist and has no source of synthesis.
/// - Throws: `DNS.ZoneError.outOfZone(_:)` with a name that is neither at nor below the origin.
public func matchingRecords(for name: DNS.Name, in zone: ZoneTree) throws -> [DNS.ResourceRecord]? {
  // TODO: 2. The owner is the name that was asked; everything else stays as it is.
  throw NotStarted()
}

/// `plainAnswer(to:in:)` for a zone with wildcards: a name that does not exist, but has a source of synthesis, is answered as if
/// it had the wildcard's records.
///
/// - Returns: as `plainAnswer(to:in:)` does. So a wildcard without records of the type makes "no data", not NXDOMAIN.
///   Delegations and aliases are records like any other here.
public func wildcardAnswer(to question: DNS.Question, in zone: ZoneTree) throws -> DNS.AuthorityReply {
  // TODO: 3. What can be refused, denied, without data or answered is the same as before.
  throw NotStarted()
}
