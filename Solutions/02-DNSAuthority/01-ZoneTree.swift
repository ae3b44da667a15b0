import PostRoad

/// Whether `name` is `ancestor` or below it: the last labels of `name` are those of `ancestor`, without regard to case.
///
/// Source: [RFC 1034 §3.1](https://www.rfc-editor.org/rfc/rfc1034#section-3.1).
public func isAtOrBelow(_ name: DNS.Name, _ ancestor: DNS.Name) throws -> Bool {
  // <write>
  // 1. `notcom` ends with `com`, and is not below it.
  return DNS.Name(labels: name.labels.suffix(ancestor.labels.count)) == ancestor
  // </write>
}

/// The records of a zone, in the tree of their names.
///
/// A name of the zone *exists* when it, or a name below it, has records; the origin always exists. A name that exists
/// without records of its own is an *empty non-terminal*. All names are compared without regard to case.
///
/// Source: [RFC 4592 §2.2](https://www.rfc-editor.org/rfc/rfc4592#section-2.2),
/// [RFC 8020 §2](https://www.rfc-editor.org/rfc/rfc8020#section-2).
public struct ZoneTree: Sendable {
  /// The name at the top of the zone.
  public let origin: DNS.Name
  // <declare>
  // 2. Remember the records of each name, and which names exist.
  private var recordsByName: [DNS.Name: [DNS.ResourceRecord]] = [:]
  /// For each name how many records it and the names below it have.
  private var counts: [DNS.Name: Int] = [:]

  /// The name and those above it, up to the origin; none for a name outside of the zone.
  private func path(from name: DNS.Name) throws -> [DNS.Name] {
    guard try isAtOrBelow(name, origin) else { return [] }
    return (0...(name.labels.count - origin.labels.count)).map {
      DNS.Name(labels: Array(name.labels.dropFirst($0)))
    }
  }
  // </declare>

  /// A zone with these records. Of records that are equal in owner and data the first is kept, whatever their TTLs
  /// ([RFC 2181 §5](https://www.rfc-editor.org/rfc/rfc2181#section-5)).
  ///
  /// - Throws: `DNS.ZoneError.outOfZone(_:)` with the owner of the first record that is neither at nor below `origin`.
  public init(origin: DNS.Name, records: [DNS.ResourceRecord]) throws {
    // <write>
    // 3. Each record belongs to a name, and makes all names above it exist.
    self.origin = origin
    for record in records {
      guard try isAtOrBelow(record.name, origin) else { throw DNS.ZoneError.outOfZone(record.name) }
      guard !recordsByName[record.name, default: []].contains(where: { $0.data == record.data }) else {
        continue
      }
      recordsByName[record.name, default: []].append(record)
      for name in try path(from: record.name) { counts[name, default: 0] += 1 }
    }
    // </write>
  }

  /// The records of a name as they were given, in this order; none for an empty non-terminal, a name that does not exist, and
  /// a name outside of the zone.
  public func records(at name: DNS.Name) throws -> [DNS.ResourceRecord] {
    // <write>
    // 4. Most names have none.
    return recordsByName[name] ?? []
    // </write>
  }

  /// The records of a name that have this type.
  public func records(at name: DNS.Name, of type: DNS.RecordType) throws -> [DNS.ResourceRecord] {
    try records(at: name).filter { $0.type == type }
  }

  /// Whether the name exists in this zone.
  public func contains(_ name: DNS.Name) throws -> Bool {
    // <write>
    // 5. A name without records may exist.
    return name == origin || counts[name, default: 0] > 0
    // </write>
  }

  /// The longest existing name that `name` is at or below: the name itself where it exists.
  ///
  /// - Throws: `DNS.ZoneError.outOfZone(_:)` with a name that is neither at nor below the origin.
  public func closestEncloser(of name: DNS.Name) throws -> DNS.Name {
    // <write>
    // 6. At the origin the search ends.
    guard let found = try path(from: name).first(where: contains) else {
      throw DNS.ZoneError.outOfZone(name)
    }
    return found
    // </write>
  }

  /// Removes all records of a name. The names below it keep theirs; where there are none to remove, nothing changes.
  public mutating func remove(_ name: DNS.Name) throws {
    // <write>
    // 7. Which names do not exist any more?
    let count = recordsByName.removeValue(forKey: name)?.count ?? 0
    for name in try path(from: name) { counts[name, default: 0] -= count }
    // </write>
  }
}
