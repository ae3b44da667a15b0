import Foundation
import SystemKit

/// Tells of a build of strangers' code whether a signal ended the compiler. A second try would come to the same, and take as long.
enum CompilerEnd {
  /// Throws where a signal ended it. Words that code brings about itself harm only that code: it is tried alone next.
  static func check(_ result: ChildProcess.Result, of toolchain: Toolchain) throws(GraderError) {
    guard toolchain.confinement != nil else { return }
    if case .signalled(let signal) = result.ending { throw error(signal) }
    guard case .exited(let status) = result.ending, status != 0,
      let words = result.output.range(of: wordsOfTheDriver, options: .backwards),
      let signal = Int32(result.output[words.upperBound...].prefix { $0.isNumber })
    else { return }
    throw error(signal)
  }

  /// As the driver says it of a compiler that it started.
  private static let wordsOfTheDriver = "command failed due to signal "

  /// A process that did not leave when it was told that its time is over is killed.
  private static func error(_ signal: Int32) -> GraderError {
    signal == outOfTime ? .compilerOutOfTime : .compilerEnded("signal \(signal)")
  }

  /// SIGXCPU, on Linux and macOS.
  private static let outOfTime: Int32 = 24
}
