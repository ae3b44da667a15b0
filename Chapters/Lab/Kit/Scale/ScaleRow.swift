/// A line of the report: what it is on paper, and what it was.
package struct ScaleRow: Hashable, Sendable {
  package enum Unit: String, Sendable {
    /// A share of all, printed as per cent.
    case share
    case count
    /// Just a number.
    case number
  }

  package let name: String
  package let unit: Unit
  /// Nil where paper says nothing.
  package let paper: Double?
  /// Nil where it is not simulated.
  package let simulated: Double?

  package init(_ name: String, _ unit: Unit, paper: Double? = nil, simulated: Double? = nil) {
    self.name = name
    self.unit = unit
    self.paper = paper
    self.simulated = simulated
  }

  package var difference: Double? {
    guard let paper, let simulated else { return nil }
    return simulated - paper
  }

  /// Together 71 columns, as a page has them.
  private static let names = 36
  private static let values = 11

  static let head =
    "  \(text("", names))" + ["paper", "simulated", "difference"].map { column($0, values) }.joined()

  package var line: String {
    let values = [paper.map(told) ?? "", simulated.map(told) ?? "", difference.map(change) ?? ""]
    return ("  " + Self.text(name, Self.names) + values.map { Self.column($0, Self.values) }.joined())
      .trimmingEnd
  }

  private func told(_ value: Double) -> String {
    switch unit {
    case .share: "\(Decimal.text(100 * value, places: 2)) %"
    case .count: Decimal.text(value, places: 0)
    case .number: Decimal.text(value, places: 2)
    }
  }

  /// Between shares it is percentage points; between counts per cent, where they are not small.
  private func change(_ difference: Double) -> String {
    let sign = difference < 0 ? "" : "+"
    switch unit {
    case .share: return sign + Decimal.text(100 * difference, places: 2)
    case .count where abs(paper ?? 0) >= 1_000:
      return sign + Decimal.text(100 * difference / (paper ?? 1), places: 2) + " %"
    case .count, .number: return sign + told(difference)
    }
  }

  private static func text(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
  private static func column(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(1, width - text.count)) + text
  }

  var json: JSONValue {
    .object([
      "name": .string(name), "unit": .string(unit.rawValue), "paper": paper.map(JSONValue.number),
      "simulated": simulated.map(JSONValue.number), "difference": difference.map(JSONValue.number),
    ])
  }
}

extension String {
  fileprivate var trimmingEnd: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
