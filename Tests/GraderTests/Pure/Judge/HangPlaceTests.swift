import Testing

@testable import CurriculumKit
@testable import JudgeKit
@testable import SystemKit

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

  /// `print("begins"); while true {}`, asked forty times: 39 times at one of the loop's two instructions without a line,
  private static let withoutALine = loop("parseHeader(_:) + 203", "01-Header.swift")
  /// and once at the jump, which has one.
  private static let withALine = loop("parseHeader(_:) + 207", "01-Header.swift:12:32")
  /// A function in it, composed of the form that the runtime has for those.
  private static let inALocalFunction = loop("word #1 (at:) in parseHeader(_:) + 61", "01-Header.swift:14:19")

  private static func loop(_ innermost: String, _ place: String) -> String {
    """
    *** Program crashed: System trap at 0x0000000000004153 ***

    Thread 3 "oot.default-qos" crashed:

      0               0x00005630103bb99b \(innermost) in 543d at \(bench)/Subjects/01-DNSMessages/\(place)
      1 [ra]          0x00005630103e4512 closure #1 in HeaderTests.`the id is the first two bytes, big-endian`() + 33 in 543d at \(bench)/Suites/01-DNSMessages/01-HeaderTests.swift:24:62
      2 [ra] [thunk]  0x000056301048a56f partial apply for closure #1 in check<A, B>(_:_:returns:) + 46 in 543d at //<compiler-generated>

    Backtrace took 0.01s
    """
  }

  private static let inTheSuite = """
      1 [ra]          0x00005630103e4512 closure #1 in HeaderTests.wait() + 33 in 543d at \(bench)/Suites/01-DNSMessages/01-HeaderTests.swift:24:62
    """

  private static func source(_ name: String, _ text: String) -> SourceFile {
    SourceFile(
      name: name, path: "Exercises/01-DNSMessages/\(name)", origin: .submission, content: Content(text))
  }

  private static let sources = [
    source(
      "01-Header.swift",
      """
      import PostRoad

      /// Not func parseHeader(_ message: [UInt8]) { in a comment.
      public func parseHeader(_ message: [UInt8]) throws -> DNS.Header {
        print("begins"); while true {}
      }
      """),
    source(
      "03-LabelSequence.swift", "func readLabels(_ m: [UInt8], at offset: Int) throws -> [[UInt8]] {\n}\n"),
  ]

  private func report(
    _ backtrace: String, _ ending: ChildProcess.Ending = .stopped(.silence(seconds: 5)),
    sources: [SourceFile] = sources
  ) -> CrashReport {
    CrashReport(
      SuiteRun(records: [], ending: ending, errors: "", backtrace: backtrace), paths: nil, sources: sources)
  }

  @Test(arguments: [withoutALine, withALine, inALocalFunction])
  func `the place is where the function begins, whatever instruction of it was met`(backtrace: String) {
    let report = report(backtrace)
    #expect(report.function == "parseHeader(_:)")
    #expect(report.issue.file == "\(Self.bench)/Subjects/01-DNSMessages/01-Header.swift")
    #expect(report.issue.line == 4)
  }

  @Test func `the innermost function of the learner's own is named`() {
    let report = report(Self.insideOfALibrary)
    #expect(report.function == "readLabels(_:at:)")
    #expect(report.issue.file == "\(Self.bench)/Subjects/01-DNSMessages/03-LabelSequence.swift")
    #expect(report.issue.line == 1)
  }

  @Test(arguments: [withoutALine, withALine])
  func `a function that the source does not show is named, without a line`(backtrace: String) {
    let report = report(backtrace, sources: [])
    #expect(report.function == "parseHeader(_:)")
    #expect(report.issue.line == nil && report.issue.file == nil)
  }

  @Test func `the line of a crash is the one that crashed`() {
    #expect(report(Self.insideOfALibrary, .signalled(4)).issue.line == 48)
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

  @Test(arguments: [
    ("parseHeader(_:)", "parseHeader(_:)"),
    ("closure #1 in closure #2 in DNS.Name.each()", "DNS.Name.each()"),
    ("inner #1 <A>(_:) in DNS.Name.nested<A>(_:_:)", "DNS.Name.nested(_:_:)"),
    ("default argument 1 of spread(_:over:)", "spread(_:over:)"),
    ("await resume partial function for fetch(for:in:)", "fetch(for:in:)"),
    ("DNS.Name.init(_:at:)", "DNS.Name.init(_:at:)"),
    ("Tower.__allocating_init(of:)", "Tower.init(of:)"),
    ("DNS.Name.looped.getter", "DNS.Name.looped"),
    ("DNS.Name.subscript.setter", "DNS.Name.subscript"),
    ("static DNS.Name.+ infix(_:_:)", "DNS.Name.+(_:_:)"),
    ("static DNS.Name.< infix<A>(_:_:)", "DNS.Name.<(_:_:)"),
    ("static Ring.made<A where A: Hashable>(of:)", "Ring.made(of:)"),
  ]) func `a name of the runtime's is found as the source declares it`(name: String, declared: String) {
    #expect(RuntimeName(name).declared == declared)
  }
}
