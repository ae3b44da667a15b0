import GraderKit

/// A page of the site, as `docc` is given it.
struct BookPage: Equatable {
  /// What links call it, and the last part of its address: `03-SmoothWRR`.
  let name: String
  /// With its number: `5.3 Smooth weighted round robin`.
  let title: String
  /// The page that it belongs to, which is above it; nil for the front page.
  let parent: String?
  /// All of it below the title, without the links at its foot.
  let body: String
  /// The pages below it, in groups.
  var topics: [Topic] = []
  /// Whether it is the page that everything else is below.
  var isFront: Bool { parent == nil }

  struct Topic: Equatable {
    let title: String
    let pages: [String]
  }
}

extension BookPage {
  /// The text of its file, with the links at its foot.
  func text(previous: BookPage?, next: BookPage?) -> String {
    var parts = ["# \(title)"]
    if isFront {
      parts.append("@Metadata {\n  @TechnologyRoot\n}")
      // The foot of a page says where to go; all pages of a chapter beside it would hide that.
      parts.append("@Options(scope: global) {\n  @AutomaticSeeAlso(disabled)\n}")
    }
    parts.append(body)
    // Not a section *See Also*: docc leaves out its groups with titles.
    let ways = [("Next", next?.name), ("Previous", previous?.name), ("Up", parent)].compactMap { way, name in
      name.map { "- \(way): <doc:\($0)>" }
    }
    if !ways.isEmpty { parts += ["---", ways.joined(separator: "\n")] }
    if !topics.isEmpty { parts.append("## Topics") }
    for topic in topics {
      parts += ["### \(topic.title)", topic.pages.map { "- <doc:\($0)>" }.joined(separator: "\n")]
    }
    return parts.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }
}
