extension Rule {
  /// The manifest's list of chapters names this one.
  static let chapterListed = Rule(
    name: "chapterListed",
    chapter: { chapter, audit in
      let manifest = try audit.workbook.text("Package.swift")
      return manifest.contains("\"\(chapter.folder)\"")
        ? [] : ["Package.swift does not list \"\(chapter.folder)\": add it to `chapters`."]
    })
}
