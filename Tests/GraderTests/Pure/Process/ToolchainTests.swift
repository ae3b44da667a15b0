import Foundation
import Testing

@testable import SystemKit

/// A folder with toolchains of three files each, and folders for a `PATH`.
@Suite struct ToolchainTests {
  private let folder: String

  init() throws {
    let temporary = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
    folder = temporary.path(percentEncoded: false).appending("/toolchains-\(UUID().uuidString)")
      .replacing("//", with: "/")
    leftovers.withLock { [folder] in $0.append(folder) }
  }

  private func write(_ text: String, to path: String, mode: Int = 0o755) throws {
    try Files.write(Array(text.utf8), to: "\(folder)/\(path)")
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: "\(folder)/\(path)")
  }

  private func link(_ path: String, to target: String) throws {
    try? FileManager.default.removeItem(atPath: "\(folder)/\(path)")
    try FileManager.default.createSymbolicLink(atPath: "\(folder)/\(path)", withDestinationPath: target)
  }

  /// A real toolchain, as far as it is looked at.
  private func install(_ name: String, compiler: String = "compiler") throws {
    for program in ["swift-frontend", "swift-driver", "swift-package"] {
      try write(compiler, to: "\(name)/usr/bin/\(program)")
    }
    try Files.makeFolder("\(folder)/\(name)/usr/lib/swift")
    try link("\(name)/usr/bin/swift", to: "swift-driver")
  }

  /// A stand-in as swiftly's: it never changes, answers with the toolchain that a file names, and writes down each question.
  private func installStandIn(answering name: String) throws {
    let answer = #"{"compilerVersion": "Swift %s", "paths": {"runtimeResourcePath": "%s/usr/lib/swift"}}"#
    let script = """
      #!/bin/sh
      folder='\(folder)'
      echo asked >>"$folder/questions"
      name=$(cat "$SWIFTLY_HOME_DIR/config.json")
      [ -d "$folder/$name" ] || { echo "no such toolchain" >&2; exit 1; }
      printf '\(answer)' "$name" "$folder/$name"
      """
    if !FileManager.default.fileExists(atPath: "\(folder)/bin/swiftly") {
      try write(script, to: "bin/swiftly")
      for program in ["swift", "swiftc", "swift-frontend"] { try link("bin/\(program)", to: "swiftly") }
    }
    try write(name, to: "home/config.json", mode: 0o644)
  }

  private var questions: Int {
    ((try? Files.read("\(folder)/questions")) ?? []).split(separator: UInt8(ascii: "\n")).count
  }

  private func standIn() throws -> String {
    try Toolchain(from: ["PATH": "\(folder)/bin:/usr/bin:/bin", "SWIFTLY_HOME_DIR": "\(folder)/home"])
      .identity(cachedIn: "\(folder)/cache")
  }

  private func real(_ name: String) throws -> String {
    try Toolchain(from: ["PATH": "\(folder)/\(name)/usr/bin"]).identity()
  }

  @Test func `what is no program is no compiler`() throws {
    try Files.makeFolder(folder + "/one/swift")
    try write("text", to: "two/swift", mode: 0o644)
    try link("two/loose", to: "nothing")
    try write("", to: "three/swift")
    let path = ["one", "two", "loose", "three"].map { "\(folder)/\($0)" }.joined(separator: ":")
    #expect(try Toolchain(from: ["PATH": "relative::" + path]).swift == folder + "/three/swift")
    let error = #expect(throws: GraderError.self) {
      try Toolchain(from: ["PATH": "\(folder)/one:\(folder)/two"])
    }
    guard case .noCompiler = error else {
      Issue.record("\(error as Any)")
      return
    }
  }

  @Test func `a toolchain keeps its identity until it is updated`() throws {
    try install("6.2")
    let before = try real("6.2")
    #expect(try real("6.2") == before)
    try write("another compiler", to: "6.2/usr/bin/swift-frontend")
    #expect(try real("6.2") != before)
  }

  @Test func `two toolchains are two, though they are equal`() throws {
    try install("6.2")
    try install("6.3")
    #expect(try real("6.2") != real("6.3"))
  }

  @Test func `a link to another toolchain is another toolchain`() throws {
    try install("6.2")
    try install("6.3")
    try link("current", to: "6.2")
    #expect(try real("current") == real("6.2"))
    try link("current", to: "6.3")
    #expect(try real("current") == real("6.3"))
  }

  @Test func `a stand-in is asked once, and again when another toolchain is chosen`() throws {
    try install("6.2")
    try install("6.3.1")
    try installStandIn(answering: "6.2")
    let first = try standIn()
    #expect(try standIn() == first)
    #expect(questions == 1)
    try installStandIn(answering: "6.3.1")
    #expect(try standIn() != first)
    #expect(questions == 2)
  }

  @Test func `what stands behind a stand-in is noticed when it is updated`() throws {
    try install("6.2")
    try installStandIn(answering: "6.2")
    let before = try standIn()
    try write("another compiler", to: "6.2/usr/bin/swift-frontend")
    #expect(try standIn() != before)
  }

  @Test func `a toolchain that was removed is asked for anew, and told`() throws {
    try install("6.2")
    try installStandIn(answering: "6.2")
    _ = try standIn()
    try FileManager.default.removeItem(atPath: folder + "/6.2")
    let error = #expect(throws: GraderError.self) { try standIn() }
    #expect(error?.description.contains("no such toolchain") == true)
    try install("6.2")
    #expect(try standIn() != "")
  }

  @Test func `the toolchain that builds this has an identity`() throws {
    let toolchain = try Toolchain()
    let identity = try toolchain.identity()
    #expect(try toolchain.identity() == identity)
  }
}
