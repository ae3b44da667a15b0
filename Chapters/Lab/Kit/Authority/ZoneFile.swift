import DNSAuthority
import DNSMessages
import PostRoad

/// A zone out of its text (exercises 2.7 and 2.8): the records, and the tree of their names.
package struct ZoneFile {
  /// What is wrong with a file beyond its single entries.
  package enum Failure: Error, Hashable {
    /// A zone has one SOA record, at its top; so many are there.
    case starts(Int)
  }

  package let records: [DNS.ResourceRecord]
  package let zone: ZoneTree

  /// - Parameter origin: what names without a dot at their end are below, as long as the text does not say it.
  package init(_ text: [UInt8], origin: DNS.Name = .root) throws {
    records = try readZone(tokenize(text), origin: origin, address: Self.address)
    zone = try Self.tree(of: records)
  }

  /// The tree of a zone's records.
  package static func tree(of records: [DNS.ResourceRecord]) throws -> ZoneTree {
    let tops = records.filter { $0.type == .soa }.map(\.name)
    guard tops.count == 1 else { throw Failure.starts(tops.count) }
    return try ZoneTree(origin: tops[0], records: records)
  }

  /// The tree alone.
  package static func read(_ text: [UInt8], origin: DNS.Name = .root) throws -> ZoneTree {
    try ZoneFile(text, origin: origin).zone
  }

  /// What is wrong, in words, with its line where it has one.
  package static func words(for error: any Error) -> String {
    switch error {
    case DNS.ZoneTextError.unclosedQuote(let line): "line \(line): a quote is not closed on its line"
    case DNS.ZoneTextError.unclosedParenthesis(let line): "line \(line): a parenthesis is never closed"
    case DNS.ZoneTextError.unexpectedParenthesis(let line):
      "line \(line): a parenthesis closes none, or opens a second one inside the first"
    case DNS.ZoneTextError.badEscape(let line):
      "line \(line): after a backslash there are neither three digits up to 255 nor another character"
    case DNS.ZoneEntryError.badDirective(let line):
      "line \(line): only $ORIGIN and $TTL are known, with one word each"
    case DNS.ZoneEntryError.noOwner(let line): "line \(line): the first record has no owner"
    case DNS.ZoneEntryError.unknownType(let line):
      "line \(line): there is no type that is known; write it as TYPE257"
    case DNS.ZoneEntryError.noTTL(let line): "line \(line): there is no TTL, and no $TTL before it"
    case DNS.ZoneEntryError.badName(let line): "line \(line): a name is none, or is too long"
    case DNS.ZoneEntryError.badData(let line): "line \(line): the data is not what the type needs"
    case DNS.ZoneError.outOfZone(let name):
      "\(DNSTold.name(name)) is outside of the zone. Is a dot missing at the end of a name, or --origin?"
    case Failure.starts(0): "there is no SOA record, which says where the zone begins"
    case Failure.starts(let count): "there are \(count) SOA records: a zone has one"
    default: "\(error)"
    }
  }

  static func address(_ text: String) -> DNS.RecordData? {
    if let address = try? parseIPv4(text) { return .a(address) }
    if let address = try? parseIPv6(text) { return .aaaa(address) }
    return nil
  }
}
