extension Rule where Input == ChapterParts {
  /// The manifest's list of chapters names this one.
  static var chapterListed: Rule {
    Rule("chapterListed") { (parts: ChapterParts) -> [String] in
      let folder = parts.chapter.folder
      guard let manifest = parts.manifest.text, !manifest.contains("\"\(folder)\"") else { return [] }
      return ["Package.swift does not list \"\(folder)\": add it to `chapters`."]
    }
  }
}
