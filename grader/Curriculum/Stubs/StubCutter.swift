import SystemKit

/// Cuts a stub out of a solution, so that the two cannot drift apart.
///
/// Outside the regions everything stays. Inside one, each numbered step `// 1. …` with the comment lines that go on directly
/// below it stays as a `TODO`, and all else goes; a `<write>` region ends in `throw NotStarted()`.
package enum StubCutter {
  package enum Fault: Error, Equatable {
    case regionInRegion(line: Int)
    case endWithoutStart(line: Int)
    case unclosedRegion(line: Int)
    case wrongEnd(line: Int)
    case stepOutOfOrder(line: Int, expected: Int)
    case noRegion
    case noStep(line: Int)
    case stepInInnerBlock(line: Int)
  }

  private enum Region: String {
    case write
    case declare
  }

  /// The stub of a solution's text. Faults are reported as trouble with `file`.
  package static func cut(_ solution: String, file: String) throws -> String {
    do {
      return try cut(solution)
    } catch {
      throw GraderError.damaged(file, reason: error.description)
    }
  }

  package static func cut(_ solution: String) throws(Fault) -> String {
    var stub: [String] = []
    var open: (region: Region, line: Int, indentation: String, steps: Int)?
    var isInStep = false
    var step = 0
    var regions = 0

    for (index, line) in solution.lines.enumerated() {
      let number = index + 1
      let indentation = String(line.prefix { $0 == " " })
      let text = line.dropFirst(indentation.count)
      if let region = Self.marker(text, opening: true) {
        guard open == nil else { throw .regionInRegion(line: number) }
        open = (region, number, indentation, 0)
        regions += 1
        isInStep = false
      } else if let region = Self.marker(text, opening: false) {
        guard let start = open else { throw .endWithoutStart(line: number) }
        guard start.region == region else { throw .wrongEnd(line: number) }
        guard start.steps > 0 else { throw .noStep(line: start.line) }
        if region == .write { stub.append(indentation + "throw NotStarted()") }
        open = nil
      } else if open == nil {
        stub.append(String(line))
      } else if text.hasPrefix("// "), let match = text.wholeMatch(of: /\/\/ ([0-9]+)\. .*/) {
        step += 1
        // The block around it is cut away, and the step would be left without it.
        guard indentation == open?.indentation else { throw .stepInInnerBlock(line: number) }
        guard Int(match.1) == step else { throw .stepOutOfOrder(line: number, expected: step) }
        open?.steps += 1
        stub.append(indentation + "// TODO: " + text.dropFirst(3))
        isInStep = true
      } else if isInStep, text.hasPrefix("// ") {
        stub.append(String(line))
      } else {
        isInStep = false
      }
    }
    if let open { throw .unclosedRegion(line: open.line) }
    guard regions > 0 else { throw .noRegion }
    return stub.joined(separator: "\n")
  }

  private static func marker(_ text: Substring, opening: Bool) -> Region? {
    guard text.hasPrefix(opening ? "// <" : "// </"), text.hasSuffix(">") else { return nil }
    return Region(rawValue: String(text.dropFirst(opening ? 4 : 5).dropLast()))
  }
}

extension StubCutter.Fault: CustomStringConvertible {
  package var description: String {
    switch self {
    case .regionInRegion(let line):
      "line \(line) opens a region inside a region; close the first one before it."
    case .endWithoutStart(let line): "line \(line) closes a region that was never opened."
    case .unclosedRegion(let line): "the region of line \(line) is never closed."
    case .wrongEnd(let line): "line \(line) closes another kind of region than the one that is open."
    case .stepOutOfOrder(let line, let expected):
      "the step in line \(line) should have the number \(expected)."
    case .noRegion: "it has no `// <write>` region, so there is nothing for a learner to write."
    case .stepInInnerBlock(let line):
      "the step in line \(line) is not indented like its region: put it before the inner block that it is in."
    case .noStep(let line):
      "the region of line \(line) has no step `// 1. …`: the stub would not say what to do."
    }
  }
}
