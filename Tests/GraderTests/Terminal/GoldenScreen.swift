import Foundation
import Testing

@testable import SystemKit

/// A screen that was recorded and committed: `Screens/80x24/NAME.txt`. `POSTROAD_RECORD_SCREENS=1` records anew.
struct GoldenScreen {
  private static let isRecording = ProcessInfo.processInfo.environment["POSTROAD_RECORD_SCREENS"] == "1"
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().path(percentEncoded: false)
  /// Seconds for the rest of a screen, once its words are there.
  private static let patience = 10.0
  /// Looks in a row that have to see the same, before it is recorded.
  private static let calm = 10

  let name: String
  let size: Tmux.Size

  private var file: String { Self.folder + "Screens/\(size.testDescription)/\(name).txt" }

  /// Compares the terminal with what was recorded, once it shows the words.
  func compare(
    _ terminal: Tmux, showing words: [String], place: SourceLocation = #_sourceLocation
  ) throws {
    try terminal.waitFor(words, place: place)
    if Self.isRecording { try record(terminal) }
    let bytes = try #require(try Files.readIfPresent(file), "\(name) was not recorded", sourceLocation: place)
    let wanted = Self.withoutSuiteNumbers(String(decoding: bytes, as: UTF8.self))
    let clock = Stopwatch()
    var seen = try terminal.screen
    while text(seen) != wanted, clock.seconds < Self.patience {
      usleep(50_000)
      seen = try terminal.screen
    }
    #expect(text(seen) == wanted, "\(name) at \(size.testDescription)", sourceLocation: place)
    try size.expectFits(terminal, place: place)
  }

  /// Compares a text that needs no terminal: what a command says at the size's width.
  func compare(text shown: String, place: SourceLocation = #_sourceLocation) throws {
    if Self.isRecording { try Files.write(Array(shown.utf8), to: file) }
    let bytes = try #require(try Files.readIfPresent(file), "\(name) was not recorded", sourceLocation: place)
    let recorded = String(decoding: bytes, as: UTF8.self)
    #expect(shown == recorded, "\(name) at \(size.testDescription)", sourceLocation: place)
  }

  private func record(_ terminal: Tmux) throws {
    var last = try terminal.screen
    var same = 0
    while same < Self.calm {
      usleep(50_000)
      let now = try terminal.screen
      same = now == last ? same + 1 : 0
      last = now
    }
    try Files.write(Array(text(last).utf8), to: file)
  }

  private func text(_ rows: [String]) -> String { Self.withoutSuiteNumbers(rows.map { $0 + "\n" }.joined()) }

  /// The text with `HeaderTests.swift:N` for any line of a suite, and without how many lines the code printed in all: a suite may
  /// grow without its screens being recorded anew.
  static func withoutSuiteNumbers(_ text: String) -> String {
    text.replacing(/(Tests\.swift):[0-9]+/) { "\($0.1):N" }
      .replacing(/… [0-9]+ more lines …/, with: "… N more lines …")
  }
}

extension Tmux.Size {
  /// As many rows as the terminal has, and no line that was too wide for it.
  func expectFits(_ terminal: Tmux, place: SourceLocation = #_sourceLocation) throws {
    let (rows, lines) = (try terminal.screen, try terminal.lines)
    #expect(rows.count == height, sourceLocation: place)
    let wide = lines.filter { $0.count > width }
    #expect(wide == [], "wider than \(width) columns", sourceLocation: place)
  }
}
