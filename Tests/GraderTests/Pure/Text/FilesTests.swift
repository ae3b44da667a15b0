import Foundation
import Testing

@testable import SystemKit

/// An absent file and one that cannot be read are different errors. A folder or a dangling link in a file's place cannot be read
/// by anyone, whoever runs the tests.
@Suite struct FilesTests {
  private let book: MiniWorkbook
  private let path: String

  init() throws {
    book = try MiniWorkbook()
    path = book.root + "/file"
  }

  private func link(to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: target)
  }

  @Test(arguments: [[], [0], Array("text".utf8), [UInt8](repeating: 7, count: 200_000)])
  func `a file is read whole`(bytes: [UInt8]) throws {
    try Files.write(bytes, to: path)
    #expect(try Files.read(path) == bytes)
    #expect(try Files.readIfPresent(path) == bytes)
  }

  @Test func `an absent file is not found`() throws {
    #expect(throws: FileError.notFound(path)) { try Files.read(path) }
    #expect(try Files.readIfPresent(path) == nil)
    try Files.write([], to: path)
    #expect(throws: FileError.notFound(path + "/below")) { try Files.read(path + "/below") }
  }

  @Test func `a folder in a file's place is unreadable`() throws {
    try Files.makeFolder(path)
    let error = FileError.unreadable(path, reason: "it is a folder")
    #expect(throws: error) { try Files.read(path) }
    #expect(throws: error) { try Files.readIfPresent(path) }
  }

  @Test func `a link without a target is unreadable`() throws {
    try link(to: book.root + "/nowhere")
    let error = FileError.unreadable(path, reason: "it is a link to a file that does not exist")
    #expect(throws: error) { try Files.readIfPresent(path) }
    #expect(throws: error) { try Files.namesIfPresent(in: path) }
  }

  @Test func `a link to itself, and a name that is too long, are unreadable`() throws {
    try link(to: path)
    #expect(throws: FileError.self) { try Files.readIfPresent(path) }
    #expect(throws: FileError.self) {
      try Files.readIfPresent(book.root + "/" + String(repeating: "n", count: 5000))
    }
  }

  @Test func `a pipe is unreadable, and is not waited for`() throws {
    try #require(mkfifo(path, 0o600) == 0)
    #expect(throws: FileError.unreadable(path, reason: "it is not a regular file")) { try Files.read(path) }
  }

  @Test func `a file without permission is unreadable`() throws {
    // Permissions do not hold for root.
    guard geteuid() != 0 else { return }
    try Files.write([], to: path)
    try #require(chmod(path, 0) == 0)
    #expect(throws: FileError.self) { try Files.readIfPresent(path) }
  }

  @Test func `an absent folder is not found, and a file in its place is unreadable`() throws {
    #expect(throws: FileError.notFound(path)) { try Files.names(in: path) }
    #expect(try Files.namesIfPresent(in: path) == nil)
    try Files.write([], to: path)
    let error = FileError.unreadable(path, reason: "it is not a folder")
    #expect(throws: error) { try Files.names(in: path) }
    #expect(throws: error) { try Files.namesIfPresent(in: path) }
  }

  @Test func `the names in a folder are sorted`() throws {
    for name in ["b", "a", ".c"] { try Files.write([], to: "\(path)/\(name)") }
    #expect(try Files.names(in: path) == [".c", "a", "b"])
  }
}
