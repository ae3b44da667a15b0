import DNSAuthority
import DNSMessages
import PostRoad

/// A message as it is sent: cut to its limit where it has to be (exercises 2.9 and 1.11).
enum FittedMessage {
  static func octets(of whole: DNS.Message, limit: Int) throws -> [UInt8] {
    var written: [UInt8] = []
    var count = 0
    let fitted = try fit(whole, limit: limit) { message in
      count += 1
      written = try encodeMessage(message)
      return written.count
    }
    // Most fit: `fit` has asked for the size of the whole alone, and has returned it.
    return count == 1 && written.count <= limit ? written : try encodeMessage(fitted)
  }
}
