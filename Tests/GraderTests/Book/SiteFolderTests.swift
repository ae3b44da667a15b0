import Foundation
import Testing

@testable import BookKit
@testable import SystemKit

/// What is there already is never written over, unless it is a site.
@Suite struct SiteFolderTests {
  private let book: MiniWorkbook
  private let path: String

  init() throws {
    book = try MiniWorkbook()
    path = book.root + "/site"
  }

  private func publish() throws {
    let folder = try SiteFolder(path)
    defer { folder.clean() }
    try Files.write(
      Array(JSON.text(SiteIndex(basePath: "", pages: [])).utf8), to: "\(folder.draft)/new/book.json")
    try folder.publish("\(folder.draft)/new")
  }

  @Test func `a folder that is new, empty or a site is written`() throws {
    try publish()
    #expect(try Files.names(in: path) == ["book.json"])
    try Files.write([1], to: "\(path)/old.html")
    try publish()
    #expect(try Files.names(in: path) == ["book.json"])
    try Files.remove(path)
    try Files.makeFolder(path)
    try publish()
    #expect(try Files.names(in: path) == ["book.json"])
    #expect(!(try Files.names(in: book.root).contains { $0.contains("draft") }))
  }

  @Test(arguments: ["notes.txt", "book.json"])
  func `a folder with something else stays as it is`(name: String) throws {
    try Files.write(Array("mine".utf8), to: "\(path)/\(name)")
    #expect(throws: BookError.occupied(path)) { try SiteFolder(path) }
    #expect(try Files.read("\(path)/\(name)") == Array("mine".utf8))
  }

  @Test func `a file in its place stays`() throws {
    try Files.write([1], to: path)
    #expect(throws: BookError.notAFolder(path)) { try SiteFolder(path) }
  }

  @Test func `a link to a folder is that folder`() throws {
    try Files.makeFolder(book.root + "/real")
    try Files.link(path, to: book.root + "/real")
    try publish()
    #expect(try Files.names(in: book.root + "/real") == ["book.json"])
  }
}
