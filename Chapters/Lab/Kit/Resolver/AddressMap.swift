import DNSMessages
import PostRoad

/// Where the addresses in zones are really reached. Delegations carry no ports, and documentation addresses lead nowhere, so an experiment
/// on one machine maps them: `192.0.2.53 127.0.0.1:5300`, one to a line.
package struct AddressMap: Sendable {
  package enum Failure: Error, Hashable {
    /// This line is not an address and an endpoint.
    case badLine(Int)
  }

  private var endpoints: [Resolver.Address: Endpoint] = [:]

  package init(_ text: String = "") throws {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (number, line) in lines.enumerated() {
      let words = line.prefix { $0 != "#" && $0 != ";" }.split(whereSeparator: \.isWhitespace).map(
        String.init)
      guard !words.isEmpty else { continue }
      guard words.count == 2, let address = Self.address(words[0]), let endpoint = try? Endpoint(words[1])
      else {
        throw Failure.badLine(number + 1)
      }
      endpoints[address] = endpoint
    }
  }

  /// Where an address is reached: as the map says, or at itself, by default at a name server's port.
  package func endpoint(of address: Resolver.Address, port: UInt16 = 53) -> Endpoint {
    if let mapped = endpoints[address] { return mapped }
    return switch address {
    case .v4(let address): Endpoint(octets(address.rawValue), port: port)
    case .v6(let address): Endpoint(octets(address.rawValue), port: port)
    }
  }

  private func octets(_ number: some FixedWidthInteger) -> [UInt8] {
    withUnsafeBytes(of: number.bigEndian) { Array($0) }
  }

  /// An address as it is written, or nil where the text is none.
  static func address(_ text: String) -> Resolver.Address? {
    if let address = try? parseIPv4(text) { return .v4(address) }
    if let address = try? parseIPv6(text) { return .v6(address) }
    return nil
  }
}
