import Foundation
import SystemKit

/// The files that lie in a workspace. A file's content and its time appear together, and each content gets a second of its own:
/// the compiler compares whole seconds.
package final class LaidSources {
  private let folder: String
  private var clock: ModificationTimeAllocator

  package init(folder: String) throws {
    self.folder = folder
    try Files.makeFolder(folder)
    clock = try ModificationTimeAllocator(file: folder + "/clock", newest: Self.newest(in: folder))
  }

  private static func newest(in folder: String) -> Int {
    let laid = (try? FileManager.default.subpathsOfDirectory(atPath: folder + "/Suites")) ?? []
    return laid.map { FileStatus.modified("\(folder)/Suites/\($0)") }.max() ?? 0
  }

  /// Afterwards the folder holds these files, the kept ones, and no other.
  package func lay(_ files: [SourceFile], in place: String, keeping kept: Set<String> = []) throws {
    let names = Set(files.map(\.name)).union(kept)
    try Files.makeFolder("\(folder)/\(place)")
    for name in try Files.names(in: "\(folder)/\(place)") where !names.contains(name) {
      try Files.remove("\(folder)/\(place)/\(name)")
    }
    for file in files { try write(file.content.bytes, to: "\(place)/\(file.name)") }
  }

  /// Writes where something changed.
  package func write(_ bytes: [UInt8], to path: String) throws {
    guard try Files.readIfPresent(folder + "/" + path) != bytes else { return }
    try Files.write(bytes, to: folder + "/" + path, second: try clock.next())
  }

  /// Gives each file of these folders a new time, so that the compiler takes it for changed.
  package func renew(_ places: [String]) throws {
    for place in places where try Files.exists("\(folder)/\(place)") {
      for name in try Files.names(in: "\(folder)/\(place)") where name.hasSuffix(".swift") {
        try Files.setModified("\(folder)/\(place)/\(name)", second: try clock.next())
      }
    }
  }

  package func ensureNotEmpty(_ place: String) throws {
    try Files.makeFolder("\(folder)/\(place)")
    guard try Files.names(in: "\(folder)/\(place)").isEmpty else { return }
    try write(Array("// Written when the chapter is judged.\n".utf8), to: "\(place)/Empty.swift")
  }
}
