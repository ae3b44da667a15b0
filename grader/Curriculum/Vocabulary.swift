extension Curriculum {
  /// The files of the given vocabulary, in the chapter's `vocabularyFolder`, that declare what an exercise's stub names:
  /// `Ring.Point` and its like.
  package func vocabulary(of exercise: Exercise) -> [String] {
    guard let stub = try? stub(of: exercise) else { return [] }
    let folder = exercise.chapter.vocabularyFolder
    // A name within a namespace of the book: `Ring.Point` of `Ring`, and not whatever else is called `Point`.
    let named = Set(stub.matches(of: /\b[A-Z]\w*\.([A-Z]\w*)/).map { String($0.1) })
    return ((try? workbook.names(in: folder)) ?? []).filter { name in
      guard name.hasSuffix(".swift"), let text = try? workbook.text("\(folder)/\(name)") else { return false }
      return text.matches(of: /\b(?:struct|enum|class|protocol|typealias) +([A-Z]\w*)/).contains {
        named.contains(String($0.1))
      }
    }
  }
}

extension Chapter {
  /// Where the vocabulary that the chapter gives is declared.
  package var vocabularyFolder: String { "Chapters/PostRoad/\(folder)" }
}
