import CurriculumKit
import SystemKit

/// Takes a submission in: a folder, a `.zip`, a `.tar`, a `.tar.gz` or a git bundle.
///
/// An archive is read in memory and never unpacked, so no path in it can lead anywhere. A bundle becomes a tar first.
package struct Intake: Sendable {
  /// How the files end that may be submissions.
  package static let endings = [".tar.gz", ".tgz", ".zip", ".tar", ".bundle"]

  /// How files end that students hand in, and that cannot be judged.
  package static let foreignEndings = [
    ".swift", ".7z", ".rar", ".tar.xz", ".txz", ".tar.bz2", ".tbz2", ".tar.zst", ".xz", ".bz2", ".zst", ".gz",
  ]

  /// The ending of a file that cannot be judged; nil where it has none of them.
  package static func foreignEnding(of name: String) -> String? {
    let name = name.lowercased()
    return endings.contains { name.hasSuffix($0) } ? nil : foreignEndings.first { name.hasSuffix($0) }
  }

  package let curriculum: Curriculum

  /// Makes a tar of a git bundle; nil where that is not to be done.
  private let tar: (@Sendable ([UInt8]) throws -> [UInt8])?

  package init(curriculum: Curriculum, tar: (@Sendable ([UInt8]) throws -> [UInt8])? = nil) {
    self.curriculum = curriculum
    self.tar = tar
  }

  /// Bytes of one file. The longest solution has some ten thousand.
  package static let mostBytes = 128 << 10
  /// Files that are taken: a chapter's exercises with a helper each, and room.
  package static let mostFiles = 1000
  /// Folders above `Exercises`: an archive of a folder of a folder.
  static let mostAbove = 3

  /// Throws an `IntakeRefusal` where the submission is refused, and trouble where it cannot be read at all.
  package func take(_ path: String) throws -> HandIn {
    switch try Files.kind(path) {
    case .folder:
      let folder = FolderEntries(root: path)
      let entries = try folder.all()
      if entries.isEmpty { throw Misplaced(curriculum: curriculum).refusal(try folder.paths()) }
      return try take(entries)
    case .file:
      let bytes = try Files.readPlain(path, most: ArchiveLimits.mostPacked)
      do { return try take(entries(ofArchive: bytes)) } catch IntakeRefusal.notASubmission {
        throw ForeignFile(curriculum: curriculum).refusal(bytes ?? [], name: path)
      }
    case .link, .other: throw IntakeRefusal.notASubmission
    }
  }

  private func entries(ofArchive bytes: [UInt8]?) throws -> [ArchiveEntry] {
    guard let bytes else { throw IntakeRefusal.archiveTooLarge(most: ArchiveLimits.mostPacked) }
    do {
      if ZipReader.isZip(bytes) { return try ZipReader.entries(bytes) }
      if let tar, GitBundle.isBundle(bytes) { return try TarReader.entries(try tar(bytes)) }
      let tar = TarReader.isGzip(bytes) ? try TarReader.gunzip(bytes) : bytes
      guard TarReader.isTar(tar) else { throw IntakeRefusal.notASubmission }
      return try TarReader.entries(tar)
    } catch let fault as ArchiveFault {
      throw Self.refusal(fault)
    }
  }

  private static func refusal(_ fault: ArchiveFault) -> IntakeRefusal {
    switch fault {
    case .damaged: .damaged
    case .tooLarge: .archiveTooLarge(most: ArchiveLimits.mostUnpacked)
    case .tooManyEntries: .tooManyFiles(most: ArchiveLimits.mostEntries)
    case .unsupported(let why): .unsupported(why)
    }
  }

  /// Takes what belongs to the course of a list of entries.
  package func take(_ entries: [ArchiveEntry]) throws -> HandIn {
    let placed = try entries.map { (entry: $0, parts: try Self.parts(of: $0.path)) }
    guard let root = try Self.root(of: placed.map(\.parts)) else {
      if let link = placed.first(where: { $0.entry.kind == .link && $0.parts.last == "Exercises" }) {
        throw IntakeRefusal.link(path: link.entry.path)
      }
      throw Misplaced(curriculum: curriculum).refusal(entries.map(\.path))
    }
    var handIn = HandIn()
    var seen: Set<String> = []
    for (entry, parts) in placed where parts.count > root.count && parts.starts(with: root) {
      let own = parts.dropFirst(root.count).joined(separator: "/")
      switch entry.kind {
      case .folder: continue
      case .link: throw IntakeRefusal.link(path: entry.path)
      case .other: throw IntakeRefusal.notAFile(path: entry.path)
      case .file: break
      }
      guard takes(own) else {
        handIn.ignored.append(own)
        continue
      }
      guard seen.insert(own).inserted else { throw IntakeRefusal.twice(path: entry.path) }
      guard seen.count <= Self.mostFiles else { throw IntakeRefusal.tooManyFiles(most: Self.mostFiles) }
      handIn.files[own] = try Self.read(entry)
    }
    handIn.ignored.sort()
    return handIn
  }

  private static func read(_ entry: ArchiveEntry) throws -> [UInt8] {
    let refusal = IntakeRefusal.tooLarge(path: entry.path, most: mostBytes)
    guard entry.size <= mostBytes else { throw refusal }
    do {
      return try entry.read(mostBytes)
    } catch let fault as ArchiveFault {
      throw fault == .tooLarge ? refusal : Self.refusal(fault)
    }
  }

  /// An exercise's file, or a Swift file of the learner's in a chapter's folder.
  private func takes(_ path: String) -> Bool {
    let parts = path.split(separator: "/")
    return parts.count >= 2 && parts.count <= 4 && curriculum.chapters.contains { $0.folder == parts[0] }
      && path.hasSuffix(".swift") && parts.dropFirst().allSatisfy { !$0.hasPrefix(".") }
  }

  /// A path's parts. Nothing may lead out of the folder it is in, wherever it is in the archive.
  private static func parts(of path: String) throws -> [Substring] {
    // Some archives of Windows separate by backslashes.
    let path = path.replacing("\\", with: "/")
    let parts = path.split(separator: "/").filter { $0 != "." }
    let isDrive = parts.first.map { $0.count == 2 && $0.last == ":" } ?? false
    let hasControl = path.unicodeScalars.contains { $0.value < 32 || $0.value == 127 }
    if path.hasPrefix("/") || isDrive || hasControl || parts.contains("..") {
      throw IntakeRefusal.outside(path: path)
    }
    return parts
  }

  /// The parts down to the folder `Exercises`, the one that is least deep; nil where there is none.
  private static func root(of paths: [[Substring]]) throws -> [Substring]? {
    var roots: Set<[Substring]> = []
    for parts in paths {
      guard let index = parts.firstIndex(of: "Exercises"), index <= mostAbove, index + 1 < parts.count,
        parts[..<index].allSatisfy({ !$0.hasPrefix(".") && $0 != "__MACOSX" })
      else { continue }
      roots.insert(Array(parts[...index]))
    }
    guard let least = roots.map(\.count).min() else { return nil }
    let nearest = roots.filter { $0.count == least }
    guard nearest.count == 1, let root = nearest.first else {
      throw IntakeRefusal.severalExercises(nearest.map { $0.joined(separator: "/") }.sorted())
    }
    return root
  }
}
