import Foundation
import Testing

@testable import SystemKit
@testable import TeachingKit

private let hasGit = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
  .contains { FileStatus.isProgram($0 + "/git") }

/// Git bundles, read by git.
@Suite(.enabled(if: hasGit, "git is not installed")) struct GitBundleTests {
  private static let header = "01-DNSMessages/01-Header.swift"

  private let book: MiniWorkbook
  private let sandbox: Sandbox

  init() throws {
    book = try MiniWorkbook()
    sandbox = try Sandbox(nil, toolchain: Toolchain(), workbook: book.root)
  }

  private func take(_ bundle: [UInt8]) throws -> HandIn {
    let file = book.root + "/ada.bundle"
    try Files.write(bundle, to: file)
    return try Intake(book.curriculum, Toolchain(), sandbox).take(file)
  }

  @Test(arguments: [RecordedBundles.head, RecordedBundles.branch])
  func `the files of HEAD are taken, or of the only branch`(bundle: [UInt8]) throws {
    #expect(try take(bundle).files == [Self.header: Array(RecordedArchives.content.utf8)])
  }

  @Test func `what git refuses is refused with what to do`() throws {
    let part = "the bundle is a part of a history: `git bundle create FILE HEAD`"
    #expect(throws: IntakeRefusal.unsupported(part)) { try take(RecordedBundles.part) }
    let several = "the bundle has several branches and no HEAD: `git bundle create FILE HEAD`"
    #expect(throws: IntakeRefusal.unsupported(several)) { try take(RecordedBundles.branches) }
    #expect(throws: IntakeRefusal.damaged) { try take(Array(RecordedBundles.head.dropLast(30))) }
    #expect(throws: IntakeRefusal.damaged) { try take(Array("# v2 git bundle\n".utf8)) }
  }

  @Test func `a link in a commit is a link`() throws {
    let link = "Exercises/01-DNSMessages/02-HeaderEncoding.swift"
    #expect(throws: IntakeRefusal.link(path: link)) { try take(RecordedBundles.link) }
  }

  @Test func `where bundles are not read one is no submission`() throws {
    let file = book.root + "/ada.bundle"
    try Files.write(RecordedBundles.head, to: file)
    #expect(throws: IntakeRefusal.notASubmission) { try Intake(curriculum: book.curriculum).take(file) }
  }
}
