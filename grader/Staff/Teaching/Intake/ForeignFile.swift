import CurriculumKit
import Foundation

/// Says why a file is no submission, and what to hand in.
struct ForeignFile {
  let curriculum: Curriculum

  /// The first bytes of archives that are not read: 7-Zip's, RAR's, XZ's, bzip2's and Zstandard's own descriptions of their formats.
  private static let archives: [(kind: String, bytes: [UInt8])] = [
    ("7z", [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]), ("rar", Array("Rar!\u{1A}\u{7}".utf8)),
    ("xz", [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0]), ("bzip2", Array("BZh".utf8)),
    ("zstd", [0x28, 0xB5, 0x2F, 0xFD]),
  ]

  func refusal(_ bytes: [UInt8], name path: String) -> IntakeRefusal {
    if let archive = Self.archives.first(where: { bytes.starts(with: $0.bytes) }) {
      return .foreignArchive(archive.kind)
    }
    guard path.lowercased().hasSuffix(".swift") else { return .notASubmission }
    return .swiftFile(belongs: belongs(URL(filePath: path).lastPathComponent))
  }

  /// Canvas writes the student before a file's name, `doejane_1234_98765_01-Header.swift`, and a number after one that comes again.
  private func belongs(_ name: String) -> String? {
    let names = [name, name.replacing(/-[0-9]+\.swift$/, with: ".swift")]
    let exercise = curriculum.exercises.first { exercise in
      names.contains { $0 == exercise.fileName || $0.hasSuffix("_" + exercise.fileName) }
    }
    return exercise?.file
  }
}
