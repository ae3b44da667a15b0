import Testing

@testable import JudgeKit

/// Where a test hung, as Swift 6.3.1's runtime said it of threads that were made to trap; deeper frames are left out, and the
/// bench's folder is another.
@Suite struct HangPlaceTests {
  private static let bench = "/home/ada/post road/.build/grader/bench"

  private static let insideOfALibrary = """
    *** Program crashed: System trap at 0x000000000000105c ***

    Thread 3 "oot.default-qos" crashed:

      3 [ra]          0x00007f71260f2a3b ArraySlice._copyToContiguousArray() + 90 in libswiftCore.so
      4 [ra] [thunk]  0x00007f71260ec613 Array.init<A>(_:) + 18 in libswiftCore.so
      5 [ra]          0x000055ed231d828d readLabels(_:at:) + 1036 in 7b0a at \(bench)/Subjects/01-DNSMessages/03-LabelSequence.swift:48:20
      6 [ra]          0x000055ed2320e496 LabelSequenceTests.read(_:) + 101 in 7b0a at \(bench)/Suites/01-DNSMessages/03-LabelSequenceTests.swift:15:20
    ...

    Backtrace took 0.05s
    """

  /// `while true {}`: the jump has no line of its own.
  private static let betweenTwoLines = """
    *** Program crashed: System trap at 0x0000000000004153 ***

    Thread 3 "oot.default-qos" crashed:

      0               0x00005630103bb99b parseHeader(_:) + 203 in 543d at \(bench)/Subjects/01-DNSMessages/01-Header.swift
      1 [ra]          0x00005630103e4512 closure #1 in HeaderTests.`the id is the first two bytes, big-endian`() + 33 in 543d at \(bench)/Suites/01-DNSMessages/01-HeaderTests.swift:24:62
      2 [ra] [thunk]  0x000056301048a56f partial apply for closure #1 in check<A, B>(_:_:returns:) + 46 in 543d at //<compiler-generated>
    """

  private static let inTheSuite = """
      1 [ra]          0x00005630103e4512 closure #1 in HeaderTests.wait() + 33 in 543d at \(bench)/Suites/01-DNSMessages/01-HeaderTests.swift:24:62
    """

  private func report(_ backtrace: String) -> CrashReport {
    let run = SuiteRun(
      records: [], ending: .stopped(.silence(seconds: 5)), errors: "", backtrace: backtrace)
    return CrashReport(run, paths: nil)
  }

  @Test func `the innermost function and line of the learner's own are named`() {
    let report = report(Self.insideOfALibrary)
    #expect(report.function == "readLabels(_:at:)")
    #expect(report.issue.file == "\(Self.bench)/Subjects/01-DNSMessages/03-LabelSequence.swift")
    #expect(report.issue.line == 48)
  }

  @Test func `where the code has no line, the function is named and no line of the caller's`() {
    let report = report(Self.betweenTwoLines)
    #expect(report.function == "parseHeader(_:)")
    #expect(report.issue.line == nil && report.issue.file == nil)
  }

  @Test func `a suite that waits is no function of the learner's`() {
    let report = report(Self.inTheSuite)
    #expect(report.function == nil)
    #expect(report.issue.line == 24)
  }

  @Test func `without a backtrace nothing is named`() {
    let report = report("")
    #expect(report.function == nil && report.issue.file == nil)
  }
}
