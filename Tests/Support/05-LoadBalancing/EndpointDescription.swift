import PostRoad
import TestSupport

extension LB.Endpoint: CheckDescribable {
  /// `192.0.2.10 port 443`; an IPv6 address by its bytes.
  public var checkDescription: String {
    let isIPv4 = address.count == 4
    return "\(isIPv4 ? address.map(String.init).joined(separator: ".") : hex(address)) port \(port)"
  }
}
