import PostRoad

/// The most octets of a response over UDP: 512 for a query without EDNS; with EDNS the lesser of what the client offers and the server's
/// own maximum, but never less than 512.
///
/// - Parameters:
///   - offered: the payload size of the query's OPT record; nil where it has none.
///   - maximum: the server's own, such as 1232 or 1400 ([RFC 9715 §3.1](https://www.rfc-editor.org/rfc/rfc9715#section-3.1)).
///
/// Source: [RFC 6891 §6.2.3](https://www.rfc-editor.org/rfc/rfc6891#section-6.2.3).
public func payloadLimit(offered: UInt16?, maximum: UInt16) throws -> Int {
  // TODO: 1. Three numbers, and one that nobody may go below.
  throw NotStarted()
}

/// A response that has at most `limit` octets: RRsets that do not fit are left out, and TC is set where one was needed.
///
/// An *RRset* is the records of a section that agree in owner and type. *Needed* are those of the answer and authority sections, and in the
/// additional section the addresses of in-domain servers: A and AAAA records whose owner is at or below the owner of an NS record of the
/// authority section ([RFC 9471 §3.1](https://www.rfc-editor.org/rfc/rfc9471#section-3.1) asks it of referrals; here it holds for every
/// response with such NS records). All other additional RRsets are *optional*. OPT records
/// are no RRset: they always stay, as the header and the questions do, whatever their size.
///
/// A response that fits is returned as it is. Else RRsets are added one by one, first the needed ones in the order of the message, then the
/// optional ones. An RRset comes whole or not at all. The first needed one that does not fit sets TC, and ends it: nothing else is added. An
/// optional one that does not fit is left out, and the next one is tried. The records that stay keep their order.
///
/// - Parameters:
///   - response: the whole response. Of its header TC alone may change.
///   - limit: the most octets.
///   - size: the octets that a message has on the wire. It is called once for the whole response, and then at most once for each RRset;
///     what it throws is thrown on.
///
/// Source: [RFC 2181 §9](https://www.rfc-editor.org/rfc/rfc2181#section-9).
public func fit(
  _ response: DNS.Message, limit: Int, size: (DNS.Message) throws -> Int
) throws -> DNS.Message {
  // TODO: 2. Most responses fit.
  // TODO: 3. List the RRsets in the order in which they are tried.
  // TODO: 4. Try one after the other, beginning with what always stays.
  throw NotStarted()
}

// TODO: 5. An RRset is known by its section, owner and type.
