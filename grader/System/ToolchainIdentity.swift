import Foundation

extension Toolchain {
  /// Names the real toolchain: it changes when another one is chosen, moved, updated or removed.
  ///
  /// `swift` may be a stand-in for the real one (swiftly, or `/usr/bin/swift` on macOS) that never changes itself. Such a one is
  /// asked, which takes 0.06 s; the answer is kept in `cache`, if given, until something changes that steers the stand-in.
  package func identity(cachedIn cache: String? = nil) throws -> String {
    let folder = Self.resolved(swift).parentFolder
    if Self.isReal(folder) { return Self.identity(ofProgramsIn: folder, version: "") }
    let key = Fingerprint.of(steering.joined(separator: "\n").utf8)
    if let cache, let kept = try Files.readIfPresent(cache).map({ String(decoding: $0, as: UTF8.self) }) {
      let lines = kept.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      if lines.count == 3, lines[0] == key, Self.isReal(lines[1]) {
        return Self.identity(ofProgramsIn: lines[1], version: lines[2])
      }
    }
    let (real, version) = try ask()
    if let cache { try? Files.write(Array("\(key)\n\(real)\n\(version)".utf8), to: cache) }
    return Self.identity(ofProgramsIn: real, version: version)
  }

  /// The folder of the real toolchain's programs.
  package var folder: String {
    get throws {
      let folder = Self.resolved(swift).parentFolder
      return Self.isReal(folder) ? folder : try ask().folder
    }
  }

  /// What the compiler calls itself, wherever it is: `Swift version 6.2 (swift-6.2-RELEASE)`.
  package func version() throws -> String { try ask().version }

  /// The folder that all of the real toolchain is in: `…/usr`, with its programs and libraries.
  package func root() throws -> String { try folder.parentFolder }

  /// The compiler and the package manager, by place, size and time.
  private static func identity(ofProgramsIn folder: String, version: String) -> String {
    let programs = ["swift-frontend", "swift-driver", "swift-package"].map {
      FileStatus.stamp(folder + "/" + $0)
    }
    return Fingerprint.of(([folder, version] + programs).joined(separator: "\n").utf8)
  }

  private static func resolved(_ path: String) -> String {
    URL(filePath: path).resolvingSymlinksInPath().path(percentEncoded: false)
  }

  /// Whether the compiler itself is in this folder, with its library beside it. Stand-ins have one name for all programs.
  private static func isReal(_ folder: String) -> Bool {
    let compiler = folder + "/swift-frontend"
    return FileStatus.isProgram(compiler) && resolved(compiler) == compiler
      && FileManager.default.fileExists(atPath: folder.parentFolder + "/lib/swift")
  }

  /// Everything known to decide which toolchain a stand-in stands for: itself, the environment, and the files it reads.
  private var steering: [String] {
    let home = environment["HOME"] ?? ""
    var files = [
      (environment["SWIFTLY_HOME_DIR"] ?? home + "/.local/share/swiftly") + "/config.json",
      home + "/.swiftly/config.json",
    ]
    var folder = FileManager.default.currentDirectoryPath
    while !folder.isEmpty {
      files.append(folder + "/.swift-version")
      folder = folder == "/" ? "" : folder.parentFolder
    }
    return [swift, Self.resolved(swift), Self.resolved("/var/db/xcode_select_link")]
      + environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
      + ([swift] + files).map(FileStatus.stamp)
  }

  private struct TargetInfo: Decodable {
    struct Paths: Decodable { var runtimeResourcePath: String }
    var compilerVersion: String
    var paths: Paths
  }

  /// Asks the compiler where it is and which it is.
  private func ask() throws -> (folder: String, version: String) {
    var child = ChildProcess([swift.parentFolder + "/swiftc", "-print-target-info"], with: self)
    child.lock = nil
    child.confinement = nil
    let result = try child.run()
    guard result.ending == .exited(0),
      let info = try? JSONDecoder().decode(TargetInfo.self, from: Data(result.output.utf8))
    else {
      throw GraderError.cannotStart(
        swift, reason: result.errors.split(separator: "\n").first.map(String.init) ?? "it does not answer")
    }
    // `…/usr/lib/swift` belongs to `…/usr/bin`.
    let folder = Self.resolved(info.paths.runtimeResourcePath).parentFolder.parentFolder + "/bin"
    return (folder, info.compilerVersion)
  }
}

extension String {
  /// The path of the folder that this path's file is in.
  fileprivate var parentFolder: String {
    guard let slash = dropLast(hasSuffix("/") ? 1 : 0).lastIndex(of: "/") else { return "." }
    return slash == startIndex ? "/" : String(self[..<slash])
  }
}
