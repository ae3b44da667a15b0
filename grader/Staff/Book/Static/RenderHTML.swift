/// The text of a page as plain HTML.
struct RenderHTML {
  /// A kind of block or line that is not known: its text must not be lost without a word.
  struct UnknownKind: Error { let name: String }

  let page: RenderPage
  let address: SiteAddress

  /// All of a page's text: where it is, its title, its body, and where to go from it.
  var html: String {
    get throws {
      var parts = [breadcrumbs, "<h1>\(Self.escaped(page.metadata.title ?? ""))</h1>"]
      if let abstract = page.abstract, !abstract.isEmpty { parts.append("<p>\(try lines(abstract))</p>") }
      for section in page.primaryContentSections ?? [] { parts.append(try blocks(section.content ?? [])) }
      for group in (page.topicSections ?? []) + (page.seeAlsoSections ?? []) {
        parts.append("<h3>\(Self.escaped(group.title ?? ""))</h3>")
        let items = try group.identifiers.map { "<li>\(try link($0))\(try abstract(of: $0))</li>" }
        parts.append("<ul>\(items.joined())</ul>")
      }
      return parts.filter { !$0.isEmpty }.joined(separator: "\n")
    }
  }

  /// The first sentences, without marks.
  var summary: String { Self.plain(page.abstract ?? [], page.references) }

  private var breadcrumbs: String {
    let path = page.hierarchy?.paths?.first ?? []
    let links = path.compactMap { identifier -> String? in
      guard let reference = page.references[identifier], let url = reference.url else { return nil }
      return "<a href=\"\(address.of(url))/\">\(Self.escaped(reference.title ?? ""))</a>"
    }
    return links.isEmpty ? "" : "<p>\(links.joined(separator: " › "))</p>"
  }

  private func abstract(of identifier: String) throws -> String {
    guard let abstract = page.references[identifier]?.abstract, !abstract.isEmpty else { return "" }
    return ": " + Self.escaped(Self.plain(abstract, page.references))
  }

  static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;").replacing(
      "\"", with: "&quot;")
  }

  private static func plain(_ parts: [RenderInline], _ references: [String: RenderReference]) -> String {
    parts.map { part -> String in
      if let text = part.text ?? part.code { return text }
      if let parts = part.inlineContent ?? part.overridingTitleInlineContent {
        return plain(parts, references)
      }
      return part.identifier.flatMap { references[$0]?.title } ?? ""
    }.joined()
  }
}
