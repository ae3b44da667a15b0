import PostRoad

/// Reads the data of the EDNS Client Subnet option (ECS) of a query.
///
/// ```
///  0        2        3       4
/// | FAMILY | SOURCE | SCOPE | ADDRESS … |
/// ```
///
/// FAMILY is a big-endian word: 1 for IPv4, 2 for IPv6. ADDRESS has as many octets as SOURCE bits need, rounded up.
///
/// Source: [RFC 7871 §6](https://www.rfc-editor.org/rfc/rfc7871#section-6).
///
/// - Returns: the address, filled up with zeros to the 4 or 16 octets of its family, and SOURCE PREFIX-LENGTH.
/// - Throws: `Geo.FormatError`, in this order: `.truncated(octets:)` with fewer than four octets; `.unknownFamily(_:)`;
///   `.sourceTooLong(_:most:)` for more than 32 or 128 bits; `.scopeInQuery(_:)` when SCOPE is not 0;
///   `.wrongOctetCount(_:needed:)` for more or fewer octets of ADDRESS; `.bitsBeyondSource` when one of the bits that fill up
///   its last octet is not 0.
public func readClientSubnet(_ option: [UInt8]) throws -> Geo.ClientSubnet {
  // TODO: 1. Refuse in the order above; each check may rely on those before it.
  // TODO: 2. Fill up what was not sent.
  throw NotStarted()
}

/// The site for an address, and how far the answer holds.
///
/// Of the rules whose network contains the address the one with the longest prefix decides; where there is none, the map's
/// `otherwise`. Rules of the other family are ignored.
///
/// `scope` is the shortest length for which every address with that many of the address's leading bits is decided by the same
/// rule, or all by `otherwise`. Two rules are two even where they name one site. So a short network that has longer ones within it
/// comes apart into as few pieces as possible.
///
/// Source: [RFC 7871 §7.2.1](https://www.rfc-editor.org/rfc/rfc7871#section-7.2.1).
///
/// - Parameter address: 4 or 16 octets.
public func place(_ address: [UInt8], by map: Geo.Map) throws -> Geo.Placement {
  // TODO: 3. Find the rule that decides, and for each other one how long a prefix keeps it out.
  throw NotStarted()
}

// TODO: 4. Count the leading bits that two addresses share.

/// Answers a query with the site for its client.
///
/// Without an option the resolver's address decides, and the answer has no option, since whoever sent none may not understand
/// one. With an option its address decides, where SOURCE is more than 0. The answer's option repeats FAMILY, SOURCE and ADDRESS, and has the
/// placement's `scope` as its SCOPE, even where that is longer than SOURCE. With SOURCE 0 the client asks not to be told apart: the
/// resolver's address decides, and SCOPE is 0.
///
/// Source: [RFC 7871 §7.2.1](https://www.rfc-editor.org/rfc/rfc7871#section-7.2.1). That the resolver's address decides where there is
/// no other is our choice; the RFC leaves it to the server.
///
/// - Parameters:
///   - option: the data of the query's ECS option; nil where it has none.
///   - resolver: the address that the query came from, 4 or 16 octets.
/// - Throws: what `readClientSubnet` throws.
public func steer(option: [UInt8]?, from resolver: [UInt8], by map: Geo.Map) throws -> Geo.Answer {
  // TODO: 5. No option, no option.
  // TODO: 6. An option for an option. Only its SCOPE is the server's own.
  throw NotStarted()
}
