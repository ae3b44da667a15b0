extension LB {
  /// One end of a connection.
  public struct Endpoint: Hashable, Sendable {
    /// 4 bytes for IPv4, 16 for IPv6, in network byte order.
    public var address: [UInt8]
    public var port: UInt16

    public init(_ address: [UInt8], port: UInt16) {
      self.address = address
      self.port = port
    }
  }

  /// What all packets of a connection in one direction have in common: the 5-tuple.
  public struct Flow: Hashable, Sendable {
    /// What stands in the protocol field of the IP header.
    public enum Transport: UInt8, Hashable, Sendable, CaseIterable {
      case tcp = 6
      case udp = 17
    }

    public var transport: Transport
    public var source: Endpoint
    public var destination: Endpoint

    public init(_ transport: Transport, from source: Endpoint, to destination: Endpoint) {
      self.transport = transport
      self.source = source
      self.destination = destination
    }
  }

  /// How long a flow without a packet is remembered, in seconds.
  public struct FlowTimeouts: Hashable, Sendable {
    public var tcp: Int
    public var udp: Int

    /// IPVS's timeouts unless you say otherwise: ipvsadm(8), `--set`.
    public init(tcp: Int = 900, udp: Int = 300) {
      self.tcp = tcp
      self.udp = udp
    }

    /// The timeout of a transport.
    public subscript(_ transport: Flow.Transport) -> Int {
      switch transport {
      case .tcp: tcp
      case .udp: udp
      }
    }
  }

  /// What is wrong with the settings of a flow table.
  public enum FlowError: Error, Hashable, Sendable {
    /// A table has to hold at least one flow.
    case capacityTooSmall(Int)
  }
}
