#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// An address and a port.
package struct Endpoint: Hashable, Sendable {
  /// Four octets, or sixteen.
  package var address: [UInt8]
  package var port: UInt16

  package init(_ address: [UInt8], port: UInt16) {
    self.address = address
    self.port = port
  }

  package static func loopback(port: UInt16) -> Endpoint { Endpoint([127, 0, 0, 1], port: port) }

  /// Reads `127.0.0.1:8080`, `[::1]:8080` or `localhost:8080`. Other names are not looked up.
  package init(_ text: String) throws {
    guard let colon = text.lastIndex(of: ":"), let port = UInt16(text[text.index(after: colon)...]) else {
      throw EndpointError.noPort(text)
    }
    let host = String(text[..<colon])
    let isBracketed = host.hasPrefix("[") && host.hasSuffix("]")
    let family = isBracketed ? AF_INET6 : AF_INET
    var address = [UInt8](repeating: 0, count: isBracketed ? 16 : 4)
    let plain = isBracketed ? String(host.dropFirst().dropLast()) : host == "localhost" ? "127.0.0.1" : host
    guard inet_pton(family, plain, &address) == 1 else { throw EndpointError.noAddress(text) }
    self.init(address, port: port)
  }

  /// Whether only this machine can reach it: 127.0.0.0/8 and ::1.
  package var isLoopback: Bool {
    address.count == 4 ? address[0] == 127 : address == [UInt8](repeating: 0, count: 15) + [1]
  }

  /// The address alone, without the port and brackets.
  package var host: String {
    var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
    inet_ntop(family, address, &text, socklen_t(text.count))
    return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}

/// Why a text is no endpoint.
package enum EndpointError: Error, Hashable {
  /// There is no colon with a number up to 65,535 after it.
  case noPort(String)
  /// What is before the port is no address.
  case noAddress(String)
}

extension Endpoint: CustomStringConvertible {
  package var description: String { address.count == 4 ? "\(host):\(port)" : "[\(host)]:\(port)" }
}

extension Endpoint {
  var family: Int32 { address.count == 4 ? AF_INET : AF_INET6 }

  /// Lends the endpoint to a system call.
  func withSocketAddress<Result>(_ body: (UnsafePointer<sockaddr>, socklen_t) -> Result) -> Result {
    if address.count == 4 {
      var form = sockaddr_in()
      form.sin_family = sa_family_t(AF_INET)
      form.sin_port = port.bigEndian
      withUnsafeMutableBytes(of: &form.sin_addr) { $0.copyBytes(from: address) }
      return Self.lend(&form, body)
    }
    var form = sockaddr_in6()
    form.sin6_family = sa_family_t(AF_INET6)
    form.sin6_port = port.bigEndian
    withUnsafeMutableBytes(of: &form.sin6_addr) { $0.copyBytes(from: address) }
    return Self.lend(&form, body)
  }

  /// What a system call has written.
  init(_ storage: sockaddr_storage) {
    let isIPv4 = Int32(storage.ss_family) == AF_INET
    self = withUnsafeBytes(of: storage) { bytes in
      if isIPv4 {
        let form = bytes.load(as: sockaddr_in.self)
        return Endpoint(
          withUnsafeBytes(of: form.sin_addr) { Array($0) }, port: UInt16(bigEndian: form.sin_port))
      }
      let form = bytes.load(as: sockaddr_in6.self)
      return Endpoint(
        withUnsafeBytes(of: form.sin6_addr) { Array($0) }, port: UInt16(bigEndian: form.sin6_port))
    }
  }

  private static func lend<Form, Result>(
    _ form: inout Form, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Result
  ) -> Result {
    withUnsafePointer(to: &form) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, socklen_t(MemoryLayout<Form>.size)) }
    }
  }
}
