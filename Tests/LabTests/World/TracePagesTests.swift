import Foundation
import LabKit
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// The files for a browser. What they look like has to be looked at; what they are is held here.
@Suite struct TracePagesTests {
  private func trace() throws -> WorldTrace {
    try SmallWorld.play(
      SmallWorld.edge + """
        at 0 visit \(SmallWorld.map)/a<b?max-age=60 from laptop
        at 1s visit \(SmallWorld.map)/a<b?max-age=60 from laptop
        """
    ).trace
  }

  /// Reads a text as XML.
  private func parse(_ text: String) -> (any Error)? {
    let parser = XMLParser(data: Data(text.utf8))
    return parser.parse() ? nil : parser.parserError
  }

  @Test func `the drawing is well-formed, and light and dark as the browser asks`() throws {
    let trace = try trace()
    let svg = TracePages.svg(trace, visit: try #require(trace.visits.first))
    #expect(parse(svg) == nil)
    #expect(svg.contains("prefers-color-scheme:dark"))
    // One arrow each, with its text to be pointed at.
    #expect(svg.components(separatedBy: "<g><title>").count - 1 == trace.visits.first?.messages)
    #expect(svg.contains("a&lt;b"))
  }

  @Test func `the page needs no script and nothing from elsewhere`() throws {
    let trace = try trace()
    let html = TracePages.html(trace, visit: try #require(trace.visits.first))
    for word in ["<script", "src=", "href=", "url(", "@import", "a<b"] {
      #expect(!html.contains(word), "\(word)")
    }
    let body = html.replacing("<!doctype html>\n", with: "").replacing("<meta charset=\"utf-8\">", with: "")
      .replacing(/<meta name[^>]*>/, with: "")
    #expect(parse(body) == nil)
    for title in ["Where the time went", "What was kept", "Totals", "The messages, octet by octet"] {
      #expect(html.contains("<h2>\(title)</h2>"))
    }
    #expect(html.contains("ask postroad.example."))
  }
}
