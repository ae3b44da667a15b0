/// A small workbook, an empty folder for a class's submissions, and one for results. Its suites hold nothing: no submission needs a build.
struct MiniClass {
  let book: MiniWorkbook
  let folder: String
  let results: String

  init() throws {
    book = try MiniWorkbook()
    (folder, results) = (book.root + " class", book.root + " results")
    leftovers.withLock { [folder, results] in $0 += [folder, results] }
    for exercise in try book.curriculum.exercises {
      try book.write("import Testing\n", to: exercise.suiteFile)
    }
  }
}
