import DNSMessages
import PostRoad

/// A line of a world's text, read word by word. Each reading says what it expects.
struct WorldLine {
  let number: Int
  private var words: ArraySlice<String>

  init(_ number: Int, _ text: String) {
    self.number = number
    // A comment goes from a word that begins with # to the end.
    words = text.split(whereSeparator: \.isWhitespace).map(String.init).prefix { !$0.hasPrefix("#") }
  }

  var isEmpty: Bool { words.isEmpty }
  var next: String? { words.first }
  /// What is left of it.
  var rest: String { words.joined(separator: " ") }

  func failure(_ reason: String) -> WorldScript.Failure {
    WorldScript.Failure(line: number, reason: reason)
  }

  /// Takes this word, if it is the next one.
  mutating func takes(_ word: String) -> Bool {
    guard words.first == word else { return false }
    words.removeFirst()
    return true
  }

  /// The next word, whatever it is.
  mutating func word(_ what: String) throws -> String {
    guard let word = words.popFirst() else { throw failure("\(what) is missing at the end") }
    return word
  }

  mutating func keyword(_ word: String) throws {
    guard takes(word) else { throw failure("expected \(word)\(found)") }
  }

  /// A node's name: what can be written in a field of HTTP, too.
  mutating func name(_ what: String = "a node's name") throws -> String {
    let word = try word(what)
    guard HTTP.isToken(word), word != "*" else { throw failure("expected \(what), found \(word)") }
    return word
  }

  /// Milliseconds: `40ms`, `2s`, or a number of milliseconds alone.
  mutating func duration(_ what: String) throws -> Int64 {
    let word = try word(what)
    if let number = Int64(word), number >= 0, number < 86_400_000 { return number }
    guard let duration = Options.duration(word) else {
      throw failure("expected \(what) like 40ms or 2s, found \(word)")
    }
    return duration
  }

  mutating func integer(_ what: String, _ range: ClosedRange<Int> = 0...1_000_000) throws -> Int {
    let word = try word(what)
    guard let number = Int(word), range.contains(number) else {
      throw failure("expected \(what) from \(range.lowerBound) to \(range.upperBound), found \(word)")
    }
    return number
  }

  /// A share in millionths: `1%` is 10,000.
  mutating func share(_ what: String) throws -> Int {
    let word = try word(what)
    guard word.hasSuffix("%"), let percent = Double(String(word.dropLast())), (0...100).contains(percent)
    else {
      throw failure("expected \(what) like 1%, found \(word)")
    }
    return Int((percent * 10_000).rounded())
  }

  /// Bits a second: `10Mbit`, `512kbit`.
  mutating func rate() throws -> UInt64 {
    let word = try word("a rate")
    for (unit, factor) in [("kbit", UInt64(1_000)), ("Mbit", 1_000_000), ("Gbit", 1_000_000_000)] {
      if word.hasSuffix(unit), let number = UInt64(word.dropLast(unit.count)), (1...100_000).contains(number)
      {
        return number * factor
      }
    }
    throw failure("expected a rate like 10Mbit or 512kbit, found \(word)")
  }

  mutating func address(_ what: String = "an address") throws -> Resolver.Address {
    let word = try word(what)
    guard let address = AddressMap.address(word) else {
      throw failure("expected \(what) like 192.0.2.53, found \(word)")
    }
    return address
  }

  mutating func addresses(_ what: String) throws -> [Resolver.Address] {
    try word(what).split(separator: ",").map { text in
      guard let address = AddressMap.address(String(text)) else {
        throw failure("expected \(what) like 192.0.2.53, found \(text)")
      }
      return address
    }
  }

  /// `AS64500`.
  mutating func network() throws -> UInt32 {
    let word = try word("a network")
    guard word.hasPrefix("AS"), let number = UInt32(word.dropFirst(2)) else {
      throw failure("expected a network like AS64500, found \(word)")
    }
    return number
  }

  mutating func url() throws -> (target: HTTP.Target, text: String) {
    let word = try word("a URL")
    guard let target = try? HTTP.Target(word), target.port == nil else {
      throw failure("expected a URL like http://www.postroad.example/map without a port, found \(word)")
    }
    return (target, word)
  }

  /// Nothing may be left.
  func end(_ expected: String) throws {
    if let word = words.first { throw failure("expected \(expected), found \(word)") }
  }

  /// `, found x`, or that the line is at its end.
  var found: String { words.first.map { ", found \($0)" } ?? " at the end" }
}
