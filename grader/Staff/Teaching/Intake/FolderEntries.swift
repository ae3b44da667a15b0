import SystemKit

/// A submission that is a folder, as the entries of an archive. No link is followed.
struct FolderEntries {
  let root: String

  /// What is in `Exercises`, wherever that is near the top. Other folders are not looked into: a build leaves tens of thousands
  /// of files, and links among them.
  func all() throws -> [ArchiveEntry] {
    var folders = [""]
    for _ in 0...Intake.mostAbove {
      let found = try folders.filter { try Files.names(in: root + "/" + $0).contains("Exercises") }
      if !found.isEmpty { return try found.flatMap { try entries(below: $0 + "Exercises") } }
      folders = try folders.flatMap { folder in
        try Files.names(in: root + "/" + folder).filter { name in
          try !name.hasPrefix(".") && name != "__MACOSX" && Files.kind("\(root)/\(folder)\(name)") == .folder
        }.map { folder + $0 + "/" }
      }
      guard folders.count <= Intake.mostFiles else {
        throw IntakeRefusal.tooManyFiles(most: Intake.mostFiles)
      }
    }
    return []
  }

  /// The paths of what there is, for saying why nothing was taken: the nearest first, and no more than a submission may have.
  /// A folder's ends with a slash.
  func paths() throws -> [String] {
    var paths: [String] = []
    var folders = [""][...]
    while let folder = folders.popFirst() {
      for name in try Files.names(in: root + "/" + folder) where !name.hasPrefix(".") && name != "__MACOSX" {
        if paths.count == Intake.mostFiles { return paths }
        let isFolder = try Files.kind("\(root)/\(folder)\(name)") == .folder
        paths.append(folder + name + (isFolder ? "/" : ""))
        if isFolder { folders.append(folder + name + "/") }
      }
    }
    return paths
  }

  private func entries(below top: String) throws -> [ArchiveEntry] {
    guard try Files.kind("\(root)/\(top)") == .folder else {
      return [ArchiveEntry(path: top + "/", kind: .link, size: 0) { _ in [] }]
    }
    var entries: [ArchiveEntry] = []
    var folders = [top]
    while let folder = folders.popLast() {
      for name in try Files.names(in: "\(root)/\(folder)") {
        let path = "\(folder)/\(name)"
        let kind = try Files.kind("\(root)/\(path)")
        if kind == .folder { folders.append(path) }
        entries.append(
          ArchiveEntry(path: path, kind: kind, size: kind == .file ? FileStatus.size("\(root)/\(path)") : 0) {
            guard let bytes = try Files.readPlain("\(root)/\(path)", most: $0) else {
              throw ArchiveFault.tooLarge
            }
            return bytes
          })
        guard entries.count <= Intake.mostFiles else {
          throw IntakeRefusal.tooManyFiles(most: Intake.mostFiles)
        }
      }
    }
    return entries
  }
}
