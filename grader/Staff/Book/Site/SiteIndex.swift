/// What a site says of itself, in its `book.json`: schema `postroad.book/1`.
struct SiteIndex: Codable, Equatable {
  static let schema = "postroad.book/1"

  var schema = SiteIndex.schema
  let basePath: String
  /// The pages in the order of the book, from the top of the site: `documentation/postroad/01-header`.
  let pages: [String]
}
