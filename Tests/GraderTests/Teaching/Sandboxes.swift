import Foundation
import JudgeKit
import SystemKit

/// The sandboxes that work here.
enum Sandboxes {
  /// What is said to be outside is as none, and need not be tried twice.
  static let ways = Isolation.allCases.filter { $0 != .external }.filter { way in
    guard let toolchain = try? Toolchain() else { return false }
    return (try? Sandbox(way, toolchain: toolchain, workbook: TestWorkbook.handedIn.root)) != nil
  }

  /// Whether every case is tried in every sandbox: that takes minutes, and the gate has seconds.
  static let isThorough = ProcessInfo.processInfo.environment["POSTROAD_SANDBOXES"] == "all"
  static let thorough = isThorough ? ways : Array(ways.prefix(1))
}
