/// The vocabulary of steering by the client's network: a name server answers with the site for it.
public enum Geo {
  /// A network: the addresses that begin with the same bits.
  public struct Network: Hashable, Sendable, CustomStringConvertible {
    /// The first address of it: 4 octets for IPv4, 16 for IPv6, all bits after `length` 0.
    public let address: [UInt8]
    /// The bits that all its addresses have in common: 0 to 32, or 0 to 128.
    public let length: Int

    /// A network as it is written, `192.0.2.0/24`: the address in octets, the length in bits. The bits after `length` have to be 0.
    public init(_ address: [UInt8], _ length: Int) {
      precondition(address.count == 4 || address.count == 16, "an address has 4 or 16 octets")
      precondition((0...8 * address.count).contains(length), "no such length")
      for bit in length..<8 * address.count {
        precondition(address[bit / 8] >> (7 - bit % 8) & 1 == 0, "a network's other bits are 0")
      }
      self.address = address
      self.length = length
    }

    /// `192.0.2.0/24`; the octets of IPv6 in hexadecimal, two and two.
    public var description: String {
      guard address.count == 16 else { return "\(address.map(String.init).joined(separator: "."))/\(length)" }
      let words = stride(from: 0, to: 16, by: 2).map {
        String(UInt16(address[$0]) << 8 | UInt16(address[$0 + 1]), radix: 16)
      }
      return "\(words.joined(separator: ":"))/\(length)"
    }
  }

  /// Which networks a site answers.
  public struct Rule: Hashable, Sendable, CustomStringConvertible {
    public let network: Network
    public let site: String

    public init(_ network: Network, _ site: String) {
      self.network = network
      self.site = site
    }

    public var description: String { "\(network) \(site)" }
  }

  /// The rules of a name: each network once, in any order, and the site for everybody else.
  public struct Map: Hashable, Sendable {
    public let rules: [Rule]
    public let otherwise: String

    public init(_ rules: [Rule], otherwise: String) {
      self.rules = rules
      self.otherwise = otherwise
    }
  }

  /// The site for an address, and for which addresses around it the same is true.
  public struct Placement: Hashable, Sendable {
    public let site: String
    /// Bits: what holds for the address holds for all that have so many of its leading bits.
    public let scope: Int

    public init(site: String, scope: Int) {
      self.site = site
      self.scope = scope
    }
  }

  /// The EDNS Client Subnet option of a query, without what is the same in all of them.
  public struct ClientSubnet: Hashable, Sendable {
    /// 4 octets or 16; what the client kept for itself is 0.
    public let address: [UInt8]
    /// SOURCE PREFIX-LENGTH: the bits of the address that the client told.
    public let sourceLength: Int

    public init(address: [UInt8], sourceLength: Int) {
      self.address = address
      self.sourceLength = sourceLength
    }
  }

  /// The answer of a name server: the site, and the option's data where there is to be one.
  public struct Answer: Hashable, Sendable {
    public let site: String
    public let option: [UInt8]?

    public init(site: String, option: [UInt8]?) {
      self.site = site
      self.option = option
    }
  }

  /// Why a query's option is answered with FORMERR.
  public enum FormatError: Error, Hashable, Sendable {
    /// It has fewer than the four octets of FAMILY, SOURCE and SCOPE: so many.
    case truncated(octets: Int)
    /// FAMILY is neither 1 (IPv4) nor 2 (IPv6).
    case unknownFamily(UInt16)
    /// SOURCE PREFIX-LENGTH is longer than the family's addresses.
    case sourceTooLong(Int, most: Int)
    /// SCOPE PREFIX-LENGTH is not 0, which only a response may have.
    case scopeInQuery(Int)
    /// ADDRESS has so many octets, where SOURCE PREFIX-LENGTH needs so many.
    case wrongOctetCount(Int, needed: Int)
    /// ADDRESS has a bit that is not 0 after SOURCE PREFIX-LENGTH.
    case bitsBeyondSource
  }
}
