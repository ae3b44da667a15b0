extension Rule {
  /// The manifest's list of chapters names this one.
  static let chapterListed = Rule(
    name: "chapterListed",
    chapter: { chapter, inspection in
      let manifest = try inspection.workbook.text("Package.swift")
      return manifest.contains("\"\(chapter.folder)\"")
        ? [] : ["Package.swift does not list \"\(chapter.folder)\": add it to `chapters`."]
    })
}
