/// A line of `NginxForwarded`: `peer > answer < field | field`.
public struct ForwardedLine: Sendable {
  /// The address that the request came from.
  public let peer: String
  /// What nginx said.
  public let answer: String
  /// The values of the X-Forwarded-For fields.
  public let fields: [String]

  public static func all(_ text: String) -> [ForwardedLine] {
    text.split(separator: "\n").map { line in
      let (asked, fields) = halves(line, " < ")
      let (peer, answer) = halves(asked, " > ")
      return ForwardedLine(
        peer: String(peer), answer: String(answer),
        fields: fields.split(separator: " | ", omittingEmptySubsequences: false).map(String.init))
    }
  }

  private static func halves(_ text: Substring, _ mark: String) -> (Substring, Substring) {
    guard let range = text.firstRange(of: mark) else {
      fatalError("the recording has a line without \(mark)")
    }
    return (text[..<range.lowerBound], text[range.upperBound...])
  }
}
