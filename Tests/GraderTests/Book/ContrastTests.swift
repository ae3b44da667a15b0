import Foundation
import Testing

@testable import CurriculumKit

/// Colours that can be read: WCAG 2.2, success criterion 1.4.3.
@Suite struct ContrastTests {
  /// https://www.w3.org/TR/WCAG22/#contrast-minimum
  private static let least = 4.5

  private struct Theme: Decodable {
    struct Colours: Decodable { var color: [String: [String: String]] }
    var theme: Colours
  }

  private let workbook = BuiltBook.curriculum.workbook

  private func colours(_ side: String) throws -> [String: String] {
    let bytes = try workbook.read("\(Exercise.book)/theme-settings.json")
    let theme = try JSONDecoder().decode(Theme.self, from: Data(bytes)).theme
    return try theme.color.mapValues { try #require($0[side]) }
  }

  @Test(arguments: ["light", "dark"])
  func `text, links and code stand out from their ground`(side: String) throws {
    let colours = try colours(side)
    let grounds = ["fill", "fill-secondary", "code-background"]
    let texts = colours.keys.filter {
      $0 == "text" || $0 == "link" || $0 == "header-text" || $0 == "code-plain" || $0.hasPrefix("syntax-")
    }
    #expect(texts.count > 5)
    for ground in grounds {
      for text in texts {
        let contrast = try Self.contrast(#require(colours[text]), #require(colours[ground]))
        #expect(contrast >= Self.least, "\(text) on \(ground): \(contrast)")
      }
    }
  }

  @Test func `the words of drawings stand out from the page`() throws {
    let folder = "\(Exercise.book)/Resources"
    let paper = ["#ffffff", "#000000"]
    for name in try workbook.names(in: folder) where name.hasSuffix(".svg") {
      let page = try #require(try colours(name.contains("~dark") ? "dark" : "light")["fill"])
      let drawing = try workbook.text("\(folder)/\(name)")
      let words = Set(drawing.matches(of: /<text [^>]*fill="(#[0-9a-f]{6})"/).map { String($0.1) })
      // Words in the colour of paper are on a shape.
      for colour in words where !paper.contains(colour) {
        let contrast = try Self.contrast(colour, page)
        #expect(contrast >= Self.least, "\(name): \(colour): \(contrast)")
      }
    }
  }

  @Test func `black on white is the greatest contrast`() throws {
    #expect(try abs(Self.contrast("#000000", "#ffffff") - 21) < 0.001)
    #expect(try abs(Self.contrast("#777777", "#ffffff") - 4.478) < 0.001)
  }

  private static func contrast(_ one: String, _ other: String) throws -> Double {
    let (a, b) = (try luminance(one), try luminance(other))
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  /// https://www.w3.org/TR/WCAG22/#dfn-relative-luminance
  private static func luminance(_ colour: String) throws -> Double {
    let number = try #require(Int(colour.dropFirst(), radix: 16), "\(colour)")
    let parts = [16, 8, 0].map { shift -> Double in
      let part = Double(number >> shift & 0xFF) / 255
      return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }
}
