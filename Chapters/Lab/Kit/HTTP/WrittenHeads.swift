import PostRoad

/// The heads of responses that were written a moment ago, with their octets. A server sends the same ones again and again.
struct WrittenHeads {
  /// As many as backends that answer differently, mostly.
  private static let most = 8

  private struct Entry {
    let status: Int
    let fields: HTTP.Fields
    let count: Int
    let form: ResponseForm
    let octets: [UInt8]
  }

  private var entries: [Entry] = []
  private var next = 0

  /// The octets of a response, as `responseBytes` has them.
  mutating func octets(of response: HTTP.Response, as form: ResponseForm) -> [UInt8] {
    // Equal fields are mostly one and the same array, and compared at once.
    let found = entries.first {
      $0.count == response.body.count && $0.status == response.status && $0.form == form
        && $0.fields == response.fields
    }
    guard let found else {
      let octets = responseHeadBytes(response, as: form)
      let entry = Entry(
        status: response.status, fields: response.fields, count: response.body.count, form: form,
        octets: octets)
      if entries.count < Self.most { entries.append(entry) } else { entries[next] = entry }
      next = (next + 1) % Self.most
      return octets + responseBody(response, as: form)
    }
    return found.octets + responseBody(response, as: form)
  }
}
