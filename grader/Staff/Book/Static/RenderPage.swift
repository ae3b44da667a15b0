import Foundation

/// A page as `docc` hands it to its own program in the browser: the parts that hold text.
struct RenderPage: Decodable {
  struct Metadata: Decodable { var title: String? }
  struct Hierarchy: Decodable { var paths: [[String]]? }
  struct Section: Decodable {
    var kind: String
    var content: [RenderBlock]?
  }
  /// Links to other pages, at the foot.
  struct Group: Decodable {
    var title: String?
    var identifiers: [String]
  }

  var metadata: Metadata
  var abstract: [RenderInline]?
  var primaryContentSections: [Section]?
  var topicSections: [Group]?
  var seeAlsoSections: [Group]?
  var hierarchy: Hierarchy?
  var references: [String: RenderReference]
}

/// What a page refers to: another page, an address, a picture.
struct RenderReference: Decodable {
  struct Variant: Decodable {
    var url: String
    var traits: [String]?
  }

  var type: String
  var title: String?
  var url: String?
  var abstract: [RenderInline]?
  var alt: String?
  var variants: [Variant]?
}

/// A block of a page. Each kind has some of these parts.
struct RenderBlock: Decodable {
  struct Item: Decodable { var content: [RenderBlock] }
  struct Tab: Decodable {
    var title: String
    var content: [RenderBlock]
  }

  var type: String
  var text: String?
  var anchor: String?
  var level: Int?
  var inlineContent: [RenderInline]?
  var code: [String]?
  var content: [RenderBlock]?
  var items: [Item]?
  var start: Int?
  var header: String?
  var rows: [[[RenderBlock]]]?
  var tabs: [Tab]?
}

/// A part of a line.
struct RenderInline: Decodable {
  var type: String
  var text: String?
  var code: String?
  var identifier: String?
  var overridingTitleInlineContent: [RenderInline]?
  var inlineContent: [RenderInline]?
}
