import SystemKit

/// What a learner writes of a solution: the lines between two marks.
package struct WrittenRegion: Hashable, Sendable {
  package enum Kind: String, Sendable {
    /// The body of a function.
    case write
    /// Whole declarations.
    case declare
  }

  package let kind: Kind
  /// Its bytes, without the lines of the marks.
  package let bytes: Range<Int>

  /// The regions of a text whose marks are in order, as the stubs' cutter wants them.
  package static func all(in text: String) -> [WrittenRegion] {
    var regions: [WrittenRegion] = []
    var open: (kind: Kind, start: Int)?
    var place = 0
    for line in text.lines {
      let mark = String(line.drop { $0 == " " })
      let next = place + line.utf8.count + 1
      if let (kind, start) = open, mark == "// </\(kind.rawValue)>" {
        regions.append(WrittenRegion(kind: kind, bytes: start..<max(start, place)))
        open = nil
      } else if let kind = [Kind.write, .declare].first(where: { mark == "// <\($0.rawValue)>" }) {
        open = (kind, next)
      }
      place = next
    }
    return regions
  }
}
