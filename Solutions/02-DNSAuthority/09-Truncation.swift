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
  // <write>
  // 1. Three numbers, and one that nobody may go below.
  guard let offered else { return Int(DNS.EDNS.minimumPayloadSize) }
  return Int(max(DNS.EDNS.minimumPayloadSize, min(offered, maximum)))
  // </write>
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
  // <write>
  // 2. Most responses fit.
  guard try size(response) > limit else { return response }
  let sections = [\DNS.Message.answers, \.authorities, \.additionals]
  let cuts = response.authorities.filter { $0.type == .ns }.map(\.name)
  // 3. List the RRsets in the order in which they are tried.
  var (needed, optional): ([RRset], [RRset]) = ([], [])
  for (index, section) in sections.enumerated() {
    for record in response[keyPath: section] where record.type != .opt {
      let set = RRset(section: index, name: record.name, type: record.type)
      let isAddress = record.type == .a || record.type == .aaaa
      let isGlue = try isAddress && cuts.contains { try isAtOrBelow(record.name, $0) }
      if index < 2 || isGlue {
        if !needed.contains(set) { needed.append(set) }
      } else if !optional.contains(set) {
        optional.append(set)
      }
    }
  }
  // 4. Try one after the other, beginning with what always stays.
  var kept: [RRset] = []
  func message(_ sets: [RRset]) -> DNS.Message {
    var message = response
    for (index, section) in sections.enumerated() {
      message[keyPath: section].removeAll {
        $0.type != .opt && !sets.contains(RRset(section: index, name: $0.name, type: $0.type))
      }
    }
    return message
  }
  for set in needed + optional {
    if try size(message(kept + [set])) <= limit {
      kept.append(set)
    } else if needed.contains(set) {
      var cut = message(kept)
      cut.header.isTruncated = true
      return cut
    }
  }
  return message(kept)
  // </write>
}

// <declare>
// 5. An RRset is known by its section, owner and type.
private struct RRset: Hashable {
  var section: Int
  var name: DNS.Name
  var type: DNS.RecordType
}
// </declare>
