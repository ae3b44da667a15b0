import PostRoad

extension Options {
  /// A word that may stand in a field of HTTP: letters, digits and signs like `-` or `_`.
  func word(_ name: String, usual: String) throws -> String {
    let word = self[name] ?? usual
    guard HTTP.isToken(word) else {
      throw LabError.usage("\(name) \(word) is not a word of letters, digits and signs like - or _.")
    }
    return word
  }

  /// `--seed`, or another number each time.
  func seed() throws -> UInt64 {
    guard let text = self["--seed"] else { return UInt64.random(in: 0...UInt64.max) }
    guard let seed = UInt64(text) else { throw LabError.usage("--seed \(text) is not a whole number.") }
    return seed
  }

  /// Milliseconds: `20ms` or `2s`.
  func duration(_ name: String, least: Int64 = 0) throws -> Int64? {
    guard let text = self[name] else { return nil }
    guard let duration = Self.duration(text), duration >= least else {
      throw LabError.usage(
        "\(name) \(text) is not a time of at least \(least) ms, for example \(name) \(max(20, least))ms.")
    }
    return duration
  }

  /// `20ms`, `2s`, `1.5s`; nil where it is something else, or a day or more.
  static func duration(_ text: some StringProtocol) -> Int64? {
    let isSeconds = !text.hasSuffix("ms")
    guard text.hasSuffix("s"), let number = Double(String(text.dropLast(isSeconds ? 1 : 2))) else {
      return nil
    }
    let milliseconds = number * (isSeconds ? 1_000 : 1)
    return milliseconds >= 0 && milliseconds < 86_400_000 ? Int64(milliseconds.rounded()) : nil
  }

  /// A share of all: `2%` is 0.02.
  func share(_ name: String) throws -> Double? {
    guard let text = self[name] else { return nil }
    guard text.hasSuffix("%"), let percent = Double(String(text.dropLast())), (0...100).contains(percent)
    else { throw LabError.usage("\(name) \(text) is not a share from 0% to 100%, for example \(name) 2%.") }
    return percent / 100
  }

  /// Every `2s-4s` of an option.
  func spans(_ name: String) throws -> [Range<Int64>] {
    try all(name).map { text in
      let ends = text.split(separator: "-", omittingEmptySubsequences: false).map(Self.duration)
      guard ends.count == 2, let from = ends[0], let to = ends[1], from < to else {
        throw LabError.usage("\(name) \(text) is not a time from and to, for example \(name) 2s-4s.")
      }
      return from..<to
    }
  }

  /// An option's endpoint.
  func endpoint(_ name: String, example: String) throws -> Endpoint {
    do { return try Endpoint(required(name, example: example)) } catch let error as EndpointError {
      throw LabError.badEndpoint(name, error)
    }
  }

  /// `--map-addresses`: where addresses are really reached.
  func addressMap() throws -> AddressMap {
    guard let path = self["--map-addresses"] else { return try AddressMap() }
    do {
      return try AddressMap(String(decoding: fileBytes(path), as: UTF8.self))
    } catch AddressMap.Failure.badLine(let line) {
      throw LabError.failed(
        "\(path), line \(line): not an address and an endpoint, like 192.0.2.53 127.0.0.1:5300.")
    } catch let error as SystemError {
      throw LabError.failed("\(error).\n--map-addresses needs the path of a file.")
    }
  }
}
