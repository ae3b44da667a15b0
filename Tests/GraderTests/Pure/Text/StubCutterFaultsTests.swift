import Testing

@testable import CurriculumKit
@testable import GraderKit
@testable import SystemKit
@testable import TeachingKit

/// Markers that cannot be cut along are refused, with their line.
@Suite struct StubCutterFaultsTests {
  @Test(
    arguments: [
      (["// <write>", "// 1. a", "// <declare>", "// </write>"], .regionInRegion(line: 3)),
      (["// <write>", "// <write>"], .regionInRegion(line: 2)),
      (["let a = 1", "// </write>"], .endWithoutStart(line: 2)),
      (["// <write>", "// 1. a", "// </write>", "// </declare>"], .endWithoutStart(line: 4)),
      (["// <write>", "// 1. a"], .unclosedRegion(line: 1)),
      (["// <write>", "// 1. a", "// </declare>"], .wrongEnd(line: 3)),
      (["// <declare>", "// 1. a", "// </write>"], .wrongEnd(line: 3)),
      (["// <write>", "// 2. a", "// </write>"], .stepOutOfOrder(line: 2, expected: 1)),
      (["// <write>", "// 1. a", "// 3. b", "// </write>"], .stepOutOfOrder(line: 3, expected: 2)),
      (
        ["// <write>", "// 1. a", "// </write>", "// <declare>", "// 1. b", "// </declare>"],
        .stepOutOfOrder(line: 5, expected: 2)
      ),
      (["let a = 1"], .noRegion),
      ([""], .noRegion),
      (["// <write>", "return 1", "// </write>"], .noStep(line: 1)),
      (
        ["// <write>", "// 1. a", "// </write>", "// <declare>", "let b = 1", "// </declare>"],
        .noStep(line: 4)
      ),
      (["  // <write>", "  if a {", "    // 1. a", "  // </write>"], .stepInInnerBlock(line: 3)),
      (["  // <write>", "// 1. a", "  // </write>"], .stepInInnerBlock(line: 2)),
    ] as [([String], StubCutter.Fault)])
  func `it is refused where it stands`(lines: [String], fault: StubCutter.Fault) {
    #expect(throws: fault) { try StubCutter.cut(lines.joined(separator: "\n")) }
  }

  @Test func `the fault is told with the file`() {
    let error = #expect(throws: GraderError.self) {
      try StubCutter.cut("// <write>", file: "Solutions/x.swift")
    }
    #expect(error?.description == "Solutions/x.swift is damaged: the region of line 1 is never closed.")
  }
}
