import SystemKit

extension Toolchain {
  /// Bytes of data that it may ask for: it takes some 500 million.
  static let mostData = 4 << 30
  /// Bytes of a file that it may write: a program has some ten million.
  static let mostFile = 512 << 20

  /// The same for builds, where it is confined: the compiler writes to these folders and reads the workbook.
  func confined(to folders: [String], reading workbook: String) throws -> Toolchain {
    guard var confinement else { return self }
    // The first build makes them, and what is shown has to be there.
    for folder in folders { try Files.makeFolder(folder) }
    confinement.writable = folders
    confinement.readable = [try unconfined.root(), workbook]
    confinement.folder = workbook
    confinement.seconds = CompilerTime.build
    confinement.dataBytes = Self.mostData
    confinement.fileBytes = Self.mostFile
    var toolchain = self
    toolchain.confinement = confinement
    return toolchain
  }

  /// The same with other seconds on a processor, where it is confined.
  func limited(to seconds: Double) -> Toolchain {
    var toolchain = self
    toolchain.confinement?.seconds = max(1, Int(seconds))
    return toolchain
  }

  private var unconfined: Toolchain {
    var toolchain = self
    toolchain.confinement = nil
    return toolchain
  }
}
