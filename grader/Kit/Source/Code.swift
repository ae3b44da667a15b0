/// What the code of a file says to others: which words it uses, what it declares for its neighbours, what it imports.
struct Code: Sendable {
  let words: Set<String>
  let declared: (names: Set<String>, reachesEverywhere: Bool)
  let imports: [(module: String, line: Int)]

  init(_ source: String) {
    let text = SwiftText(source)
    words = text.words
    declared = text.declarations
    imports = text.imports
  }
}
