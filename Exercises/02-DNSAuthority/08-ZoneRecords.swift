import PostRoad

/// Reads the entries of a zone file as records.
///
/// An entry that does not begin with a blank, and whose first word has no quotes or escapes and begins with `$`, is a directive: `$ORIGIN` and
/// `$TTL`, in any case, set the origin or the TTL of what comes after them, and need one word more; any other is refused. Every other
/// entry is a record: *owner, TTL, class, type, data*.
///
/// - **Owner**: the first word of an entry that does not begin with a blank, whatever it is; else the owner of the record before.
/// - **TTL and class**: in either order, each may be missing. A TTL is a word of digits, at most 2147483647
///   ([RFC 2181 §8](https://www.rfc-editor.org/rfc/rfc2181#section-8)); the class is `IN`, in any case. Without a TTL the record has
///   that of the last `$TTL` ([RFC 2308 §4](https://www.rfc-editor.org/rfc/rfc2308#section-4)); where there was no `$TTL` yet, the last one that
///   a record stated.
/// - **Type**: a word that `DNS.RecordType(zoneWord:)` knows.
/// - **Data**: the words that `zoneFields` asks for, no more and no less. Types without them have `\#`, the number of octets, and as many octets in
///   hexadecimal digits, in words of any even length ([RFC 3597 §5](https://www.rfc-editor.org/rfc/rfc3597#section-5)); the others do not.
/// - **Names**, in owners, data and `$ORIGIN`: `@` is the origin; a name that ends with a dot is complete, and `.` is the root; any other name is
///   below the origin. An escaped dot or at-sign, and a quoted `@`, are characters of a label.
///
/// - Parameters:
///   - entries: what `tokenize(_:)` returned.
///   - origin: the origin before the first `$ORIGIN`.
///   - address: reads the text of an address: `.a`, `.aaaa`, or nil where it is none. It is called for words without quotes and escapes where
///     an address has to be, once for each.
/// - Returns: the records in the order of their entries.
/// - Throws: a `DNS.ZoneEntryError` with the line of the first entry that is wrong: `badDirective` for a directive, or `badName`
///   for the name of `$ORIGIN`. In a record the first of these: the owner (`noOwner`, `badName`), `unknownType`, `noTTL`, the number of words in the data (`badData`), the first of them that is wrong (`badName` for a name,
///   `badData` for any other).
///
/// Source: [RFC 1035 §5.1](https://www.rfc-editor.org/rfc/rfc1035#section-5.1).
public func readZone(
  _ entries: [DNS.ZoneEntry], origin: DNS.Name, address: (String) -> DNS.RecordData?
) throws -> [DNS.ResourceRecord] {
  // TODO: 1. Some things last from one entry to the next.
  throw NotStarted()
}

// TODO: 2. TTL, class and type; names; data: each is worth a function of its own.
