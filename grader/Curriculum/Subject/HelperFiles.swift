/// The further `.swift` files of a learner's in a chapter's folder and the folders below it.
package struct HelperFiles: Sendable {
  /// By their path in the chapter's folder.
  package private(set) var files: [String: [UInt8]] = [:]
  /// What was left out, and what to do about it.
  package private(set) var notes: [Diagnostic] = []

  package init() {}

  package init(of chapter: Chapter, curriculum: Curriculum) throws {
    let known = Set(curriculum.exercises(of: chapter).map(\.fileName))
    let folder = "Exercises/\(chapter.folder)"
    var files: [(String, [UInt8])] = []
    for path in try Self.paths(in: folder, workbook: curriculum.workbook) where !known.contains(path) {
      guard let bytes = try curriculum.workbook.readIfPresent("\(folder)/\(path)") else { continue }
      files.append((path, bytes))
    }
    take(files, of: chapter, known: known)
  }

  /// Those of a stranger's files that no exercise has; what is refused is left out, and the reason told.
  package init(
    _ files: [String: [UInt8]], of chapter: Chapter, curriculum: Curriculum,
    refusal: (String) -> (message: String, line: Int)?
  ) {
    let known = Set(curriculum.exercises(of: chapter).map(\.fileName))
    // As in a folder: what is farther down comes later.
    let own = files.filter { !known.contains($0.key) }.sorted {
      ($0.key.split(separator: "/").count, $0.key) < ($1.key.split(separator: "/").count, $1.key)
    }
    var allowed: [(String, [UInt8])] = []
    for (path, bytes) in own {
      if let refusal = refusal(String(decoding: bytes, as: UTF8.self)) {
        note(
          "this file is left out: \(refusal.message)", "Exercises/\(chapter.folder)/\(path)",
          line: refusal.line)
      } else {
        allowed.append((path, bytes))
      }
    }
    take(allowed, of: chapter, known: known)
  }

  private mutating func take(_ files: [(String, [UInt8])], of chapter: Chapter, known: Set<String>) {
    var taken = Set(known.map { $0.lowercased() })
    for (path, bytes) in files {
      let file = "Exercises/\(chapter.folder)/\(path)"
      let name = path.split(separator: "/").last.map(String.init) ?? path
      if name == "main.swift" {
        note("`main.swift` makes a module a program, so it is left out: give the file another name", file)
      } else if let place = SwiftText(String(decoding: bytes, as: UTF8.self)).place(of: /@main\b/) {
        note(
          "`@main` starts a program, so this file is left out: remove the attribute", file, line: place.line)
      } else if !taken.insert(name.lowercased()).inserted {
        note("another file is called `\(name)`, so this one is left out: rename it", file)
      } else {
        self.files[path] = bytes
      }
    }
  }

  private mutating func note(_ message: String, _ file: String, line: Int? = nil) {
    notes.append(Diagnostic(severity: .warning, message: message, file: file, line: line))
  }

  /// Files in the folder come before those farther down.
  private static func paths(in folder: String, workbook: Workbook, below prefix: String = "") throws
    -> [String]
  {
    var files: [String] = []
    var folders: [String] = []
    for name in try workbook.namesIfPresent(in: folder) ?? [] where !name.hasPrefix(".") {
      if workbook.isFolder("\(folder)/\(name)") {
        folders.append(name)
      } else if name.hasSuffix(".swift") {
        files.append(prefix + name)
      }
    }
    return try files
      + folders.flatMap { try paths(in: "\(folder)/\($0)", workbook: workbook, below: "\(prefix)\($0)/") }
  }
}
