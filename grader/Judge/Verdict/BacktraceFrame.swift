/// A frame of the runtime's backtrace that has a source file.
///
///     3 [ra] 0x… parseHeader(_:) + 98 in DNSMessagesTests at /…/Subjects/01-DNSMessages/01-Header.swift:28:14
struct BacktraceFrame {
  /// The function as Swift writes it: `parseHeader(_:)`.
  let function: String
  /// The absolute path of the file.
  let path: String
  /// Nil for what the compiler added, such as most instructions of an empty loop.
  let line: Int?

  /// The frames in their order, the innermost first, without those of the runner's own file.
  static func frames(in backtrace: String) -> [BacktraceFrame] {
    backtrace.split(whereSeparator: \.isNewline).compactMap { BacktraceFrame($0) }.filter {
      !$0.path.hasSuffix("Runner.swift")
    }
  }

  private init?(_ text: Substring) {
    // A function's own name may hold ` in ` (of a closure) and ` + ` (an operator): the last of each is the backtrace's.
    guard let number = text.range(of: "0x"), let at = text.ranges(of: " at /").last,
      let program = text[..<at.lowerBound].ranges(of: " in ").last, number.upperBound < program.lowerBound
    else { return nil }
    let head = text[number.upperBound..<program.lowerBound]
    let named = head.ranges(of: " + ").last.map { head[..<$0.lowerBound] } ?? head
    function = String(named.drop { $0 != " " }.drop { $0 == " " })
    let place = text[at.upperBound...].split(separator: ":")
    guard let file = place.first else { return nil }
    path = "/" + file
    line = place.count >= 2 ? Int(place[1]) : nil
  }
}
