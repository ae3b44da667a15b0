import CurriculumKit
import SystemKit

/// One text that holds many mutants of a solution: each changed body is there once for each of its mutants, and an environment
/// variable says whose body runs. So all of them are compiled in one build, and each is still alone when its suite runs.
struct MutantSchema: Sendable {
  /// A mutant in one of its forms, with the number that chooses it.
  struct Choice: Sendable {
    let number: Int
    let mutant: Mutant
    var form = 0
  }

  static let variable = "POSTROAD_MUTANT"

  let text: String
  /// The number whose text each line is, counted from 1; lines of the solution itself have none.
  private var owners: [Int: Int] = [:]
  /// The numbers in each changed body, with the lines that the body takes.
  private var bodies: [(lines: ClosedRange<Int>, numbers: [Int])] = []

  /// Each choice has to be in one of the bodies; they do not overlap.
  init(_ source: MutantSource, _ choices: [Choice], in bodies: [Range<Int>]) {
    let bytes = source.code.source
    var lines = LineWriter()
    var done = 0
    for body in bodies.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      let own = choices.filter { Self.holds(body, $0.mutant) }
      guard !own.isEmpty else { continue }
      lines.add(bytes[done..<body.lowerBound])
      let first = lines.count
      lines.add(Array("\nswitch chosenMutant {\n".utf8)[...])
      for choice in own {
        let start = lines.count
        lines.add(Array("case \(choice.number):\n".utf8)[...])
        lines.add(Self.changed(bytes, body, choice)[...])
        lines.add([UInt8(ascii: "\n")])
        for line in start..<lines.count { owners[line] = choice.number }
      }
      lines.add(Array("default:\n".utf8)[...])
      lines.add(bytes[body])
      lines.add(Array("\n}\n".utf8)[...])
      self.bodies.append((first...lines.count, own.map(\.number)))
      done = body.upperBound
    }
    lines.add(bytes[done...])
    lines.add(Array(Self.chosen.utf8)[...])
    text = String(decoding: lines.bytes, as: UTF8.self)
  }

  /// Whether a mutant changes nothing outside of a body.
  static func holds(_ body: Range<Int>, _ mutant: Mutant) -> Bool {
    body.lowerBound <= mutant.bytes.lowerBound && mutant.bytes.upperBound <= body.upperBound
  }

  /// Whose text a line is; nil where it is no mutant's.
  func owner(ofLine line: Int) -> Int? { owners[line] }

  /// The mutants in the body that a line belongs to, or ends: of a missing `return` the compiler names the last brace.
  func suspects(atLine line: Int) -> [Int] {
    bodies.first { ($0.lines.lowerBound...($0.lines.upperBound + 1)).contains(line) }?.numbers ?? []
  }

  private static func changed(_ bytes: [UInt8], _ body: Range<Int>, _ choice: Choice) -> [UInt8] {
    let changed =
      bytes[body.lowerBound..<choice.mutant.bytes.lowerBound]
      + Array(choice.mutant.forms[choice.form].utf8)
      + bytes[choice.mutant.bytes.upperBound..<body.upperBound]
    // A branch of a switch needs a statement.
    var scanner = SourceScanner(Array(changed))
    let isEmpty = scanner.scan().allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }
    return isEmpty && scanner.literalText.isEmpty ? Array("break".utf8) : Array(changed)
  }

  /// Read once. Only these two functions are imported, so that no other name means something else than in the solution, and
  /// privately, so that the module's interface stays as it is and its suites are not compiled anew.
  private static let chosen = """

    #if canImport(Darwin)
      private import func Darwin.atoi
      private import func Darwin.getenv
    #else
      private import func Glibc.atoi
      private import func Glibc.getenv
    #endif
    private let chosenMutant = unsafe getenv("\(variable)").map { unsafe Int(atoi($0)) } ?? 0

    """
}

/// Text with the number of the line that is being written.
private struct LineWriter {
  private(set) var bytes: [UInt8] = []
  private(set) var count = 1

  mutating func add(_ text: ArraySlice<UInt8>) {
    bytes += text
    count += text.count { $0 == UInt8(ascii: "\n") }
  }
}
