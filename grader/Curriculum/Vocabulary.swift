/// What the chapters give: the types below `Chapters/PostRoad`, and which of them an exercise needs.
package struct Vocabulary {
  /// Where each chapter has a folder of its own.
  package static let home = "Chapters/PostRoad"

  private let curriculum: Curriculum
  private let files: [VocabularyFile]

  /// Reads all files of the vocabulary; one that cannot be read declares nothing.
  package init(_ curriculum: Curriculum) {
    self.curriculum = curriculum
    files = curriculum.chapters.flatMap { chapter in
      let names = (try? curriculum.workbook.names(in: chapter.vocabularyFolder)) ?? []
      return names.filter { $0.hasSuffix(".swift") }.compactMap { name in
        (try? curriculum.workbook.text("\(chapter.vocabularyFolder)/\(name)")).map {
          VocabularyFile(path: "\(chapter.folder)/\(name)", text: $0)
        }
      }
    }
  }

  /// The files, as paths below `home`, that declare what an exercise's stub names (`Ring.Point` and its like), and what the
  /// properties of those are made of.
  package func files(of exercise: Exercise) -> [String] {
    guard let stub = try? curriculum.stub(of: exercise) else { return [] }
    // A name within a namespace of the book: `Ring.Point` of `Ring`, and not whatever else is called `Point`.
    let named = Set(
      stub.matches(of: /\b([A-Z]\w*)\.(\w+)/).map { VocabularyName(space: $0.1, name: $0.2) })
    let direct = files.filter { !$0.declared.isDisjoint(with: named) }
    let parts = direct.reduce(into: Set<VocabularyName>()) { $0.formUnion($1.parts) }
    return files.filter { !$0.declared.isDisjoint(with: named.union(parts)) }.map(\.path)
  }
}

extension Chapter {
  /// Where the vocabulary that the chapter gives is declared.
  package var vocabularyFolder: String { "\(Vocabulary.home)/\(folder)" }
}

/// A type or a static member of the vocabulary, as `DNS.Name` names it.
private struct VocabularyName: Hashable {
  let space: Substring
  let name: Substring
}

/// What a file of the vocabulary declares.
private struct VocabularyFile {
  /// The path below the vocabulary's home.
  let path: String
  let declared: Set<VocabularyName>
  /// What the properties are made of.
  let parts: Set<VocabularyName>

  init(path: String, text: String) {
    self.path = path
    let spaces = text.matches(of: /\b(?:extension|enum) +([A-Z]\w*)/).map(\.1)
    func names(_ found: [Substring]) -> Set<VocabularyName> {
      Set(spaces.flatMap { space in found.map { VocabularyName(space: space, name: $0) } })
    }
    declared = names(
      text.matches(of: /\b(?:struct|enum|class|protocol|typealias|static let|static func) +(\w+)/).map(\.1))
    parts = names(text.matches(of: /public (?:var|let) \w+: \[?([A-Z]\w*)/).map(\.1))
  }
}
