import PostRoad

/// Writes a whole message, so that `parseMessage` reads the same again.
///
/// With three exceptions. The header's counts become those of the sections. Data comes back as `readData` sees its type and
/// class: opaque data of a type that it knows is taken apart, or refused; an A, AAAA or SRV outside the class IN is opaque. And a
/// TXT without strings is written as data of no octets, which is no TXT for it: RFC 1035 §3.3.14 wants one or more.
///
/// - Parameter message: the message. Its header's counts do not matter: what is written are those of the sections.
/// - Returns: the header, the questions and the records in their order. The owners of records, the names of
///   questions and the names in the data of CNAME, NS, PTR, MX and SOA are written with `writeName`, each
///   name that was written being one that later ones may point to. The target of SRV is written in full, and later
///   names may point to it as well; a name that stood somewhere before keeps its first place.
///   Every RDLENGTH is the number of octets that the data has in the message, after compression.
/// - Throws: for the four sections in their order, before anything is written, `DNS.MessageError.tooManyEntries(_:)` with the
///   entries of the first that has more than 65,535; then what `encodeHeader` throws; then, entry after entry, the first
///   of these that an entry meets: what `writeName` throws for its name; for its data what `writeName` throws, or
///   `DNS.RecordError.stringTooLong(_:)` with the octets of the first string in TXT that has more than 255; and last
///   `DNS.RecordError.dataTooLong(_:)` with the octets of data that has more than 65,535.
///
/// Source: [RFC 1035 §4.1](https://www.rfc-editor.org/rfc/rfc1035#section-4.1),
/// [RFC 3597 §4](https://www.rfc-editor.org/rfc/rfc3597#section-4) and
/// [RFC 2782](https://www.rfc-editor.org/rfc/rfc2782).
public func encodeMessage(_ message: DNS.Message) throws -> [UInt8] {
  // TODO: 1. Count the sections: a count has sixteen bits.
  // TODO: 2. The header, then the entries. All names share one table. Leave two octets for each RDLENGTH: what it is shows
  // when the data is written.
  throw NotStarted()
}

// TODO: 3. The octets of a number, the highest first.
// TODO: 4. The data as its type has it. Names of RFC 1035's types may be pointers, others may not: SRV's gets an empty
// table of its own. Later names may point into it all the same.
