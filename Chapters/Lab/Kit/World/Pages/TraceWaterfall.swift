/// The phases of visits as bars on one scale, one visit below the other.
struct TraceWaterfall {
  private static let width = 860.0
  private static let margin = 96.0
  private static let row = 20.0

  let visits: [WorldTrace.Visit]

  func svg() -> String {
    let longest = Double(visits.map { $0.ended - $0.began }.max() ?? 1)
    let scale = (Self.width - Self.margin - 90) / max(1, longest)
    var shapes = ""
    var y = 4.0
    for visit in visits {
      shapes += Markup.text("\(visit.id): \(visit.outcome)", 0, y + 14, "name")
      y += 22
      for span in visit.spans {
        let style = span.phase.rawValue
        shapes += Markup.text(style, Self.margin - 10, y + 13, "small \(style)-text", anchor: "end")
        // Something that took time is seen, however short it was.
        let width = max(1.5, span.duration * scale)
        let x = Self.margin + span.start * scale
        shapes += Markup.rectangle(x, y + 2, width, Self.row - 6, "\(style)-fill", title: span.note)
        shapes += Markup.text("\(Markup.number(span.duration)) ms", x + width + 6, y + 13, "small quiet")
        y += Self.row
      }
      shapes += Markup.text(
        "\(visit.ended - visit.began) ms in all, \(visit.messages) messages", Self.margin, y + 12,
        "small quiet")
      y += 30
    }
    return Markup.drawing(Self.width, y, title: "Where the time went", isAlone: false, shapes)
  }
}
