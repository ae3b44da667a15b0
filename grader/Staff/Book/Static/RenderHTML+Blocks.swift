import SystemKit

extension RenderHTML {
  func blocks(_ blocks: [RenderBlock]) throws -> String {
    try blocks.map(block).joined(separator: "\n")
  }

  private func block(_ block: RenderBlock) throws -> String {
    switch block.type {
    case "heading":
      let level = min(max(block.level ?? 2, 2), 6)
      let id = block.anchor.map { " id=\"\(Self.escaped($0))\"" } ?? ""
      return "<h\(level)\(id)>\(Self.escaped(block.text ?? ""))</h\(level)>"
    case "paragraph": return "<p>\(try lines(block.inlineContent ?? []))</p>"
    case "codeListing":
      return "<pre><code>\(Self.escaped((block.code ?? []).joined(separator: "\n")))</code></pre>"
    case "unorderedList": return "<ul>\(try items(block))</ul>"
    case "orderedList":
      let start = block.start.map { " start=\"\($0)\"" } ?? ""
      return "<ol\(start)>\(try items(block))</ol>"
    case "aside", "small": return "<aside>\(try content(block))</aside>"
    case "table": return try table(block)
    case "thematicBreak": return "<hr>"
    case "tabNavigator":
      // A reader without JavaScript opens them one by one, too.
      return try (block.tabs ?? []).map {
        "<details><summary>\(Self.escaped($0.title))</summary>\(try blocks($0.content))</details>"
      }.joined(separator: "\n")
    default: throw UnknownKind(name: block.type)
    }
  }

  private func content(_ block: RenderBlock) throws -> String {
    if let lines = block.inlineContent { return "<p>\(try self.lines(lines))</p>" }
    return try blocks(block.content ?? [])
  }

  private func items(_ block: RenderBlock) throws -> String {
    try (block.items ?? []).map { "<li>\(try blocks($0.content))</li>" }.joined()
  }

  private func table(_ block: RenderBlock) throws -> String {
    let hasHead = block.header == "row" || block.header == "both"
    let rows = try (block.rows ?? []).enumerated().map { index, cells in
      let name = index == 0 && hasHead ? "th" : "td"
      return "<tr>" + (try cells.map { "<\(name)>\(try cell($0))</\(name)>" }.joined()) + "</tr>"
    }
    return "<table>\(rows.joined(separator: "\n"))</table>"
  }

  /// A cell of one paragraph needs no mark of it.
  private func cell(_ blocks: [RenderBlock]) throws -> String {
    if blocks.count == 1, blocks[0].type == "paragraph" { return try lines(blocks[0].inlineContent ?? []) }
    return try self.blocks(blocks)
  }
}

extension RenderHTML {
  func lines(_ parts: [RenderInline]) throws -> String { try parts.map(line).joined() }

  private func line(_ part: RenderInline) throws -> String {
    switch part.type {
    case "text": return Self.escaped(part.text ?? "")
    case "codeVoice": return "<code>\(Self.escaped(part.code ?? ""))</code>"
    case "strong": return "<strong>\(try lines(part.inlineContent ?? []))</strong>"
    case "emphasis", "newTerm": return "<em>\(try lines(part.inlineContent ?? []))</em>"
    case "reference": return try link(part.identifier ?? "", part.overridingTitleInlineContent)
    case "image": return picture(part.identifier ?? "")
    default: throw UnknownKind(name: part.type)
    }
  }

  /// A link to another page, or to somewhere else.
  func link(_ identifier: String, _ words: [RenderInline]? = nil) throws -> String {
    guard let reference = page.references[identifier], let url = reference.url else {
      throw UnknownKind(name: identifier)
    }
    let target = reference.type == "topic" ? Self.page(address.of(url)) : url
    let title = try words.map(lines) ?? Self.escaped(reference.title ?? url)
    return "<a href=\"\(Self.escaped(target))\">\(title)</a>"
  }

  /// A page's address ends in a slash, as that of the folder it is; a section's comes after it.
  private static func page(_ url: String) -> String {
    let parts = url.split(separator: "#", maxSplits: 1)
    return parts[0] + "/" + (parts.count > 1 ? "#" + parts[1] : "")
  }

  private func picture(_ identifier: String) -> String {
    guard let reference = page.references[identifier], let variants = reference.variants else { return "" }
    let dark = variants.first { $0.traits?.contains("dark") == true }
    let light = variants.first { $0.traits?.contains("dark") != true }
    let source = dark.map {
      "<source srcset=\"\(address.of($0.url))\" media=\"(prefers-color-scheme: dark)\">"
    }
    let image = light.map {
      "<img src=\"\(address.of($0.url))\" alt=\"\(Self.escaped(reference.alt ?? ""))\">"
    }
    return "<picture>\(source ?? "")\(image ?? "")</picture>"
  }
}
