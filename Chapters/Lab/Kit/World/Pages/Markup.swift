/// What HTML and SVG are written with.
enum Markup {
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in text {
      switch character {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      default: escaped.append(character)
      }
    }
    return escaped
  }

  /// With one digit after the point, where it is not 0.
  static func number(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return tenths % 10 == 0
      ? "\(tenths / 10)" : "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)"
  }

  static func text(
    _ text: String, _ x: Double, _ y: Double, _ style: String = "", anchor: String = "start"
  ) -> String {
    let name = style.isEmpty ? "" : " class=\"\(style)\""
    return
      "<text x=\"\(number(x))\" y=\"\(number(y))\" text-anchor=\"\(anchor)\"\(name)>\(escaped(text))</text>\n"
  }

  static func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ style: String) -> String {
    "<line x1=\"\(number(x1))\" y1=\"\(number(y1))\" x2=\"\(number(x2))\" y2=\"\(number(y2))\" class=\"\(style)\"/>\n"
  }

  static func rectangle(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, _ style: String, title: String = ""
  ) -> String {
    "<rect x=\"\(number(x))\" y=\"\(number(y))\" width=\"\(number(width))\" height=\"\(number(height))\" class=\"\(style)\"><title>\(escaped(title))</title></rect>\n"
  }

  /// An SVG with its style, alone or in a page.
  static func drawing(_ width: Double, _ height: Double, title: String, isAlone: Bool, _ shapes: String)
    -> String
  {
    let style = isAlone ? "<style>\(TraceStyle.colors)\(TraceStyle.shapes)</style>\n" : ""
    let paper = isAlone ? "<rect width=\"100%\" height=\"100%\" class=\"paper\"/>\n" : ""
    return """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(number(width)) \(number(height))" \
      width="\(number(width))" height="\(number(height))" role="img" aria-label="\(escaped(title))">
      <title>\(escaped(title))</title>
      \(style)\(paper)\(shapes)</svg>

      """
  }
}
