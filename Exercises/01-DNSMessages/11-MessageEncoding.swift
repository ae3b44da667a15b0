import PostRoad

/// Writes a whole message, so that `parseMessage` reads the same again.
///
/// With three exceptions. The header's counts become those of the sections. Data comes back as `readData` sees its type and
/// class: an A, AAAA or SRV outside the class IN comes back as opaque data; opaque data of a type that `readData` knows comes back
/// as that type's, and where it does not have its form, `parseMessage` refuses the message. And a TXT without strings is written as
/// data of no octets, which comes back opaque outside IN and is refused in IN: RFC 1035 §3.3.14 wants one string or more.
///
/// - Parameter message: the message. Its header's counts do not matter: what is written are those of the sections.
/// - Returns: the header, the questions and the records in their order. The owners of records, the names of
///   questions and the names in the data of CNAME, NS, PTR, MX and SOA are written with `writeName`, each
///   name that was written being one that later ones may point to. The target of SRV is written in full, and later
///   names may point to it as well; a name that was written before keeps its first place. Opaque data is written as it is, whatever
///   its type. Every RDLENGTH is the number of octets that the data has in the message, after compression. How long the whole
///   message becomes is not limited here: who sends it knows what fits.
/// - Throws: before anything else `DNS.MessageError.tooManyEntries(_:)` with the entries of the first of the four sections that
///   has more than 65,535; then what `encodeHeader` throws; then, entry after entry, the first of these that an entry meets:
///   what `writeName` throws for its name; for its data what `writeName` throws, or
///   `DNS.RecordError.stringTooLong(_:)` with the octets of the first string in TXT that has more than 255; and last
///   `DNS.RecordError.dataTooLong(_:)` with the octets of data that has more than 65,535.
///
/// Source: [RFC 1035 §4.1](https://www.rfc-editor.org/rfc/rfc1035#section-4.1),
/// [RFC 3597 §4](https://www.rfc-editor.org/rfc/rfc3597#section-4) and
/// [RFC 2782](https://www.rfc-editor.org/rfc/rfc2782).
public func encodeMessage(_ message: DNS.Message) throws -> [UInt8] {
  // TODO: 1. Count the sections: a count has sixteen bits.
  // TODO: 2. The header, then the entries. All names share one table. RDLENGTH comes before the data, and is known after it.
  throw NotStarted()
}

// TODO: 3. The octets of a number, the highest first.
// TODO: 4. The data as its type has it. Names of RFC 1035's types may be pointers, SRV's target may not. Later names may point into
// it all the same.
